using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Conformance;

namespace CreditScoring.Cli;

/// <summary><c>credit conform</c>: compares the rule language with outcomes recorded from the real engine.</summary>
public static class ConformVerb
{
    /// <summary>Of a hundred recorded items at most so many may be refused that the real engine takes.</summary>
    private const decimal MostRefused = 3;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("conform")
        {
            file, language, json,
        };
        verb.SetAction(parsed => Conform(
            parsed.GetValue(file)!, parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Conform(FileInfo file, string language, bool json)
    {
        var document = JsonDocumentReader.Read(
            new SourceText(file.Name, TextFile.Read(file.FullName)), out var flaw)
            ?? throw new WrongUseException(Phrases.Of(flaw!));
        var recording = Recording.Of(document)
            ?? throw new WrongUseException(Phrases.NotRecording(file.Name));
        var comparisons = Conformity.Of(recording);
        foreach (var each in comparisons.Where(each => each.Verdict != Verdict.Agrees)
            .OrderBy(each => each.Verdict).ThenBy(each => each.Id, StringComparer.Ordinal))
        {
            Screen.Say(json, () => ConformReport.Json(each), () => ConformReport.Text(each, language));
        }

        Screen.Say(
            json, () => ConformReport.JsonSummary(recording, comparisons),
            () => ConformReport.Summary(recording, comparisons, language));
        return IsSound(comparisons) ? Exit.Done : Exit.Findings;
    }

    private static bool IsSound(IReadOnlyList<Comparison> comparisons) =>
        comparisons.All(each => each.Verdict is not (Verdict.Contradicts or Verdict.AcceptsForbidden))
        && comparisons.Count(each => each.Verdict == Verdict.RefusesMore) * 100m
            <= comparisons.Count * MostRefused;
}
