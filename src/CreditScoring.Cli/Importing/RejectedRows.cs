using CreditScoring.Importing;
using CreditScoring.Importing.Tables;
using CsvHelper;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Rows that became no event, each with its line and the reason in both languages: to be mended and imported
/// again.
/// </summary>
internal sealed class RejectedRows(string path, RejectedCells cells) : IDisposable
{
    private CsvWriter? csv;

    public int Count { get; private set; }

    public string Path { get; } = path;

    public void Add(TableRow row, Reason reason)
    {
        csv ??= Open();
        Count++;
        foreach (var text in cells.Of(row))
        {
            csv.WriteField(CellMark.Marked(text));
        }

        csv.WriteField(row.Line);
        csv.WriteField(reason.Zh);
        csv.WriteField(reason.En);
        csv.EndRecord();
    }

    /// <summary>
    /// Takes away the answer of an earlier import once nothing is rejected any more.
    /// </summary>
    public void Dispose()
    {
        csv?.Dispose();
        if (csv is null && File.Exists(Path))
        {
            File.Delete(Path);
        }
    }

    private CsvWriter Open()
    {
        var writer = CsvWriter.Create(File.Create(Path), CsvWriterOptions.Default with
        {
            NewLine = "\n",
            ValidateFieldCount = false,
            // So that a spreadsheet reads the characters as they are.
            WriteByteOrderMark = true,
        });
        foreach (var name in cells.Columns)
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        return writer;
    }
}
