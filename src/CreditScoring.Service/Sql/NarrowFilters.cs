using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>
/// Finds the shortest way to what a filter wants. An engine that knows no frequencies would go along the
/// order of the list and pass by a million rows to find the ten of a small district: so it is asked first
/// how many there are, up to a bound.
/// </summary>
internal static class NarrowFilters
{
    /// <summary>Up to so many are sorted faster than the order of the list is gone through.</summary>
    private const int Few = 10_000;

    /// <returns>Empty: as the engine finds by itself.</returns>
    public static async Task<string> WayAsync<TRow>(
        ListFilter filter, SqlDialect dialect, ISqlView<TRow> view)
        where TRow : IRow
    {
        if (dialect.Along(null).Length == 0)
        {
            return "";
        }

        var (best, least) = ("", (long)Few + 1);
        foreach (var (index, wanted) in Ways(filter, dialect))
        {
            var along = dialect.Along(index);
            var limit = wanted.Value(least);
            var count = (await view.RowsAsync(
                row => row.Long(0),
                $"SELECT count(*) FROM (SELECT 1 FROM listings l{along} {wanted.Where}LIMIT {limit})",
                wanted.Values)).Single();
            (best, least) = count < least ? (along, Math.Max(1, count)) : (best, least);
        }

        return best;
    }

    /// <summary>The indexes that serve a filter, each with that of it which it serves.</summary>
    private static IEnumerable<(string Index, Conditions Wanted)> Ways(ListFilter filter, SqlDialect dialect)
    {
        if (filter.Region is not null)
        {
            yield return ("listings_by_region", Of(new ListFilter { Region = filter.Region }));
        }

        if (filter.Industry is not null)
        {
            yield return ("listings_by_industry", Of(new ListFilter { Industry = filter.Industry }));
        }

        if (filter.WorseSince is not null)
        {
            yield return ("listings_worse", Of(new ListFilter { WorseSince = filter.WorseSince }));
        }

        foreach (var within in filter.Regime is { } regime ? WaysWithin(regime, filter, dialect) : [])
        {
            yield return within;
        }

        Conditions Of(ListFilter part) => ListingSql.Wanted(part, dialect);
    }

    /// <summary>Those whose index begins with the regime.</summary>
    private static IEnumerable<(string Index, Conditions Wanted)> WaysWithin(
        string regime, ListFilter filter, SqlDialect dialect)
    {
        if (filter.Tiers.Count > 0)
        {
            yield return ("listings_by_tier", Of(new ListFilter { Tiers = filter.Tiers }));
        }

        if (filter.DueBefore is not null)
        {
            yield return ("listings_by_due", Of(new ListFilter { DueBefore = filter.DueBefore }));
        }

        if ((filter.PointsFrom ?? filter.PointsTo) is not null)
        {
            yield return ("listings_by_score",
                Of(new ListFilter { PointsFrom = filter.PointsFrom, PointsTo = filter.PointsTo }));
        }

        Conditions Of(ListFilter part) => ListingSql.Wanted(part with { Regime = regime }, dialect);
    }
}
