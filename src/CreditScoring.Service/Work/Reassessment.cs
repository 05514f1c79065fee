using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;
using CreditScoring.Supervision;

namespace CreditScoring.Service.Work;

/// <summary>
/// Assesses one open file as of a day: what to post, how it stands, and what to tell the
/// schedulers. A file that cannot be judged has no tier, posts nothing, and says why.
/// </summary>
public sealed class Reassessment(RuleBook book, DateOnly today)
{
    private readonly EventReader reader = EventReader.OfKept(book.Catalogue);

    /// <param name="fresh">Events that the file does not hold yet, in the order in which they came.</param>
    public AssessedFile Of(FileAtHand file, IReadOnlyList<RegulatoryEvent> fresh)
    {
        var assessment = Unreadable.Guard(file.Subject, book, today, () =>
            file.Take(reader, book, fresh) is { Count: > 0 } flaws
                ? Unreadable.Refuse(file.Subject, book, today, flaws)
                : file.Assess(today));
        var cause = new Cause(file.Kept, fresh, book, today);
        var posted = Post(file, assessment, cause);
        var region = file.Registration.Region ?? file.Kept?.Region;
        var standings = assessment.Judgements
            .Select(judgement => file.AsKept(judgement, region)
                ?? Keep(judgement.Standing, file, posted, region)).ToList();
        return new AssessedFile(
            new KeptFile(
                file.Subject, today, standings.Min(standing => standing.ChangesOn), book.Basis,
                assessment.Judgements.All(judgement => judgement.Bookings is not null))
            {
                Region = region,
                Profile = ProfileOf(file),
                Window = WindowOf(assessment.Recommendation),
                Standings = standings,
            },
            posted, Advise(file, assessment.Recommendation))
        {
            Before = file.Written,
            Listings = [.. assessment.Standings.Select(ListingOf)],
            Duties = ChangedDuties(file.Kept, assessment.Standings, standings),
            Recommendation = assessment.Recommendation,
            Judgements = assessment.Judgements,
            Changes = [.. Changes(file.Kept?.Standings ?? [], standings, cause.Otherwise)],
            Left = [.. Left(file.Kept?.Standings ?? [], standings).Select(each => each.Regime)],
        };
    }

    /// <summary>An amendment that cannot be taken in leaves the name as it was.</summary>
    private SubjectProfile ProfileOf(FileAtHand file)
    {
        try
        {
            // Nobody finds or lists natural persons by their names.
            var profile = file.Registration.On(today);
            return book.Catalogue.SubjectKind(file.Subject.Kind) is { IsPersonal: true }
                ? profile with { Name = null, FormerNames = [] } : profile;
        }
        catch (CannotBeJudged)
        {
            return file.Kept?.Profile ?? SubjectProfile.Unknown;
        }
    }

    /// <summary>The window of the next inspection that a recommendation names.</summary>
    private static VisitWindow? WindowOf(Recommendation? recommendation) =>
        recommendation?.Frequency is not { Due: { } due } frequency ? null : new VisitWindow(
            frequency.Opens, due,
            recommendation.DecidedBy.FirstOrDefault(each => each.Key == FrequencyField.Due.Name).Value,
            (string?)frequency[FrequencyField.Priority], frequency.TimesPerYear);

    /// <summary>The duties that lists look for: those that are open or were missed.</summary>
    /// <param name="before">How the file stood when last assessed; null: it is new.</param>
    /// <param name="now">How it stands.</param>
    /// <param name="kept">The same as it will be kept.</param>
    /// <returns>Null: they are as they were, and nothing need be written.</returns>
    private static List<KeptDuty>? ChangedDuties(
        KeptFile? before, IEnumerable<Standing> now, IReadOnlyList<KeptStanding> kept)
    {
        var duties = now.SelectMany(standing => standing.Duties
            .Select((duty, at) => (duty, at)).Where(each => each.duty.State != DutyState.Fulfilled)
            .Select(each => new KeptDuty(
                standing.Regime, each.at, each.duty.Name, each.duty.Of, each.duty.Happened.Event.Id,
                each.duty.Opens, each.duty.Due, each.duty.StateName)
            {
                IsDueUnknown = each.duty.DueUnknown is not null,
            })).ToList();
        // What was kept of a standing says all of its duties: where it is the same, so are they.
        var same = before is { Listed: true } && before.Standings.Count == kept.Count
            && before.Standings.Zip(kept).All(pair =>
                (pair.First.Regime, pair.First.Region, pair.First.Rest)
                == (pair.Second.Regime, pair.Second.Region, pair.Second.Rest));
        return same || (duties.Count == 0 && before?.Standings.All(HasNoDuty) != false) ? null : duties;
    }

