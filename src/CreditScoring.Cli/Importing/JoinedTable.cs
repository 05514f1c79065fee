namespace CreditScoring.Cli.Importing;

/// <summary>
/// The rows of another table by the key that joins them to the first. Held in memory: the other
/// table need not be in any order.
/// </summary>
internal sealed class JoinedTable : IDisposable
{
    private readonly JoinRule rule;
    private readonly TableFile file;
    private readonly Dictionary<string, List<TableRow>> rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private JoinedTable(JoinRule rule, string path, TableFile file)
    {
        this.rule = rule;
        this.file = file;
        Path = path;
    }

    public string Path { get; }

    public TableHeader Header => file.Header;

    public int Count { get; private set; }

    public static JoinedTable Open(JoinRule rule, string folder)
    {
        var path = System.IO.Path.Combine(folder, rule.File);
        return new JoinedTable(rule, path, TableFile.Open(path, rule.Form));
    }

    public void Load()
    {
        foreach (var row in file.Rows())
        {
            Count++;
            var key = row.Fault is null ? rule.Key.Fill(row) : "";
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

    /// <summary>
    /// Rows that no row of the first table has asked for, in the order of the file.
    /// </summary>
    public IEnumerable<(TableRow Row, Reason Reason)> Left() => rows
        .Where(alike => alike.Key.Length == 0 || !taken.Contains(alike.Key))
        .SelectMany(alike => alike.Value)
        .OrderBy(row => row.Line)
        .Select(row => (row, row.Fault ?? new Reason(
            "主表中没有对应的行", "no row of the first table has its key")));

    public void Dispose() => file.Dispose();
}
