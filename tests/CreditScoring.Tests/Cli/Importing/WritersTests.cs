using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>A table is the same table whoever wrote it: Excel, WPS, LibreOffice, Power BI, EasyExcel, POI.</summary>
public class WritersTests
{
    private const string Mapping =
        """
        {
          "source": "gd-samr", "id": "{文号}", "kind": "penalty",
          "subject": { "kind": "operator", "id": "{代码}" },
          "occurredOn": { "column": "违法日期", "forms": [ "yyyy/M/d" ] },
          "data": {
            "kinds": { "column": "类别", "split": [ "、", ";" ], "codes": { "警告": "warning", "罚款": "fine" } },
            "fine": { "column": "罚款（万元）", "times": 10000 }
          }
        }
        """;

    private static readonly object?[][] Table =
    [
        ["处罚情况统计表"],
        ["文号", "备注", "代码", "违法日期", "类别", "罚款（万元）"],
        ["粤〔2025〕1号", null, "91350100M000100Y43", new DateOnly(2025, 3, 1), "警告、罚款", 1.25m],
        ["粤〔2025〕2号", "两行\n备注", "91350100M000100Y43", new DateOnly(2025, 12, 31), "警告", null],
    ];

    private Workbench bench = null!;

    public static IEnumerable<string> Workbooks => Writers.OfWorkbooks.Keys;

    public static IEnumerable<string> Texts => Writers.OfTexts.Keys;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench();
        bench.Write("mapping.json", Mapping);
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [TestCaseSource(nameof(Workbooks))]
    public void A_workbook_is_read_whoever_wrote_it(string writer)
    {
        Writers.OfWorkbooks[writer](bench.PathOf("table.xlsx"), Table);
        ReadsTheTable("table.xlsx");
    }

    [TestCaseSource(nameof(Texts))]
    public void A_text_is_read_in_the_encoding_and_with_the_signs_that_it_has(string writer)
    {
        // A text has as many cells in each row as the header has.
        Writers.OfTexts[writer](
            bench.PathOf("table.csv"), [.. Table.Select(row => (object?[])[.. row, .. Enumerable.Repeat<object?>(null, 6 - row.Length)])]);
        ReadsTheTable("table.csv");
    }

    private void ReadsTheTable(string file)
    {
        Assert.That(bench.Import(file), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Is.EqualTo(new[]
        {
            """{"id":"粤〔2025〕1号","source":"gd-samr","kind":"penalty","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-03-01","data":{"fine":12500,"kinds":["warning","fine"]}}""",
            """{"id":"粤〔2025〕2号","source":"gd-samr","kind":"penalty","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-12-31","data":{"kinds":["warning"]}}""",
        }));
    }
}
