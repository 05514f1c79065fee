using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>
/// The tables of shadows and what is said of them, the same in every engine: days and points are texts, since
/// nobody reckons with them.
/// </summary>
internal static class ShadowSql
{
    /// <summary>A row, from a column on: what <see cref="Row"/> reads.</summary>
    private const string Columns = "kind, subject, regime, before_tier, after_tier, region, points_before, "
        + "points_after, since, source, id, why, changes_on, known_to";

    private const int Places = 14;

    private const string Key = "run, kind, subject, regime";

    /// <param name="text">The type of a column of texts, which are in the order of their octets.</param>
    public static string Tables(string text, string number) => $"""
        -- How far each shadow has followed the record, and how subjects stand by both laws: changed in place,
        -- in no chain, and removed with the shadow.
        CREATE TABLE shadows (
            run {text} PRIMARY KEY, step {number} NOT NULL, place {number} NOT NULL, sweep_kind {text},
            sweep_subject {text}, done {number} NOT NULL);
        CREATE TABLE shadow_rows (
            run {text} NOT NULL, kind {text} NOT NULL, subject {text} NOT NULL, regime {text} NOT NULL,
            before_tier {text} NOT NULL, after_tier {text} NOT NULL, region {text}, points_before {text},
            points_after {text}, since {text} NOT NULL, source {text}, id {text}, why {text} NOT NULL,
            changes_on {text}, known_to {number} NOT NULL, PRIMARY KEY ({Key}));
        CREATE INDEX shadow_movers ON shadow_rows (run, regime, kind, subject)
            WHERE before_tier <> after_tier;
        CREATE INDEX shadow_due ON shadow_rows (run, changes_on) WHERE changes_on IS NOT NULL;
        """;

    public static readonly string Progress =
        "SELECT run, step, place, sweep_kind, sweep_subject, done FROM shadows WHERE run = $1";

    public static ShadowProgress ReadProgress<TRow>(TRow row)
        where TRow : IRow => new(
        row.Text(0), row.Long(1), row.Long(2), row.IsNull(3) ? null : row.SubjectAt(3))
        {
            IsDone = row.Long(5) != 0,
        };

    /// <summary>
    /// What takes the step first, then what it keeps: where the first changes no row, nothing is kept.
    /// </summary>
    public static IEnumerable<(string Sql, object?[] Values)> Of(ShadowStep step)
    {
        var to = step.To;
        object?[] values = [to.Run, to.Step, to.Position, to.Sweep?.Kind, to.Sweep?.Id, to.IsDone ? 1L : 0L];
        yield return step.From is null
            ? ("INSERT INTO shadows VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING", values)
            : ("UPDATE shadows SET step = $2, place = $3, sweep_kind = $4, sweep_subject = $5, done = $6 "
                + "WHERE run = $1 AND step = $7", [.. values, step.From.Step]);
        foreach (var (subject, regime) in step.Gone)
        {
            yield return ("DELETE FROM shadow_rows WHERE run = $1 AND kind = $2 AND subject = $3 "
                + "AND regime = $4", [to.Run, subject.Kind, subject.Id, regime]);
        }

        foreach (var row in step.Rows)
        {
            yield return (Keep, [to.Run, .. Cells(row)]);
        }
    }

    private static readonly string Keep = $"INSERT INTO shadow_rows (run, {Columns}) VALUES ("
        + string.Join(", ", Enumerable.Range(1, Places + 1).Select(each => $"${each}"))
        + $") ON CONFLICT ({Key}) DO UPDATE SET "
        + string.Join(", ", Columns.Split(", ").Skip(3).Select(each => $"{each} = excluded.{each}"));

    private static object?[] Cells(ShadowRow row) =>
    [
        row.Subject.Kind, row.Subject.Id, row.Regime, row.Before, row.After, row.Region,
        TextCells.Decimal(row.PointsBefore), TextCells.Decimal(row.PointsAfter), TextCells.Day(row.Since),
        row.Event?.Source, row.Event?.Id, row.Why, TextCells.Day(row.ChangesOn),
        row.KnownTo.ToUnixTimeMilliseconds(),
    ];

    public static ShadowRow Row<TRow>(TRow row)
        where TRow : IRow => new(row.SubjectAt(0), row.Text(2), row.Text(3), row.Text(4))
        {
            Region = row.TextAt(5), PointsBefore = TextCells.Decimal(row.TextAt(6)),
            PointsAfter = TextCells.Decimal(row.TextAt(7)), Since = TextCells.Day(row.Text(8))!.Value,
            Event = row.IsNull(9) ? null : row.EventIdAt(9), Why = row.Text(11),
            ChangesOn = TextCells.Day(row.TextAt(12)), KnownTo = row.InstantAt(13),
        };

    public static (string Sql, object?[] Values) RowsOf(string run, IReadOnlyCollection<Subject> subjects)
    {
        var wanted = new Conditions();
        var of = wanted.Value(run);
        return ($"WITH k (kind, subject) AS (VALUES {KeysOf(subjects, wanted)}) "
            + $"SELECT {string.Join(", ", Columns.Split(", ").Select(each => $"s.{each}"))} FROM k "
            + $"JOIN shadow_rows s ON s.run = {of} AND s.kind = k.kind AND s.subject = k.subject",
            wanted.Values);
    }

    public static (string Sql, object?[] Values) Movers(string run, StandingKey? after, int limit)
    {
        var wanted = new Conditions();
        wanted.Add("run = ", run);
        wanted.Say("before_tier <> after_tier");
        if (after is { } key)
        {
            wanted.AddAfter("regime, kind, subject", key.Regime, key.Subject.Kind, key.Subject.Id);
        }

        return ($"SELECT {Columns} FROM shadow_rows {wanted.Where}ORDER BY regime, kind, subject "
            + $"LIMIT {wanted.Value((long)limit)}", wanted.Values);
    }

    public const string Due = "SELECT DISTINCT kind, subject FROM shadow_rows "
        + "WHERE run = $1 AND changes_on <= $2 ORDER BY kind, subject LIMIT $3";

    public const string Counts = "SELECT regime, substr(region, 1, 4), before_tier, after_tier, count(*), "
        + "sum(CASE WHEN before_tier = after_tier AND "
        + "coalesce(points_before, '') <> coalesce(points_after, '') THEN 1 ELSE 0 END) "
        + "FROM shadow_rows WHERE run = $1 GROUP BY 1, 2, 3, 4 ORDER BY 1, 3, 4, 2";

    public const string FilesSince = "SELECT kind, subject FROM files WHERE on_day IS NOT NULL "
        + "AND (kind, subject) > ($1, $2) AND recorded_at >= $3 ORDER BY kind, subject LIMIT $4";

    /// <summary>The subjects of <c>k</c>, for a sentence that joins with them.</summary>
    public static string KeysOf(IReadOnlyCollection<Subject> subjects, Conditions wanted) => string.Join(
        ", ", subjects.Select(each => $"({wanted.Value(each.Kind)}, {wanted.Value(each.Id)})"));

    /// <summary>Removes some rows of a shadow, and itself when none is left.</summary>
    public static (string Sql, object?[] Values)[] Forget(string run) =>
    [
        ("DELETE FROM shadow_rows WHERE run = $1 AND (kind, subject, regime) IN "
            + "(SELECT kind, subject, regime FROM shadow_rows WHERE run = $1 LIMIT 2000)", [run]),
        ("DELETE FROM shadows WHERE run = $1 "
            + "AND NOT EXISTS (SELECT 1 FROM shadow_rows WHERE run = $1)", [run]),
    ];
}
