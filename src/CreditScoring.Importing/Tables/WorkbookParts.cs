using System.IO.Compression;
using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// The parts of a workbook (.xlsx): which sheets it has, where they stand, and what they share.
/// </summary>
/// <remarks>
/// Read here, a piece at a time: of the libraries that can be had, those that stream show no merged cells, no
/// hidden rows and no cells without a place, and the others hold the whole sheet in memory.
/// </remarks>
internal sealed class WorkbookParts : IDisposable
{
    /// <summary>
    /// Octets that a part may unpack to: a million rows of twenty cells are below one gigabyte.
    /// </summary>
    private const long MostOfSheet = 3L << 30, MostOfTexts = 1L << 30, MostOfOther = 64 << 20;

    private const string Book = "xl/workbook.xml";

    private readonly ZipArchive archive;
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Id)> sheets = [];

    public WorkbookParts(Stream octets, string file)
    {
        archive = new ZipArchive(octets, ZipArchiveMode.Read);
        if (Entry(Book) is null)
        {
            throw NoWorkbook(file);
        }

        ReadTargets();
        ReadSheets(file);
    }

    public IReadOnlyList<string> Sheets => [.. sheets.Select(sheet => sheet.Name)];

    public GuardedPart Sheet(string name)
    {
        var id = sheets.First(sheet => sheet.Name == name).Id;
        return Part(targets.GetValueOrDefault(id) ?? "", MostOfSheet)
            ?? throw new InvalidDataException($"its sheet {name} is missing");
    }

    /// <summary>The texts that cells share; null: there are none.</summary>
    public GuardedPart? Texts => Part("xl/sharedStrings.xml", MostOfTexts);

    public GuardedPart? Styles => Part("xl/styles.xml", MostOfOther);

    public void Dispose() => archive.Dispose();

    private void ReadTargets()
    {
        using var part = Part("xl/_rels/workbook.xml.rels", MostOfOther);
        while (part?.ReadTo("Relationship") == true)
        {
            if (part.Xml.GetAttribute("Id") is { } id && part.Xml.GetAttribute("Target") is { } target
                && part.Xml.GetAttribute("TargetMode") != "External")
            {
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }
    }

    private void ReadSheets(string file)
    {
        using var part = Part(Book, MostOfOther)!;
        while (part.Read())
        {
            if (part.Xml.NodeType != System.Xml.XmlNodeType.Element)
            {
                continue;
            }

            if (part.Xml.LocalName == "workbookPr" && part.Xml.GetAttribute("date1904") is "1" or "true")
            {
                throw TableException.Of(
                    "days-from-1904", file,
                    new Wording("工作簿从 1904 年起算日期", "the workbook counts its days from 1904"),
                    new Wording("在选项中改为 1900 日期系统，再保存", "save it with days from 1900"));
            }

            if (part.Xml.LocalName == "sheet" && part.Xml.GetAttribute("name") is { } name
                && IdOf(part.Xml) is { } id)
            {
                sheets.Add((name, id));
            }
        }
    }

    /// <summary>Its id of a relationship, in the namespace of either edition of the standard.</summary>
    private static string? IdOf(System.Xml.XmlReader sheet)
    {
        string? id = null;
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            id = sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0 ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id;
    }

    private GuardedPart? Part(string name, long most) =>
        Entry(name) is { } entry ? new GuardedPart(entry.Open(), most) : null;

    /// <summary>Some write xl\worksheets\sheet1.xml, or other letters.</summary>
    private ZipArchiveEntry? Entry(string name) => archive.GetEntry(name) ?? archive.Entries.FirstOrDefault(
        entry => string.Equals(entry.FullName.Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase));

    private TableException NoWorkbook(string file) => Entry("xl/workbook.bin") is not null
        ? TableException.Of(
            "binary-workbook", file,
            new Wording("这是二进制工作簿（.xlsb），不能读取", "this is a binary workbook (.xlsb), which cannot be read"),
            FileSorts.SaveAs)
        : Entry("content.xml") is not null
            ? TableException.Of(
                "open-document", file,
                new Wording("这是开放文档表格（.ods），不能读取",
                    "this is an OpenDocument table (.ods), which cannot be read"),
                FileSorts.SaveAs)
        : TableException.Of(
            "no-workbook", file,
            new Wording("这个压缩文件不是工作簿", "this archive is no workbook"),
            new Wording("先解压，再导入其中的 .xlsx 或 .csv", "unpack it, and import the .xlsx or .csv in it"));
}
