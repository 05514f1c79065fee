using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Writes workbooks as Excel does: texts shared, numbers as doubles, sheets by name.</summary>
internal static class WorkbookFile
{
    public static void Write(string path, params (string Sheet, object?[][] Rows)[] sheets) =>
        Write(path, false, sheets);

    public static void Write(string path, bool from1904, params (string Sheet, object?[][] Rows)[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var texts = book.AddNewPart<SharedStringTablePart>();
        texts.SharedStringTable = new SharedStringTable();
        book.Workbook = new Workbook(new WorkbookProperties { Date1904 = from1904 }, new Sheets());
        foreach (var (name, rows) in sheets)
        {
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((row, line) => RowOf(row, line, texts.SharedStringTable))));
            book.Workbook.Sheets!.Append(new Sheet
            {
                Id = book.GetIdOfPart(part), Name = name, SheetId = (uint)book.Workbook.Sheets.ChildElements.Count + 1,
            });
        }
    }

    private static Row RowOf(object?[] cells, int line, SharedStringTable texts)
    {
        var row = new Row { RowIndex = (uint)line + 1 };
        for (var place = 0; place < cells.Length; place++)
        {
            // Excel leaves empty cells out.
            if (cells[place] is { } value)
            {
                row.Append(CellOf(value, $"{(char)('A' + place)}{line + 1}", texts));
            }
        }

        return row;
    }

    private static Cell CellOf(object value, string at, SharedStringTable texts)
    {
        if (value is not string text)
        {
            return new Cell
            {
                CellReference = at,
                CellValue = new CellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        texts.Append(new SharedStringItem(new Text(text)));
        return new Cell
        {
            CellReference = at, DataType = CellValues.SharedString, CellValue = new CellValue(texts.ChildElements.Count - 1),
        };
    }
}
