using System.Text;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Tests.Workbench.Linting;
using NUnit.Framework;

namespace CreditScoring.Tests.Documents;

/// <summary>One strict reader is under everything that is JSON.</summary>
public class JsonDocumentReaderTests
{
    [TestCase("{ \"points\": «014 }", "number-invalid", TestName = "A_number_is_not_octal")]
    [TestCase("{ \"points\": «0x14 }", "number-invalid", TestName = "A_number_is_not_hexadecimal")]
    [TestCase("{ \"points\": «.5 }", "number-invalid", TestName = "A_number_begins_with_a_digit")]
    [TestCase("{ \"points\": «5. }", "number-invalid", TestName = "A_number_ends_in_a_digit")]
    [TestCase("{ \"points\": «+5 }", "number-invalid", TestName = "A_number_has_no_plus")]
    [TestCase("[ «NaN ]", "number-invalid", TestName = "NaN_is_no_number")]
    [TestCase("[ «-Infinity ]", "number-invalid", TestName = "Infinity_is_no_number")]
    [TestCase("[ «123456789012345678901234567890123456 ]", "number-invalid", TestName = "A_number_of_36_digits_does_not_fit")]
    [TestCase("[ «1e400 ]", "number-invalid", TestName = "A_number_beyond_every_decimal_does_not_fit")]
    [TestCase("[ 1«, ]", "json-broken", TestName = "A_list_has_no_trailing_comma")]
    [TestCase("{ \"a\": 1«, }", "json-broken", TestName = "An_object_has_no_trailing_comma")]
    [TestCase("[ 1, «, 2 ]", "json-broken", TestName = "Two_commas_are_one_too_many")]
    [TestCase("[ 1 «2 ]", "json-broken", TestName = "Items_have_commas_between_them")]
    [TestCase("{ \"a\" «1 }", "json-broken", TestName = "A_name_has_a_colon_after_it")]
    [TestCase("{ «'a': 1 }", "json-broken", TestName = "A_name_has_double_quotes")]
    [TestCase("{ «a: 1 }", "json-broken", TestName = "A_name_is_not_bare")]
    [TestCase("[ «'a' ]", "json-broken", TestName = "A_text_has_double_quotes")]
    [TestCase("[ «“a” ]", "json-broken", TestName = "A_text_has_no_Chinese_quotes")]
    [TestCase("[ «// x\n 1 ]", "json-broken", TestName = "There_are_no_line_comments")]
    [TestCase("[ «/* x */ 1 ]", "json-broken", TestName = "There_are_no_comments")]
    [TestCase("[ «undefined ]", "json-broken", TestName = "There_is_no_undefined")]
    [TestCase("[ «True ]", "json-broken", TestName = "Words_are_small")]
    [TestCase("[ \"a«\\x\" ]", "json-broken", TestName = "An_escape_is_one_of_JSON")]
    [TestCase("[ \"a«\\'\" ]", "json-broken", TestName = "A_single_quote_has_no_escape")]
    [TestCase("[ \"a«\nb\" ]", "json-broken", TestName = "A_text_has_no_bare_line_end")]
    [TestCase("[ \"a ]«", "json-broken", TestName = "A_text_has_its_closing_quote")]
    [TestCase("{ \"a\": 1, «\"a\": 2 }", "json-broken", TestName = "A_name_stands_once")]
    [TestCase("[ 1 ] «x", "json-broken", TestName = "Nothing_stands_after_the_value")]
    [TestCase("[ \"a«\uFFFDb\" ]", "text-damaged", TestName = "A_damaged_character_is_found_in_a_text")]
    [TestCase("[ 1«\u0000 ]", "text-damaged", TestName = "A_control_character_is_found_anywhere")]
    public void What_is_not_JSON_is_refused_at_its_place(string marked, string name)
    {
        var source = new SourceText("x.json", marked.Replace("«", "", StringComparison.Ordinal));
        Assert.That(JsonDocumentReader.Read(source, out var flaw), Is.Null);
        Assert.That($"{flaw!.Place} {flaw.Name}", Is.EqualTo($"{source.At(marked.IndexOf('«', StringComparison.Ordinal))} {name}"));
        Assert.That(flaw.What.Zh, Has.Some.Matches<char>(each => each > 0x4E00));
    }

    [Test]
    public void Depth_has_an_end() => Assert.That(
        JsonDocumentReader.Read(new SourceText("x", new string('[', 161) + new string(']', 161)), out var flaw) is null
            && flaw!.What.En.Contains("deeper", StringComparison.Ordinal));

    [Test]
    public void What_JSON_has_is_read()
    {
        var read = JsonDocumentReader.Read(new SourceText(
            "x", "\uFEFF { \"a\\u4E2D\\n\\\"\" : [ -0.50, 1E2, true, false, null, {}, [] ] }\r\n"), out var flaw);
        Assert.That(flaw, Is.Null);
        var list = read!["a中\n\""]!.Items;
        Assert.That(list.Take(5).Select(each => each.Value), Is.EqualTo(new object?[] { -0.5m, 100m, true, false, null }));
    }

    [TestCase("tables/fine.json", "\"points\": 2", "\"points\": 014", "number-invalid")]
    [TestCase("law.md", "第一条", "\uFFFD\uFFFD", "text-damaged")]
    public void A_pack_is_read_by_it_and_so_is_its_law(string file, string from, string to, string name)
    {
        var rules = RulesFolder.Good();
        var path = rules.Keys.Single(each => each.EndsWith("/" + file, StringComparison.Ordinal));
        Assert.That(rules[path], Does.Contain(from));
        rules[path] = rules[path].Replace(from, to, StringComparison.Ordinal);
        Assert.That(
            RulesFolder.Lint(rules).Where(flaw => flaw.Place.File == path).Select(flaw => flaw.Name), Does.Contain(name));
    }

    [TestCase("GB18030")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void A_file_in_another_encoding_is_damaged_and_not_guessed(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        var written = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(path, [.. written.GetPreamble(), .. written.GetBytes("{ \"title\": \"质量失信记分\" }")]);
        try
        {
            Assert.That(JsonDocumentReader.Read(new SourceText("x.json", TextFile.Read(path)), out var flaw), Is.Null);
            Assert.That(flaw!.Name, Is.EqualTo("text-damaged"));
            Assert.That(flaw.Place.Line, Is.EqualTo(1));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void A_byte_order_mark_of_UTF_8_is_no_fault()
    {
        using var octets = new MemoryStream([0xEF, 0xBB, 0xBF, (byte)'[', (byte)']']);
        var text = TextFile.Open(octets).ReadToEnd();
        Assert.That(JsonDocumentReader.Read(new SourceText("x", text), out _), Is.Not.Null);
    }
}
