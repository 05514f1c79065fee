using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>
/// The cells of a row that became no event, as they are written out to be mended: as they stood, but for the
/// numbers of residents, which are masked.
/// </summary>
/// <param name="header">The columns of their table.</param>
/// <param name="values">
/// Places of columns that are read as numbers and days: of these what the workbook holds is written, of
/// others what it shows.
/// </param>
/// <param name="hashed">
/// Places of columns with the numbers of persons, which are masked whatever they hold.
/// </param>
internal sealed class RejectedCells(
    TableHeader header, IReadOnlySet<int> values, IReadOnlySet<int> hashed)
{
    /// <summary>Columns beside those of the table: where the row stood, and why it is no event.</summary>
    public static readonly IReadOnlyList<string> More = ["行", "原因", "reason"];

    /// <summary>All columns.</summary>
    public IEnumerable<string> Columns => header.Names.Concat(More);

    public IEnumerable<string> Of(TableRow row)
    {
        var width = Math.Max(row.Cells.Count, row.Raw.IsRagged ? header.Names.Count : 0);
        for (var place = 0; place < width; place++)
        {
            yield return place < row.Cells.Count ? TextOf(row.Cells[place], place) : "";
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
}
