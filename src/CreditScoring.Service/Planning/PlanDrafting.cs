using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RandomDraws;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Planning;

/// <summary>What a plan is asked for.</summary>
/// <param name="Region">Digits; empty: all.</param>
/// <param name="Capacity">Person-days of each unit; null: those of the inspectors.</param>
/// <param name="Former">The plan that it takes the place of; null: it is a first one.</param>
public sealed record PlanWish(
    Period Quarter, string Region, string Profile, decimal? Capacity, string Reason,
    VisitPlan? Former = null);

/// <summary>
/// Makes plans out of the record: files, standings of today, and the register of inspectors.
/// </summary>
public sealed class PlanDrafting(
    IRecordQuestions record, SubjectQuestions questions, InspectorRoll inspectors, DrawLists draws,
    Shelf shelf,
    TimeProvider clock)
{
    /// <summary>Subjects that are looked at for one plan.</summary>
    public const int Most = 20_000;

    private const int Portion = 1_000;
    private const int AtATime = 4;

    public IReadOnlyDictionary<string, PlanProfile> Profiles() => PlanProfileReader.Read(
        shelf.State.Documents, shelf.Book.Catalogue, new List<Flaw>());

    /// <returns>The plan, or why there is none.</returns>
    public async Task<(VisitPlan? Plan, PlanHeader? Header, PlanFault? Fault)> MakeAsync(PlanWish wish)
    {
        var (today, book) = (clock.Today(), shelf.Book);
        var profile = Profiles().GetValueOrDefault(wish.Profile);
        var register = wish.Capacity is null ? (await inspectors.CurrentAsync())?.Register : null;
        var subjects = profile is null ? [] : await SubjectsAsync(wish.Region);
        var fault = profile is null ? PlanFault.NoProfile
            : wish.Quarter.To < today ? PlanFault.PeriodPast
            : wish.Capacity is null && register is null ? PlanFault.NoInspectors
            : subjects.Count > Most ? PlanFault.TooMany(Most) : null;
        if (fault is not null)
        {
            return (null, null, fault);
        }

        var candidates = await CandidatesAsync(
            subjects,
            new Candidates(profile!, wish.Quarter, today, await draws.ToVisitAsync(wish.Quarter.To)), today);
        var plan = Planner.Plan(
            new PlanQuestion(wish.Quarter, profile!.Rule, Units(wish, profile, register, candidates, book))
            {
                FirstDay = wish.Quarter.From > today ? null : today.AddDays(1),
                Former = [.. (wish.Former?.Visits ?? []).Select(FormerVisit.Of)],
            },
            candidates);
        return (plan, new PlanHeader(
            wish.Quarter, wish.Region, wish.Profile, wish.Capacity, today, book.Hash, subjects.Count,
            wish.Reason), null);
    }

    private static IReadOnlyList<UnitCapacity> Units(
        PlanWish wish, PlanProfile profile, InspectorRegister? register, IEnumerable<Candidate> candidates,
        RuleBook book) => register is null
        ? Capacities.Even(
            candidates.Select(each => each.Unit).Distinct(), wish.Capacity!.Value, wish.Quarter,
            book.WorkingDays)
        :
        [
            .. Capacities.Of(register, profile, wish.Quarter, book.WorkingDays)
                .Where(each => each.Unit.StartsWith(wish.Region, StringComparison.Ordinal)),
        ];

    /// <summary>All subjects that stand in any regime; of a region where one is asked for.</summary>
    private async Task<HashSet<Subject>> SubjectsAsync(string region)
    {
        var subjects = new HashSet<Subject>();
        for (var after = default(StandingKey?); ;)
        {
            var page = await record.StandingsAsync(new StandingQuery(Portion)
            {
                Region = region.Length == 0 ? null : region, After = after, HeadsOnly = true,
            });
            subjects.UnionWith(page.Select(each => each.Subject));
            if (page.Count < Portion || subjects.Count > Most)
            {
                return subjects;
            }

            after = page[^1].Key;
        }
    }

    private async Task<List<Candidate>> CandidatesAsync(
        IEnumerable<Subject> subjects, Candidates maker, DateOnly today)
    {
        var found = new List<Candidate>();
        foreach (var some in subjects.Chunk(AtATime))
        {
            var made = await Task.WhenAll(some.Select(async subject =>
            {
                var file = await questions.OpenAsync(subject, null, Sight.Masked);
                var region = (await record.FileAsync(subject))?.Region;
                return maker.Of(file.File, [.. file.Assess(today).Standings], region);
            }));
            found.AddRange(made.OfType<Candidate>());
        }

        return found;
    }
}
