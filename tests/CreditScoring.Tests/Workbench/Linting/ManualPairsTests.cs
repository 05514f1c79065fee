using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>
/// What the manual says to avoid is found fault with, by that name and no other; what it prefers is not.
/// </summary>
public class ManualPairsTests
{
    private const string Points = "example/watch/2026-01-01/points.workflow.json";

    private const string Penalty = "happened.kind == \"penalty\" && ";

    private static readonly string Manual = File.ReadAllText(RepositoryFiles.Path("rules/README.md"));

    // What flaws of another kind a lone new rule has: no case, and one event meets two rules.
    private static readonly HashSet<string> OfTheTrial = ["rule-without-case", "rules-conflict", "case-asserts-nothing"];

    // The flaw; in the manual's words what to avoid and what to write; the condition that each stands in (§).
    [TestCase("unknown-field", "happened.serverity", "happened.severity", Penalty + "§ == \"minor\"")]
    [TestCase("type-mismatch", "happened.fine > \"10000\"", "happened.fine > 10000", Penalty + "§")]
    [TestCase("integer-division", "1 / 2", "1 / 2.0", Penalty + "happened.fine > §")]
    [TestCase("integer-division", "1 / 2", "0.5", Penalty + "total > §")]
    [TestCase("names-one-enterprise", "subject.id == \"91350100M000100Y43\"", "", Penalty + "§")]
    [TestCase("condition-always-true", "total >= 0", "", Penalty + "§")]
    [TestCase("unit-mismatch", "happened.fine >= 10", "happened.fine >= 100000", Penalty + "§")]
    [TestCase("unknown-name", "totl >= 12", "total >= 12", Penalty + "§")]
    [TestCase("unknown-table", "lookup(\"act\", …)", "lookup(\"acts\", …)", Penalty + "§.points > 1")]
    [TestCase("unknown-rule", "e.rule == \"complaint-uphold\"", "", Penalty + "entries.Any(e => §)")]
    [TestCase("syntax", "total >= && true", "", "§")]
    [TestCase("not-allowed", "happened.GetType()", "", Penalty + "§ != null")]
    [TestCase("not-allowed", "DateTime.Now", "day", Penalty + "happened.publishedOn <= §")]
    [TestCase("case-differs", "happened.Fine", "happened.fine", Penalty + "§ > 10000")]
    [TestCase("missing-value-holds", "happened.severity != \"minor\"", "happened.severity != null && happened.severity != \"minor\"", Penalty + "§")]
    [TestCase("missing-value-holds", "happened.severity != \"minor\"", "happened.severity == null || happened.severity != \"minor\"", Penalty + "(§)")]
    [TestCase("missing-value-holds", "!(happened.fine > 10000)", "", Penalty + "§")]
    [TestCase("rounding-unstated", "Math.Round(2.5)", "Math.Round(2.5, MidpointRounding.AwayFromZero)", Penalty + "happened.fine > §")]
    [TestCase("counted-backward", "e.from >= day.AddMonths(-12)", "e.from.AddMonths(12) >= day", Penalty + "entries.Any(e => §)")]
    [TestCase("cannot-be-judged", "2147483647 + 1", "", Penalty + "happened.fine > §")]
    [TestCase("cannot-be-judged", "DateTime(2025, 2, 30)", "", Penalty + "happened.publishedOn > §")]
    public void Avoid_is_that_flaw_and_Prefer_is_none(string flaw, string avoid, string prefer, string within)
    {
        var section = Regex.Match(Manual, $@"\n### {flaw}\n[\s\S]*?(?=\n##)").Value;
        Assert.Multiple(() =>
        {
            Assert.That(section, Does.Contain($"`{avoid}").And.Contain(prefer));
            Assert.That(Found(within, avoid).ToArray(), Is.EqualTo(new[] { flaw }), avoid);
            if (prefer.Length > 0)
            {
                Assert.That(Found(within, prefer), Is.Empty, prefer);
            }
        });
    }

    private static IEnumerable<string> Found(string within, string said)
    {
        var condition = within.Replace("§", said.Replace("…", "\"complaint\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var rules = RulesFolder.Good();
        var quoted = System.Text.Json.JsonSerializer.Serialize(condition);
        rules[Points] = rules[Points].Replace(
            "\"Rules\": [",
            "\"Rules\": [ { \"RuleName\": \"tried\", \"Expression\": " + quoted
            + ", \"Properties\": { \"points\": 1, \"group\": \"happened.key\", \"citation\": \"law.md#art-1\", \"provenance\": \"illustrative\" } },",
            StringComparison.Ordinal);
        return RulesFolder.Lint(rules).Select(each => each.Name).Distinct().Where(name => !OfTheTrial.Contains(name));
    }
}
