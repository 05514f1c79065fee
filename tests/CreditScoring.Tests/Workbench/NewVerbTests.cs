using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench;

/// <summary>A new pack is a good example from its first minute.</summary>
public class NewVerbTests
{
    [Test]
    public void A_new_pack_lints_and_tests_green_and_its_cases_try_all_of_it()
    {
        using var rules = new RulesCopy();
        var (made, told) = Verb.Run(NewVerb.Create(), "cn-zj/food-points", "--from", "2026-01-01", "--rules", rules.Folder);
        var pack = Path.Combine(rules.Folder, "cn-zj/food-points/2026-01-01");
        var (lint, flaws) = Verb.Run(LintVerb.Create(), pack, "--lang", "en");
        var (test, said) = Verb.Run(TestVerb.Create(), pack, "--coverage", "--mutate", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(made, Is.Zero, told);
            Assert.That(lint, Is.Zero, flaws);
            Assert.That(flaws, Does.Contain("0 errors, 0 warnings"));
            Assert.That(test, Is.Zero, said);
        });
    }

    [Test]
    public void Packs_are_listed_with_their_days_and_what_their_numbers_are_worth()
    {
        var (exit, said) = Verb.Run(PacksVerb.Create(), RulesCopy.ShippedPack, "--lang", "en");
        Assert.That(exit, Is.Zero);
        Assert.That(said, Does.Contain("cn/product-quality-points 2024-01-01 [illustrative]").And.Contain("published"));
    }
}
