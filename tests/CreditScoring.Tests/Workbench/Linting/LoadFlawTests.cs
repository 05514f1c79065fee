using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>What would be wrong in silence when it is judged is refused when it is loaded.</summary>
public class LoadFlawTests
{
    private const string Pack = "example/watch/2026-01-01/";

    [TestCase("\"from\": \"happened.decidedOn ?? happened.occurredOn\"", "\"from\": \"subject.foodSector == \\\"sales\\\" ? happened.occurredOn : happened.decidedOn ?? happened.occurredOn\"")]
    [TestCase("\"from\": \"happened.decidedOn ?? happened.occurredOn\"", "\"from\": \"happened.from\"")]
    [TestCase("\"from\": \"happened.decidedOn ?? happened.occurredOn\"", "\"from\": \"happened.occurredOn.AddDays(lookup(\\\"acts\\\", \\\"complaint\\\").points > 1 ? 1 : 0)\"")]
    [TestCase("\"points\": \"total\",", "\"points\": \"total\", \"anchor\": \"DateTime(day.Year, 1, 1)\",")]
    public void Before_an_event_has_its_day_nothing_is_read_by_day(string was, string becomes) =>
        Assert.That(Lint("pack.json", was, becomes), Does.Contain("no-day-here"));

    [Test]
    public void An_undated_table_may_be_read_before_there_is_a_day() => Assert.That(
        Lint("pack.json", "?? happened.occurredOn\"", "?? happened.occurredOn.AddDays(lookup(\\\"frequency\\\", \\\"clear\\\").timesPerYear > 9 ? 1 : 0)\""),
        Does.Not.Contain("no-day-here"));

    [TestCase("\"noBetterThan\": \"total > 2 ? \\\"wached\\\" : null\"")]
    [TestCase("\"noWorseThan\": \"previous.tier ?? \\\"wached\\\"\"")]
    [TestCase("\"noWorseThan\": \"better(\\\"wached\\\", 1)\"")]
    public void A_bound_of_no_tier_is_refused(string bound) => Assert.That(
        Lint("tier.workflow.json", "\"tier\": \"watched\"", $"\"tier\": \"watched\", {bound}"),
        Does.Contain("unknown-tier"));

    [Test]
    public void A_bound_that_turns_out_to_be_no_tier_cannot_be_judged()
    {
        var rules = Changed(
            "tier.workflow.json", "\"tier\": \"watched\"",
            "\"tier\": \"watched\", \"noBetterThan\": \"events.First().kind\"");
        var standing = Results(rules).SelectMany(result => result.Differences).Select(each => each.Actual);
        Assert.That(standing, Has.Some.Contains("\"complaint\" is no tier (clear, watched, grave)"));
    }

    [Test]
    public void A_misspelt_expectation_of_null_is_refused() => Assert.That(
        Lint("cases/watch.cases.json", "\"points\": 3, \"tier\": \"watched\"", "\"points\": 3, \"tierr\": null"),
        Does.Contain("unknown-property"));

    [Test]
    public void A_misspelt_measure_that_is_expected_to_be_null_fails()
    {
        var rules = Changed("cases/watch.cases.json", "\"points\": 3,", "\"points\": 3, \"measures\": { \"totl\": null },");
        Assert.That(
            Results(rules).Single().Differences.Select(each => each.Path), Is.EqualTo(new[] { "measures.totl" }));
    }

    private static CaseResult[] Results(Dictionary<string, string> rules)
    {
        var book = RuleBookReader.Read([.. rules.Select(file => new SourceText(file.Key, file.Value))]).Book!;
        var flaws = new List<Flaw>();
        var cases = CaseReader.Read(
            new SourceText("cases", rules[Pack + "cases/watch.cases.json"]), book.Catalogue, flaws);
        return [.. cases.Select(each => CaseRunner.Run(each, book.OfFolder(Pack)!))];
    }

    private static IEnumerable<string> Lint(string file, string was, string becomes) =>
        RulesFolder.Lint(Changed(file, was, becomes)).Select(flaw => flaw.Name);

    private static Dictionary<string, string> Changed(string file, string was, string becomes)
    {
        var rules = RulesFolder.Good();
        var text = rules[Pack + file];
        Assert.That(text, Does.Contain(was));
        rules[Pack + file] = text.Replace(was, becomes, StringComparison.Ordinal);
        return rules;
    }
}
