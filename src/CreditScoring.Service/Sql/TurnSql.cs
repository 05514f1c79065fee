using CreditScoring.Enterprises;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Asks whose standings have turned since a day, in the order of commits.</summary>
internal static class TurnSql
{
    /// <summary>Each standing by its last row, and by its last one before the day.</summary>
    public static (string Sql, object?[] Values) Of(TurnQuery query, SqlDialect dialect)
    {
        var wanted = new Conditions();
        var since = wanted.Value(query.Since);
        wanted.Say(dialect.TurnsSince(
            since, wanted.Value(LegalDay.BeginningOf(query.Since).ToUnixTimeMilliseconds())));
        // So written that no index of days is used instead of the order of commits.
        wanted.Say($"NOT (h.on_day < {since})");
        wanted.Say("NOT EXISTS (SELECT 1 FROM history n WHERE n.kind = h.kind AND n.subject = h.subject "
            + "AND n.regime = h.regime AND n.position > h.position)");
        wanted.Add("h.regime = ", query.Regime);
        wanted.Add("h.kind = ", query.Kind);
        wanted.AddBeginning("f.region", query.Region, ":");
        if (query.After is { } after)
        {
            object[] place = dialect.TurnPlace.Count == 1 ? [after.Position] : [after.Link, after.Position];
            wanted.AddAfter(
                string.Join(", ", dialect.TurnPlace), query.LastFirst, [.. place.Select(wanted.Value)]);
        }

        var order = string.Join(
            ", ", dialect.TurnPlace.Select(each => query.LastFirst ? $"{each} DESC" : each));
        return (
            $"SELECT {dialect.TurnLink}, h.position, h.kind, h.subject, {Change("h")}, "
            + $"{Change("b")}, {RowValues.ProfileColumns}, f.region "
            + $"FROM {dialect.Turns} JOIN files f ON f.kind = h.kind AND f.subject = h.subject "
            + "LEFT JOIN history b ON b.kind = h.kind AND b.subject = h.subject AND b.position = "
            + "(SELECT max(x.position) FROM history x WHERE x.kind = h.kind AND x.subject = h.subject "
            + $"AND x.regime = h.regime AND x.on_day < {since}) "
            + $"{wanted.Where}ORDER BY {order} "
            + $"LIMIT {wanted.Value(query.Limit)}", wanted.Values);
    }

    public static NetTurn Read<TRow>(TRow row)
        where TRow : IRow => new(
        new TurnPlace(row.Long(0), row.Long(1)), row.SubjectAt(2), RowValues.Change(row, 4),
        row.IsNull(10) ? null : RowValues.Change(row, 10), row.ProfileAt(16), row.TextAt(19));

    /// <summary>Rows of several ledgers recorded from an instant on, or lapsing from a day on.</summary>
    public static (string Sql, object?[] Values) Ledger(
        IReadOnlyCollection<(Subject Subject, string Regime)> whose, DateOnly since, DateTimeOffset from)
    {
        var wanted = new Conditions();
        var (day, instant) = (wanted.Value(since), wanted.Value(from.ToUnixTimeMilliseconds()));
        var keys = string.Join(", ", whose.Select(each => $"({wanted.Value(each.Subject.Kind)}, "
            + $"{wanted.Value(each.Subject.Id)}, {wanted.Value(each.Regime)})"));
        return (
            $"WITH k (kind, subject, regime) AS (VALUES {keys}) SELECT l.kind, l.subject, "
            + string.Join(", ", RowValues.LedgerColumns.Split(", ").Select(each => $"l.{each}"))
            + ", l.recorded_at FROM k JOIN ledger l ON l.kind = k.kind AND l.subject = k.subject "
            + $"AND l.regime = k.regime WHERE l.recorded_at >= {instant} OR l.until_day >= {day} "
            + "ORDER BY l.kind, l.subject, l.regime, l.number", wanted.Values);
    }

    public static SubjectRow Row<TRow>(TRow row)
        where TRow : IRow => new(row.SubjectAt(0), RowValues.Ledger(row, 2), row.InstantAt(15));

    private static string Change(string of) =>
        $"{of}.regime, {of}.on_day, {of}.pack, {of}.tier, {of}.points, {of}.cause";
}
