using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>What a file is by its first octets, whatever its name says.</summary>
internal enum FileSort
{
    /// <summary>Text, as far as can be seen.</summary>
    Text,

    /// <summary>Text under gzip.</summary>
    Gzip,

    /// <summary>An archive, as .xlsx is.</summary>
    Archive,

    /// <summary>The older form of Excel (.xls), that of WPS (.et), or a workbook under a password.</summary>
    OldWorkbook,

    /// <summary>A page of the web, as many systems call .xls.</summary>
    Page,

    /// <summary>The form in XML of Excel 2003.</summary>
    Xml2003,

    /// <summary>A PDF or a picture.</summary>
    Paper,

    /// <summary>None of these, and no text in any encoding.</summary>
    Octets,
}

/// <summary>Tells files apart.</summary>
internal static class FileSorts
{
    private const int Beginning = 2048;

    public static FileSort Of(ReadOnlySpan<byte> octets) =>
        octets.StartsWith("PK\x03\x04"u8) || octets.StartsWith("PK\x05\x06"u8) ? FileSort.Archive
        : octets.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || IsBareOldWorkbook(octets)
            ? FileSort.OldWorkbook
        : octets.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? FileSort.Gzip
        : octets.StartsWith("%PDF"u8)
            || octets.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || octets.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileSort.Paper
        : IsNoText(octets[..Math.Min(octets.Length, Beginning)]) ? FileSort.Octets
        : OfText(octets[..Math.Min(octets.Length, Beginning)]);

    /// <summary>Why a file of this sort is not read; null: it may be.</summary>
    public static TableException? Refusal(FileSort sort, string file) => sort switch
    {
        FileSort.OldWorkbook => TableException.Of(
            "old-workbook", file,
            new Wording(
                "这是旧式工作簿（.xls、.et）或加了密码的工作簿，不能读取",
                "this is an old workbook (.xls, .et), or one under a password, which cannot be read"),
            SaveAs),
        FileSort.Page => TableException.Of(
            "page-not-workbook", file,
            new Wording("这是网页（HTML），只是名字像工作簿", "this is a web page (HTML) with the name of a workbook"),
            SaveAs),
        FileSort.Xml2003 => TableException.Of(
            "xml-not-workbook", file,
            new Wording(
                "这是“XML 表格 2003”，只是名字像工作簿",
                "this is an XML Spreadsheet of 2003 with the name of a workbook"),
            SaveAs),
        FileSort.Paper => TableException.Of(
            "no-table", file,
            new Wording("这是 PDF 或者图片，没有表格可读", "this is a PDF or a picture, without a table to be read"),
            new Wording("向提供方要电子表格", "ask for the spreadsheet that it was made of")),
        FileSort.Octets => TableException.Of(
            "no-table", file,
            new Wording("这不是文本，也不是工作簿", "this is neither a text nor a workbook"),
            SaveAs),
        _ => null,
    };

    internal static Wording SaveAs => new(
        "用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx");

    /// <summary>Of Excel 2 to 4, without a container.</summary>
    private static bool IsBareOldWorkbook(ReadOnlySpan<byte> octets) => octets.Length > 4 && octets[0] == 9
        && octets[1] is 0 or 2 or 4 or 8 && octets[2] is 4 or 6 or 8 && octets[3] == 0;

    /// <summary>
    /// A twentieth of control characters is in no text; UTF-16 has them too, and then as many zeros.
    /// </summary>
    private static bool IsNoText(ReadOnlySpan<byte> octets)
    {
        var (controls, zeros) = (0, 0);
        foreach (var octet in octets)
        {
            zeros += octet == 0 ? 1 : 0;
            controls += octet is (> 0 and < (byte)'\t') or (> (byte)'\r' and < (byte)' ') ? 1 : 0;
        }

        return controls * 20 > octets.Length && zeros * 20 < octets.Length
            && !octets.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            && !octets.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
    }

    private static FileSort OfText(ReadOnlySpan<byte> octets)
    {
        var text = Encoding.ASCII.GetString(octets).Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('?', ' ', '\t', '\r', '\n', '\uFEFF', '\uFFFD');
        return !text.StartsWith('<') ? FileSort.Text
            : Has(text, "urn:schemas-microsoft-com:office:spreadsheet") ? FileSort.Xml2003
            : Has(text, "<html") || Has(text, "<!doctype html") || Has(text, "<table") || Has(text, "<meta")
                ? FileSort.Page
            : FileSort.Text;
    }

    private static bool Has(string text, string word) =>
        text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
