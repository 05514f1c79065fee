using System.CommandLine;
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
        var verb = new Command("lint", "Find every flaw of the rules; exit code 1 where one is an error")
        {
            folder, language, json,
        };
        verb.SetAction(parsed => Lint(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Lint(RuleSelection rules, string language, bool json)
    {
        var (reading, all) = RuleLint.Check(RuleFolder.Read(rules.Folder));
        var flaws = all.Where(flaw => rules.Includes(flaw.Place)).Select(rules.Shown).ToArray();
        foreach (var flaw in flaws)
        {
            Console.WriteLine(json ? JsonText.Of(text => FlawJson.Write(text, flaw)) : flaw.In(language));
        }

        var errors = flaws.Count(flaw => flaw.Severity == Severity.Error);
        Console.Error.WriteLine(
            $"{reading.Packs.Count(pack => rules.Includes(pack.Folder))} packs, {errors} errors, "
            + $"{flaws.Count(flaw => flaw.Severity == Severity.Warning)} warnings, "
            + $"{flaws.Count(flaw => flaw.Severity == Severity.Notice)} notices");
        return errors > 0 ? Exit.Findings : Exit.Done;
    }
}
