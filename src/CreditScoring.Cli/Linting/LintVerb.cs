using System.CommandLine;
using CreditScoring.Cli.Linting;
using CreditScoring.Documents;
using CreditScoring.RuleShelf;
using CreditScoring.Trials.Linting;

namespace CreditScoring.Cli;

/// <summary><c>credit lint</c>: every flaw of the rules, with its place and how to mend it.</summary>
public static class LintVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var sarif = new Option<bool>("--sarif") { Description = "Answer in SARIF 2.1.0, for code review tools" };
        var verb = new Command("lint", "Find every flaw of the rules; exit code 1 where one is an error")
        {
            folder, language, json, sarif,
        };
        verb.SetAction(parsed => Lint(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(language)!,
            parsed.GetValue(json), parsed.GetValue(sarif)));
        return verb;
    }

    private static int Lint(RuleSelection rules, string language, bool json, bool sarif)
    {
        var documents = RuleFolder.Read(rules.Folder);
        var (reading, all) = RuleLint.Check(documents);
        var flaws = all.Where(flaw => rules.Includes(flaw.Place)).ToArray();
        if (sarif)
        {
            Console.WriteLine(JsonText.Of(text => Sarif.Write(text, flaws.Select(rules.Shown), language), indented: true));
        }
        else
        {
            Tell(flaws, documents, rules, language, json);
        }

        var errors = flaws.Count(flaw => flaw.Severity == Severity.Error);
        Console.Error.WriteLine(
            $"{reading.Packs.Count(pack => rules.Includes(pack.Folder))} packs, {errors} errors, "
            + $"{flaws.Count(flaw => flaw.Severity == Severity.Warning)} warnings, "
            + $"{flaws.Count(flaw => flaw.Severity == Severity.Notice)} notices");
        return errors > 0 ? Exit.Findings : Exit.Done;
    }

    private static void Tell(
        Flaw[] flaws, IReadOnlyList<SourceText> documents, RuleSelection rules, string language, bool json)
    {
        var sources = documents.ToDictionary(document => document.File);
        foreach (var flaw in flaws)
        {
            var shown = rules.Shown(flaw);
            Console.WriteLine(json ? JsonText.Of(text => FlawJson.Write(text, shown))
                : Console.IsOutputRedirected ? shown.In(language)
                : Excerpt.Of(shown, sources.GetValueOrDefault(flaw.Place.File), language));
        }
    }
}
