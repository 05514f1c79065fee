using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetValues = DocumentFormat.OpenXml.Spreadsheet.CellValues;

namespace CreditScoring.Cli.Importing;

/// <summary>The cells of a workbook as text; of a formula what it came to when it was saved.</summary>
internal sealed class WorkbookCells(WorkbookPart workbook)
{
    /// <summary>Excel holds fifteen digits: a longer number has lost the others for good.</summary>
    private const double FirstRounded = 1e15;

    private readonly string[] shared =
    [
        .. (workbook.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>() ?? [])
            .Select(item => Words(item.Text, item.Elements<Run>())),
    ];

    /// <summary>The cells of a row in their columns, without the empty ones at its end.</summary>
    public IReadOnlyList<string> Of(Row row)
    {
        var fields = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var text = TextOf(cell);
            if (text.Length > 0)
            {
                var place = cell.CellReference?.Value is { } said ? PlaceOf(said) : fields.Count;
                fields.AddRange(Enumerable.Repeat("", Math.Max(0, place + 1 - fields.Count)));
                fields[place] = text;
            }
        }

        return fields;
    }

    /// <summary>
    /// A number too long for Excel is written as it shows it, so that it is told as rounded.
    /// </summary>
    public static string NumberText(string written) =>
        !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? written
        : Math.Abs(number) < FirstRounded
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("0.#####E+00", CultureInfo.InvariantCulture);

    private string TextOf(Cell cell)
    {
        var written = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? SheetValues.Number;
        return type == SheetValues.SharedString ? shared[int.Parse(written, CultureInfo.InvariantCulture)]
            : type == SheetValues.InlineString
                ? Words(cell.InlineString?.Text, cell.InlineString?.Elements<Run>() ?? [])
            : type == SheetValues.Boolean ? (written == "1" ? "TRUE" : "FALSE")
            : type == SheetValues.Number && written.Length > 0 ? NumberText(written)
            : written;
    }

    /// <summary>The characters, without the readings that stand above some of them.</summary>
    private static string Words(Text? whole, IEnumerable<Run> runs) =>
        Decoded(whole?.Text ?? string.Concat(runs.Select(run => run.Text?.Text)));

    /// <summary>
    /// Excel writes what XML cannot hold as _x000D_, and an underscore before such as _x005F_.
    /// </summary>
    private static string Decoded(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? System.Xml.XmlConvert.DecodeName(text) : text;

    /// <summary>The column of a cell such as AB7, from 0.</summary>
    private static int PlaceOf(string cell) =>
        cell.TakeWhile(char.IsAsciiLetter).Aggregate(
            0, (place, letter) => (place * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1;
}