    private static bool HasNoDuty(KeptStanding standing) =>
        standing.Rest.Contains("\"duties\":[]", StringComparison.Ordinal);

    private Listing ListingOf(Standing standing)
    {
        var ladder = book.Regimes.First(each => each.Name == standing.Regime).On(today)?.Manifest.Tiers;
        return new Listing(
            standing.Regime, ladder?.RankOf(standing.Tier) is >= 0 and var rank ? rank : null,
            standing.Frequency?.Due);
    }

    /// <summary>Where pack, tier or points differ from how it stood.</summary>
    private IEnumerable<StandingChange> Changes(
        IReadOnlyList<KeptStanding> before, IReadOnlyList<KeptStanding> after, string cause)
    {
        foreach (var each in after)
        {
            var former = before.FirstOrDefault(one => one.Regime == each.Regime);
            if (former is null
                || (former.Pack, former.Tier, former.Points) != (each.Pack, each.Tier, each.Points))
            {
                yield return new StandingChange(each.Regime, today, each.Pack, each.Tier, each.Points, cause)
                {
                    WasPack = former?.Pack, WasTier = former?.Tier,
                };
            }
        }

        foreach (var each in Left(before, after))
        {
            yield return new StandingChange(each.Regime, today, null, null, null, cause)
            {
                WasPack = each.Pack, WasTier = each.Tier,
            };
        }
    }

    private static IEnumerable<KeptStanding> Left(
        IReadOnlyList<KeptStanding> before, IReadOnlyList<KeptStanding> after) =>
        before.Where(former => after.All(each => each.Regime != former.Regime));

    private static List<PostedRow> Post(FileAtHand file, Assessment assessment, Cause cause)
    {
        var added = new List<PostedRow>();
        foreach (var judgement in assessment.Judgements)
        {
            var (standing, bookings) = judgement;
            if (bookings is not null && !file.IsJudgedSo(judgement))
            {
                added.AddRange(Posting
                    .Difference(file.Rows(standing.Regime), bookings, cause.Otherwise)
                    .Select(row => new PostedRow(
                        standing.Regime, row with { Cause = cause.Of(row.Booking.Event) })));
            }
        }

        return added;
    }

    private static KeptStanding Keep(
        Standing standing, FileAtHand file, List<PostedRow> added, string? region)
    {
        var last = added.LastOrDefault(row => row.Regime == standing.Regime)?.Row
            ?? file.Rows(standing.Regime).LastOrDefault();
        var rest = JsonText.Of(json =>
        {
            json.WriteStartObject();
            StandingJson.WriteRest(json, standing);
            json.WriteEndObject();
        });
        return new KeptStanding(
            standing.Subject, standing.Regime, standing.On, standing.Pack, standing.Status,
            standing.Tier, standing.Points?.Value, standing.ChangesOn, last?.Number ?? 0, region,
            rest);
    }

    private static Advice? Advise(FileAtHand file, Recommendation? recommendation)
    {
        if (recommendation is null)
        {
            return null;
        }

        if (file.Advised?.SameAs(recommendation) == true)
        {
            // Most events change nothing for the schedulers: said without writing it out.
            return null;
        }

        // All but the day, as SameAs compares; kept beside the JSON, so that it need not be read
        // back.
        var content = Json(recommendation with { On = DateOnly.MinValue }, "");
        if (file.LastAdvice?.Content == content)
        {
            return null;
        }

        var number = (file.LastAdvice?.Number ?? 0) + 1;
        var named = string.Create(
            CultureInfo.InvariantCulture, $"{file.Subject}\n{number}\n{content}");
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)))[..32];
        return new Advice(file.Subject, number, id, content, Json(recommendation, id));
    }

    private static string Json(Recommendation recommendation, string id) =>
        JsonText.Of(json => RecommendationJson.Write(json, recommendation, id));
}
