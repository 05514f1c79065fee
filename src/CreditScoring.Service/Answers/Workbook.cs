using MiniExcelLibs;

namespace CreditScoring.Service.Answers;

/// <summary>
/// A table as a workbook of one sheet (.xlsx). Texts are cells of text, so that none is a formula; of
/// one that is longer than a cell may be the beginning stands there.
/// </summary>
public static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Characters of a cell; with more a spreadsheet takes the file for broken.</summary>
    private const int Longest = 32_767;

    public static byte[] Write(Table table)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(Rows(table), sheetName: "list");
        return stream.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(Table table) => table.Rows
        .DefaultIfEmpty(new object?[table.Columns.Count])
        .Select(row => table.Columns.Zip(row).ToDictionary(cell => cell.First, cell => Fitting(cell.Second)));

    private static object? Fitting(object? cell) => cell is string { Length: > Longest } text
        ? $"{text.AsSpan(0, Longest - 1)}…" : cell;
}
