using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Before anything is imported: what would come of it, and which mapping might do.</summary>
public class ExplainAndProposeTests
{
    private const string Table =
        """
        石桥市 2026 年 2 月行政处罚信息,,,,,,
        相对人,统一社会信用代码,决定书文号,处罚种类,处罚决定日期,罚款金额,经办人
        甲厂,91350100M000100Y43,1号,罚款,2026年2月5日,0.5,钱某
        乙厂,91350100M000100Y44,2号,警告,2026年2月6日,,孙某
        合计：2件,,,,,,

        """;

    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench { Rules = RepositoryFiles.Path("rules") };
        bench.Write("table.csv", Table);
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void An_explanation_says_what_would_happen_and_nothing_happens()
    {
        Assert.That(bench.Run("--map", "penalties-2018", "--explain", "--lang", "zh", bench.PathOf("table.csv")), Is.EqualTo(1));
        Assert.That(bench.Said, Does.Contain("table.csv：表头在第 2 行，7 列").And.Contain("映射：双公示 行政处罚（2018 年标准）")
            .And.Contain("  B 列 统一社会信用代码 → 代码").And.Contain("表里没有，可以没有：违法行为类型、违法事实").And.Contain("不读取：相对人、经办人")
            .And.Contain("第 3 行 → 行政处罚，编号 1号/91350100M000100Y43，主体 91350100M000100Y43，2026-02-05")
            .And.Contain("  罚款金额：5000 元").And.Contain("  处罚类别：罚款").And.Contain("第 4 行被拒：subject-invalid"));
        Assert.That(bench.Messages, Does.Contain("跳过 1 行：合计行（第 5 行）").And.Contain("读取 2 行，成为事件 1，被拒 1"));
        Assert.That(bench.Has("events.ndjson"), Is.False);
        Assert.That(bench.Has("table.csv.rejected.csv"), Is.False);
    }

    [Test]
    public void What_no_column_says_is_told_with_what_stands_for_it()
    {
        Assert.That(bench.Run("--map", "penalties-2018", "--explain", "--lang", "zh", bench.PathOf("table.csv")), Is.EqualTo(1));
        Assert.That(bench.Said, Does.Contain("表里没有，按目录默认：程序（普通程序、简易程序） = 普通程序")
            .And.Contain("处罚机关所属部门（市场监管、药品监管、知识产权、其他） = 市场监管").And.Not.Contain("按发生日期对待"));
        Assert.That(bench.Said.Split("= 普通程序"), Has.Length.EqualTo(2), "once, and not for each row");
        Assert.That(bench.Messages, Does.Contain("表里没有公示日期：这些处罚按尚未公示对待"));
    }

    [Test]
    public void A_day_of_publication_that_stands_in_a_column_is_read_and_nothing_is_said_to_be_lacking()
    {
        bench.Write("table.csv", "统一社会信用代码,决定书文号,处罚种类,处罚决定日期,罚款金额,公示日期\n91350100M000100Y43,1号,罚款,2026年2月5日,0.5,二〇二六年二月十日\n");
        Assert.That(bench.Run("--map", "penalties-2018", "--explain", "--lang", "zh", bench.PathOf("table.csv")), Is.EqualTo(0));
        Assert.That(bench.Said, Does.Contain("  公示日期：2026-02-10"));
        Assert.That(bench.Messages, Does.Not.Contain("表里没有公示日期"));
    }

    [Test]
    public void A_table_that_says_no_day_of_decision_is_told_what_stands_for_it()
    {
        bench.Write("m.json", """{ "source": "a", "id": "{决定书文号}", "kind": "penalty", "subject": { "kind": "operator", "id": "{统一社会信用代码}" }, "occurredOn": { "column": "处罚决定日期", "forms": [ "yyyy年M月d日" ] }, "data": { "kinds": { "text": "fine", "codes": { "fine": [ "fine" ] } }, "procedure": "summary" } }""");
        bench.Run("--map", bench.PathOf("m.json"), "--explain", "--lang", "zh", bench.PathOf("table.csv"));
        Assert.That(bench.Said, Does.Contain("表里没有决定日期，按发生日期对待").And.Not.Contain("= 普通程序"));
    }

