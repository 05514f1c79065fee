using CreditScoring.Service.Sql;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>A view of the database through a connection with a transaction that sees whole batches.</summary>
internal sealed class PostgresView(NpgsqlConnection connection) : ISqlView<PostgresRow>
{
    /// <summary>The columns of <see cref="RowValues.File"/>, of files f and activations a.</summary>
    public const string FileColumns = "f.kind, f.subject, f.on_day, f.changes_on, a.book, a.engines, "
        + $"f.judged, f.region, f.recorded_at, f.listed, {RowValues.ProfileColumns}, "
        + RowValues.WindowColumns;

    /// <summary>The questions of a PostgreSQL record that are not those of all engines.</summary>
    public static readonly SqlDialect Dialect = new(
        File: $"SELECT {FileColumns} FROM files f JOIN activations a ON a.number = f.activation "
            + "WHERE f.kind = $1 AND f.subject = $2",
        Feed: "SELECT f.position, r.body, s.region FROM feed f "
            + "JOIN recommendations r USING (kind, subject, number) "
            + "LEFT JOIN files s ON s.kind = f.kind AND s.subject = f.subject "
            + "WHERE f.position > $1 AND f.position <= $2 ORDER BY f.position",
        Changed: "SELECT s.kind, s.subject, s.regime, s.on_day, s.pack, s.status, s.tier, s.points, "
            + "s.changes_on, s.revision, s.region, '{}' FROM (SELECT DISTINCT kind, subject "
            + "FROM changes WHERE position > $1 AND position <= $2) c JOIN standings s USING (kind, subject)",
        Counts: "SELECT events, files, (SELECT count(*) FROM waiting), "
            + $"(SELECT count(*) FROM quarantine q WHERE {SqlDialect.StillIn}) FROM head",
        Links: "number, batch, at, algorithm, content, hash",
        Number: "numeric",
        Contains: (column, part) => $"strpos({column}, {part}) > 0",
        QuarantineColumns: most => "position, source, id, "
            + (most is { } cut ? $"substring(body from 1 for {cut})" : "body")
            + ", reason, flaws, recorded_at, octet_length(body)")
    {
        Turns = "chain c JOIN history h ON h.batch = c.batch",
        // What is of a day was not recorded before it began.
        TurnsSince = (_, instant) => $"c.at >= {instant}",
        TurnLink = "c.number",
        TurnPlace = ["c.number", "h.position"],
        Along = _ => "",
        Lines = text => $"string_agg({text}, chr(10))",
        Month = day => $"to_char({day}, 'YYYY-MM')",
    };

    public Task<List<T>> RowsAsync<T>(Func<PostgresRow, T> read, string sql, params object?[] values) =>
        connection.RowsAsync(read, sql, values);

    public Task<List<T>> RowsUntilAsync<T>(
        Func<T, bool> ends, Func<PostgresRow, T> read, string sql, params object?[] values) =>
        connection.RowsUntilAsync(ends, read, sql, values);
}
