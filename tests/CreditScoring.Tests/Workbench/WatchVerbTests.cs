using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench;

/// <summary><c>credit watch</c> gives a verdict on every save.</summary>
public class WatchVerbTests
{
    [Test]
    public void A_save_is_answered_with_the_verdict_and_its_milliseconds()
    {
        using var rules = new RulesCopy();
        var bench = new WatchedRules(RuleSelection.Of(rules.Pack), "en");
        Assert.That(bench.Look(), Does.StartWith("ok: 0 errors, 0 failing cases"));
        rules.Edit("tier.workflow.json", "total >= 12", "total >= 13");
        var said = bench.Look();
        rules.Edit("tier.workflow.json", "total >= 13", "total >= 12");
        Assert.Multiple(() =>
        {
            Assert.That(said, Does.Match(@"FAILED: 0 errors, \d+ failing cases \d+ ms"));
            Assert.That(bench.Look(), Does.Match(@"ok: 0 errors, 0 failing cases \d+ ms"));
        });
    }
}
