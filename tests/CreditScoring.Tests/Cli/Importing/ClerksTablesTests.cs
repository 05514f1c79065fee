using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>What stands in tables beside data, and in cells beside values: each was met in a table of a bureau.</summary>
public class ClerksTablesTests
{
    private const string Operator = "91350100M000100Y43";

    private const string Mapping =
        """
        {
          "source": "gd-samr", "id": "{文号}", "kind": "penalty",
          "subject": { "kind": "operator", "id": "{代码}" },
          "occurredOn": { "column": "日期", "forms": [ "yyyy年M月d日", "yyyy/M/d" ] },
          "data": {
            "kinds": { "column": "类别", "split": ";", "codes": { "警告": "warning", "罚款": "fine", "罚没": [ "fine", "warning" ] } },
            "fine": { "column": "罚款" }
          }{more}
        }
        """;

    private const string Header = "文号,代码,日期,类别,罚款";
    private const string Row = $"1号,{Operator},2025/3/1,警告,5";

    private Workbench bench = null!;

    [SetUp]
    public void SetUp() => bench = new Workbench();

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void A_code_that_stands_for_several_gives_them_all_among_others_too()
    {
        Assert.That(Import("", Header, Row.Replace("警告", "罚没;警告"), Row.Replace("1号", "2号").Replace("警告", "罚没")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Select(each => each[each.IndexOf("\"kinds\"", StringComparison.Ordinal)..]),
            Is.All.EqualTo("""
                "kinds":["fine","warning"]}}
                """));
    }

    [Test]
    public void A_list_that_is_needed_and_comes_to_nothing_is_rejected()
    {
        Assert.That(Import("", Header, Row.Replace("警告", ";")), Is.EqualTo(1));
        Assert.That(Rejected, Does.Contain("field-missing"));
    }

    [Test]
    public void Title_unit_and_numbers_of_columns_stand_around_the_header()
    {
        var title = "行政处罚信息（2026年2月）,,,,";
        Assert.That(Import("", title, ",,,单位：元,", Header, "1,2,3,4,5", Row), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
        Assert.That(bench.Messages, Does.Contain("skipped 1: numbers of columns (rows 4)"));
    }

    [Test]
    public void A_header_that_is_not_found_is_told_with_the_columns_of_the_likeliest_row()
    {
        Assert.That(Import("", "统计表,,,,", Header.Replace("代码", "企业"), Row), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("table.csv:2:1: column-missing: there is no column '代码'"));
        Assert.That(bench.Messages, Does.Contain("the columns here are: 文号、企业、日期、类别、罚款"));
    }

    [Test]
    public void The_header_is_the_row_that_the_mapping_names()
    {
        var older = Header.Replace("罚款", "罚款,旧");
        Assert.That(Import(""", "headerRow": 2""", older, Header, Row), Is.EqualTo(0), bench.Messages);
        Assert.That(Import(""", "headerRow": 3""", older, Header, Row), Is.EqualTo(2), "it is no header");
    }

    [Test]
    public void Two_rows_name_the_columns_together()
    {
        var mapping = Mapping.Replace("{代码}", "{当事人代码}").Replace("\"罚款\" }", "\"罚款（元）\" }");
        bench.Write("mapping.json", mapping.Replace("{more}", ""));
        bench.Write("table.csv", $"文号,当事人,日期,类别,罚款\n,代码,,,（元）\n{Row}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [TestCase(" 代 码 ")]
    [TestCase("*代码")]
    [TestCase("\"代\n码\"")]
    [TestCase("\uFEFF代码")]
    [TestCase("社会信用代码")]
    public void A_column_is_known_by_what_people_see_of_its_name_and_by_its_other_names(string name)
    {
        Assert.That(Import(""", "columns": { "代码": [ "代码", "社会信用代码" ] }""", Header.Replace("代码", name), Row), Is.EqualTo(0), bench.Messages);
    }

    [Test]
    public void A_column_that_may_be_lacking_is_empty()
    {
        Assert.That(Import(""", "columns": { "罚款": { "optional": true } }""", Header.Replace(",罚款", ""), Row.Replace(",5", "")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Not.Contain("\"fine\":"));
    }

    [Test]
    public void Two_columns_of_one_name_are_a_flaw_where_the_mapping_reads_it_alone()
    {
        Assert.That(Import("", Header + ",罚款", Row + ",9"), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("column-twice: 2 columns are called '罚款' (E, F)"));
        Assert.That(Import("", Header + ",备注,备注", Row + ",9,9"), Is.EqualTo(0), bench.Messages);
    }

    [Test]
    public void Blank_rows_totals_and_signatures_are_skipped_and_counted()
    {
        Assert.That(
            Import("", Header, Row, ",,,,", "合计：1批次", "合 计,,,,5", "共2家,,,,", "填表人：张三,,,审核：李四,", "备注：本表为样表", Header),
            Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Messages, Does.Contain("skipped 1: blank rows (rows 3)")
            .And.Contain("skipped 3: totals (rows 4, 5, 6)").And.Contain("skipped 2: notes and signatures (rows 7, 8)")
            .And.Contain("skipped 1: the header again (rows 9)").And.Contain("read 1, events 1, rejected 0; skipped 7"));
    }

    [Test]
    public void An_enterprise_whose_name_begins_as_a_total_does_is_data()
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", ""));
        bench.Write("table.csv", $"名称,{Header}\n合计通商贸有限公司,{Row}\n共3D打印店,{Row.Replace("1号", "2号")}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(2));
    }

    [Test]
    public void What_a_mapping_does_not_want_is_skipped_and_told()
    {
        const string Where = """, "where": [ { "column": "状态", "isNot": [ "撤销" ] }, { "column": "备注", "containsNot": [ "涉嫌假冒" ] } ], "skip": [ "以下空白" ]""";
        Assert.That(
            Import(Where, $"{Header},状态,备注", $"{Row},0,", $"{Row.Replace("1号", "2号")},撤销,", $"{Row.Replace("1号", "3号")},0,企业称：涉嫌假冒。", "以下空白,,,,,,"),
            Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
        Assert.That(bench.Messages, Does.Contain("'状态' one of 撤销 (rows 3)").Or.Contain("'状态' not one of 撤销 (rows 3)"));
        Assert.That(bench.Messages, Does.Contain("skipped 1: rows that the mapping skips"));
    }

    [TestCase("/")]
    [TestCase("无")]
    [TestCase("—")]
    public void A_word_for_nothing_is_nothing_where_the_mapping_says_so(string word)
    {
        Assert.That(Import(""", "absent": [ "/", "无", "—" ]""", Header, Row.Replace(",5", "," + word)), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Not.Contain("\"fine\":"));
        Assert.That(Import("", Header, Row.Replace(",5", "," + word)), Is.EqualTo(1), "it is no number");
    }

    [Test]
    public void A_line_end_in_a_cell_is_one_blank()
    {
        Assert.That(Import("", Header, Row.Replace("1号", "\"粤\r\n1号\"")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("\"粤 1号\""));
    }

    [TestCase("91350100 M000100Y43")]
    [TestCase("91350100m000100y43")]
    [TestCase("９１３５０１００Ｍ０００１００Ｙ４３")]
    [TestCase("91350100M000100Y43\u200B")]
    public void A_code_is_what_was_meant_and_what_was_mended_is_told(string written)
    {
        Assert.That(Import("", Header, Row.Replace(Operator, written)), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain($"\"{Operator}\""));
        if (written[0] == '9')
        {
            Assert.That(bench.Messages, Does.Contain("codes were mended: 1 (rows 2)"));
        }
    }

    [Test]
    public void Error_cells_are_no_values()
    {
        Assert.That(Import("", Header, Row.Replace("1号", "#N/A"), Row.Replace(",5", ",#DIV/0!")), Is.EqualTo(1));
        Assert.That(bench.Events, Is.Empty);
        Assert.That(Rejected, Does.Contain("shows that a formula failed: #N/A").And.Contain("#DIV/0!"));
    }

    [TestCase("2024-03-05T00:00:00+08:00", "2024-03-05")]
    [TestCase("2024-03-04T16:00:00Z", "2024-03-05")]
    [TestCase("2024-03-04T15:59:59Z", "2024-03-04")]
    [TestCase("2024-03-05T00:00:00", "2024-03-05")]
    public void An_instant_is_the_day_in_China_on_every_machine(string written, string day)
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", "").Replace("yyyy/M/d", "yyyy-MM-ddTHH:mm:ssK"));
        bench.Write("table.csv", $"{Header}\n{Row.Replace("2025/3/1", written)}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain($"\"occurredOn\":\"{day}\""));
    }

    [Test]
    public void A_day_with_a_literal_Z_is_an_instant_too()
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", "").Replace("yyyy/M/d", "yyyy-MM-ddTHH:mm:ssZ"));
        bench.Write("table.csv", $"{Header}\n{Row.Replace("2025/3/1", "2024-03-04T16:00:00Z")}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("\"occurredOn\":\"2024-03-05\""));
    }

    [TestCase("=HYPERLINK(\"http://x\")")]
    [TestCase("@SUM(A1)")]
    [TestCase("-cmd|x")]
    public void What_a_spreadsheet_would_run_is_written_back_as_a_text_and_read_again_as_it_was(string formula)
    {
        var quoted = $"\"{formula.Replace("\"", "\"\"")}\"";
        Import("", Header, Row.Replace("1号", quoted).Replace("Y43", "Y44"));
        Assert.That(Rejected.Split('\n')[1].TrimStart('"'), Does.StartWith($"'{formula[0]}"));
        bench.Write("mended.csv", Rejected.Replace("Y44,", "Y43,"));
        Assert.That(bench.Import("mended.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That((string?)Newtonsoft.Json.Linq.JObject.Parse(bench.Events.Single())["id"], Is.EqualTo(formula));
    }

    [Test]
    public void A_code_is_looked_up_in_a_table_that_a_person_has_confirmed()
    {
        var mapping = Mapping.Replace("\"{代码}\"", "{ \"join\": \"主体\", \"column\": \"代码\" }").Replace(
            "{more}", """, "joins": { "主体": { "file": "主体.csv", "key": "{名称}/{地址}", "to": "{生产企业}/{地址}" } }""");
        bench.Write("mapping.json", mapping);
        bench.Write("主体.csv", $"名称,地址,代码\n甲厂,东街,{Operator}\n乙厂,西街,{Operator}\n乙厂,西街,91440100MAT6PL332L\n丁厂,北街,{Operator}\n");
        var rows = new[] { "甲厂,东街", "乙厂,西街", "丙厂,南街" }.Select((named, at) => Row.Replace("1号", $"{at}号").Replace(Operator, named));
        bench.Write("table.csv", $"{Header.Replace("代码", "生产企业,地址")}\n{string.Join("\n", rows)}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(1), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain(Operator).And.Contain("0号"));
        Assert.That(Rejected, Does.Contain("has 2 rows in another table; rows 3 and 4 differ").And.Contain("no code or number says whom it is about"));
        Assert.That(bench.Has("主体.csv.rejected.csv"), Is.False, "who is in it and not in the table is no fault");
    }

    [Test]
    public void A_value_of_a_table_that_is_not_declared_is_a_flaw()
    {
        bench.Write("mapping.json", Mapping.Replace("\"{代码}\"", "{ \"join\": \"主体\", \"column\": \"代码\" }").Replace("{more}", ""));
        bench.Write("table.csv", $"{Header}\n{Row}\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("unknown-join: '主体' does not stand in joins"));
    }

    private string Rejected => bench.Read("table.csv.rejected.csv");

    private int Import(string more, params string[] lines)
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", more));
        bench.Write("table.csv", string.Join("\n", lines) + "\n");
        return bench.Import("table.csv");
    }
}
