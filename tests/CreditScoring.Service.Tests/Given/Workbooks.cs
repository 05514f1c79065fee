using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Reads what was exported as .xlsx, and writes what nobody would export.</summary>
public static class Workbooks
{
    /// <summary>All rows, the head first; each cell as text.</summary>
    public static IReadOnlyList<string[]> Rows(byte[] book)
    {
        using var stream = new MemoryStream(book);
        return
        [
            .. stream.Query(useHeaderRow: false).Select(row =>
                ((IDictionary<string, object?>)row).Values.Select(each => $"{each}").ToArray()),
        ];
    }

    /// <summary>A workbook of one sheet as octets, each part as it is told.</summary>
    /// <param name="head">Of the sheet's own XML, before its first element.</param>
    /// <param name="more">Parts that it has beside.</param>
    public static byte[] Written(
        string rows, string dimension = "", string head = "", params (string Name, string Text)[] more)
    {
        using var octets = new MemoryStream();
        using (var book = new ZipArchive(octets, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in new List<(string Name, string Text)>
            ([
                ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
                ("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
                ("xl/workbook.xml", """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"""),
                ("xl/_rels/workbook.xml.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
                ("xl/worksheets/sheet1.xml", $"""<?xml version="1.0"?>{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{dimension}<sheetData>{rows}{(rows.Contains("</sheetData>", StringComparison.Ordinal) ? "" : "</sheetData>")}</worksheet>"""),
                .. more,
            ]))
            {
                using var part = book.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return octets.ToArray();
    }
}
