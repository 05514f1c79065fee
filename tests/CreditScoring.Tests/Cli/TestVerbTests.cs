using CreditScoring.Cli;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Covering;
using CreditScoring.Workbench.Mutating;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>The shipped cases try the whole of the shipped rules.</summary>
public class TestVerbTests
{
    [Test]
    public void Shipped_cases_try_every_rule_and_both_outcomes_of_each_condition()
    {
        // Mutants of all packs are a step of tests/run.sh.
        var (exit, said) = Verb.Run(TestVerb.Create(), RulesCopy.ShippedPack, "--coverage", "--lang", "en");
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
            Assert.That(said, Does.Match("tier.workflow.json:[0-9]+:37: twelve-or-more: `total < 900` is never false"));
        });
    }

    [Test]
    public void What_could_not_be_judged_is_told_once_with_its_cause_and_what_follows_from_it()
    {
        using var rules = new RulesCopy();
        rules.Edit(
            "tier.workflow.json", "\"GlobalParams\": [",
            "\"GlobalParams\": [ { \"Name\": \"base\", \"Expression\": \"lookup(\\\"frequency\\\", \\\"Z\\\").timesPerYear\" },"
            + " { \"Name\": \"twice\", \"Expression\": \"base * 2\" },");
        rules.Edit("tier.workflow.json", "total >=", "twice + base + total >=");
        var (exit, said) = Verb.Run(TestVerb.Create(), rules.Pack, "--lang", "en");
        var lines = said.Split('\n');
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Not.Contain("found null"));
            Assert.That(
                lines.Where(line => line.Contains("has no row for \"Z\"", StringComparison.Ordinal)),
                Has.All.Match("tier\\.workflow\\.json(:4:|, line: 4,)"));
            Assert.That(said, Does.Contain("(and so differ points, tier"));
            Assert.That(said, Does.Match("one cause keeps [0-9]+ cases from being judged: .*tier.workflow.json:4:"));
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

    // Beside conditions: what a choice in a property asks, what fulfils a duty, what carries an entry over.
    [TestCase(
        "points.workflow.json", "happened.intentional ? lookup", "happened.intentional && 1 < 2 ? lookup",
        "sampling-failed: `1 < 2` is never false")]
    [TestCase(
        "duties.workflow.json", "ended || overturned || passes", "ended || day < DateTime(2099, 1, 1) && overturned || passes",
        "`day < DateTime(2099, 1, 1)` is never false")]
    [TestCase(
        "pack.json", "\"workflows\": {", "\"carriesOver\": \"entry.points > 900\",\n  \"workflows\": {",
        "carriesOver: `entry.points > 900` is never true")]
    [TestCase(
        "frequency.workflow.json", "?? events.Min(e => e.from)\"", "?? (1 < 2 ? events.Min(e => e.from) : day)\"",
        "reckonedFrom: `1 < 2` is never false")]
    public void What_decides_within_a_property_must_come_out_both_ways(
        string file, string was, string becomes, string told)
    {
        using var rules = new RulesCopy();
        rules.Edit(file, was, becomes);
        var (exit, said) = Verb.Run(TestVerb.Create(), rules.Pack, "--coverage", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain(told));
        });
    }

    [Test]
    public void Dated_rows_are_asked_on_their_first_day_and_on_the_first_day_out()
    {
        using var rules = new RulesCopy();
        rules.Edit(
            "tables/frequency.json", "{ \"tier\": \"D\",",
            "{ \"tier\": \"D\", \"from\": \"2099-01-01\", \"timesPerYear\": 9, \"visitCap\": 9, \"citation\": \"law.md#art-13-1\", \"provenance\": \"illustrative\" },\n"
            + "    { \"tier\": \"D\", \"until\": \"2099-01-01\",");
        var (_, said) = Verb.Run(TestVerb.Create(), rules.Pack, "--coverage", "--lang", "en");
        Assert.That(said, Does.Contain("no case asks on the first day and on the first day out (2099-01-01 - )")
            .And.Contain("dated rows 1/2, date edges 0/2"), said);
    }

    [Test]
    public void Nothing_to_try_is_not_everything_tried()
    {
        using var rules = new RulesCopy();
        Verb.Run(NewVerb.Create(), "cn-zj/food-points", "--rules", rules.Folder);
        var pack = Path.Combine(rules.Folder, "cn-zj/food-points/2025-01-01");
        Directory.Delete(Path.Combine(pack, "cases"), recursive: true);
        var (exit, said) = Verb.Run(TestVerb.Create(), pack, "--coverage", "--mutate", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("there is no case to run").And.Contain("(0.0 %)"));
            Assert.That(new MutationScore([]).IsEnough, Is.False);
            Assert.That(new Coverage(new RulePack(new PackManifest("cn/x", default, default))
            {
                Hash = "", Law = new LawText(null), From = null!, Anchor = null!,
            }).IsComplete, Is.False);
        });
    }
}
