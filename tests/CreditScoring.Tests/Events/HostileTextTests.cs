using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class HostileTextTests
{
    [TestCase("\"failedItems\": «1e400", "number-invalid")]
    [TestCase("\"failedItems\": «123456789012345678901234567890", "number-invalid")]
    [TestCase("\"failedItems\": «0.12345678901234567890123456789", "number-invalid")]
    [TestCase("\"failedItems\": «12345678901234567890123456780", "number-invalid")]
    [TestCase("\"failedItems\": «1e-29", "number-invalid")]
    [TestCase("\"failedItems\": «1e99999999999999999999", "number-invalid")]
    [TestCase("\"failedItems\": «NaN", "number-invalid")]
    [TestCase("\"failedItems\": «Infinity", "number-invalid")]
    [TestCase("\"failedItems\": «-Infinity", "number-invalid")]
    [TestCase("\"failedItems\": «010", "number-invalid")]
    [TestCase("\"failedItems\": «0x10", "number-invalid")]
    [TestCase("\"failedItems\": «.5", "number-invalid")]
    [TestCase("\"failedItems\": «5.", "number-invalid")]
    [TestCase("\"productCategory\": «'x'", "json-broken")]
    [TestCase("«productCategory: \"x\"", "json-broken")]
    [TestCase("\"productCategory\": «undefined", "json-broken")]
    [TestCase("\"productCategory\": «new Date(1)", "json-broken")]
    [TestCase("\"productCategory\": «/* x */ \"x\"", "json-broken")]
    [TestCase("\"productCategory\": \"x\"«, ", "json-broken")]
    [TestCase("\"productCategory\": «\"a\\u0000b\"", "text-damaged")]
    [TestCase("\"productCategory\": «\"a\\nb\"", "text-damaged")]
    [TestCase("\"productCategory\": «\"a\tb\"", "text-damaged")]
    [TestCase("\"productCategory\": «\"\\ud800\"", "text-damaged")]
    [TestCase("\"productCategory\": «\"\\udc00\\ud800\"", "text-damaged")]
    [TestCase("\"productCategory\": «\"\uFFFD\"", "text-damaged")]
    public void What_JSON_or_a_record_does_not_have_is_refused(string data, string name) => Assert.That(
        EventText.FlawAt(EventText.WithData($"\"result\": \"passed\", {data}")).Name, Is.EqualTo(name));

    [Test]
    public void Half_a_surrogate_pair_is_refused_unescaped_too() => Assert.That(
        EventText.FlawAt(EventText.WithData("\"result\": \"passed\", \"productCategory\": «\"\ud83d\"")).Name,
        Is.EqualTo("text-damaged"));

    [TestCase("0", 0)]
    [TestCase("-0", 0)]
    [TestCase("1E+2", 100)]
    [TestCase("2.50", 2.5)]
    public void A_number_may_be_written_in_every_way_that_JSON_has(string text, decimal number) =>
        Assert.That(
            EventText.Event(EventText.WithData($"\"result\": \"passed\", \"failedItems\": {text}"))["failedItems"],
            Is.EqualTo(number));

    [TestCase("1234567890123456789012345678")]
    [TestCase("0.1234567890123456789012345678")]
    public void A_number_of_28_digits_is_kept_exactly(string text) => Assert.That(
        EventText.Event(EventText.WithData($"\"result\": \"passed\", \"failedItems\": {text}"))["failedItems"],
        Is.EqualTo(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void Emoji_and_rare_characters_are_texts() => Assert.That(
        EventText.Event(EventText.WithData("\"result\": \"passed\", \"productCategory\": \"𠮷野家 \\ud83d\\ude00\""))["productCategory"],
        Is.EqualTo("𠮷野家 😀"));

    [TestCase(2000, null)]
    [TestCase(2001, "text-too-long")]
    [TestCase(1_000_000, "text-too-long")]
    public void A_text_has_at_most_2000_characters(int length, string? flaw) => Assert.That(
        EventText.Read(EventText.WithData($"\"result\": \"passed\", \"productCategory\": \"{new string('长', length)}\""))
            .Flaws.Select(found => found.Name),
        Is.EqualTo(flaw is null ? [] : new[] { flaw }));

    [TestCase(1000, null)]
    [TestCase(1001, "list-too-long")]
    [TestCase(200_000, "list-too-long")]
    public void A_list_has_at_most_1000_items(int length, string? flaw) => Assert.That(
        EventText.Read(EventText.Line("penalty", EventText.Operator
            + $", \"data\": {{ \"kinds\": [ {string.Join(",", Enumerable.Repeat("\"fine\"", length))} ] }}"))
            .Flaws.Select(found => found.Name),
        Is.EqualTo(flaw is null ? [] : new[] { flaw }));

    [Test]
    public void A_name_of_a_million_characters_is_shown_short()
    {
        var reading = EventText.Read(EventText.WithData($"\"result\": \"passed\", \"{new string('x', 1_000_000)}\": 1"));
        Assert.That(reading.Flaws.Single().ToString(), Has.Length.LessThan(300));
    }

    [Test]
    public void Of_a_hundred_thousand_flaws_the_first_are_told_and_that_there_are_more()
    {
        var strange = string.Concat(Enumerable.Range(0, 100_000).Select(number => $", \"x{number}\": 1"));
        var flaws = EventText.Read($"{{ \"id\": \"e1\"{strange} }}").Flaws;
        Assert.That(flaws, Has.Count.EqualTo(21));
        Assert.That(flaws[^1].Name, Is.EqualTo("flaws-too-many"));
        Assert.That(flaws.Take(20).Select(flaw => flaw.Name), Is.All.EqualTo("unknown-property"));
    }

    [TestCase('[', ']')]
    [TestCase('[', ' ')]
    public void A_depth_bomb_is_refused(char open, char close)
    {
        var bomb = EventText.WithData($"\"result\": \"passed\", \"productCategory\": {new string(open, 100_000)}1{new string(close, 100_000)}");
        var flaws = EventText.Read(bomb).Flaws;
        Assert.That(flaws[^1].What.En, Is.EqualTo("not valid JSON: nested deeper than 32 levels"));
        Assert.That(flaws[^1].Place.Line, Is.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("{")]
    [TestCase("{ \"id\": \"1")]
    [TestCase("{ \"id\" }")]
    [TestCase("}")]
    [TestCase("]")]
    [TestCase("\0")]
    [TestCase("{} {}")]
    [TestCase("{} x")]
    public void What_is_not_one_whole_object_is_refused(string text)
    {
        var reading = EventText.Read(text);
        Assert.That(reading.Event, Is.Null);
        Assert.That(reading.Flaws[^1].Name, Is.EqualTo("json-broken"));
    }

    [Test]
    public void A_byte_order_mark_is_no_fault() => Assert.That(
        EventText.Reader.Read(new SourceText("e", "\uFEFF" + EventText.Sampling)).Event, Is.Not.Null);
}
