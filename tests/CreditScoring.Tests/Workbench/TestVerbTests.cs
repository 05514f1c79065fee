using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench;

/// <summary>The shipped cases try the whole of the shipped rules.</summary>
public class TestVerbTests
{
    [Test]
    public void Shipped_cases_try_every_rule_both_outcomes_of_each_condition_and_notice_mutants()
    {
        var (exit, said) = Verb.Run(TestVerb.Create(), RulesCopy.ShippedPack, "--coverage", "--mutate", "--lang", "en");
        TestContext.Out.WriteLine(said);
        Assert.That(exit, Is.Zero, said);
    }

    [Test]
    public void What_no_case_tries_is_told_with_its_place()
    {
        using var rules = new RulesCopy();
        rules.Edit(
            "tier.workflow.json", "\"total >= 12\"", "\"total >= 12 && total < 900\"");
        var (exit, said) = Verb.Run(TestVerb.Create(), rules.Pack, "--coverage", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("tier.workflow.json:33:37: twelve-or-more: `total < 900` is never false"));
        });
    }

    [Test]
    public void A_mutant_that_no_case_notices_is_told_with_its_place_and_change()
    {
        using var rules = new RulesCopy();
        Verb.Run(NewVerb.Create(), "cn-zj/food-points", "--rules", rules.Folder);
        var pack = Path.Combine(rules.Folder, "cn-zj/food-points/2025-01-01");
        var tier = Path.Combine(pack, "tier.workflow.json");
        File.WriteAllText(tier, File.ReadAllText(tier).Replace("total >= 3", "total >= 3 && total < 900", StringComparison.Ordinal));
        var (exit, said) = Verb.Run(TestVerb.Create(), pack, "--mutate", "--lang", "en");
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(said, Does.Contain("tier.workflow.json:10:44: 900 -> 901: no case notices"));
    }
}
