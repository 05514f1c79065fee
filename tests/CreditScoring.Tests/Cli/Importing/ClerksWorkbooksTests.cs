using System.Text;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>What workbooks show, and what they hold behind it.</summary>
public class ClerksWorkbooksTests
{
    private const string Operator = "91350100M000100Y43";

    private const string Mapping =
        """
        {
          "source": "gd-samr", "id": "{文号}", "kind": "penalty",
          "subject": { "kind": "operator", "id": "{代码}" },
          "occurredOn": { "column": "日期", "forms": [ "yyyy/M/d" ] },
          "data": { "kinds": { "column": "类别", "codes": { "警告": "warning" } }, "fine": "{罚款}" }{more}
        }
        """;

    private static readonly string[] Header = ["文号", "代码", "日期", "类别", "罚款"];

    private Workbench bench = null!;
    private RawWorkbook book = null!;

    [SetUp]
    public void SetUp() => (bench, book) = (new Workbench(), new RawWorkbook());

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void A_cell_without_a_place_stands_in_the_next_column()
    {
        // As Power BI writes them: an empty cell is there, and none says where it is.
        var row = $"<row>{T("1号")}{T(Operator)}{T("2025/3/1")}{T("警告")}<c/><c><v>90000</v></c></row>";
        Assert.That(Import(H([.. Header, "没收"]) + row), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Not.Contain("\"fine\""), "what was confiscated is no fine");
    }

    [Test]
    public void A_value_merged_over_rows_is_that_of_each()
    {
        var rows = R(2, "1号", Operator, "2025/3/1", "警告") + R(3, "2号", null, null, "警告");
        Assert.That(Import(H(Header) + rows, Merged("B2:B3", "C2:C3")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(2));
        Assert.That(bench.Events[1], Does.Contain(Operator).And.Contain("2025-03-01"));
    }

    [Test]
    public void A_value_merged_over_columns_is_that_of_the_first_alone()
    {
        var row = R(2, "1号", Operator, "2025/3/1", "警告", null);
        Assert.That(Import(H(Header) + row, Merged("D2:E2")), Is.EqualTo(1));
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("'罚款' is merged with the cell to its left"));
    }

    [Test]
    public void A_header_of_two_rows_says_its_upper_name_over_several_columns()
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", "").Replace("{代码}", "{行政相对人代码}").Replace("{罚款}", "{罚款（元）}"));
        var rows = R(1, "处罚信息公示表") + R(2, "文号", "行政相对人", null, "日期", "类别", "罚款")
            + R(3, null, "名称", "代码", null, null, "（元）") + R(4, "1号", "某厂", Operator, "2025/3/1", "警告", "3");
        book.Sheet("一", rows, Merged("A1:F1", "B2:C2", "A2:A3", "D2:D3", "E2:E3")).Save(bench.PathOf("table.xlsx"));
        Assert.That(bench.Import("table.xlsx"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain(Operator).And.Contain("\"fine\":3"));
    }

    [Test]
    public void A_day_and_a_number_in_an_id_are_as_they_are_shown()
    {
        var (day, digits) = (book.Style("yyyy\"年\"m\"月\"d\"日\""), book.Style("0000"));
        var rows = R(2, 45292m, Operator, "2025/3/1", "警告", null).Replace("<c r=\"A2\"", $"<c r=\"A2\" s=\"{day}\"")
            + R(3, 12m, Operator, "2025/3/1", "警告", null).Replace("<c r=\"A3\"", $"<c r=\"A3\" s=\"{digits}\"");
        Assert.That(Import(H(Header) + rows), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Select(each => each.Split('"')[3]), Is.EqualTo(new[] { "2024年1月1日", "0012" }));
    }

    [Test]
    public void A_number_is_what_the_workbook_holds_however_it_is_rounded_to_be_shown()
    {
        var money = book.Style("#,##0.00\"元\"");
        Assert.That(Import(H(Header) + R(2, "1号", Operator, "2025/3/1", "警告", 1234.5678m).Replace("<c r=\"E2\"", $"<c r=\"E2\" s=\"{money}\"")), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("\"fine\":1234.5678"));
    }

