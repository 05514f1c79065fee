using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary><c>credit diff</c> tells what two versions mean differently, and whom that touches.</summary>
public class DiffVerbTests
{
    [Test]
    public void Spacing_spelling_and_order_are_no_difference()
    {
        using var rules = new RulesCopy();
        rules.Edit("tier.workflow.json", "total >= 12", "total  ge  12");
        rules.Edit("pack.json", "\"status\": \"illustrative\",\n  \"instrument\": null,", "\"instrument\": null,\n  \"status\": \"illustrative\",");
        Assert.That(Diff(rules), Is.EqualTo((0, "")));
    }

    [Test]
    public void A_threshold_is_told_with_an_enterprise_that_would_change()
    {
        using var rules = new RulesCopy();
        rules.Edit("tier.workflow.json", "total >= 12", "total >= 15");
        var (exit, said) = Diff(rules);
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("tier / twelve-or-more / Expression: 12 -> 15"));
            Assert.That(said, Does.Contain("for example: operator/").And.Contain("tier: D -> C"));
        });
    }

    [Test]
    public void Where_no_case_would_change_an_altered_one_is_the_witness()
    {
        using var rules = new RulesCopy();
        rules.Edit("tables/fine.json", "\"below\": 10000,", "\"below\": 9500,");
        Assert.That(Diff(rules).Said, Does.Contain("below: 10000 -> 9500").And.Contain("for example: "));
    }

    [Test]
    public void Added_and_removed_rules_table_values_and_dates_are_told()
    {
        using var rules = new RulesCopy();
        rules.Edit("points.workflow.json", "\"RuleName\": \"accident\"", "\"RuleName\": \"mishap\"");
        rules.Edit("tables/acts.json", "\"act\": \"recall-ordered\", \"points\": 6", "\"act\": \"recall-ordered\", \"points\": 7");
        rules.Edit("pack.json", "AddMonths(24)", "AddMonths(36)");
        var said = Diff(rules).Said;
        Assert.Multiple(() =>
        {
            Assert.That(said, Does.Contain("points / accident: removed").And.Contain("points / mishap: added"));
            Assert.That(said, Does.Contain("acts / row / recall-ordered / points: 6 -> 7"));
            Assert.That(said, Does.Contain("pack / lapsesOn: 24 -> 36"));
        });
    }

    [Test]
    public void No_example_is_of_a_day_on_which_neither_version_is_in_force()
    {
        using var rules = new RulesCopy();
        const string Food = "cn/food-risk/2016-12-01";
        const string Inspectors = "\"RuleName\": \"two-inspectors\",\n      \"Expression\": \"";
        rules.Edit("frequency.workflow.json", Inspectors, $"{Inspectors}day < DateTime(2016, 12, 1) || ", Food);
        var (exit, said) = Verb.Run(
            DiffVerb.Create(), RepositoryFiles.Path($"rules/{Food}"), Path.Combine(rules.Folder, Food), "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("no enterprise found that would stand otherwise"));
        });
    }

    [TestCase("\"inForceFrom\":\"2025-01-01\"")]
    [TestCase("\"inForceFrom\"\n    : \"2025-01-01\"")]
    public void Blanks_in_the_manifest_hide_no_enterprise(string written)
    {
        using var rules = new RulesCopy();
        const string Later = "cn/product-quality-points/2025-01-01";
        Directory.Move(rules.Pack, Path.Combine(rules.Folder, Later));
        rules.Edit("pack.json", "\"inForceFrom\": \"2024-01-01\"", written, Later);
        rules.Edit("tier.workflow.json", "total >= 12", "total >= 15", Later);
        var (_, said) = Verb.Run(
            DiffVerb.Create(), RulesCopy.ShippedPack, Path.Combine(rules.Folder, Later), "--lang", "en");
        Assert.That(said, Does.Contain("for example: operator/").And.Contain("tier: D -> C"));
    }

    private static (int Exit, string Said) Diff(RulesCopy rules) =>
        Verb.Run(DiffVerb.Create(), RulesCopy.ShippedPack, rules.Pack, "--lang", "en");
}
