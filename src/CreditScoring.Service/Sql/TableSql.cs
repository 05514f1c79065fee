using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>Tables that were handed in, the same in every engine.</summary>
internal static class TableSql
{
    private const string Columns = "id, version, by_actor, digest, state, body, at, changed_at";

    public const string From = $"SELECT {Columns} FROM tables_in ";

    public static (string Sql, object?[] Values) All(string? by, int limit, int skip)
    {
        var wanted = new Conditions();
        wanted.Add("by_actor = ", by);
        return ($"{From}{wanted.Where}ORDER BY at DESC, id LIMIT {wanted.Value((long)limit)} "
            + $"OFFSET {wanted.Value((long)skip)}", wanted.Values);
    }

    public static (string Sql, object?[] Values) In(IEnumerable<string> states)
    {
        var wanted = new Conditions();
        var places = string.Join(", ", states.Select(state => wanted.Value(state)));
        return ($"{From}WHERE state IN ({places}) ORDER BY at, id", wanted.Values);
    }

    public static (string Sql, object?[] Values) Known(IEnumerable<EventId> events)
    {
        var wanted = new Conditions();
        var keys = string.Join(
            ", ", events.Select(each => $"({wanted.Value(each.Source)}, {wanted.Value(each.Id)})"));
        return ($"WITH k (source, id) AS (VALUES {keys}) SELECT {RowValues.EventColumns} FROM k "
            + "JOIN events e ON e.source = k.source AND e.id = k.id", wanted.Values);
    }

    /// <param name="text">The type of a column of texts, which are in the order of their octets.</param>
    public static string Tables(string text, string number, string octets) => $"""
        -- Tables that were handed in, and their files in pieces: changed in place, in no chain, and removed
        -- once they have ended.
        CREATE TABLE tables_in (
            id {text} PRIMARY KEY, version {number} NOT NULL, by_actor {text} NOT NULL,
            digest {text} NOT NULL, state {text} NOT NULL, body {text} NOT NULL, at {number} NOT NULL,
            changed_at {number} NOT NULL);
        CREATE INDEX tables_in_by_time ON tables_in (at, id);
        CREATE INDEX tables_in_by_digest ON tables_in (digest);
        CREATE INDEX tables_in_by_state ON tables_in (state);
        CREATE TABLE table_pieces (
            id {text} NOT NULL, what {text} NOT NULL, number {number} NOT NULL, octets {octets} NOT NULL,
            PRIMARY KEY (id, what, number));
        """;

    public static (string Sql, object?[] Values)[] Keep(KeptTable table) => table.Version == 1
        ? [($"INSERT INTO tables_in ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
            + "ON CONFLICT DO NOTHING", Cells(table))]
        : [("UPDATE tables_in SET version = $2, by_actor = $3, digest = $4, state = $5, body = $6, at = $7, "
            + "changed_at = $8 WHERE id = $1 AND version = $2 - 1", Cells(table))];

    public static (string Sql, object?[] Values)[] Keep(TablePiece piece) =>
    [
        ("INSERT INTO table_pieces (id, what, number, octets) VALUES ($1, $2, $3, $4) "
            + "ON CONFLICT (id, what, number) DO UPDATE SET octets = excluded.octets",
            [piece.Table, piece.What, piece.Number, piece.Octets]),
    ];

    public static (string Sql, object?[] Values)[] Forget(string table, string what) =>
        [("DELETE FROM table_pieces WHERE id = $1 AND what = $2", [table, what])];

    public static KeptTable Table<TRow>(TRow row)
        where TRow : IRow => new(
        row.Text(0), row.Long(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.InstantAt(6),
        row.InstantAt(7));

    public static TablePiece Piece<TRow>(TRow row)
        where TRow : IRow => new(row.Text(0), row.Text(1), row.Long(2), row.Octets(3).ToArray());

    private static object?[] Cells(KeptTable table) =>
    [
        table.Id, table.Version, table.By, table.Digest, table.State, table.Body,
        table.At.ToUnixTimeMilliseconds(), table.ChangedAt.ToUnixTimeMilliseconds(),
    ];
}
