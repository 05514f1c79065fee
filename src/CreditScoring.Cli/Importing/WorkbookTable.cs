using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CreditScoring.Cli.Importing;

/// <summary>
/// A table in a sheet of an Excel workbook: its first row that is not empty names the columns. Days
/// come as the serial numbers that the workbook holds, for the date form <c>excel</c>.
/// </summary>
internal sealed class WorkbookTable : TableFile
{
    /// <summary>Characters of one sheet, unpacked: what claims more is no table of a bureau.</summary>
    private const long MostCharacters = 1_000_000_000;

    private readonly SpreadsheetDocument workbook;
    private readonly WorksheetPart sheet;
    private readonly WorkbookCells cells;
    private readonly int headerLine;

    private WorkbookTable(SpreadsheetDocument workbook, WorksheetPart sheet)
    {
        this.workbook = workbook;
        this.sheet = sheet;
        cells = new WorkbookCells(workbook.WorkbookPart!);
        var (line, names) = Filled().FirstOrDefault();
        headerLine = line;
        Header = new TableHeader([.. (names ?? []).Select(name => name.Trim())]);
    }

    public override TableHeader Header { get; }

    /// <exception cref="InvalidDataException">
    /// No workbook, no such sheet, or days counted from 1904.
    /// </exception>
    public static WorkbookTable Open(string path, string? name)
    {
        SpreadsheetDocument? workbook = null;
        try
        {
            workbook = SpreadsheetDocument.Open(
                path, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            return new WorkbookTable(workbook, SheetOf(workbook, name));
        }
        catch (Exception wrong) when (wrong is OpenXmlPackageException or FileFormatException
            or InvalidDataException or System.Xml.XmlException)
        {
            workbook?.Dispose();
            throw new InvalidDataException(
                $"the workbook {Path.GetFileName(path)} cannot be read: {wrong.Message}");
        }
    }

    public override IEnumerable<TableRow> Rows()
    {
        foreach (var (line, fields) in Filled().SkipWhile(row => row.Line <= headerLine))
        {
            var row = fields.Count >= Header.Names.Count ? fields
                : [.. fields, .. Enumerable.Repeat("", Header.Names.Count - fields.Count)];
            yield return new TableRow(Header, line, row, Damaged: false);
        }
    }

    public override void Dispose() => workbook.Dispose();

    /// <summary>The rows with anything in them, each without the empty cells at its end.</summary>
    private IEnumerable<(int Line, IReadOnlyList<string> Fields)> Filled()
    {
        using var reader = OpenXmlReader.Create(sheet);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                line = row.RowIndex is { } said ? (int)said.Value : line + 1;
                var fields = cells.Of(row);
                if (fields.Count > 0)
                {
                    yield return (line, fields);
                }
            }
        }
    }

    private static WorksheetPart SheetOf(SpreadsheetDocument workbook, string? name)
    {
        var book = workbook.WorkbookPart?.Workbook;
        if (book?.WorkbookProperties?.Date1904?.Value == true)
        {
            throw new InvalidDataException("it counts its days from 1904: save it with days from 1900");
        }

        var sheets = book?.Sheets?.Elements<Sheet>().ToArray() ?? [];
        var found = name is null ? sheets.FirstOrDefault()
            : sheets.FirstOrDefault(each => each.Name?.Value == name);
        return found?.Id?.Value is { } id && workbook.WorkbookPart!.GetPartById(id) is WorksheetPart part
            ? part
            : throw new InvalidDataException(
                $"it has no sheet '{name}', but: "
                    + $"{string.Join(", ", sheets.Select(each => each.Name?.Value))}");
    }
}
