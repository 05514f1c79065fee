using CreditScoring.Documents;
using CreditScoring.Effects;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;

namespace CreditScoring.Service.Planning;

/// <summary>An effect that was reckoned, by whom and by which rules.</summary>
/// <param name="Region">Digits; empty: all.</param>
/// <param name="Book">The hash of the rules by which objects were judged.</param>
public sealed record ReckonedEffect(
    InspectionEffect Effect, string Profile, string Region, string Book, string By, DateTimeOffset At);

/// <summary>
/// Reckons what inspections of a period found and what the rules had to do with it, out of the record, and
/// keeps it: so that the next who looks does not wait.
/// </summary>
public sealed class EffectDesk(
    IWorkingRecord work, IRecordQuestions record, SubjectQuestions questions, PlanDrafting drafting,
    Shelf shelf, TimeProvider clock)
{
    /// <summary>Days of the longest period.</summary>
    public const int MostDays = 1_100;

    private const string Reckoned = "effect-reckoned", Target = "effect";

    private const int AtATime = 4, Listed = 10;

    /// <summary>Profiles that say what an effect is.</summary>
    public IEnumerable<PlanProfile> Profiles() =>
        drafting.Profiles().Values.Where(each => each.Effect is not null);

    /// <summary>The last ones, the latest first.</summary>
    /// <param name="scope">Those of other regions are left out.</param>
    public async Task<IReadOnlyList<ReckonedEffect>> LatestAsync(RegionScope scope) =>
    [
        .. (await record.ActsAsync(new ActQuery(0, Listed)
            {
                Target = Target, LastFirst = true, Region = scope.IsAll ? null : scope.Digits,
            }))
            .Where(each => scope.Covers(each.Act.Region)).Select(Of).OfType<ReckonedEffect>(),
    ];

    /// <returns>What was reckoned, or why nothing was.</returns>
    public async Task<(ReckonedEffect? Effect, PlanFault? Fault)> ReckonAsync(
        DateOnly from, DateOnly to, string profileName, string region, Caller by)
    {
        var profile = Profiles().FirstOrDefault(each => each.Name == profileName);
        var subjects = profile is null ? [] : await drafting.SubjectsAsync(region);
        var fault = profile is null ? PlanFault.NoProfile
            : from > to || to > clock.Today() || to.DayNumber - from.DayNumber >= MostDays
                ? PlanFault.NoPeriod(MostDays)
            : subjects.Count > PlanDrafting.Most ? PlanFault.TooMany(PlanDrafting.Most) : null;
        if (fault is not null)
        {
            return (null, fault);
        }

        var effect = await OfAsync(subjects, profile!, from, to);
        var reckoned = new ReckonedEffect(
            effect, profileName, region, shelf.Book.Hash, by.Actor, clock.GetUtcNow());
        await work.KeepAsync(
            [new Act(by.Actor, Reckoned, Target)
            {
                Region = region.Length == 0 ? null : region,
                Body = JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.Property("profile", profileName);
                    json.Property("region", region);
                    json.Property("book", reckoned.Book);
                    json.WritePropertyName("effect");
                    EffectJson.Shape.Write(json, effect);
                    json.WriteEndObject();
                }),
            }],
            clock);
        return (reckoned, null);
    }

    private async Task<InspectionEffect> OfAsync(
        IEnumerable<Subject> subjects, PlanProfile profile, DateOnly from, DateOnly to)
    {
        var (observer, visits, tiers) = (
            new VisitObserver(profile, Standings, from, to), new List<ObservedVisit>(),
            new List<string>());
        foreach (var some in subjects.Where(each => each.Kind == RandomDraws.DrawLists.Operator)
            .Chunk(AtATime))
        {
            var found = await Task.WhenAll(some.Select(async subject =>
            {
                var file = await questions.OpenAsync(subject, null, Sight.Masked);
                var tier = file.Assess(to).Standings
                    .FirstOrDefault(each => each.Regime == profile.GradedBy)?.Tier;
                return (Visits: observer.Of(file.File), Tier: tier ?? InspectionEffect.NoTier);
            }));
            visits.AddRange(found.SelectMany(each => each.Visits));
            tiers.AddRange(found.Select(each => each.Tier));
        }

        return InspectionEffect.Of(
            from, to, visits,
            tiers.CountBy(each => each).OrderByDescending(each => each.Key, StringComparer.Ordinal)
                .ToDictionary());
    }

    private IEnumerable<Standing> Standings(CreditFile file, DateOnly on) =>
        Assessor.Assess(file, shelf.Book, on).Standings;

    /// <summary>Null: it was kept by a newer program.</summary>
    private static ReckonedEffect? Of(KeptAct kept)
    {
        var flaws = new List<Flaw>();
        if (JsonDocumentReader.Read(new SourceText(Target, kept.Act.Body), out _) is not { } piece
            || piece["effect"] is not { } body)
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var effect = EffectJson.Read(new ObjectReader(body, flaws));
        var read = new ReckonedEffect(
            effect, reader.RequireText("profile") ?? "", reader.Text("region") ?? "",
            reader.RequireText("book") ?? "", kept.Act.Actor, kept.RecordedAt);
        return flaws.Count == 0 ? read : null;
    }
}