    [TestCase("\"kind\": \"penalty\"", "\"kind\": \"penaltyy\"", "unknown-kind: there is no kind of event 'penaltyy'\n  mend: did you mean 'penalty'?")]
    [TestCase("\"operator\"", "\"operater\"", "unknown-subject-kind")]
    [TestCase("\"fine\" ]", "\"fines\" ]", "value-not-listed: there is no kinds of penalty in one decision 'fines'")]
    [TestCase("\"summary\"", "\"sumary\"", "did you mean 'summary'?")]
    [TestCase("\"default\": \"legal\"", "\"default\": \"legel\"", "did you mean 'legal'?")]
    public void A_word_that_would_be_wrong_in_every_row_is_wrong_in_the_mapping(string was, string written, string told)
    {
        const string Mapping = """{ "source": "a", "id": "{决定书文号}", "kind": "penalty", "subject": { "kind": "operator", "id": "{统一社会信用代码}" }, "occurredOn": { "column": "处罚决定日期", "forms": [ "yyyy年M月d日" ] }, "data": { "kinds": { "column": "处罚种类", "codes": { "罚款": [ "fine" ], "警告": [ "warning" ] } }, "procedure": "summary", "person": { "column": "经办人", "codes": { "*": "natural" }, "default": "legal" } } }""";
        Assert.That(Mapping.Contains(was, System.StringComparison.Ordinal), Is.True);
        bench.Write("m.json", Mapping);
        Assert.That(bench.Run("--map", bench.PathOf("m.json"), "--explain", bench.PathOf("table.csv")), Is.EqualTo(1), bench.Messages);
        bench.Write("m.json", Mapping.Replace(was, written));
        Assert.That(bench.Run("--map", bench.PathOf("m.json"), "--explain", bench.PathOf("table.csv")), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain(told));
    }

    [Test]
    public void An_explanation_in_JSON_has_an_object_for_the_header_and_one_for_each_row()
    {
        Assert.That(bench.Run("--map", "penalties-2018", "--explain", "--json", bench.PathOf("table.csv")), Is.EqualTo(1));
        var said = bench.Said.TrimEnd().Split('\n').Select(JObject.Parse).ToArray();
        Assert.That((string?)said[0]["columns"]!["处罚类别"], Is.EqualTo("处罚种类"));
        Assert.That((int)said[0]["header"]![0]!, Is.EqualTo(2));
        Assert.That((int)said[1]["row"]!, Is.EqualTo(3));
        Assert.That((decimal)said[1]["event"]!["data"]!["fine"]!, Is.EqualTo(5000));
        Assert.That((string?)said[2]["rejected"]!["zh"], Does.Contain("校验码"));
        var summary = JObject.Parse(bench.Messages);
        Assert.That((int)summary["rejected"]!, Is.EqualTo(1));
        Assert.That((string?)summary["skipped"]![0]!["zh"], Is.EqualTo("合计行"));
    }

    [Test]
    public void A_mapping_that_is_there_is_not_written_over_by_a_proposal()
    {
        bench.Write("proposed.json", "mended by hand");
        Assert.That(bench.Run("--propose", "--out", bench.PathOf("proposed.json"), bench.PathOf("table.csv")), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("proposed.json"));
        Assert.That(bench.Read("proposed.json"), Is.EqualTo("mended by hand"));
    }

    [Test]
    public void A_proposal_is_a_mapping_that_reads_the_table_once_it_is_confirmed()
    {
        Assert.That(bench.Run("--propose", "--out", bench.PathOf("proposed.json"), bench.PathOf("table.csv")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Messages, Does.Contain("proposed by the ready mapping penalties-2018").And.Contain("not read: 相对人, 经办人"));
        Assert.That((string?)JObject.Parse(bench.Read("proposed.json"))["columns"]!["处罚类别"]![0], Is.EqualTo("处罚种类"));
        Assert.That(bench.Import("table.csv", "proposed.json"), Is.EqualTo(1));
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public void Columns_that_a_person_has_to_add_are_named()
    {
        bench.Write("table.csv", "序号,产品种类,受检单位,标称生产单位,产品名称,规格型号,生产日期/批号,主要不合格项目,承检机构,备注\n1,灯具,店,厂,台灯,T1,/,爬电,院,\n");
        Assert.That(bench.Run("--propose", "--out", bench.PathOf("proposed.json"), bench.PathOf("table.csv")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Messages, Does.Contain("sampling-products").And.Contain("a person has to add: 抽样日期, 统一社会信用代码"));
    }

    [Test]
    public void A_table_of_another_sort_gets_what_its_values_tell()
    {
        bench.Write("table.csv", "通知,,,\n单号,主体代码,巡查时间,结论\nXC-001,91350100M000100Y43,2026.3.1,好\nXC-002,91440100MAT6PL332L,2026.3.2,好\n");
        Assert.That(bench.Run("--propose", "--out", bench.PathOf("proposed.json"), bench.PathOf("table.csv")), Is.EqualTo(1));
        var proposed = JObject.Parse(bench.Read("proposed.json"));
        Assert.That((string?)proposed["id"], Is.EqualTo("{单号}"));
        Assert.That((string?)proposed["subject"]!["id"], Is.EqualTo("{主体代码}"));
        Assert.That((string?)proposed["occurredOn"]!["column"], Is.EqualTo("巡查时间"));
        Assert.That(bench.Messages, Does.Contain("row 2 seems to be the header: 单号, 主体代码, 巡查时间, 结论"));
    }

    [Test]
    public void Without_a_mapping_the_ready_ones_are_named()
    {
        Assert.That(bench.Run(bench.PathOf("table.csv")), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("--map is missing. Ready ones are abnormal-entries, abnormal-exits, complaints-12315"));
        Assert.That(bench.Run("--map", "nothing", bench.PathOf("table.csv")), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("there is no mapping nothing"));
    }
}
