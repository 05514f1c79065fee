using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Planning;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges subjects twice on a day, by the law before and by the one that is proposed, in the regimes that can
/// differ alone, and says what differs. Pure: of the same files it makes the same. Safe for many threads.
/// </summary>
public sealed class BacktestJudge
{
    private readonly IReadOnlyList<ComparedRegime> regimes;
    private readonly DateOnly day;
    private readonly DateOnly? eve;
    private readonly ComparedReader reader;

    private BacktestJudge(
        IReadOnlyList<ComparedRegime> regimes, RuleBook before, RuleBook after, bool sameEvents, DateOnly day,
        DateOnly? eve)
    {
        (this.regimes, this.day, this.eve) = (regimes, day, eve);
        reader = new ComparedReader(before.Catalogue, after.Catalogue, sameEvents);
    }

    /// <summary>The regimes that are judged, by name.</summary>
    public IReadOnlyList<string> Regimes => [.. regimes.Select(each => each.Name)];

    /// <param name="sameEvents">Whether kinds of events and calendars are the same in both.</param>
    /// <param name="begins">The first day on which both can differ; null: on any.</param>
    /// <param name="plan">What a visit takes; null: nobody says.</param>
    public static BacktestJudge Of(
        RuleReading before, RuleReading after, bool sameEvents, DateOnly day, DateOnly? begins,
        PlanProfile? plan) => new(
        [.. ComparedRegime.Of(before, after, sameEvents).Select(
            each => each with { PersonDays = plan?.PersonDaysOf(each.Name) })],
        before.Book!, after.Book!, sameEvents, day,
        begins is { } first && first <= day ? first.AddDays(-1) : begins is null ? null : day);

    /// <summary>
    /// The same as if the proposal had been published on an earlier day; who had no event by the day judged
    /// is not counted.
    /// </summary>
    internal static BacktestJudge AsIf(ComparedLaws laws, DateOnly from, DateOnly day)
    {
        var (before, proposed) = (laws.Before.Book!, laws.After.Book!);
        var after = LawFromDay.Of(before, proposed, from);
        var regimes = ReferenceEquals(after, proposed)
            ? ComparedRegime.Of(laws.Before, laws.After, laws.SameEvents)
            : ComparedRegime.Of(before, after, laws.SameEvents);
        return new BacktestJudge(
            [.. regimes.Select(each => each with { PersonDays = laws.Plan?.PersonDaysOf(each.Name) })],
            before, after, laws.SameEvents, day,
            LawDays.BeginOf(before, after, laws.SameEvents) is { } begins && begins <= day
                ? begins.AddDays(-1) : null)
        {
            PresentAlone = true,
        };
    }

    /// <summary>Whether a subject counts only where it had an event by the day.</summary>
    private bool PresentAlone { get; init; }

    /// <summary>Judges one file, and counts what differs.</summary>
    public void Count(KnownFile known, BacktestTally tally, List<Mover> movers) =>
        Count(Read(known), tally, movers);

    /// <summary>The file as it is judged, on whichever day.</summary>
    internal ComparedFile Read(KnownFile known) => reader.Read(known);

    /// <summary>The same of a file that has been read.</summary>
    internal void Count(ComparedFile file, BacktestTally tally, List<Mover> movers)
    {
        if (PresentAlone && file.Before.UpTo(day).Events.Count == 0)
        {
            return;
        }

        var registered = Registration.Of(file.Before);
        var who = new CountedSubject(file.Before.Subject, registered.Region, registered.On(day).Industry)
        {
            Size = registered.Said("scale", day),
        };
        var moved = false;
        foreach (var (regime, was, becomes) in Judged(file, day))
        {
            moved |= Compare(who, regime, was, becomes, tally, movers);
        }

        tally.Add(1, "subjects");
        who.Groups.ToList().ForEach(each => tally.Add(1, each.What, each.Of, "all"));
        if (moved)
        {
            tally.Add(1, "moved");
            who.Groups.ToList().ForEach(each => tally.Add(1, each.What, each.Of, "moved"));
            CountEve(file, tally);
        }
    }

    /// <summary>
    /// Nobody may differ before the proposal can be in force: who does is counted as a fault.
    /// </summary>
    private void CountEve(ComparedFile file, BacktestTally tally)
    {
        if (eve is { } night
            && Judged(file, night).Any(each => !Same(each.Was, each.Becomes)))
        {
            tally.Add(1, "before-the-day");
        }
    }

    private List<(ComparedRegime Regime, Standing? Was, Standing? Becomes)> Judged(
        ComparedFile file, DateOnly on)
    {
        var (before, after) = file.On(on);
        return
        [
            .. regimes.Select(each => (each, each.Judge(before, file.Flawed, after, file.FlawedAfter, on)))
                .Select(each => (each.each, each.Item2.Was, each.Item2.Becomes)),
        ];
    }

    private bool Compare(
        CountedSubject who, ComparedRegime regime, Standing? was, Standing? becomes, BacktestTally tally,
        List<Mover> movers)
    {
        if (was is null && becomes is null)
        {
            return false;
        }

        var pack = regime.After?.On(day);
        tally.Add(1, "tier", regime.Name, TierOf(was) ?? "?", TierOf(becomes) ?? "?");
        SupervisionCounts.Count(who, regime, was, "before", tally);
        SupervisionCounts.Count(who, regime, becomes, "after", tally);
        if (Same(was, becomes))
        {
            tally.Add(was?.Points != becomes?.Points ? 1 : 0, "points-only", regime.Name);
            return false;
        }

        movers.Add(new Mover(
            who.Subject.Kind, who.Subject.Id, who.Region, who.Section, regime.Name,
            TierOf(was), TierOf(becomes),
            was?.Points?.Value, becomes?.Points?.Value, WhyMoved.Of(was, becomes, pack)));
        if (becomes?.Tier is { } tier && pack?.Manifest.Tiers.Tiers[^1] == tier)
        {
            tally.Add(1, "outright", regime.Name);
        }

        return true;
    }

    private static bool Same(Standing? was, Standing? becomes) => TierOf(was) == TierOf(becomes);

    /// <summary>Null: it cannot be judged; empty: it does not stand there.</summary>
    private static string? TierOf(Standing? standing) => standing is null ? "" : standing.Tier;
}
