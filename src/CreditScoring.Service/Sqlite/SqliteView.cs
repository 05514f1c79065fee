using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>A view of the file through a connection that may only read, inside one transaction.</summary>
internal sealed class SqliteView(SqliteConnection connection) : ISqlView<SqliteRow>
{
    /// <summary>Files in the columns of <see cref="RowValues.File"/>.</summary>
    public const string Files = "SELECT f.kind, f.subject, f.on_day, f.changes_on, b.hash, b.engines, "
        + $"f.judged, f.region, f.recorded_at, f.listed, {RowValues.ProfileColumns}, "
        + $"{RowValues.WindowColumns} FROM files f JOIN books b ON b.number = f.book";

    /// <summary>The questions of a SQLite record that are not those of all engines.</summary>
    public static readonly SqlDialect Dialect = new(
        File: $"{Files} WHERE f.kind = $1 AND f.subject = $2",
        Feed: "SELECT r.position, r.body, f.region FROM recommendations r "
            + "LEFT JOIN files f USING (kind, subject) WHERE r.position > $1 AND r.position <= $2 "
            + "ORDER BY r.position",
        Changed: $"SELECT {RowValues.TierColumns} FROM standings WHERE (kind, subject) IN "
            + "(SELECT kind, subject FROM changes WHERE position > $1 AND position <= $2)",
        Counts: "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM files), "
            + "(SELECT count(*) FROM waiting), (SELECT count(*) FROM quarantine q "
            + $"WHERE {SqlDialect.StillIn})",
        // A batch and its link have one number.
        Links: "number, number, at, algorithm, content, hash",
        Number: "REAL",
        Contains: (column, part) => $"instr({column}, {part}) > 0",
        QuarantineColumns: most => "position, source, id, "
            + (most is { } cut ? $"substr(CAST(body AS BLOB), 1, {cut})" : "body")
            + ", reason, flaws, recorded_at, length(CAST(body AS BLOB))")
    {
        Turns = "history h",
        // With one writer positions are in the order of commits.
        TurnsSince = (day, instant) => "h.position >= (SELECT min(m.position) FROM history m "
            + $"WHERE m.on_day >= {day}) AND {instant} IS NOT NULL",
        TurnLink = "0",
        TurnPlace = ["h.position"],
        Along = index => index is null ? " NOT INDEXED" : $" INDEXED BY {index}",
        Lines = text => $"group_concat({text}, char(10))",
        Month = day => $"substr({day}, 1, 7)",
    };

    public Task<List<T>> RowsAsync<T>(Func<SqliteRow, T> read, string sql, params object?[] values) =>
        RowsUntilAsync(_ => false, read, sql, values);

    public Task<List<T>> RowsUntilAsync<T>(
        Func<T, bool> ends, Func<SqliteRow, T> read, string sql, params object?[] values)
    {
        using var statement = new Statement(connection, sql.Replace('$', '?'));
        return Task.FromResult(statement.RowsUntil(ends, read, values));
    }
}
