using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports.Rows;

namespace CreditScoring.Service.Sql;

/// <summary>
/// The sentences of a declared kind of row; but for the names of types, the same in each engine.
/// </summary>
internal static class RowSql
{
    /// <summary>Which kinds a record has the tables of.</summary>
    public const string Kinds = "CREATE TABLE row_kinds (name TEXT PRIMARY KEY);";

    public const string Known = "SELECT name FROM row_kinds";

    /// <summary>Makes the tables that a record lacks.</summary>
    /// <param name="known">The kinds that it has.</param>
    /// <param name="text">The type of a column of texts, which are in the order of their octets.</param>
    /// <exception cref="RecordRefused">It has one that this program does not know.</exception>
    public static string Missing(
        string record, IReadOnlyCollection<string> known, string text, string number)
    {
        var unknown = known.Except(RowKinds.All.Select(kind => kind.Table)).ToArray();
        return unknown.Length > 0
            ? throw new RecordRefused($"{record} has rows that this program does not know "
                + $"({string.Join(", ", unknown)}): start the newer program, or name another record")
            : string.Concat(RowKinds.All.Where(kind => !known.Contains(kind.Table))
                .Select(kind => Table(kind, text, number)));
    }

    /// <summary>Adds a row after the last; the values are its cells, the batch, and the instant.</summary>
    public static string Add(RowKind kind)
    {
        var cells = kind.Columns.Select((column, at) => $"CAST(${at + 1} AS {TypeOf(column)})");
        var count = kind.Columns.Count;
        return $"INSERT INTO {kind.Table} (position, {Names(kind.Columns)}, batch, recorded_at) "
            + $"SELECT coalesce(max(position), 0) + 1, {string.Join(", ", cells)}, "
            + $"CAST(${count + 1} AS bigint), CAST(${count + 2} AS bigint) FROM {kind.Table}";
    }

    /// <summary>The position, the cells, and the instant of recording.</summary>
    public static string Columns(RowKind kind) => $"position, {Names(kind.Columns)}, recorded_at";

    /// <summary>The rows as they take part in the chain.</summary>
    public static (string Columns, Func<TRow, Action<BatchContent>> Read) Chained<TRow>(RowKind kind)
        where TRow : struct, IRow
    {
        var columns = kind.Chained.Select(at => kind.Columns[at]).ToArray();
        return ($"{Names(columns)}, recorded_at", row =>
        {
            var cells = columns.Select((column, at) => CellAt(row, column, at + 1)).ToArray();
            var instant = row.InstantAt(columns.Length + 1);
            return to => to.Row(kind.Table, cells, instant);
        });
    }

    private static object? CellAt<TRow>(TRow row, Column column, int at)
        where TRow : struct, IRow => row.IsNull(at) ? null
            : column.Holds == Cell.Number ? row.Long(at) : row.Text(at);

    private static string Table(RowKind kind, string text, string number)
    {
        var columns = kind.Columns.Select(column =>
            $"{column.Name} {(column.Holds == Cell.Number ? number : text)}"
            + (column.MayBeNull ? "" : " NOT NULL") + (column.IsUnique ? " UNIQUE" : ""));
        return $"CREATE TABLE {kind.Table} (position {number} PRIMARY KEY, {string.Join(", ", columns)}, "
            + $"batch {number} NOT NULL, recorded_at {number} NOT NULL);\n"
            + string.Concat(kind.LookedForBy.Select(name =>
                $"CREATE INDEX {kind.Table}_by_{name} ON {kind.Table} ({name}, position);\n"))
            + $"INSERT INTO row_kinds VALUES ('{kind.Table}');\n";
    }

    private static string TypeOf(Column column) => column.Holds == Cell.Number ? "bigint" : "text";

    private static string Names(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => column.Name));
}
