using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges a file by the law in force and by the one that shadows it, as a back-test does, and says how it
/// stands by both, since when, and what event made the difference. Pure: of the same it makes the same.
/// </summary>
internal sealed class ShadowJudge
{
    private readonly IReadOnlyList<ComparedRegime> regimes;
    private readonly ComparedReader reader;

    /// <param name="from">The day on which the shadow begins, as if the proposal were published then.</param>
    public ShadowJudge(ComparedLaws laws, DateOnly from)
    {
        var (before, after) = (laws.Before.Book!, LawFromDay.Of(laws.Before.Book!, laws.After.Book!, from));
        regimes = ComparedRegime.Of(before, after, laws.SameEvents);
        reader = new ComparedReader(before.Catalogue, after.Catalogue, laws.SameEvents);
    }

    /// <param name="known">The events of its file.</param>
    /// <param name="former">What was kept of it before.</param>
    /// <returns>How it stands in each regime that can differ, and in which it stands.</returns>
    public IReadOnlyList<ShadowRow> Judge(
        Subject subject, IReadOnlyList<KeptEvent> known, DateOnly on, IReadOnlyList<ShadowRow> former)
    {
        // Of whom nothing was known then nothing is said.
        if (known.Count == 0)
        {
            return [];
        }

        var file = reader.Read(subject, known);
        var (before, after) = file.On(on);
        var region = Registration.Of(file.Before).Region;
        return
        [
            .. regimes.Select(each => (
                    Regime: each, Both: each.JudgeAhead(before, file.Flawed, after, file.FlawedAfter, on)))
                .Where(each => each.Both is not (null, null))
                .Select(each => Row(subject, known, region, each.Regime, each.Both, on,
                    former.FirstOrDefault(row => row.Regime == each.Regime.Name))),
        ];
    }

    private static ShadowRow Row(
        Subject subject, IReadOnlyList<KeptEvent> known, string? region, ComparedRegime regime,
        (Standing? Was, Standing? Becomes) both, DateOnly on, ShadowRow? former)
    {
        var (was, becomes) = both;
        var row = new ShadowRow(subject, regime.Name, Told(was), Told(becomes))
        {
            Region = region, PointsBefore = was?.Points?.Value, PointsAfter = becomes?.Points?.Value,
            ChangesOn = becomes?.ChangesOn,
            KnownTo = known.Max(each => each.RecordedAt),
        };
        var same = former is not null && (former.Before, former.After) == (row.Before, row.After);
        return row with
        {
            Since = same ? former!.Since : on,
            Event = !row.Differs ? null : same ? former!.Event
                : CauseOf(known, was, becomes, former?.KnownTo),
            Why = row.Differs ? WhyMoved.Of(was, becomes, regime.After?.On(on)) : "",
        };
    }

    /// <summary>
    /// Of the events that came since it was last judged the last of which the laws make other points; where
    /// there is none, the last that came.
    /// </summary>
    private static EventId? CauseOf(
        IReadOnlyList<KeptEvent> known, Standing? was, Standing? becomes, DateTimeOffset? knownTo)
    {
        var came = known.Where(each => knownTo is null || each.RecordedAt > knownTo)
            .OrderBy(each => each.RecordedAt).ThenBy(each => each.Id.Source, StringComparer.Ordinal)
            .ThenBy(each => each.Id.Id, StringComparer.Ordinal).Select(each => each.Id).ToList();
        var (before, after) = (PointsOf(was), PointsOf(becomes));
        var other = before.Except(after).Concat(after.Except(before)).Select(each => each.Event).ToHashSet();
        return came.Exists(other.Contains) ? came.Last(other.Contains) : came.Count > 0 ? came[^1] : null;
    }

    private static List<(EventId Event, string Rule, Points Points)> PointsOf(Standing? standing) =>
        [.. (standing?.Entries ?? []).Select(each => (each.Happened.Event.Id, each.Rule, each.Points))];

    private static string Told(Standing? standing) =>
        standing is null ? "" : standing.Tier ?? ShadowRow.NotJudged;
}
