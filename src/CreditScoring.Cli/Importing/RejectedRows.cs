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
/// <param name="hashed">
/// Places of columns with the numbers of persons, which are masked whatever they hold.
/// </param>
internal sealed class RejectedRows(
    string path, TableHeader header, IReadOnlySet<int> values, IReadOnlySet<int> hashed) : IDisposable
{
    private CsvWriter? csv;

    public int Count { get; private set; }

    public string Path { get; } = path;

    public void Add(TableRow row, Reason reason)
    {
        csv ??= Open();
        Count++;
        var width = Math.Max(row.Cells.Count, row.Raw.IsRagged ? header.Names.Count : 0);
        for (var place = 0; place < width; place++)
        {
            csv.WriteField(place < row.Cells.Count ? CellMark.Marked(TextOf(row.Cells[place], place)) : "");
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

    private string TextOf(Cell cell, int place) =>
        hashed.Contains(place) ? Masked(cell.Text)
        : ResidentNumber.Masked(
            !values.Contains(place) ? cell.Text
            : cell.Moment is { } moment ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell.Number ?? cell.Text);

    /// <summary>A number with a slip of the pen tells as much of a person as the right one.</summary>
    private static string Masked(string number)
    {
        const int Shown = 4;
        return number.Length <= Shown ? number : number[..Shown] + new string('*', number.Length - Shown);
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
        foreach (var name in header.Names.Concat(["行", "原因", "reason"]))
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        return writer;
    }
}
