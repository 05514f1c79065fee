using CreditScoring.Cli.Linting;
using CreditScoring.Cli.Terminal;
using CreditScoring.Documents;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>What lint answers besides plain text: SARIF 2.1.0, and excerpts with the span underlined.</summary>
public class SarifTests
{
    private static readonly IReadOnlyList<Flaw> Flaws = [.. RulesFolder.Lint(RulesFolder.Bad("band-gap")), .. RulesFolder.Lint(RulesFolder.Bad("not-confirmed"))];

    [Test]
    public void A_log_has_what_SARIF_requires()
    {
        var log = JObject.Parse(JsonText.Of(json => Sarif.Write(json, Flaws, "en")));
        var run = (JObject)log["runs"]!.Single();
        Assert.Multiple(() =>
        {
            Assert.That((string?)log["version"], Is.EqualTo("2.1.0"));
            Assert.That((string?)log["$schema"], Does.EndWith("sarif-2.1.0.json"));
            Assert.That((string?)run["tool"]!["driver"]!["name"], Is.Not.Empty);
            Assert.That(run["results"]!.Count(), Is.EqualTo(Flaws.Count));
        });
    }

    [Test]
    public void A_result_names_its_rule_its_level_and_its_place()
    {
        var run = JObject.Parse(JsonText.Of(json => Sarif.Write(json, Flaws, "en")))["runs"]![0]!;
        foreach (var (result, flaw) in run["results"]!.Zip(Flaws))
        {
            var rule = run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!;
            var place = result["locations"]!.Single()["physicalLocation"]!;
            Assert.Multiple(() =>
            {
                Assert.That((string?)rule["id"], Is.EqualTo(flaw.Name).And.EqualTo((string?)result["ruleId"]));
                Assert.That((string?)result["level"], Is.AnyOf("error", "warning", "note"));
                Assert.That((string?)result["message"]!["text"], Does.StartWith(flaw.What.En));
                Assert.That((string?)place["artifactLocation"]!["uri"], Is.EqualTo(flaw.Place.File));
                Assert.That((int)place["region"]!["startLine"]!, Is.EqualTo(flaw.Place.Line));
                Assert.That((int)place["region"]!["startColumn"]!, Is.EqualTo(flaw.Place.Column));
            });
        }
    }

    [Test]
    public void On_a_terminal_the_span_is_underlined()
    {
        var rules = RulesFolder.Bad("unknown-key");
        var flaw = RulesFolder.Lint(rules).Single(each => each.Name == "unknown-key");
        var lines = Excerpt.Of(flaw, new SourceText(flaw.Place.File, rules[flaw.Place.File]), "en", new Screen(200, Colours: false)).Split('\n');
        var under = lines[2].IndexOf('^', StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.StartWith($"{flaw.Place}: error: unknown-key: "));
            Assert.That(lines[1][under..], Does.StartWith("\\\"complaints\\\""));
            Assert.That(lines[2].TrimEnd(), Does.EndWith("^"));
            Assert.That(lines[3], Does.StartWith("  mend: "));
        });
    }

    [Test]
    public void Under_Chinese_words_the_mark_stands_where_the_eye_expects_it()
    {
        var source = new SourceText("x.json", "\"简体\": wrong");
        var flaw = new Flaw("json-broken", source.At(6), new Wording("错", "wrong"), new Wording("改", "mend"));
        var lines = Excerpt.Of(flaw, source, "en", new Screen(80, Colours: false)).Split('\n');
        Assert.That(lines[2], Is.EqualTo("    | " + new string(' ', 8) + "^^^^^"));
    }
}
