using System.CommandLine;
using CreditScoring.Cli.Linting;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Workbench.CaseLinting;

namespace CreditScoring.Cli;

/// <summary><c>credit lint</c>: every flaw of the rules, with its place and how to mend it.</summary>
public static class LintVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var sarif = new Option<bool>("--sarif");
        var verb = new Command("lint")
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
        var (reading, all) = RuleLint.Check(documents, SecondEngine.Always());
        var flaws = all.Where(rules.Concerns).ToArray();
        if (sarif)
        {
            Console.WriteLine(
                JsonText.Of(text => Sarif.Write(text, flaws.Select(rules.Shown), language), indented: true));
        }
        else
        {
            Tell(flaws, documents, rules, language, json);
        }

        int Count(Severity severity) => flaws.Count(flaw => flaw.Severity == severity);
        Summarize(
            Phrases.Linted(
                reading.Packs.Count(pack => rules.Includes(pack.Folder)),
                Count(Severity.Error), Count(Severity.Warning), Count(Severity.Notice)).In(language),
            flaws.Select(flaw => flaw.Severity).DefaultIfEmpty(Severity.Notice).Max(), flaws.Length);
        return Count(Severity.Error) > 0 ? Exit.Findings : Exit.Done;
    }

    /// <summary>In the colour of the gravest that was found.</summary>
    private static void Summarize(string summary, Severity gravest, int flaws) => Screen.Remark(
        Screen.Error.Coloured(summary, flaws == 0 ? Colour.Green : Excerpt.ColourOf(gravest)));

    private static void Tell(
        Flaw[] flaws, IReadOnlyList<SourceText> documents, RuleSelection rules, string language, bool json)
    {
        var screen = Screen.Out;
        var sources = documents.ToDictionary(document => document.File);
        foreach (var flaw in flaws)
        {
            var shown = rules.Shown(flaw);
            Screen.SayAsIs(json ? JsonText.Of(text => FlawJson.Write(text, shown))
                : screen.Width is null ? FlawText.Of(shown, language)
                : Excerpt.Of(shown, sources.GetValueOrDefault(flaw.Place.File), language, screen));
        }
    }
}
