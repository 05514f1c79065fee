using CreditScoring.Cli;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

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
            Assert.That((long)published["secondOpinion"]!["differs"]!, Is.Zero);
            Assert.That((long)published["secondOpinion"]!["workflows"]!["files"]!, Is.EqualTo(6));
            Assert.That((long)published["secondOpinion"]!["workflows"]!["runs"]!, Is.GreaterThan(1_000));
            Assert.That((long)published["secondOpinion"]!["workflows"]!["same"]!, Is.GreaterThan(10_000));
            Assert.That((long)published["secondOpinion"]!["workflows"]!["differs"]!, Is.Zero);
            Assert.That((string?)published["publishedOn"], Is.EqualTo("2024-01-01"));
        });
        var (lint, flaws) = Verb.Run(LintVerb.Create(), rules.Pack, "--lang", "en");
        Assert.That(lint, Is.Zero, flaws);
    }

    [Test]
    public void Counts_of_a_publication_come_back_as_they_were_written()
    {
        var counts = new EngineAgreement("RulesEngine 6.0.1", 7, 2)
        {
            Workflows = new WorkflowAgreement(6, 41, 300, 0, 5),
        };
        var kept = new Publication(new DateOnly(2024, 1, 1), "abc") { SecondOpinion = counts };
        var flaws = new List<Flaw>();
        var read = Publication.Read(new SourceText("published.json", kept.Json("schema")), flaws);
        Assert.That(flaws, Is.Empty);
        Assert.That(read!.SecondOpinion, Is.EqualTo(counts));
        var former = """{ "publishedOn": "2024-01-01", "hash": "abc", "secondOpinion": { "engine": "e", "same": 7, "noAnswer": 2 } }""";
        Assert.That(
            Publication.Read(new SourceText("published.json", former), flaws)!.SecondOpinion,
            Is.EqualTo(new EngineAgreement("e", 7, 2)), "one that was written before whole files were run");
        Assert.That(flaws, Is.Empty);
    }

    [Test]
    public void Rules_of_which_whole_files_differ_are_not_published_though_every_case_passes()
    {
        using var rules = new RulesCopy();
        // Whoever has 12 points stands higher: no walk asks this rung about them.
        rules.Edit("tier.workflow.json", "total >= 6", "total >= 6 && !(total >= 12 && events.Any(e => e.document < \\\"!\\\"))");
        var (exit, said) = Verb.Run(PublishVerb.Create(), rules.Pack, "--on", "2024-01-01", "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(said, Does.Contain("the rule \"six-to-eleven\" on").And.Contain(", 0 different\n"));
            Assert.That(File.Exists(Path.Combine(rules.Pack, "published.json")), Is.False);
        });
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
