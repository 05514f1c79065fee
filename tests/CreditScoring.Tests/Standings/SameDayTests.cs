using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Tests.Workbench.Linting;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>Of one law day the pack says what comes first, and ids decide nothing that it says.</summary>
public class SameDayTests
{
    private const string Watch = "example/watch/2026-01-01/";

    [TestCase("\"sameDay\": [ \"complaint\", \"commitment\" ],", "e1", "e2", 0)]
    [TestCase("\"sameDay\": [ \"complaint\", \"commitment\" ],", "e2", "e1", 0)]
    [TestCase("\"sameDay\": [ \"commitment\", \"complaint\" ],", "e1", "e2", 1)]
    [TestCase("\"sameDay\": [ \"commitment\", \"complaint\" ],", "e2", "e1", 1)]
    [TestCase("\"sameDay\": [ \"commitment\" ],", "e2", "e1", 0, TestName = "Kinds_that_are_not_named_come_first")]
    [TestCase("", "e1", "e2", 0, TestName = "Where_nothing_is_declared_the_id_decides")]
    [TestCase("", "e2", "e1", 1, TestName = "Where_nothing_is_declared_the_id_decides_the_other_way_too")]
    public void Of_one_day(string sameDay, string complaint, string commitment, decimal points)
    {
        var rules = RulesFolder.Good();
        rules[Watch + "pack.json"] = rules[Watch + "pack.json"].Replace("\"workflows\"", sameDay + "\"workflows\"", StringComparison.Ordinal);
        var cases = $$"""
            { "cases": [ { "name": "One day", "subject": { "kind": "operator", "id": "91350100M000100Y43" },
                "events": [
                  { "id": "{{complaint}}", "kind": "complaint", "occurredOn": "2026-01-05", "data": { "upheld": true } },
                  { "id": "{{commitment}}", "kind": "commitment", "occurredOn": "2026-01-05", "data": {} } ],
                "on": "2026-01-05", "expect": { "points": {{points}} } } ] }
            """;
        var book = RuleBookReader.Read([.. rules.Select(file => new SourceText(file.Key, file.Value))]).Book!;
        var tried = CaseReader.Read(new SourceText("cases", cases), book.Catalogue, new List<Flaw>()).Single();
        Assert.That(CaseRunner.Run(tried, book.OfFolder(Watch)!).Differences, Is.Empty);
    }

    [TestCase("complant", "unknown-kind")]
    [TestCase("amended", "value-not-listed")]
    [TestCase("complaint\", \"complaint", "name-taken")]
    public void What_can_have_no_turn_is_a_flaw_where_it_stands(string kinds, string flaw)
    {
        var rules = RulesFolder.Good();
        rules[Watch + "pack.json"] = rules[Watch + "pack.json"].Replace(
            "\"workflows\"", $"\"sameDay\": [ \"{kinds}\" ], \"workflows\"", StringComparison.Ordinal);
        var found = RulesFolder.Lint(rules).Where(each => each.Name == flaw).Select(each => each.Place);
        Assert.That(found.Single().File, Is.EqualTo(Watch + "pack.json"));
        Assert.That(found.Single().Line, Is.EqualTo(14));
    }

    [Test]
    public void A_case_in_which_the_order_matters_is_told_until_the_pack_declares_it()
    {
        var rules = RulesFolder.Bad("same-day-order");
        var told = RulesFolder.Lint(rules).Single(each => each.Name == "same-day-order");
        Assert.That(told.Severity, Is.EqualTo(Severity.Notice));
        Assert.That(told.What.En, Does.Contain("complaint e1 and commitment e2, exchanged, give 1 clear instead of 0 clear"));
        rules[Watch + "pack.json"] = rules[Watch + "pack.json"].Replace(
            "\"workflows\"", "\"sameDay\": [ \"complaint\", \"commitment\" ], \"workflows\"", StringComparison.Ordinal);
        Assert.That(RulesFolder.Lint(rules).Select(each => each.Name), Does.Not.Contain("same-day-order"));
    }
}
