using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>
/// The road of a clerk: a workbook of 双公示 as it was downloaded, with a title, merged cells, a header of two rows, 万元,
/// days in four forms, a number that Excel has rounded and a total: proposed, explained, imported, mended.
/// </summary>
public class WholeRoadTests
{
    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench { Rules = RepositoryFiles.Path("rules") };
        Environment.SetEnvironmentVariable(CreditScoring.Importing.PersonKey.Variable, "a key of tests, long enough");
    }

    [TearDown]
    public void TearDown()
    {
        Environment.SetEnvironmentVariable(CreditScoring.Importing.PersonKey.Variable, null);
        bench.Dispose();
    }

    [Test]
    public void A_downloaded_workbook_becomes_events_without_a_mapping_written_by_hand()
    {
        var book = new RawWorkbook();
        var day = book.Style("yyyy\"年\"m\"月\"d\"日\";@");
        book.Sheet("Sheet1",
            R(1, "行政处罚信息（2026年2月）", null, null, null, null, null, null, "单位：万元")
            + R(2, "行政相对人", null, null, null, "决定书文号", "处罚类别", "处罚内容", "罚款金额", "决定日期", "公示截止期")
            + R(3, "名称", "类别", "代码_1", "证件号码", null, null, null, "（万元）", null, null)
            + R(4, "石桥电器有限公司", "法人及非法人组织", "91350100M000100Y43", null, "×市监处罚【2026】03号", "罚款;没收违法所得", "罚款5000元，没收300元", 0.5m, "2026年2月5日", 46423m)
                .Replace("<c r=\"J4\"", $"<c r=\"J4\" s=\"{day}\"")
            + R(5, null, null, null, null, "×市监处罚【2026】04号", "警告", "警告", null, "2026/2/6", null)
            + R(6, "赵某某", "自然人", "/", "11010519491231002X", "×市监当罚字[2026]12号", "警告", "警告", 0m, 20260209m, null)
            + R(7, "云河食品厂", "法人及非法人组织", 913501000001000430m, null, "×市监处罚【2026】05号", "警告", "警告", null, "2026.2.7", null)
            + R(8, "合计", null, null, null, "4件", null, null, 0.5m),
            "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A2:D2\"/><mergeCell ref=\"A4:A5\"/><mergeCell ref=\"B4:B5\"/><mergeCell ref=\"C4:C5\"/></mergeCells>")
            .Save(bench.PathOf("下载.xlsx"));

        Assert.That(bench.Run("--propose", "--out", bench.PathOf("映射.json"), bench.PathOf("下载.xlsx")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Messages, Does.Contain("penalties-2018"));
        Assert.That(bench.Run("--map", bench.PathOf("映射.json"), "--explain", "--lang", "zh", bench.PathOf("下载.xlsx")), Is.EqualTo(1));
        Assert.That(bench.Said, Does.Contain("工作表“Sheet1”：表头在第 2+3 行").And.Contain("第 7 行被拒：").And.Contain("被电子表格改成了科学计数"));
        Assert.That(bench.Import("下载.xlsx", "映射.json"), Is.EqualTo(1));

        var events = bench.Events.Select(JObject.Parse).ToArray();
        Assert.That(events, Has.Length.EqualTo(3), bench.Messages);
        Assert.That((decimal)events[0]["data"]!["fine"]!, Is.EqualTo(5000));
        Assert.That(events.Select(each => (string?)each["occurredOn"]), Is.EqualTo(new[] { "2026-02-05", "2026-02-06", "2026-02-09" }));
        Assert.That((string?)events[1]["subject"]!["id"], Is.EqualTo("91350100M000100Y43"), "its cells are merged");
        Assert.That((string?)events[0]["data"]!["publishedUntil"], Is.EqualTo("2027-02-05"));
        Assert.That((string?)events[2]["subject"]!["kind"], Is.EqualTo("person"));

        var mended = bench.Read("下载.xlsx.rejected.csv").Replace("9.13501E+17", "91440100MAT6PL332L");
        bench.Write("mended.csv", mended);
        Assert.That(bench.Import("mended.csv", "映射.json"), Is.EqualTo(0), bench.Messages + mended);
        Assert.That(bench.Events.Single(), Does.Contain("91440100MAT6PL332L").And.Contain("2026-02-07"));
    }

    private static string R(int line, params object?[] cells) => $"<row r=\"{line}\">" + string.Concat(cells.Select((cell, at) => cell switch
    {
        null => "",
        decimal number => $"<c r=\"{(char)('A' + at)}{line}\"><v>{number}</v></c>",
        _ => $"<c r=\"{(char)('A' + at)}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
    })) + "</row>";
}
