namespace CreditScoring.Service.Backtests;

/// <summary>How many points and entries a rule makes of all subjects, before and after.</summary>
public sealed record RuleShift(string Regime, string Rule)
{
    public decimal PointsBefore { get; init; }

    public decimal PointsAfter { get; init; }

    public decimal EntriesBefore { get; init; }

    public decimal EntriesAfter { get; init; }

    /// <summary>The rules that make other points or entries than before.</summary>
    public static IEnumerable<RuleShift> AllOf(BacktestReport? report) => (report?.Tally.Of("rule") ?? [])
        .GroupBy(each => (Regime: each.Name[0], Rule: each.Name[1]))
        .Select(group => new RuleShift(group.Key.Regime, group.Key.Rule)
        {
            PointsBefore = Of(group, "points", "before"), PointsAfter = Of(group, "points", "after"),
            EntriesBefore = Of(group, "entries", "before"), EntriesAfter = Of(group, "entries", "after"),
        })
        .Where(each => each.PointsBefore != each.PointsAfter || each.EntriesBefore != each.EntriesAfter);

    private static decimal Of(IEnumerable<(string[] Name, decimal Count)> group, string what, string when) =>
        group.Where(each => each.Name[2] == what && each.Name[3] == when).Sum(each => each.Count);
}
