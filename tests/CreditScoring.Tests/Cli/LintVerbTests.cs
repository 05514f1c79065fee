using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>Who lints one pack is also told of what it stands on and of nothing else.</summary>
[NonParallelizable]
public class LintVerbTests
{
    [TestCase("events/penalties.json", "{", "json-broken")]
    [TestCase("events/subjects.json", "{ \"subjects\": [] }", "subject")]
    [TestCase("calendars/cn-working-days.json", "{", "json-broken")]
    public void A_catalogue_or_calendar_that_cannot_be_read_leaves_no_pack_without_errors(
        string file, string text, string said)
    {
        using var rules = new RulesCopy();
        File.WriteAllText(Path.Combine(rules.Folder, file), text);
        var (exit, told) = Verb.Run(LintVerb.Create(), rules.Pack, "--lang", "en");
        Assert.That(exit, Is.EqualTo(1), told);
        Assert.That(told, Does.Contain(said));
    }

    [Test]
    public void A_flaw_of_another_pack_is_none_of_this_one()
    {
        using var rules = new RulesCopy();
        rules.Edit("pack.json", "{", "[", "mps/road-traffic-points/2022-04-01");
        var (exit, told) = Verb.Run(LintVerb.Create(), rules.Pack, "--lang", "en");
        Assert.That(exit, Is.EqualTo(0), told);
        Assert.That(told, Does.Contain("1 packs, 0 errors, 0 warnings, 0 notices"));
    }

    [TestCase("points.workflow.json", "年度报告", "年度\u200B报告")]
    [TestCase("points.workflow.json", "年度报告", "年度\u00A0报告")]
    [TestCase("points.workflow.json", "\"RuleName\": \"warned\"", "\"RuleName\": \"warned\u200B\"")]
    [TestCase("tables/acts.json", "\"warned\"", "\"warned\u00AD\"")]
    public void What_nobody_sees_in_a_file_of_rules_is_an_error_at_its_place(string file, string was, string becomes)
    {
        using var rules = new RulesCopy();
        rules.Edit(file, was, becomes);
        var (exit, told) = Verb.Run(LintVerb.Create(), rules.Pack, "--lang", "en");
        var lines = File.ReadAllLines(Path.Combine(rules.Pack, file));
        var line = Array.FindIndex(lines, each => each.Contains(becomes, StringComparison.Ordinal));
        var unseen = becomes.Single(each => each is '\u200B' or '\u00A0' or '\u00AD');
        Assert.That(exit, Is.EqualTo(1), told);
        Assert.That(told, Does.Contain(
            $"{file}:{line + 1}:{lines[line].IndexOf(unseen) + 1}: error: text-damaged"));
        Assert.That(told, Does.Contain($"U+{(int)unseen:X4}"));
    }
}
