using System.Text;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>Tables as bureaus have them, on invented rows.</summary>
public class ImportTests
{
    private const string Mapping =
        """
        {
          "source": "gd-samr", "id": "{文号}", "kind": "penalty",
          "subject": { "kind": "operator", "id": "{统一社会信用代码}" },
          "occurredOn": { "column": "违法日期", "forms": [ "yyyy年M月d日", "yyyy.M.d", "excel" ] },
          "decidedOn": { "column": "决定日期", "forms": [ "M/d/yyyy" ] },
          "document": "{文号}",
          "data": {
            "kinds": { "column": "处罚类别", "split": "、", "codes": { "警告": "warning", "罚款": "fine" } },
            "fine": { "column": "罚款金额（万元）", "times": 10000 }
          }
        }
        """;

    private const string Header = "文号,统一社会信用代码,违法日期,决定日期,处罚类别,罚款金额（万元）";
    private const string Row = "粤市监处罚〔2025〕1号,91350100M000100Y43,2025年3月1日,3/20/2025,警告、罚款,1.25";

    private Workbench bench = null!;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench();
        bench.Write("mapping.json", Mapping);
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [Test]
    public void A_number_that_grows_too_large_is_rejected_and_the_rows_after_it_go_on()
    {
        var large = Row.Replace("1号", "2号", StringComparison.Ordinal).Replace("1.25", "79228162514264337593543950335", StringComparison.Ordinal);
        Assert.That(Import($"{large}\n{Row}"), Is.EqualTo(1), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("1号"));
        Assert.That(bench.Read("table.csv.rejected.csv"), Does.Contain("太大").And.Contain("too large"));
    }

    [Test]
    public void A_row_becomes_an_event_by_the_mapping()
    {
        Assert.That(Import(Row), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Is.EqualTo(
            """{"id":"粤市监处罚〔2025〕1号","source":"gd-samr","kind":"penalty","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-03-01","decidedOn":"2025-03-20","document":"粤市监处罚〔2025〕1号","data":{"fine":12500,"kinds":["warning","fine"]}}"""));
        Assert.That(bench.Messages.Trim(), Is.EqualTo("read 1, events 1, rejected 0"));
        Assert.That(bench.Has("table.csv.rejected.csv"), Is.False);
    }

    [TestCase("2025年3月1日", "2025.3.1", TestName = "A_day_with_points_is_the_same_day")]
    [TestCase("2025年3月1日", "45717", TestName = "A_serial_number_of_a_spreadsheet_is_the_same_day")]
    [TestCase("2025年3月1日", "２０２５年３月１日", TestName = "Full_width_digits_of_a_day_are_read")]
    [TestCase("91350100M000100Y43", " ９１３５０１００M０００１００Y４３ ", TestName = "Full_width_digits_of_a_code_are_read")]
    [TestCase(",1.25", ",１．２５", TestName = "Full_width_digits_of_an_amount_are_read")]
    [TestCase("警告、罚款", "\"警告、 罚款\"", TestName = "Quotes_and_blanks_are_no_part_of_a_cell")]
    public void Forms(string usual, string other)
    {
        Import(Row);
        var expected = bench.Events;
        Assert.That(Import(Row.Replace(usual, other, StringComparison.Ordinal)), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Is.EqualTo(expected));
    }

