using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake;

/// <summary>Workbooks that are made to do harm: each ends soon, in few octets, with words or with its rows.</summary>
public class HostileWorkbookTests
{
    private const string One = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>points</t></is></c></row>";

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return Case("a bomb that says its size", Workbooks.Written(Texts(40 << 20)), "workbook-too-large");
        yield return Case("a bomb that lies of its size", Lying(Workbooks.Written(Texts(900 << 20 >> 2))), null);
        yield return Case("a bomb beside the sheet", Workbooks.Written(One, "", "", ("xl/media/a.png", new string('x', 40 << 20))), "workbook-too-large");
        yield return Case("a cell far to the right", Workbooks.Written("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), "workbook-too-large");
        yield return Case("a cell beyond all columns", Workbooks.Written($"<row r=\"1\"><c r=\"{new string('Z', 3000)}1\"><v>1</v></c></row>"), "workbook-too-large");
        yield return Case("more cells in a row than there are columns", Workbooks.Written($"<row r=\"1\">{Many("<c><v>1</v></c>", 500_000)}</row>"), "workbook-too-large");
        yield return Case("a row far below", Workbooks.Written(One + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"), null);
        yield return Case("a row below all rows", Workbooks.Written(One + "<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row>"), null);
        yield return Case("a million rows", Workbooks.Written(Many("<row><c><v>1</v></c></row>", 1_000_000)), "workbook-too-large");
        yield return Case("a million rows said, one there", Workbooks.Written(One, "<dimension ref=\"A1:B1048576\"/>"), null);
        yield return Case("millions of cells merged", Workbooks.Written(One + "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells><sheetData>"), null);
        yield return Case("texts of millions", Workbooks.Written(
            One, "", "", ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{Many("<si><t>a</t></si>", 1_500_000)}</sst>")), "workbook-too-large");
        yield return Case("a text that there is not", Workbooks.Written("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999</v></c></row>"), null);
        yield return Case("another's file by an entity", Workbooks.Written(Text("&e;"), "", Entity("SYSTEM \"file:///etc/passwd\"")), "workbook-unreadable");
        yield return Case("another's page by an entity", Workbooks.Written(Text("&e;"), "", Entity("SYSTEM \"http://127.0.0.1:9/x\"")), "workbook-unreadable");
        yield return Case("an entity of entities", Workbooks.Written(Text("&z9;"), "", Laughs()), "workbook-unreadable");
        yield return Case("elements in elements", Workbooks.Written($"<row r=\"1\">{Many("<c>", 200_000)}{Many("</c>", 200_000)}</row>"), "workbook-too-large");
        yield return Case("thousands of parts", Workbooks.Written(One, "", "", [.. Enumerable.Range(0, 20_000).Select(at => ($"x{at}", ""))]), null);
        yield return Case("no archive", Encoding.UTF8.GetBytes("points,severity"), "workbook-unreadable");
        yield return Case("nothing", [], "workbook-unreadable");
        yield return Case("half of one", Workbooks.Written(One)[..400], "workbook-unreadable");
    }

    [TestCaseSource(nameof(Hostile))]
    public void It_ends_soon(byte[] book, string? code)
    {
        var flaws = new List<Flaw>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = SheetRows.OfWorkbook(book, 2000, "table", flaws);
        var spent = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        TestContext.Out.WriteLine($"{book.Length} octets: {spent} MiB, {rows.Count} rows, {flaws.FirstOrDefault()?.Name}");
        Assert.That(spent, Is.LessThan(400), "MiB");
        Assert.That(rows, Has.Count.LessThanOrEqualTo(2001));
        Assert.That(rows.SelectMany(row => row), Has.None.Contains("root:"));
        if (code is not null)
        {
            Assert.That(flaws.Select(each => each.Name), Is.EqualTo(new[] { code }));
        }
    }

    [Test]
    public void Of_a_formula_what_it_came_to_is_taken_and_it_is_never_reckoned()
    {
        var rows = SheetRows.OfWorkbook(
            Workbooks.Written("<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"http://127.0.0.1:9\")</f><v>3</v></c><c r=\"B1\" t=\"str\"><f>A1</f><v>=1+1</v></c></row>"),
            2000, "table", []);
        Assert.That(rows, Is.EqualTo(new[] { new[] { "3", "=1+1" } }));
    }

    private static TestCaseData Case(string name, byte[] book, string? code) =>
        new TestCaseData(book, code).SetName($"It_ends_soon: {name}");

    private static string Text(string text) => $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>";

    private static string Texts(int length) => Text(new string('x', length));

    private static string Many(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Entity(string what) => $"<!DOCTYPE worksheet [<!ENTITY e {what}>]>";

    private static string Laughs() => $"<!DOCTYPE worksheet [<!ENTITY z0 \"ha\">{string.Concat(Enumerable.Range(1, 9).Select(
        at => $"<!ENTITY z{at} \"{Many($"&z{at - 1};", 10)}\">"))}]>";

    /// <summary>Each part is said to unpack to a hundred octets.</summary>
    private static byte[] Lying(byte[] book)
    {
        for (var at = 0; at < book.Length - 30; at++)
        {
            if (book.AsSpan(at, 4).SequenceEqual("PK\x01\x02"u8))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(book.AsSpan(at + 24), 100);
            }
        }

        return book;
    }
}
