using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>What is wrong with a text, by the stable name of the flaw, its place and its mend.</summary>
public class FlawTests
{
    [TestCase("hapened.kind == \"award\"", "unknown-name", 1, "happened")]
    [TestCase("happened.kimd == \"award\"", "unknown-field", 10, "kind")]
    [TestCase("events.Any(e => e.knid == \"award\")", "unknown-field", 19, "kind")]
    [TestCase("events.Wehre(e => true).Any()", "unknown-name", 8, "Where")]
    [TestCase("Math.Mxa(1, 2) > 1", "unknown-name", 6, "Max")]
    [TestCase("dayz(a, b) > 1", "unknown-name", 1, "days")]
    [TestCase("events.Any(e => kind == \"award\")", "unknown-name", 17, "e.kind")]
    [TestCase("happened.kind == \"awrad\"", "unknown-value", 1, "award")]
    [TestCase("words.Where(w => true).Count > 1", "unknown-name", 24, "Count()")]
    [TestCase("words.Length > 1", "unknown-name", 7, null)]
    [TestCase("Environment.Exit(1)", "not-allowed", 1, null)]
    [TestCase("n > \"many\"", "type-mismatch", 1, null)]
    [TestCase("n && true", "type-mismatch", 1, null)]
    [TestCase("a + b > a", "type-mismatch", 1, null)]
    [TestCase("events > 0", "type-mismatch", 1, null)]
    [TestCase("n", "type-mismatch", 1, null)]
    [TestCase("n > 1 ? 1 : \"x\"", "type-mismatch", 1, null)]
    [TestCase("words.Sum() > 1", "type-mismatch", 1, null)]
    [TestCase("1 / n > 0", "integer-division", 1, "2.0")]
    [TestCase("events.Count() / words.Count > 0.5", "integer-division", 1, null)]
    [TestCase("perhaps", "missing-value", 1, "== true")]
    [TestCase("!perhaps", "missing-value", 2, "== true")]
    [TestCase("maybe.Year == 2024", "missing-value", 1, ".Value")]
    [TestCase("maybe.AddDays(1) > day", "missing-value", 1, "??")]
    [TestCase("a.AddDays(gap) > day", "missing-value", 11, "??")]
    [TestCase("happened.safetyItem", "missing-value", 1, "default")]
    [TestCase("n >", "syntax", 4, null)]
    [TestCase("n === 1", "syntax", 5, null)]
    [TestCase("n ＝ 1", "syntax", 3, null)]
    [TestCase("n > 5万", "syntax", 5, null)]
    [TestCase("happened?.kind == \"x\"", "syntax", 10, null)]
    [TestCase("n > 1; true", "syntax", 6, null)]
    [TestCase("\"abc", "syntax", 1, null)]
    [TestCase("happened.GetType() != null", "not-allowed", 10, null)]
    [TestCase("DateTime.Now > a", "not-allowed", 10, null)]
    [TestCase("new Fact(\"x\") == null", "not-allowed", 1, "new[]")]
    [TestCase("new decimal[] { 1 }.Max() > 0", "not-allowed", 1, "new[]")]
    [TestCase("new int[] { \"a\" }.Count() > 0", "type-mismatch", 1, null)]
    [TestCase("n => n", "syntax", 3, null)]
    [TestCase("Math.Abs(e => 1) > 0", "not-allowed", 10, null)]
    [TestCase("a.Value > day", "unknown-field", 3, null)]
    [TestCase("0.1 + 0.2 == 0.3", "type-mismatch", 1, null)]
    public void Named_and_placed(string text, string name, int column, string? mend)
    {
        var flaw = Rules.Flaws<bool>(text).First(each => each.Severity == Severity.Error);
        Assert.Multiple(() =>
        {
            Assert.That(flaw.Name, Is.EqualTo(name), flaw.ToString());
            Assert.That(flaw.Place.Column, Is.EqualTo(column), flaw.ToString());
            Assert.That(flaw.Mend.En, Does.Contain(mend ?? ""));
            Assert.That(flaw.What.Zh, Is.Not.Empty);
            Assert.That(flaw.Mend.Zh, Is.Not.Empty);
        });
    }

    [Test]
    public void Several_flaws_of_one_text_are_all_reported() => Assert.That(
        Rules.Flaws<bool>("happened.kimd == 1 && x.foo > 2 || hapened.kind == \"award\" && 1 / n > 1")
            .Select(flaw => flaw.Name),
        Is.EqualTo(new[] { "unknown-field", "unknown-field", "unknown-name", "integer-division" }));

    [Test]
    public void The_place_is_that_in_the_json_file()
    {
        var source = new SourceText("f.json", "{\n  \"Expression\": \"happened.kind == \\\"award\\\" && nn > 1\" }");
        var document = JsonDocumentReader.Read(source, out _)!;
        var flaws = new List<Flaw>();
        RuleCompiler.Compile<bool>(document["Expression"]!.AsRule(), Rules.Scope, flaws);
        Assert.That(flaws.Single().Place, Is.EqualTo(new Place("f.json", 2, 48)));
    }

    [Test]
    public void A_member_hidden_by_a_name_in_scope_is_ambiguous()
    {
        var scope = Rules.Scope.With(new Variable("from", RuleType.Date, scene =>
            System.Linq.Expressions.Expression.Property(scene, "A")));
        Assert.That(
            Rules.Flaws<bool>("events.Any(from > day)", scope).Single().Name, Is.EqualTo("name-hidden"));
        Rules.Bind<bool>("events.Any(e => e.from > from) && events.Any(it.from > day)", scope);
    }

    [TestCase("Happened.Kind == \"award\"", 2)]
    [TestCase("events.any(e => E.kind == \"award\")", 2)]
    public void Case_differences_are_warnings(string text, int count)
    {
        Rules.Bind<bool>(text);
        Assert.That(
            Rules.Flaws<bool>(text).Select(flaw => (flaw.Name, flaw.Severity)),
            Is.EqualTo(Enumerable.Repeat(("case-differs", Severity.Warning), count)));
    }

    [Test]
    public void A_value_that_may_be_missing_is_no_plain_number() => Assert.That(
        Rules.Flaws<decimal>("gap").Single().Name, Is.EqualTo("missing-value"));

    [Test]
    public void A_scope_function_says_itself_what_is_wrong()
    {
        var scope = Rules.Scope.With(new Refusing());
        Assert.That(
            Rules.Flaws<bool>("n > 0 && refuse(1)", scope).Single().ToString(),
            Does.StartWith("rule:1:10: no-such-table: nothing"));
    }

    private sealed class Refusing() : Function("refuse")
    {
        public override Call Bind(
            System.Linq.Expressions.Expression evaluation, IReadOnlyList<Argument> arguments) =>
            Call.Wrong("no-such-table", new("无", "nothing"), new("改", "mend"));
    }
}
