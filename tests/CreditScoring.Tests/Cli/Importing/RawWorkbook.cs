using System.IO.Compression;
using System.Security;
using System.Text;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>
/// Workbooks in the words of XML, as those write them whose ways no library of ours imitates: a sheet is what stands
/// in <c>sheetData</c> and behind it.
/// </summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Data, string Behind)> sheets = [];
    private readonly List<string> texts = [];
    private readonly List<string> formats = [];

    /// <summary>Other parts, or parts written otherwise, by their names.</summary>
    public Dictionary<string, string> Parts { get; } = [];

    public string BookProperties { get; init; } = "";

    /// <summary>The prefix of elements: some write x:row.</summary>
    public string Prefix { get; init; } = "";

    public RawWorkbook Sheet(string name, string data, string behind = "")
    {
        sheets.Add((name, data, behind));
        return this;
    }

    /// <summary>The number of a shared text.</summary>
    public int Text(string text, bool isXml = false)
    {
        texts.Add(isXml ? text : $"<t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t>");
        return texts.Count - 1;
    }

    /// <summary>The style (s) that shows numbers by a format of its own.</summary>
    public int Style(string format)
    {
        formats.Add(format);
        return formats.Count;
    }

    public void Save(string path)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Add(archive, "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{BookProperties}<sheets>"
            + string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"/>"))
            + "</sheets></workbook>");
        Add(archive, "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 1}\" Type=\"t\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))
            + "</Relationships>");
        Add(archive, "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts>"
            + string.Concat(formats.Select((format, at) => $"<numFmt numFmtId=\"{164 + at}\" formatCode=\"{SecurityElement.Escape(format)}\"/>"))
            + "</numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + string.Concat(formats.Select((_, at) => $"<xf numFmtId=\"{164 + at}\"/>")) + "</cellXfs></styleSheet>");
        Add(archive, "xl/sharedStrings.xml",
            $"<sst xmlns=\"{Main}\">{string.Concat(texts.Select(text => $"<si>{text}</si>"))}</sst>");
        for (var at = 0; at < sheets.Count; at++)
        {
            var p = Prefix.Length == 0 ? "" : $"{Prefix}:";
            var space = Prefix.Length == 0 ? "xmlns" : $"xmlns:{Prefix}";
            Add(archive, $"xl/worksheets/sheet{at + 1}.xml",
                $"<{p}worksheet {space}=\"{Main}\"><{p}sheetData>{sheets[at].Data}</{p}sheetData>{sheets[at].Behind}</{p}worksheet>");
        }

        foreach (var (name, text) in Parts.Where(part => archive.Mode == ZipArchiveMode.Create && part.Value.Length > 0))
        {
            if (!name.StartsWith("xl/", StringComparison.Ordinal))
            {
                Add(archive, name, text);
            }
        }
    }

    private void Add(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{Parts.GetValueOrDefault(name) ?? text}"));
    }
}