    [Test]
    public void A_day_is_known_as_one_by_its_format_and_is_no_amount()
    {
        var day = book.Style("m/d/yy");
        var rows = R(2, "1号", Operator, 45717m, "警告", null).Replace("<c r=\"C2\"", $"<c r=\"C2\" s=\"{day}\"")
            + R(3, "2号", Operator, "2025/3/1", "警告", 45717m).Replace("<c r=\"E3\"", $"<c r=\"E3\" s=\"{day}\"");
        Assert.That(Import(H(Header) + rows), Is.EqualTo(1));
        Assert.That(bench.Events.Single(), Does.Contain("\"occurredOn\":\"2025-03-01\""));
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("is a date, not a number").And.Contain("2025-03-01"));
    }

    [Test]
    public void A_rejected_row_is_written_so_that_it_can_be_read_again()
    {
        var (day, digits) = (book.Style("m/d"), book.Style("0000"));
        var row = R(2, 12m, "91350100M000100Y44", 45717m, "警告", 0.1m)
            .Replace("<c r=\"A2\"", $"<c r=\"A2\" s=\"{digits}\"").Replace("<c r=\"C2\"", $"<c r=\"C2\" s=\"{day}\"");
        Import(H(Header) + row);
        bench.Write("mended.csv", bench.Read("table.xlsx.rejected.csv").Replace("Y44,", "Y43,"));
        Assert.That(bench.Import("mended.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("\"0012\"").And.Contain("2025-03-01").And.Contain("\"fine\":0.1"));
    }

    [Test]
    public void Error_cells_are_no_values()
    {
        var row = R(2, "1号", Operator, "2025/3/1", "警告", null).Replace("</row>", "<c r=\"E2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");
        Assert.That(Import(H(Header) + row), Is.EqualTo(1));
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("#DIV/0!"));
    }

    [Test]
    public void Hidden_rows_are_read_and_told()
    {
        var rows = R(2, "1号", Operator, "2025/3/1", "警告") + R(3, "2号", Operator, "2025/3/1", "警告").Replace("<row ", "<row hidden=\"1\" ");
        Assert.That(Import(H(Header) + rows), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("hidden rows were read too: 1 (rows 3)"));
    }

    [Test]
    public void The_sheet_is_the_first_that_has_the_columns()
    {
        book.Sheet("填表说明", R(1, "请按要求填写")).Sheet("空表", "")
            .Sheet("数据", H(Header) + R(2, "1号", Operator, "2025/3/1", "警告"));
        Assert.That(Save(), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public void Two_sheets_of_one_workbook_keep_their_own_rejected_rows()
    {
        bench.Write("mapping.json", """
            { "source": "s", "id": "{号}", "kind": "inspection", "subject": { "kind": "operator", "id": "{代码}" }, "occurredOn": "{日}", "sheet": "主表",
              "joins": { "明细": { "sheet": "明细", "key": "{号}", "to": "{号}" } },
              "data": { "items": { "join": "明细", "fields": { "code": "{项}" } } } }
            """);
        book.Sheet("主表", R(1, "号", "代码", "日") + R(2, "1", Operator, "2025-03-01") + R(3, "2", "坏", "2025-03-01"))
            .Sheet("明细", R(1, "号", "项") + R(2, "1", "甲") + R(3, "9", "乙")).Save(bench.PathOf("table.xlsx"));
        Assert.That(bench.Import("table.xlsx"), Is.EqualTo(1));
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("坏"));
        Assert.That(bench.Read("table.xlsx.明细.rejected.csv"), Does.Contain("乙"));
        Assert.That(bench.Events.Single(), Does.Contain("\"code\":\"甲\""));
    }

    [Test]
    public void Several_items_in_one_cell_become_records()
    {
        bench.Write("mapping.json", """
            { "source": "s", "id": "{号}", "kind": "inspection", "subject": { "kind": "operator", "id": "{代码}" }, "occurredOn": "{日}",
              "data": { "items": { "column": "不合格项目", "split": [ "；", ";" ], "pattern": "(?<项目>[^║]+)║+(?<结果>[^║]*)", "absent": [ "/" ],
                "fields": { "code": "{项目}（{号}）", "score": "{结果}" } } } }
            """);
        bench.Write("table.csv", $"号,代码,日,不合格项目\n1,{Operator},2025-03-01,霉菌║230║≤150；酸价║║3.9\n2,{Operator},2025-03-01,/\n3,{Operator},2025-03-01,霉菌\n");
        Assert.That(bench.Import("table.csv"), Is.EqualTo(1));
        Assert.That(bench.Events[0], Does.Contain("\"items\":[{\"code\":\"霉菌（1）\",\"critical\":false,\"score\":230},{\"code\":\"酸价（1）\",\"critical\":false,\"score\":3.9}]"));
        Assert.That(bench.Events[1], Does.Contain("\"items\":[]"));
        Assert.That(bench.Read("table.csv.rejected.csv"), Does.Contain("items: '霉菌' does not fit the pattern"));
    }

    private static string T(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string H(string[] names) => R(1, [.. names]);

    private static string R(int line, params object?[] cells) => $"<row r=\"{line}\">" + string.Concat(cells.Select((cell, at) => cell switch
    {
        null => "",
        decimal number => $"<c r=\"{(char)('A' + at)}{line}\"><v>{number}</v></c>",
        _ => $"<c r=\"{(char)('A' + at)}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
    })) + "</row>";

    private static string Merged(params string[] places) =>
        $"<mergeCells>{string.Concat(places.Select(place => $"<mergeCell ref=\"{place}\"/>"))}</mergeCells>";

    private int Import(string data, string behind = "")
    {
        book.Sheet("一", data, behind);
        return Save();
    }

    private int Save()
    {
        bench.Write("mapping.json", Mapping.Replace("{more}", ""));
        book.Save(bench.PathOf("table.xlsx"));
        return bench.Import("table.xlsx");
    }
}
