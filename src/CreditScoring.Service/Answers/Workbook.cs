using MiniExcelLibs;

namespace CreditScoring.Service.Answers;

/// <summary>
/// A table as a workbook of one sheet (.xlsx). Texts are cells of text, so that none is a formula.
/// </summary>
public static class Workbook
{
    public static byte[] Write(Table table)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(Rows(table), sheetName: "list");
        return stream.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(Table table) => table.Rows
        .DefaultIfEmpty(new object?[table.Columns.Count])
        .Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
}
