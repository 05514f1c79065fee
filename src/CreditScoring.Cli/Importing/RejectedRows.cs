using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Importing;
using CreditScoring.Importing.Tables;
using CsvHelper;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// Rows that became no event, as they were written, each with its line and the reason in both
/// languages: to be mended and imported again. Numbers of residents are masked.
/// </summary>
/// <param name="header">The columns of their table.</param>
/// <param name="values">
/// Places of columns that are read as numbers and days: of these what the workbook holds is written, of
/// others
/// what it shows.
/// </param>
internal sealed class RejectedRows(string path, TableHeader header, IReadOnlySet<int> values) : IDisposable
{
    private CsvWriter? csv;

    public int Count { get; private set; }

    public string Path { get; } = path;

    public void Add(TableRow row, Reason reason)
    {
        csv ??= Open();
        Count++;
        for (var place = 0; place < Math.Max(row.Cells.Count, row.Raw.IsRagged ? header.Names.Count
            : 0); place++)
        {
            csv.WriteField(place < row.Cells.Count ? TextOf(row.Cells[place], values.Contains(place)) : "");
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

    private static string TextOf(Cell cell, bool isValue) => ResidentNumber.Masked(
        !isValue ? cell.Text
        : cell.Moment is { } moment ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : cell.Number ?? cell.Text);

    private CsvWriter Open()
    {
        var writer = CsvWriter.Create(File.Create(Path), CsvWriterOptions.Default with
        {
            NewLine = "\n",
            ValidateFieldCount = false,
            // So that a spreadsheet reads the characters as they are.
            WriteByteOrderMark = true,
        });
        foreach (var name in header.Names.Concat(["行", "原因", "reason"]))
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        return writer;
    }
}
