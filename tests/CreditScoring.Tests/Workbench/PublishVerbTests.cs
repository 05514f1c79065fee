using CreditScoring.Cli;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench;

/// <summary>What is published was tried, by both engines.</summary>
public class PublishVerbTests
{
    [Test]
    public void A_publication_says_how_often_both_engines_came_to_the_same()
    {
        using var rules = new RulesCopy();
        var (exit, said) = Verb.Run(PublishVerb.Create(), rules.Pack, "--on", "2024-01-01", "--lang", "en");
        Assert.That(exit, Is.Zero, said);
        var published = JObject.Parse(File.ReadAllText(Path.Combine(rules.Pack, "published.json")));
        Assert.Multiple(() =>
        {
            Assert.That((string?)published["secondOpinion"]!["engine"], Does.StartWith("RulesEngine 6."));
            Assert.That((long)published["secondOpinion"]!["same"]!, Is.GreaterThan(100_000));
            Assert.That((string?)published["publishedOn"], Is.EqualTo("2024-01-01"));
        });
        var (lint, flaws) = Verb.Run(LintVerb.Create(), rules.Pack, "--lang", "en");
        Assert.That(lint, Is.Zero, flaws);
    }

    // A case that fails; a text that the other engine cannot read; a text that both read differently.
    [TestCase("tier.workflow.json", "total >= 12", "total >= 13", "expected D, found C")]
    [TestCase("tier.workflow.json", "total >= 12", "total >= 12 && day.ToString(\\\"yyyy\\\") > \\\"2000\\\"", "RulesEngine cannot read this text")]
    [TestCase("tier.workflow.json", "total >= 12", "total >= 12 || events.Any(e => e.act < \\\"\\\")", "the engines differ")]
    public void What_is_wrong_or_not_vouched_for_by_both_is_not_published(string file, string was, string becomes, string told)
    {
        using var rules = new RulesCopy();
        rules.Edit(file, was, becomes);
        var (exit, said) = Verb.Run(PublishVerb.Create(), rules.Pack, "--on", "2024-01-01", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain(told));
            Assert.That(File.Exists(Path.Combine(rules.Pack, "published.json")), Is.False);
        });
    }
}
