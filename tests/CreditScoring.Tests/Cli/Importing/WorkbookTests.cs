using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Tables in Excel workbooks become the events that the same tables in CSV become.</summary>
public class WorkbookTests
{
    private const string Mapping =
        """
        {
          "source": "gd-samr", "id": "{文号}", "kind": "penalty",{sheet}
          "subject": { "kind": "operator", "id": "{统一社会信用代码}" },
          "occurredOn": { "column": "违法日期", "forms": [ "yyyy年M月d日", "excel" ] },
          "data": {
            "kinds": { "column": "处罚类别", "split": "、", "codes": { "罚款": "fine" } },
            "fine": { "column": "罚款金额（万元）", "times": 10000 }
          }
        }
        """;

    private static readonly object?[] Header = ["文号", "统一社会信用代码", "违法日期", "处罚类别", "罚款金额（万元）"];
    private static readonly object?[] Good = ["1号", "91350100M000100Y43", 45717, "罚款", 1.1];

    private Workbench bench = null!;

    [SetUp]
    public void SetUp() => bench = new Workbench();

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void A_row_of_the_first_sheet_becomes_an_event_with_its_serial_day_and_its_amount()
    {
        Assert.That(Import(null, ("甲", [Header, Good]), ("乙", [["x"]])), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Is.EqualTo(
            """{"id":"1号","source":"gd-samr","kind":"penalty","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-03-01","data":{"fine":11000,"kinds":["fine"]}}"""));
    }

    [Test]
    public void A_sheet_is_found_by_its_name()
    {
        Assert.That(Import("乙", ("甲", [["x"]]), ("乙", [Header, Good])), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_sheet_that_is_not_there_is_told_with_those_that_are() =>
        Assert.That(() => Import("丙", ("甲", [Header, Good])), Is.EqualTo(2).And.Matches<int>(_ => bench.Messages.Contains("'丙', but: 甲")));

    [TestCase(1, 913501000001000430.0, "'9.1350", TestName = "A code that became a number is rounded")]
    [TestCase(0, 2025030100000001.0, "rounded by a spreadsheet", TestName = "A number of a document with sixteen digits is rounded")]
    [TestCase(2, 3.5, "is not a day", TestName = "A serial number before March 1900 is no day")]
    [TestCase(4, 1e15, "is not a number", TestName = "An amount beyond what Excel holds exactly is no number")]
    [TestCase(3, "没收", "the code table has no '没收'", TestName = "A text that the code table lacks")]
    [TestCase(2, null, "'occurredOn' is missing", TestName = "An empty cell in between is missing")]
    public void A_row_that_is_refused_is_written_back_with_its_line_and_reason(int place, object? cell, string reason)
    {
        var bad = Good.ToArray();
        bad[place] = cell;
        Assert.That(Import(null, ("甲", [Header, [], bad, ["2号", .. Good[1..]]])), Is.EqualTo(1), bench.Messages);
        var back = bench.Read("table.xlsx.rejected.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(back, Has.Length.EqualTo(2));
            Assert.That(back[1], Does.Contain(reason).And.Contain(",3,"));
            Assert.That(bench.Events.Single(), Does.Contain("2号"), "its neighbour is untouched");
        });
    }

    [Test]
    public void What_Excel_escapes_is_read_as_what_was_typed()
    {
        Import(null, ("甲", [Header, Good, ["1号_x000D_", .. Good[1..]], ["粤_x005F_x000D_1", .. Good[1..]]]));
        Assert.That(bench.Events.Select(each => each.Split('"')[3]).Distinct(), Is.EqualTo(new[] { "1号", "粤_x000D_1" }));
    }

    [Test]
    public void An_id_with_a_character_that_nobody_sees_is_written_back()
    {
        Assert.That(Import(null, ("甲", [Header, ["1号\u200B", .. Good[1..]], Good])), Is.EqualTo(1), bench.Messages);
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("U+200B"));
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_cell_beyond_the_header_is_told()
    {
        Import(null, ("甲", [Header, [.. Good, "多"]]));
        Assert.That(bench.Read("table.xlsx.rejected.csv"), Does.Contain("has 6 cells; the header has 5"));
    }

    [Test]
    public void A_second_import_changes_nothing()
    {
        Import(null, ("甲", [Header, Good]));
        var events = bench.Events;
        Import(null, ("甲", [Header, Good]));
        Assert.That(bench.Events, Is.EqualTo(events));
    }

    [Test]
    public void Days_counted_from_1904_are_not_taken_for_others()
    {
        WorkbookFile.Write(bench.PathOf("table.xlsx"), true, ("甲", [Header, Good]));
        Assert.That(Import(null), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("1904"));
    }

    [Test]
    public void A_file_that_is_no_workbook_is_told()
    {
        bench.Write("table.xlsx", "文号,代码");
        Assert.That(Import(null), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain("the workbook table.xlsx cannot be read"));
    }

    private int Import(string? sheet, params (string Sheet, object?[][] Rows)[] sheets)
    {
        bench.Write("mapping.json", Mapping.Replace("{sheet}", sheet is null ? "" : $" \"sheet\": \"{sheet}\",", StringComparison.Ordinal));
        if (sheets.Length > 0)
        {
            WorkbookFile.Write(bench.PathOf("table.xlsx"), sheets);
        }

        return bench.Import("table.xlsx");
    }
}
