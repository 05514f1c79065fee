using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Mutating;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Mutating;

/// <summary>Mutants change one thing, at a place that can be opened, in memory only.</summary>
public class MutantTests
{
    private const string Rule = """
        { "WorkflowName": "points", "Rules": [ { "RuleName": "r",
          "Expression": "happened.fine >= 10.5 && happened.decidedOn >= \"2024-12-31\"",
          "Properties": { "points": 6, "citation": "law.md#art-1", "priority": "must" } } ] }
        """;

    [TestCase(">=", ">")]
    [TestCase("10.5", "10.6")]
    [TestCase("&&", "||")]
    [TestCase("2024-12-31", "2025-01-01")]
    [TestCase("6", "7")]
    [TestCase("\"must\"", "\"may\"")]
    public void A_rule_is_changed_in_each_of_its_parts(string was, string becomes) =>
        Assert.That(
            Mutants.Of(Pack(("points.workflow.json", Rule))).Select(each => (each.Was, each.Becomes)),
            Does.Contain((was, becomes)));

    [Test]
    public void A_condition_is_negated_as_a_whole() =>
        Assert.That(
            Mutants.Of(Pack(("points.workflow.json", Rule))).Select(each => each.Becomes),
            Has.One.StartsWith("!(happened.fine"));

    [Test]
    public void A_condition_of_several_lines_is_changed_where_it_stands()
    {
        const string Lines = """
            { "WorkflowName": "points", "Rules": [ { "RuleName": "r",
              "Expression": [ "happened.fine >= 10.5", "// a \"remark\" && 1 >= 2",
                "&& happened.decidedOn >= \"2024-12-31\"" ],
              "Properties": { "citation": "law.md#art-1" } } ] }
            """;
        var mutants = Mutants.Of(Pack(("points.workflow.json", Lines))).ToArray();
        Assert.That(mutants.Select(each => each.Was).Count(each => each == ">="), Is.EqualTo(2), "and none in a remark");
        foreach (var mutant in mutants)
        {
            var changed = JsonDocumentReader.Read(mutant.Changed(), out var broken);
            Assert.That(broken, Is.Null, mutant.Becomes);
            Assert.That(changed!["Rules"]!.Items[0]["Expression"]!.Formula, Does.Contain("happened.fine").And.Not.Contain("remark"));
        }

        var negated = mutants.Single(each => each.Becomes.StartsWith("!(", StringComparison.Ordinal));
        Assert.That(
            JsonDocumentReader.Read(negated.Changed(), out _)!["Rules"]!.Items[0]["Expression"]!.Formula,
            Is.EqualTo("!(happened.fine >= 10.5\n&& happened.decidedOn >= \"2024-12-31\")"));
    }

    [Test]
    public void Table_values_days_and_bands_are_changed_and_keys_are_not()
    {
        var mutants = Mutants.Of(Pack(("tables/t.json", """
            { "table": "t", "key": [ "k" ], "rows": [
              { "k": "a", "from": "2024-02-28", "below": 10000, "points": 0.5, "lower": true, "citation": "x" } ] }
            """)));
        Assert.That(
            mutants.Select(each => each.Becomes),
            Is.EqualTo(new[] { "\"2024-02-29\"", "10001", "0.6", "false" }));
    }

    [Test]
    public void The_document_is_the_same_but_for_the_change()
    {
        var mutant = Mutants.Of(Pack(("points.workflow.json", Rule))).First(each => each.Was == "&&");
        Assert.Multiple(() =>
        {
            Assert.That(mutant.Changed().Text, Is.EqualTo(Rule.Replace("&&", "||", StringComparison.Ordinal)));
            Assert.That(mutant.Place.ToString(), Is.EqualTo("points.workflow.json:2:40"));
        });
    }

    [Test]
    public void Mutants_that_do_not_load_are_counted_by_their_flaw_and_may_not_be_many()
    {
        var mutant = new Mutant(new SourceText("a", "1"), 0, 1, "2");
        var noticed = Enumerable.Repeat((mutant, Fate.Noticed, (string?)null), 18);
        var few = new MutationScore([.. noticed, (mutant, Fate.Refused, "type-mismatch"), (mutant, Fate.Refused, "syntax")]);
        var many = new MutationScore([.. noticed, .. Enumerable.Repeat((mutant, Fate.Refused, (string?)"syntax"), 6)]);
        Assert.Multiple(() =>
        {
            Assert.That(few.RefusedByFlaw, Is.EqualTo(new[] { ("syntax", 1), ("type-mismatch", 1) }));
            Assert.That((few.Share, few.IsEnough), Is.EqualTo((100m, true)));
            Assert.That((many.Share, many.IsEnough), Is.EqualTo((100m, false)));
        });
    }

    private static PackFiles Pack((string Path, string Text) file) => new(
        "cn/x/2024-01-01",
        new Dictionary<string, SourceText>
        {
            ["pack.json"] = new("pack.json", """{ "tiers": [ "A", "B" ] }"""),
            [file.Path] = new(file.Path, file.Text),
        });
}
