using System.Text;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>A file is what its first octets say, whatever its name is; what is not read is told with the way out.</summary>
public class FileSortTests
{
    private const string Mapping =
        """{ "source": "s", "id": "{文号}", "kind": "penalty", "subject": { "kind": "operator", "id": "{代码}" }, "occurredOn": "{日}", "data": { "kinds": { "column": "类别", "codes": { "警告": "warning" } } }{more} }""";

    private const string Table = "文号,代码,日,类别\n粤1号,91350100M000100Y43,2025-03-01,警告\n";

    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench();
        bench.Write("mapping.json", Mapping.Replace("{more}", "", StringComparison.Ordinal));
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [TestCase("t.xls", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "old-workbook: this is an old workbook (.xls, .et), or one under a password")]
    [TestCase("t.xlsx", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "old-workbook")]
    [TestCase("t.xls", "<html><table><tr><td>1</td></tr></table></html>", "page-not-workbook: this is a web page (HTML)")]
    [TestCase("t.xls", "\r\n <!DOCTYPE HTML PUBLIC>\n<html>", "page-not-workbook")]
    [TestCase("t.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "xml-not-workbook")]
    [TestCase("t.csv", "%PDF-1.7", "no-table")]
    [TestCase("t.xlsx", "文号", "table-unreadable: the workbook t.xlsx cannot be read")]
    public void What_is_no_table_is_told_by_what_it_is(string name, string content, string told)
    {
        File.WriteAllBytes(bench.PathOf(name), content[0] > 0x7F && content[0] < 0x100 ? Encoding.Latin1.GetBytes(content) : Encoding.UTF8.GetBytes(content));
        Assert.That(bench.Import(name), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain(told).And.Contain("mend: "));
    }

    [Test]
    public void Octets_that_are_no_text_are_told_and_nothing_is_proposed_of_them()
    {
        var octets = new byte[5000];
        for (var seed = 0; seed < 50; seed++)
        {
            new Random(seed).NextBytes(octets);
            File.WriteAllBytes(bench.PathOf("t.csv"), octets);
            Assert.That(bench.Run("--propose", "--out", bench.PathOf("p.json"), bench.PathOf("t.csv")), Is.EqualTo(2));
            Assert.That(bench.Messages, Does.Contain("no-table: this is neither a text nor a workbook").And.Contain("mend: "));
            Assert.That(File.Exists(bench.PathOf("p.json")), Is.False);
        }
    }

    [Test]
    public void A_workbook_and_a_text_are_read_under_each_others_names()
    {
        new RawWorkbook().Sheet("一", string.Concat(Table.TrimEnd().Split('\n').Select(line =>
            $"<row>{string.Concat(line.Split(',').Select(cell => $"<c t=\"str\"><v>{cell}</v></c>"))}</row>"))).Save(bench.PathOf("t.xls"));
        Assert.That(bench.Import("t.xls"), Is.EqualTo(0), bench.Messages);
        bench.Write("u.xls", Table.Replace(',', '\t'));
        Assert.That(bench.Import("u.xls"), Is.EqualTo(0), bench.Messages);
    }

    [TestCase("gb18030", "utf-8")]
    [TestCase("utf-8", "gb18030")]
    [TestCase("utf-8", "utf-16")]
    [TestCase("utf-16", "gb18030")]
    public void An_encoding_that_is_not_the_one_stated_is_told(string stated, string real)
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", $", \"encoding\": \"{stated}\"", StringComparison.Ordinal));
        bench.Write("t.csv", Table, real switch { "utf-8" => new UTF8Encoding(false), "utf-16" => Encoding.Unicode, _ => Writers.Gb18030 });
        Assert.That(bench.Import("t.csv"), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain($"wrong-encoding: the file is in {real}; the mapping says {stated}"));
    }

    [Test]
    public void An_empty_file_is_told()
    {
        bench.Write("t.csv", "");
        Assert.That(bench.Import("t.csv"), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("column-missing"));
    }
}
