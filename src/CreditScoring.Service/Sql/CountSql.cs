using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Counts standings: as they are, how they turned month by month, and from where to where.</summary>
internal static class CountSql
{
    /// <summary>How a turn x left a standing: nothing where none was in force, '?' not judged.</summary>
    private const string State = "CASE WHEN x.pack IS NULL THEN '' ELSE coalesce(x.tier, '?') END";

    /// <summary>As they are now; those in no version's force are left out.</summary>
    public static (string Sql, object?[] Values) Now(ListFilter filter, CountBy by, SqlDialect dialect)
    {
        var wanted = ListingSql.Wanted(filter, dialect);
        wanted.Say("l.status IS NOT NULL");
        var groups = Groups("g.regime", by.Tier ? "g.tier" : null, RegionOf("g", by.RegionDigits));
        // The index by region has all columns of most questions, and gives their groups in order.
        var along = dialect.Along(filter.IsOfPlaces ? "listings_by_region" : null);
        return ($"SELECT {groups.Columns}, CAST(sum(g.n) AS bigint) FROM (SELECT l.region, l.regime, l.tier, "
            + $"count(*) AS n FROM listings l{along} {wanted.Where}GROUP BY l.region, l.regime, l.tier) g "
            + $"GROUP BY {groups.By} ORDER BY {groups.By}", wanted.Values);
    }

    /// <summary>How many turned to or from what in each month after a day: from is negative.</summary>
    public static (string Sql, object?[] Values) Turned(
        ListFilter filter, CountBy by, DateOnly after, SqlDialect dialect)
    {
        var wanted = new Conditions();
        wanted.Add("h.regime = ", filter.Regime);
        wanted.Add("h.on_day > ", after);
        wanted.Add("h.kind = ", filter.Kind);
        wanted.AddBeginning("f.region", filter.Region, ":");
        var files = by.RegionDigits is null && filter.Region is null ? ""
            : "JOIN files f ON f.kind = h.kind AND f.subject = h.subject ";
        var (tier, wasTier) = by.Tier ? ("tier", "was_tier") : ("NULL", "NULL");
        var region = RegionOf("f", by.RegionDigits) ?? "NULL";
        var turns = $"SELECT h.regime, h.tier, h.pack, h.was_tier, h.was_pack, {region} AS region, "
            + $"{dialect.Month("h.on_day")} AS month FROM history h {files}{wanted.Where}";
        return (
            $"WITH t AS ({turns}) SELECT regime, tier, region, CAST(sum(n) AS bigint), month FROM ("
            + $"SELECT regime, {tier} AS tier, region, month, count(*) AS n FROM t "
            + "WHERE pack IS NOT NULL GROUP BY 1, 2, 3, 4 UNION ALL "
            + $"SELECT regime, {wasTier} AS tier, region, month, -count(*) AS n FROM t "
            + "WHERE was_pack IS NOT NULL GROUP BY 1, 2, 3, 4) d GROUP BY 1, 2, 3, 5", wanted.Values);
    }

    public static StandingCount Count<TRow>(TRow row)
        where TRow : IRow => new(row.Text(0), row.TextAt(1), row.TextAt(2), row.Long(3));

    public static StandingCount Turn<TRow>(TRow row)
        where TRow : IRow => Count(row) with { Month = row.Text(4) };

    /// <summary>
    /// Of the subjects of a regime that turned after a day: how many were so then, so on another day, and are
    /// so now.
    /// </summary>
    public static (string Sql, object?[] Values) Moved(
        ListFilter filter, DateOnly from, DateOnly to, SqlDialect dialect)
    {
        var wanted = new Conditions();
        var regime = wanted.Value(filter.Regime!);
        var (before, after) = (wanted.Value(from), wanted.Value(to));
        wanted.Say($"h.regime = {regime}");
        wanted.Say($"h.on_day > {before}");
        wanted.Add("h.kind = ", filter.Kind);
        wanted.AddBeginning("f.region", filter.Region, ":");
        var files = filter.Region is null ? "" : "JOIN files f ON f.kind = h.kind AND f.subject = h.subject ";
        return (
            $"WITH m AS (SELECT DISTINCT h.kind, h.subject FROM history h {files}{wanted.Where}) "
            + $"SELECT a, b, c, count(*) FROM (SELECT {StateOn(before)} AS a, {StateOn(after)} AS b, "
            + $"{StateOn(null)} AS c FROM m) d GROUP BY a, b, c", wanted.Values);

        // Each along its own file: along the days, all turns of the regime would be read for each subject.
        string StateOn(string? day) =>
            $"(SELECT {State} FROM history x{dialect.Along("history_by_subject")} WHERE x.kind = m.kind "
            + $"AND x.subject = m.subject AND x.regime = {regime}"
            + (day is null ? "" : $" AND x.on_day <= {day}") + " ORDER BY x.position DESC LIMIT 1)";
    }

    public static Migration Move<TRow>(TRow row)
        where TRow : IRow => new(StateAt(row, 0), StateAt(row, 1), StateAt(row, 2), row.Long(3));

    /// <summary>Rows of the ledgers by version and rule: those posted, and those that reverse one.</summary>
    public static (string Sql, object?[] Values) Posted(string regime, string? region)
    {
        var wanted = new Conditions();
        wanted.Add("l.regime = ", regime);
        wanted.AddBeginning("f.region", region, ":");
        var files = region is null ? "" : "JOIN files f ON f.kind = l.kind AND f.subject = l.subject ";
        return ("SELECT l.pack, l.rule, count(*) - count(l.reverses), count(l.reverses) FROM ledger l "
            + $"{files}{wanted.Where}GROUP BY l.pack, l.rule", wanted.Values);
    }

    private static TierState? StateAt<TRow>(TRow row, int column)
        where TRow : IRow => row.TextAt(column) switch
        {
            null or "" => null,
            "?" => new TierState(null),
            var tier => new TierState(tier),
        };

    private static string? RegionOf(string table, int? digits) =>
        digits is null ? null : $"substr({table}.region, 1, {digits})";

    /// <summary>What is not told apart is NULL, and no group.</summary>
    private static (string Columns, string By) Groups(params string?[] groups) =>
        (string.Join(", ", groups.Select(each => each ?? "NULL")),
            string.Join(", ", groups.Where(each => each is not null)));
}
