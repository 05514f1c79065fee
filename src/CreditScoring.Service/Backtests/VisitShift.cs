namespace CreditScoring.Service.Backtests;

/// <summary>How many inspections, and inspectors' days, a place has to make, before and after.</summary>
/// <param name="Region">Four digits; -: not known.</param>
/// <param name="Quarter">In which the next ones fall due, such as 2026Q1; year: how many a year.</param>
public sealed record VisitShift(string Regime, string Region, string Quarter)
{
    public decimal Before { get; init; }

    public decimal After { get; init; }

    public decimal DaysBefore { get; init; }

    public decimal DaysAfter { get; init; }

    /// <summary>By regime, place and quarter.</summary>
    public static IEnumerable<VisitShift> AllOf(BacktestReport? report) => (report?.Tally.Of("visits") ?? [])
        .Select(each => (Regime: each.Name[0], Region: each.Name[1], Quarter: each.Name[2])).Distinct()
        .Select(each => new VisitShift(each.Regime, each.Region, each.Quarter)
        {
            Before = report!.Tally["visits", each.Regime, each.Region, each.Quarter, "before"],
            After = report.Tally["visits", each.Regime, each.Region, each.Quarter, "after"],
            DaysBefore = report.Tally["days", each.Regime, each.Region, each.Quarter, "before"],
            DaysAfter = report.Tally["days", each.Regime, each.Region, each.Quarter, "after"],
        });

    /// <summary>Of how many subjects more inspections are wanted than their yearly cap allows.</summary>
    public static IEnumerable<(string Regime, long Before, long After)> Caps(BacktestReport? report) =>
        (report?.Tally.Of("cap") ?? []).Select(each => each.Name[0]).Distinct().Select(regime => (
            regime, (long)report!.Tally["cap", regime, "before"],
            (long)report.Tally["cap", regime, "after"]));
}
