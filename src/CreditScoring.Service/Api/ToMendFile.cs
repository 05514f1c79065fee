using System.IO.Compression;
using System.Text;
using System.Xml;
using CreditScoring.Importing.Tables;
using CreditScoring.Service.Answers;
using CreditScoring.Service.TablesIn;

namespace CreditScoring.Service.Api;

/// <summary>
/// The rows of a table that are to be mended, as a file that is mended and handed in as it stands: written
/// row by row, however many there are. All cells are texts, and none is a formula.
/// </summary>
internal static class ToMendFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>Characters of a cell of a workbook.</summary>
    private const int Longest = 32_767;

    private const string Typed = "application/vnd.openxmlformats-";

    private static readonly (string Name, string Text)[] Frame =
    [
        ("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\">"
            + $"<Default Extension=\"rels\" ContentType=\"{Typed}package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + Part("workbook", "sheet.main") + Part("worksheets/sheet1", "worksheet") + "</Types>"),
        ("_rels/.rels", Related("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
            + "<sheet name=\"待改\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Related("worksheet", "worksheets/sheet1.xml")),
    ];

    private static string Part(string name, string type) =>
        $"<Override PartName=\"/xl/{name}.xml\" "
        + $"ContentType=\"{Typed}officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Related(string type, string target) =>
        $"<Relationships xmlns=\"{Package}relationships\">"
        + $"<Relationship Id=\"r1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";

    /// <param name="form">xlsx or csv.</param>
    /// <returns>Null: nothing is to be mended.</returns>
    public static async Task<IResult?> OfAsync(HandedTable table, TableToMend toMend, string form)
    {
        if (await toMend.ColumnsAsync(table) is not { } columns)
        {
            return null;
        }

        // It is gone when it is closed.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew,
            FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var rows = toMend.RowsAsync(table);
        await (form == "csv" ? WriteCsvAsync(file, columns, rows) : WriteBookAsync(file, columns, rows));
        file.Position = 0;
        return Results.Stream(
            file, form == "csv" ? "text/csv; charset=utf-8" : Workbook.MediaType,
            $"{Path.GetFileNameWithoutExtension(table.Name)}-待改.{form}");
    }

    private static async Task WriteCsvAsync(
        Stream file, string[] columns, IAsyncEnumerable<string[]> rows)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        await text.WriteLineAsync(string.Join(',', columns.Select(Quoted)));
        await foreach (var row in rows)
        {
            await text.WriteLineAsync(string.Join(',', row.Select(each => Quoted(CellMark.Marked(each)))));
        }
    }

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task WriteBookAsync(
        Stream file, string[] columns, IAsyncEnumerable<string[]> rows)
    {
        using var book = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, part) in Frame)
        {
            using var octets = book.CreateEntry(name).Open();
            octets.Write(Encoding.UTF8.GetBytes(part));
        }

        using var sheet = book.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(
            sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        Write(xml, columns);
        await foreach (var row in rows)
        {
            Write(xml, row);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string[] cells)
    {
        xml.WriteStartElement("row");
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c");
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Written(cell));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Written(string cell)
    {
        var text = string.Concat(
            cell.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
        return text.Length <= Longest ? text : text[..Longest];
    }
}
