using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary><c>credit watch</c> gives a verdict on every save.</summary>
public class WatchVerbTests
{
    [Test]
    public void A_save_is_answered_with_the_verdict_and_its_milliseconds()
    {
        using var rules = new RulesCopy();
        var bench = new WatchedRules(RuleSelection.Of(rules.Pack), "en");
        Assert.That(bench.Look(), Does.StartWith("ok: 0 errors, 0 warnings, 0 failing cases"));
        rules.Edit("tier.workflow.json", "total >= 12", "total >= 13");
        var said = bench.Look();
        rules.Edit("tier.workflow.json", "total >= 13", "total >= 12");
        Assert.Multiple(() =>
        {
            Assert.That(said, Does.Match(@"FAILED: 0 errors, 0 warnings, \d+ failing cases \d+ ms"));
            Assert.That(bench.Look(), Does.Match(@"ok: 0 errors, 0 warnings, 0 failing cases \d+ ms"));
        });
    }

    [Test]
    public void A_flaw_that_only_lint_finds_is_told_and_gone_again()
    {
        using var rules = new RulesCopy();
        var bench = new WatchedRules(RuleSelection.Of(rules.Folder), "en");
        var before = bench.Look();
        rules.Edit("points.workflow.json", "law.md#art-8-1", "law.md#art-88");
        var flawed = bench.Look();
        rules.Edit("points.workflow.json", "law.md#art-88", "law.md#art-8-1");
        Assert.Multiple(() =>
        {
            Assert.That(before, Does.StartWith("ok: 0 errors"));
            Assert.That(flawed, Does.Contain("citation-not-in-law").And.Contain("FAILED: "));
            Assert.That(bench.Look(), Does.StartWith("ok: 0 errors"));
        });
    }

    [Test]
    public void An_error_of_the_catalogue_is_no_pass_of_a_pack()
    {
        using var rules = new RulesCopy();
        var bench = new WatchedRules(RuleSelection.Of(rules.Pack), "en");
        bench.Look();
        var subjects = Path.Combine(rules.Folder, "events/subjects.json");
        File.WriteAllText(subjects, "{");
        Assert.That(bench.Look(), Does.Contain("json-broken").And.Contain("FAILED: 1 errors"));
    }
}
