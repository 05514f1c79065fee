using System.Globalization;
using System.Text;

namespace CreditScoring.Service.Answers;

/// <summary>
/// A table as CSV (RFC 4180) in UTF-8 with its mark, by which spreadsheets know it. A text that a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
public static class CsvTable
{
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static byte[] Write(Table table)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, table.Columns);
        foreach (var row in table.Rows)
        {
            Line(text, row.Select(Text));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    public static string Harmless(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Harmless(text),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Harmless($"{cell}"),
    };

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
