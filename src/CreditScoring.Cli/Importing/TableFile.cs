namespace CreditScoring.Cli.Importing;

/// <summary>A table in a file: its columns, and its rows as they are asked for.</summary>
internal abstract class TableFile : IDisposable
{
    public abstract TableHeader Header { get; }

    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static TableFile Open(string path, TableForm form) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? WorkbookTable.Open(path, form.Sheet)
            : CsvTable.Open(path, form.Encoding, form.Delimiter);

    public abstract IEnumerable<TableRow> Rows();

    public abstract void Dispose();
}
