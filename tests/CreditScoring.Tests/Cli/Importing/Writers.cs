using System.Globalization;
using System.Security;
using System.Text;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>
/// The same table as different programs write it. A cell is a text, a number (decimal), a day (DateOnly) or null.
/// </summary>
internal static class Writers
{
    public static readonly IReadOnlyDictionary<string, Action<string, object?[][]>> OfWorkbooks =
        new Dictionary<string, Action<string, object?[][]>>
        {
            ["Excel"] = (path, rows) => Shared(path, rows, "yyyy/m/d", places: true, empty: false),
            ["WPS"] = (path, rows) => Shared(path, rows, "yyyy\\-mm\\-dd;@", places: true, empty: true, behind: 3000),
            ["LibreOffice"] = (path, rows) => Shared(path, rows, "YYYY/MM/DD", places: true, empty: true),
            ["POI"] = (path, rows) => Shared(path, rows, "yyyy-MM-dd", places: true, empty: false),
            ["Power BI"] = (path, rows) => Inline(path, rows, type: "str", places: false, prefix: "x"),
            ["EasyExcel"] = (path, rows) => Inline(path, rows, type: "inlineStr", places: true, prefix: ""),
            ["OpenXML SDK"] = (path, rows) => Inline(path, rows, type: "inlineStr", places: false, prefix: "x"),
            ["ISO dates"] = (path, rows) => Inline(path, rows, type: "str", places: true, prefix: "", isoDays: true),
        };

    public static readonly IReadOnlyDictionary<string, Action<string, object?[][]>> OfTexts =
        new Dictionary<string, Action<string, object?[][]>>
        {
            ["Excel, UTF-8 with a mark"] = (path, rows) => Csv(path, rows, new UTF8Encoding(true), ",", "\r\n"),
            ["Excel, the encoding of the machine"] = (path, rows) => Csv(path, rows, Gb18030, ",", "\r\n"),
            ["Excel, Unicode text"] = (path, rows) => Csv(path, rows, Encoding.Unicode, "\t", "\r\n"),
            ["UTF-16, other end first"] = (path, rows) => Csv(path, rows, Encoding.BigEndianUnicode, "\t", "\r\n"),
            ["UTF-16 without a mark"] = (path, rows) => Csv(path, rows, new UnicodeEncoding(false, false), ",", "\n"),
            ["a database"] = (path, rows) => Csv(path, rows, new UTF8Encoding(false), ",", "\n"),
            ["Excel with semicolons"] = (path, rows) => Csv(path, rows, new UTF8Encoding(true), ";", "\r\n"),
            ["old Mac ends"] = (path, rows) => Csv(path, rows, new UTF8Encoding(true), ",", "\r"),
        };

    public static Encoding Gb18030
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("gb18030");
        }
    }

    private static void Csv(string path, object?[][] rows, Encoding encoding, string delimiter, string end) =>
        File.WriteAllText(path, string.Concat(rows.Select(row => string.Join(delimiter, row.Select(Text)) + end)), encoding);

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        string text when text.AsSpan().IndexOfAny(",;\t\"\n") >= 0 => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        var text => $"{text}",
    };

    private static void Shared(string path, object?[][] rows, string days, bool places, bool empty, int behind = 0)
    {
        var book = new RawWorkbook();
        var style = book.Style(days);
        var data = string.Concat(rows.Select((row, line) => Row(row, line, places, (cell, place) => cell switch
        {
            null => empty ? $"<c{place} s=\"0\"/>" : "",
            decimal number => $"<c{place}><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>",
            DateOnly day => $"<c{place} s=\"{style}\"><v>{Serial(day)}</v></c>",
            var text => $"<c{place} t=\"s\"><v>{book.Text($"{text}")}</v></c>",
        })));
        // WPS keeps rows that were formatted once, far below the last that says anything.
        var blank = string.Concat(Enumerable.Range(rows.Length + 1, behind).Select(line => $"<row r=\"{line}\"><c r=\"A{line}\" s=\"0\"/></row>"));
        book.Sheet("Sheet1", data + blank).Save(path);
    }

    private static void Inline(
        string path, object?[][] rows, string type, bool places, string prefix, bool isoDays = false)
    {
        var book = new RawWorkbook { Prefix = prefix };
        var style = book.Style("yyyy-mm-dd");
        var p = prefix.Length == 0 ? "" : $"{prefix}:";
        var data = string.Concat(rows.Select((row, line) => Row(
            row, line, places,
            (cell, place) => cell switch
            {
                null => $"<{p}c{place}/>",
                decimal number => $"<{p}c{place}><{p}v>{number.ToString(CultureInfo.InvariantCulture)}</{p}v></{p}c>",
                DateOnly day => isoDays ? $"<{p}c{place} t=\"d\"><{p}v>{day:yyyy-MM-dd}T00:00:00</{p}v></{p}c>"
                    : $"<{p}c{place} s=\"{style}\"><{p}v>{Serial(day)}</{p}v></{p}c>",
                var text when type == "str" => $"<{p}c{place} t=\"str\"><{p}v>{SecurityElement.Escape($"{text}")}</{p}v></{p}c>",
                var text => $"<{p}c{place} t=\"inlineStr\"><{p}is><{p}t>{SecurityElement.Escape($"{text}")}</{p}t></{p}is></{p}c>",
            },
            p)));
        book.Sheet("Sheet1", data).Save(path);
    }

    private static string Row(
        object?[] row, int line, bool places, Func<object?, string, string> cell, string p = "") =>
        $"<{p}row{(places ? $" r=\"{line + 1}\"" : "")}>"
            + string.Concat(row.Select((each, at) => cell(each, places ? $" r=\"{(char)('A' + at)}{line + 1}\"" : "")))
            + $"</{p}row>";

    private static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