    [TestCase("91350100M000100Y43", "91350100M000100Y44", "ends in '4'; its check character should be '3'")]
    [TestCase("91350100M000100Y43", "9.13E+17", "subject: '9.13E+17' in '统一社会信用代码' was rounded by a spreadsheet")]
    [TestCase("2025年3月1日", "3/4/2025", "occurredOn: '3/4/2025' is not a day in a form that the mapping states")]
    [TestCase("2025年3月1日", "2025年2月30日", "occurredOn: '2025年2月30日' is not a day")]
    [TestCase("2025年3月1日", "", "'occurredOn' is missing")]
    [TestCase("警告、罚款", "警告、没收", "kinds: the code table has no '没收'")]
    [TestCase(",1.25", ",1.25万", "fine: '1.25万' is not a number")]
    [TestCase(",1.25", ",\"1,5\"", "fine: '1,5' is not a number")]
    [TestCase(",1.25", "", "has 5 cells; the header has 6")]
    [TestCase(",1.25", ",1.25,", "has 7 cells; the header has 6")]
    [TestCase("〔2025〕1号,", "\"〔2025〕1号\"x,", "its quotes do not fit together")]
    public void A_row_that_cannot_be_read_is_written_back_with_its_reason(
        string usual, string other, string reason)
    {
        var bad = Row.Replace(usual, other, StringComparison.Ordinal);
        Assert.That(Import(bad, Row.Replace("1号", "2号", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(bench.Events, Has.Length.EqualTo(1), "its neighbour is read");
        Assert.That(bench.Messages.Trim(), Is.EqualTo("read 2, events 1, rejected 1"));
        var rejected = bench.Read("table.csv.rejected.csv").Split('\n');
        Assert.That(rejected[0], Is.EqualTo($"{Header},行,原因,reason"));
        Assert.That(rejected[1], Does.Contain(reason.Replace("\"", "\"\"", StringComparison.Ordinal)));
        Assert.That(rejected[1], Does.Contain(",2,"), "its line");
    }

    [Test]
    public void A_second_import_says_the_same_and_takes_back_what_was_mended()
    {
        Import(Row, "x");
        var (events, rejected) = (bench.Events, bench.Read("table.csv.rejected.csv"));
        Import(Row, "x");
        Assert.That(bench.Events, Is.EqualTo(events));
        Assert.That(bench.Read("table.csv.rejected.csv"), Is.EqualTo(rejected));
        Import(Row);
        Assert.That(bench.Has("table.csv.rejected.csv"), Is.False);
    }

    [Test]
    public void Rejected_rows_are_imported_once_they_are_mended()
    {
        Import(Row.Replace("Y43", "Y44", StringComparison.Ordinal));
        bench.Write("mended.csv", bench.Read("table.csv.rejected.csv").Replace("Y44", "Y43", StringComparison.Ordinal));
        Assert.That(bench.Import("mended.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events, Has.Length.EqualTo(1));
    }

    [Test]
    public void The_same_number_twice_is_named_with_its_line()
    {
        Assert.That(Import(Row, Row, Row.Replace(",1.25", ",2", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(bench.Events, Has.Length.EqualTo(1));
        var rejected = bench.Read("table.csv.rejected.csv");
        Assert.That(rejected, Does.Contain("says what line 2 says"));
        Assert.That(rejected, Does.Contain("has the id 粤市监处罚〔2025〕1号 of line 2 and other content"));
    }

    [Test]
    public void A_table_in_GB18030_is_read_where_the_mapping_says_so()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        bench.Write("mapping.json", Mapping.Insert(1, " \"encoding\": \"gb18030\","));
        bench.Write("table.csv", $"{Header}\r\n{Row}\r\n", Encoding.GetEncoding("gb18030"));
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
        Assert.That(bench.Events.Single(), Does.Contain("粤市监处罚〔2025〕1号"));
    }

    [Test]
    public void Bytes_of_another_encoding_reject_their_row_and_not_the_file()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(bench.PathOf("table.csv"),
        [
            .. Encoding.UTF8.GetBytes($"{Header}\n"),
            .. Encoding.GetEncoding("gb18030").GetBytes($"{Row}\n"),
            .. Encoding.UTF8.GetBytes($"{Row}\n"),
        ]);
        Assert.That(bench.Import("table.csv"), Is.EqualTo(1));
        Assert.That(bench.Messages.Trim(), Is.EqualTo("read 2, events 1, rejected 1"));
    }

    [Test]
    public void A_byte_order_mark_is_no_part_of_the_first_column()
    {
        bench.Write("table.csv", $"{Header}\n{Row}\n", new UTF8Encoding(true));
        Assert.That(bench.Import("table.csv"), Is.EqualTo(0), bench.Messages);
    }

    [TestCase("{文号}\", \"kind\"", "{文号\", \"kind\"", "mapping.json:2:30: template-invalid", TestName = "A_brace_that_does_not_close_is_a_flaw")]
    [TestCase("\"fine\": {", "\"fin\": {", "mapping.json:9:5: unknown-field: the catalogue has no field 'fin'\n  mend: did you mean 'fine'?", TestName = "A_field_that_the_catalogue_lacks_is_a_flaw")]
    [TestCase("\"times\"", "\"tims\"", "unknown-property", TestName = "An_unknown_property_is_a_flaw")]
    [TestCase("\"M/d/yyyy\"", "\"M/d/yy\"", "date-form-invalid", TestName = "A_year_of_two_digits_is_a_flaw")]
    [TestCase("{统一社会信用代码}", "{统一信用代码}", "table.csv:1:1: column-missing: there is no column '统一信用代码'\n  mend: did you mean '统一社会信用代码'?", TestName = "A_column_that_the_table_lacks_is_named")]
    public void A_mapping_that_cannot_be_used_reads_nothing(string usual, string other, string message)
    {
        var mapping = Mapping.Replace(usual, other, StringComparison.Ordinal);
        Assert.That(mapping, Is.Not.EqualTo(Mapping));
        bench.Write("mapping.json", mapping);
        Assert.That(Import(Row), Is.EqualTo(2));
        Assert.That(bench.Messages, Does.Contain(message));
        Assert.That(bench.Has("events.ndjson"), Is.False);
    }

    [Test]
    public void A_table_that_is_not_there_is_wrong_use() =>
        Assert.That(bench.Import("none.csv"), Is.EqualTo(2));

    private int Import(params string[] rows)
    {
        bench.Write("table.csv", $"{Header}\n{string.Join("\n", rows)}\n");
        return bench.Import("table.csv");
    }
}
