using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Judges a file on the day of a back-test, or at the ends of the months of its period, from the beginning
/// each time: as it was on that day. Pure. Safe for many threads.
/// </summary>
internal sealed class PeriodJudge
{
    /// <summary>Under which the counts of a day of a period stand.</summary>
    public const string At = "at";

    private readonly BacktestJudge judge;
    private readonly IReadOnlyList<(DateOnly Day, BacktestJudge Judge)> days = [];

    private PeriodJudge(ComparedLaws laws, DateOnly from, DateOnly to)
    {
        days = [.. PeriodDays.Of(from, to).Select(each => (each, BacktestJudge.AsIf(laws, from, each)))];
        judge = days[^1].Judge;
    }

    private PeriodJudge(BacktestJudge judge) => this.judge = judge;

    public static PeriodJudge Of(ComparedLaws laws, Backtest test) => test.From is { } from
        ? new PeriodJudge(laws, from, test.Day)
        : new PeriodJudge(BacktestJudge.Of(
            laws.Before, laws.After, laws.SameEvents, test.Day,
            LawDays.BeginOf(laws.Before.Book!, laws.After.Book!, laws.SameEvents), laws.Plan));

    /// <summary>The regimes that are judged, by name.</summary>
    public IReadOnlyList<string> Regimes => judge.Regimes;

    /// <summary>Judges one file, and counts what differs.</summary>
    public void Count(KnownFile known, BacktestTally tally, List<Mover> movers)
    {
        if (days.Count == 0)
        {
            judge.Count(known, tally, movers);
            return;
        }

        var (moved, early) = (false, false);
        var differs = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        // Read once: on every day by the same catalogues.
        var file = judge.Read(known);
        foreach (var (day, each) in days)
        {
            var (counts, now) = (new BacktestTally(), new List<Mover>());
            each.Count(file, counts, now);
            tally.Add(counts, $"{At}\t{PeriodDays.Told(day)}");
            moved |= now.Count > 0;
            early |= counts["before-the-day"] > 0;
            // Who differs as on the day before it is not told again.
            movers.AddRange(now.Where(one => !differs.TryGetValue(one.Regime, out var former)
                || former != (one.Before, one.After)).Select(one => one with { On = day }));
            differs = now.ToDictionary(
                one => one.Regime, one => (one.Before, one.After), StringComparer.Ordinal);
        }

        tally.Add(1, "subjects");
        tally.Add(moved ? 1 : 0, "moved");
        tally.Add(early ? 1 : 0, "before-the-day");
    }
}
