using CreditScoring.Documents;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Readings of the real engine's grammar that its recordings do not all exercise.</summary>
public class RealEngineTests
{
    [TestCase("true AndAlso n eq 3", Reason = "words for &&, ||, and each comparison")]
    [TestCase("false OrElse n equal 3")]
    [TestCase("n notequal 4")]
    [TestCase("n lessThan 4 and n lessThanEqual 3")]
    [TestCase("n greaterThan 2 and n GREATERTHANEQUAL 3")]
    [TestCase("(gap ?? n > 2 ? 7 : 8) == 7", Reason = "what follows ?? reaches to the end")]
    [TestCase("\"\\x41\\-\\e\".Length == 3 and \"\\x41\" == \"A\"", Reason = "escapes as .NET unescapes them")]
    [TestCase("words.Any(Length == 2)", Reason = "what stands bare is the item's")]
    [TestCase("words.Any(StartsWith(\"b\"))")]
    [TestCase("words.GroupBy(Length).All(Key == 2 && Count() == 2)")]
    [TestCase("int(\"5\") == 5 and decimal(\"1.5\") == 1.5 and bool(\"True\")")]
    [TestCase("int(DateTime(2026, 1, 2).DayOfWeek) == 5")]
    [TestCase("DateTime(2026, 1, 3) - DateTime(2026, 1, 1) > \"1.12:00:00\"")]
    [TestCase("TimeSpan.Parse(\"1.00:00:00\") == TimeSpan.FromDays(1)")]
    [TestCase("string.Compare(\"A\", \"a\", true) == 0 and string.Compare(\"A\", \"a\", false) != 0")]
    [TestCase("(n > 2) in (true, false)", Reason = "its comparison joins the operand, which is then the same")]
    public void It_holds_as_there(string text) => Assert.That(
        Rules.Bind<bool>(text).Evaluate(new Scene { N = 3, Words = ["ab", "bc"] }), Is.True);

    [TestCase("(n > 2) in (false)", "type-mismatch", Reason = "always true there")]
    [TestCase("(n > 2) not in (false)", "type-mismatch")]
    [TestCase("\"a\"\"b\" == \"\"", "syntax", Reason = "two quotes there, one to most readers")]
    [TestCase("\"\\q\" == \"\"", "syntax")]
    [TestCase("gaps.Any(Length > 1)", "unknown-name")]
    [TestCase("words.Any(Total() > 1)", "unknown-name")]
    public void It_is_refused_since_it_would_mislead(string text, string flaw) => Assert.That(
        Rules.Flaws<bool>(text).Where(each => each.Severity == Severity.Error).Select(each => each.Name),
        Does.Contain(flaw));

    [Test]
    public void A_bare_property_of_an_item_is_explained_like_any_other() => Assert.That(
        Rules.Bind<bool>("n == 3 and words.Any(Length == 2)").Explain(new Scene { N = 3, Words = ["ab"] }).Parts
            .Select(part => part.Value),
        Is.EqualTo(new object[] { true, true }));

    [Test]
    public void A_long_text_asked_of_a_set_costs_steps()
    {
        var scene = new Scene { Words = [.. Enumerable.Repeat(new string('x', 6_400), 100)], StepsLeft = 1_000 };
        Assert.Throws<CannotBeJudged>(() => Rules.Bind<bool>("words.Distinct().Count() == 1").Evaluate(scene));
    }
}
