using CreditScoring.Cli;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.SecondOpinion;
using CreditScoring.Tests.Cli;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>Whole workflow files, run by the package itself, say of each rule what ours says.</summary>
[Parallelizable(ParallelScope.All)]
public class WholeWorkflowTests
{
    private static readonly RuleReading Reading = TwoEngines.Shipped(new SecondingOf(new PackageEngine()));

    [Test]
    public void Every_shipped_file_that_cases_judge_by_comes_out_the_same()
    {
        var tally = new WorkflowTally();
        foreach (var files in Reading.Packs)
        {
            Try(files, files, tally);
        }

        TestContext.Out.WriteLine($"{tally.Files} files, {tally.Runs} runs, {tally.Same} the same, {tally.NoAnswer} without an answer, of which {tally.HitsUnanswered} hits");
        Assert.Multiple(() =>
        {
            Assert.That(tally.Differences, Is.Empty);
            Assert.That(tally.Files, Is.EqualTo(tally.AllFiles - 2));
            Assert.That(tally.NotRun.Select(each => (each.File, each.Reason)), Is.EqualTo(new[]
            {
                ("cn-gd/product-quality-credit/2021-06-05/frequency.workflow.json", NotRunReason.Template),
                ("cn-gd/product-quality-credit/2021-06-05/tier.workflow.json", NotRunReason.Template),
            }));
            Assert.That(tally.Same, Is.GreaterThan(30_000));

            // The package reckons the parameters of a file before any rule, also of an event that has none of
            // their fields: the whole file has no answer then. One text alone is asked of each event all the
            // same (credit test: of 1.4 million askings 900 have no answer), so few hits rest on ours alone.
            Assert.That(tally.NoAnswer, Is.LessThan(tally.Same / 6));
            Assert.That(tally.HitsUnanswered, Is.LessThan(tally.Same / 50));
        });
    }

    // The package runs another file than ours has read: a bound, a parameter of the file, a joining, nested rules, another tier.
    [TestCase("cn/product-quality-points/2024-01-01", "tier", "total >= 12", "total >= 13", "twelve-or-more")]
    [TestCase("cn/product-quality-points/2024-01-01", "tier", "entries.Sum(e => e.points)", "entries.Count()", "six-to-eleven")]
    [TestCase("cn/product-quality-points/2024-01-01", "points", "\\\"sampling-result\\\" && ", "\\\"sampling-result\\\" || ", "sampling-failed")]
    [TestCase("cn/product-quality-points/2024-01-01", "repair", "\"Operator\": \"And\"", "\"Operator\": \"Or\"", "")]
    [TestCase("cn/product-quality-points/2024-01-01", "frequency", "tier == \\\"D\\\"", "tier == \\\"C\\\"", "special-treatment")]
    public void A_file_that_says_otherwise_is_told_with_place_and_rule(
        string folder, string role, string text, string fault, string rule)
    {
        var files = Reading.Packs.Single(each => each.Folder == folder);
        var file = files.At($"{role}.workflow.json")!;
        Assert.That(file.Text, Does.Contain(text), "the text that the fault is planted in");
        var tally = new WorkflowTally();
        Try(files, files.With(new(file.File, file.Text.Replace(text, fault, StringComparison.Ordinal))), tally);
        Assert.That(tally.Differences.Select(each => each.Place.File), Is.Not.Empty.And.All.EqualTo(file.File));
        Assert.That(tally.Differences.Select(each => each.Rule), rule.Length == 0 ? Is.Not.Empty : Does.Contain(rule));
    }

    [Test]
    public void A_rung_that_no_walk_asks_is_asked_there_and_a_difference_ends_the_verb_with_1()
    {
        using var rules = new RulesCopy();
        rules.Edit("tier.workflow.json", "\"RuleName\": \"no-points\",", "\"RuleName\": \"no-points\", \"Expression\": \"true\", "
            + "\"Properties\": { \"tier\": \"A\", \"citation\": \"law.md#art-11-1\" } }, "
            + "{ \"RuleName\": \"never-reached\", \"Expression\": \"events.Any(e => e.document < \\\"!\\\")\", "
            + "\"Properties\": { \"tier\": \"A\", \"citation\": \"law.md#art-11-1\" } }, { \"RuleName\": \"last\",");
        var (exit, said) = Verb.Run(TestVerb.Create(), rules.Pack, "--lang", "en");
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1), said);
            Assert.That(said, Does.Contain("0 failed"), "no case fails by it");
            Assert.That(said, Does.Match("tier.workflow.json:[0-9]+:[0-9]+: the rule \"never-reached\" on .*: ours says it does not hold, "
                + "RulesEngine 6.* that it holds"));
            Assert.That(said, Does.Match("whole workflows \\(ExecuteAllRulesAsync of RulesEngine 6.*\\): 6 of 6 files run [1-9]"));
        });
    }

    [Test]
    public void A_file_that_no_case_judges_by_is_named()
    {
        using var rules = new RulesCopy();
        var (_, said) = Verb.Run(
            TestVerb.Create(), rules.Pack, "--lang", "en", "--filter", "Responsible for a small accident: 6, C");
        Assert.That(said, Does.Contain("repair.workflow.json:1:1: never run whole: no case judges by it"));
    }

    [Test]
    public void An_engine_that_never_has_an_answer_has_not_agreed()
    {
        using var rules = new RulesCopy();
        var tally = new EngineTally(new ListeningEngine());
        var reading = TwoEngines.Shipped(tally.Seconding);
        var files = reading.Packs.Single(each => each.Folder == RulesCopy.DefaultPack);
        var regime = reading.Book!.OfFolder(files.Folder)!;
        var tried = files.Cases.SelectMany(source => CaseReader.Read(source, reading.Catalogue!, [])).First();
        Assert.That(tally.Agrees, "nothing was asked yet");
        Assert.That(CaseRunner.Run(tried, regime).Passed);
        var told = new List<string>();
        tally.Tell(RuleSelection.Of(rules.Folder), text => told.Add(text.En));
        Assert.That(tally.Agrees, Is.False);
        Assert.That(told, Has.Some.EqualTo("listening never had an answer: it has judged nothing, and nothing passes by ours alone"));
    }

    private static void Try(PackFiles files, PackFiles there, WorkflowTally tally)
    {
        var regime = Reading.Book!.OfFolder(files.Folder)!;
        var version = regime.Versions.Single(each => files.Folder.EndsWith($"/{each.Version}", StringComparison.Ordinal));
        var cases = files.Cases.SelectMany(source => CaseReader.Read(source, Reading.Catalogue!, [])).ToArray();
        var whole = new WholeWorkflows(
            version,
            new PackageWorkflows(version, there, new PackLanguage(
                files.Folder, Reading.Catalogue!, version.Manifest.Tiers, version.Tables.ToDictionary(table => table.Name),
                Reading.Book.WorkingDays)),
            tally);
        foreach (var tried in cases)
        {
            whole.Try(tried, regime);
        }
    }
}
