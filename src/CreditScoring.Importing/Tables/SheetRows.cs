using System.Globalization;
using System.Xml;
using ExcelNumberFormat;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// The rows of one sheet, read a cell at a time; of a formula what it came to when it was saved.
/// </summary>
internal sealed class SheetRows(GuardedPart sheet, SharedTexts texts, CellFormats formats, MergedCells merged)
{
    /// <summary>What Excel can hold.</summary>
    private const int MostRows = 1_048_576, MostColumns = 16_384;

    /// <summary>Excel holds fifteen digits: a longer number has lost the others for good.</summary>
    private const double FirstRounded = 1e15;

    private readonly List<Cell> cells = [];

    public IEnumerable<RawRow> Read()
    {
        var (line, rows) = (0, 0);
        while (sheet.ReadTo("row"))
        {
            line = int.TryParse(sheet.Xml.GetAttribute("r"), out var said) && said > 0 ? said : line + 1;
            if (++rows > MostRows)
            {
                throw new GuardException("it has more rows than Excel can hold");
            }

            var isHidden = sheet.Xml.GetAttribute("hidden") is "1" or "true";
            ReadCells();
            merged.Fill(line, cells);
            while (cells.Count > 0 && cells[^1].IsEmpty)
            {
                cells.RemoveAt(cells.Count - 1);
            }

            yield return new RawRow(line, [.. cells], IsHidden: isHidden, IsRagged: true);
        }
    }

    /// <summary>The column of a cell such as AB7, from 0.</summary>
    public static int PlaceOf(string cell)
    {
        var place = 0;
        for (var i = 0; i < cell.Length && char.IsAsciiLetter(cell[i]) && place <= MostColumns; i++)
        {
            place = (place * 26) + (cell[i] & 0x1F);
        }

        return place - 1;
    }

    /// <summary>
    /// A number too long for Excel is written as it shows it, so that it is told as rounded.
    /// </summary>
    public static string NumberText(string written) =>
        !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? written
        : Math.Abs(number) < FirstRounded
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString("0.#####E+00", CultureInfo.InvariantCulture);

    private void ReadCells()
    {
        cells.Clear();
        if (sheet.Xml.IsEmptyElement)
        {
            return;
        }

        var depth = sheet.Xml.Depth;
        // Many exporters leave out where a cell stands: it is then the next one, whether it is empty or not.
        var place = -1;
        while (sheet.Read() && sheet.Xml.Depth > depth)
        {
            if (sheet.Xml.NodeType != XmlNodeType.Element || sheet.Xml.LocalName != "c")
            {
                continue;
            }

            place = sheet.Xml.GetAttribute("r") is { Length: > 0 } said ? PlaceOf(said) : place + 1;
            if (place is < 0 or >= MostColumns)
            {
                throw new GuardException("it has more columns than Excel can hold");
            }

            var cell = ReadCell();
            if (!cell.IsEmpty)
            {
                while (cells.Count <= place)
                {
                    cells.Add(Cell.Empty);
                }

                cells[place] = cell;
            }
        }
    }

    private Cell ReadCell()
    {
        var (type, style) = (sheet.Xml.GetAttribute("t"), sheet.Xml.GetAttribute("s"));
        if (sheet.Xml.IsEmptyElement)
        {
            return Cell.Empty;
        }

        var depth = sheet.Xml.Depth;
        var written = "";
        while (sheet.Read() && sheet.Xml.Depth > depth)
        {
            if (sheet.Xml.NodeType == XmlNodeType.Element && sheet.Xml.LocalName is "v" or "is")
            {
                written = sheet.Words();
            }
        }

        return type switch
        {
            "s" => written.Length == 0 ? Cell.Empty : new Cell(texts.Of(written)),
            "inlineStr" or "str" => new Cell(SharedTexts.Typed(written)),
            "b" => new Cell(written == "1" ? "TRUE" : "FALSE"),
            "d" => OfIsoDate(written),
            "e" => new Cell(written),
            _ => written.Length == 0 ? Cell.Empty : OfNumber(written, formats.Of(style)),
        };
    }

    private static Cell OfIsoDate(string written) =>
        DateTime.TryParse(
            written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? new Cell(written) { Moment = moment } : new Cell(written);

    private static Cell OfNumber(string written, NumberFormat? format)
    {
        var plain = NumberText(written);
        if (format is null || !double.TryParse(
            written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) >= FirstRounded)
        {
            return new Cell(plain) { Number = plain };
        }

        var moment = format.IsDateTimeFormat && number is >= 61 and < 200_000
            ? DateTime.FromOADate(number) : (DateTime?)null;
        return new Cell(Shown(format, (object?)moment ?? number, plain)) { Number = plain, Moment = moment };
    }

    private static string Shown(NumberFormat format, object value, string plain)
    {
        try
        {
            return format.Format(value, CultureInfo.InvariantCulture).Trim();
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // Formats come with the workbook, from whoever made it: one at which the library fails, in
            // whatever way, shows less than the number itself.
            return plain;
        }
    }
}
