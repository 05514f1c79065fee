using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges subjects twice on a day, by the law before and by the one that is proposed, in the regimes that can
/// differ alone, and says what differs. Pure: of the same files it makes the same.
/// </summary>
public sealed class BacktestJudge
{
    private readonly RuleBook before;
    private readonly RuleBook after;
    private readonly DateOnly day;
    private readonly DateOnly? eve;
    private readonly EventReader readBefore;
    private readonly EventReader readAfter;

    private BacktestJudge(RuleBook before, RuleBook after, bool sameEvents, DateOnly day, DateOnly? eve)
    {
        (this.before, this.after, this.day, this.eve) = (before, after, day, eve);
        readBefore = EventReader.OfKept(before.Catalogue);
        readAfter = sameEvents ? readBefore : EventReader.OfKept(after.Catalogue);
    }

    /// <summary>The regimes that are judged, by name.</summary>
    public IReadOnlyList<string> Regimes => [.. before.Regimes.Concat(after.Regimes)
        .Select(each => each.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="sameEvents">Whether kinds of events and calendars are the same in both.</param>
    /// <param name="begins">The first day on which both can differ; null: on any.</param>
    public static BacktestJudge Of(
        RuleBook before, RuleBook after, bool sameEvents, DateOnly day, DateOnly? begins)
    {
        var was = before.Regimes.ToDictionary(each => each.Name, Versions);
        var becomes = after.Regimes.ToDictionary(each => each.Name, Versions);
        return new BacktestJudge(
            before.Only(Differs), after.Only(Differs), sameEvents, day,
            begins is { } first && first <= day ? first.AddDays(-1) : begins is null ? null : day);

        bool Differs(Regime each) => !sameEvents
            || was.GetValueOrDefault(each.Name) != becomes.GetValueOrDefault(each.Name);

        static string Versions(Regime regime) => string.Join(
            ' ', regime.Versions.Select(each => $"{each.Version}:{each.Hash}"));
    }

    /// <summary>Judges one file, and counts what differs.</summary>
    public void Count(KnownFile known, BacktestTally tally, List<Mover> movers)
    {
        var (one, flawsBefore) = Read(known, readBefore);
        var (other, flawsAfter) = ReferenceEquals(readBefore, readAfter)
            ? (one, flawsBefore) : Read(known, readAfter);
        var registered = Registration.Of(one);
        var region = registered.Region;
        var place = region is { Length: >= 4 } ? region[..4] : "-";
        var trade = SectionOf(registered.On(day).Industry);
        var was = Standings(one, before, flawsBefore);
        var becomes = Standings(other, after, flawsAfter);
        var moved = 0;
        foreach (var regime in was.Keys.Union(becomes.Keys).Order(StringComparer.Ordinal))
        {
            moved |= Compare(
                known, regime, was.GetValueOrDefault(regime), becomes.GetValueOrDefault(regime), region,
                    trade,
                tally, movers) ? 1 : 0;
        }

        tally.Add(1, "subjects");
        tally.Add(1, "region", place, "all");
        tally.Add(1, "industry", trade ?? "-", "all");
        if (moved > 0)
        {
            tally.Add(1, "moved");
            tally.Add(1, "region", place, "moved");
            tally.Add(1, "industry", trade ?? "-", "moved");
            CountEve(one, other, flawsBefore, flawsAfter, tally);
        }
    }

    /// <summary>
    /// Nobody may differ before the proposal can be in force: who does is counted as a fault.
    /// </summary>
    private void CountEve(
        CreditFile one, CreditFile other, bool flawsBefore, bool flawsAfter, BacktestTally tally)
    {
        if (eve is not { } night)
        {
            return;
        }

        var was = Standings(one, before, flawsBefore, night);
        var becomes = Standings(other, after, flawsAfter, night);
        if (was.Keys.Union(becomes.Keys).Any(regime => !Same(
            was.GetValueOrDefault(regime), becomes.GetValueOrDefault(regime))))
        {
            tally.Add(1, "before-the-day");
        }
    }

    private bool Compare(
        KnownFile known, string regime, Standing? was, Standing? becomes, string? region, string? trade,
        BacktestTally tally, List<Mover> movers)
    {
        tally.Add(1, "tier", regime, TierOf(was) ?? "?", TierOf(becomes) ?? "?");
        CountRules(regime, was, "before", tally);
        CountRules(regime, becomes, "after", tally);
        if (Same(was, becomes))
        {
            tally.Add(was?.Points != becomes?.Points ? 1 : 0, "points-only", regime);
            return false;
        }

        var mover = new Mover(
            known.Subject.Kind, known.Subject.Id, region, trade, regime, TierOf(was), TierOf(becomes),
            was?.Points?.Value, becomes?.Points?.Value, WhyMoved.Of(was, becomes, PackOf(becomes)));
        movers.Add(mover);
        if (becomes?.Tier is { } tier && PackOf(becomes)?.Manifest.Tiers.Tiers[^1] == tier)
        {
            tally.Add(1, "outright", regime);
        }

        return true;
    }

    private static bool Same(Standing? was, Standing? becomes) => TierOf(was) == TierOf(becomes);

    private static void CountRules(string regime, Standing? standing, string when, BacktestTally tally)
    {
        foreach (var entry in standing?.Entries ?? [])
        {
            tally.Add(entry.Points.Value, "rule", regime, entry.Rule, "points", when);
            tally.Add(1, "rule", regime, entry.Rule, "entries", when);
        }
    }

    private RulePack? PackOf(Standing? standing) => standing is null ? null
        : after.Regimes.FirstOrDefault(each => each.Name == standing.Regime)?.On(day);

    /// <summary>Null: it cannot be judged; empty: it does not stand there.</summary>
    private static string? TierOf(Standing? standing) => standing is null ? "" : standing.Tier;

    private Dictionary<string, Standing> Standings(
        CreditFile file, RuleBook book, bool flawed, DateOnly? on = null) =>
        (flawed ? Unreadable.Refuse(file.Subject, book, on ?? day, [])
            : Unreadable.Guard(
                file.Subject, book, on ?? day, () => Assessor.Assess(file.UpTo(on ?? day), book, on ?? day)))
        .Standings.ToDictionary(each => each.Regime, StringComparer.Ordinal);

    private static (CreditFile File, bool Flawed) Read(KnownFile known, EventReader reader)
    {
        var events = StoredEvents.Read(reader, known.Events, out var flaws);
        return (new CreditFile(known.Subject, events), flaws.Count > 0);
    }

    /// <summary>The section of the industry, a letter; null: it is not known.</summary>
    private static string? SectionOf(string? industry) => industry is { Length: > 0 } code ? code[..1] : null;
}
