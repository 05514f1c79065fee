using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>
/// The rows of another table by the key that joins them to the first. Held in memory: the other
/// table need not be in any order.
/// </summary>
internal sealed class JoinedTable : IDisposable
{
    private readonly JoinRule rule;
    private readonly Table table;
    private readonly Dictionary<string, List<TableRow>> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private readonly bool isOfRecords;

    private JoinedTable(JoinRule rule, Table table, bool isOfRecords)
    {
        this.rule = rule;
        this.table = table;
        this.isOfRecords = isOfRecords;
    }

    /// <summary>Its file, beside the first; null: another sheet of the first.</summary>
    public string? File => rule.File;

    public TableHeader Header => table.Header;

    public int Count { get; private set; }

    /// <param name="isOfRecords">Whether its rows are records of events, and not looked up in alone.</param>
    /// <exception cref="TableException">It is no table with these columns.</exception>
    public static JoinedTable Open(
        JoinRule rule, TableSource source, IReadOnlyList<ColumnSought> columns, bool isOfRecords) =>
        new(rule, Table.Open(source, rule.Form, columns), isOfRecords);

    public void Load(RowSorter sorter)
    {
        foreach (var raw in table.Rows().Where(raw => sorter.SkipOf(raw) is null))
        {
            Count++;
            var row = new TableRow(table.Header, raw);
            var key = KeyOf(row);
            if (!rows.TryGetValue(key, out var alike))
            {
                rows.Add(key, alike = []);
            }

            alike.Add(row);
        }
    }

    /// <summary>Notes that a row of the first table answers for the rows of its key.</summary>
    public void Claim(TableRow owner) => taken.Add(rule.To.Fill(owner));

    public IEnumerable<TableRow> RowsOf(TableRow owner) =>
        rule.To.Fill(owner) is { Length: > 0 } key ? rows.GetValueOrDefault(key) ?? [] : [];

    /// <summary>The one row that belongs to a row of the first table; null: there is none.</summary>
    /// <exception cref="RowRefused">There are several that say different things.</exception>
    public TableRow? RowOf(TableRow owner)
    {
        var alike = RowsOf(owner).ToArray();
        return alike.Length < 2 || alike.All(row => row.Cells.SequenceEqual(alike[0].Cells))
            ? alike.FirstOrDefault()
            : throw new RowRefused(new Reason(
                $"在另一张表中有 {alike.Length} 行，第 {alike[0].Line}、{alike[1].Line} 行不同，不知是哪一个",
                $"has {alike.Length} rows in another table; rows {alike[0].Line} and {alike[1].Line} "
                    + "differ"));
    }

    /// <summary>
    /// Rows that no row of the first table has asked for, in the order of the file; of a table that is looked
    /// up
    /// in there are none.
    /// </summary>
    public IEnumerable<(TableRow Row, Reason Reason)> Left() => rows
        .Where(_ => isOfRecords)
        .Where(alike => alike.Key.Length == 0 || !taken.Contains(alike.Key))
        .SelectMany(alike => alike.Value)
        .OrderBy(row => row.Line)
        .Select(row => (row, row.Fault ?? new Reason(
            "主表中没有对应的行", "no row of the first table has its key")));

    public void Dispose() => table.Dispose();

    /// <summary>Empty where the row cannot say it.</summary>
    private string KeyOf(TableRow row)
    {
        try
        {
            return row.Fault is null ? rule.Key.Fill(row) : "";
        }
        catch (RowRefused)
        {
            return "";
        }
    }
}
