using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Conformance;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit conform</c>: compares the rule language with outcomes recorded from the real engine.
/// </summary>
public static class ConformVerb
{
    /// <summary>
    /// Of a hundred recorded items at most so many may be refused that the real engine takes.
    /// </summary>
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
        var written = TextFile.Read(file.FullName);
        var document = JsonDocumentReader.Read(new SourceText(file.Name, written), out var flaw)
            ?? throw new WrongUseException(Phrases.Of(flaw!));
        var recording = Recording.Of(document, out flaw)
            ?? throw new WrongUseException(Phrases.Of(flaw!));
        var comparisons = Conformity.Of(recording);
        foreach (var each in comparisons.Where(each => each.Verdict != Verdict.Agrees)
            .OrderBy(each => each.Verdict).ThenBy(each => each.Id, StringComparer.Ordinal))
        {
            Screen.Say(json, () => ConformReport.Json(each), () => ConformReport.Text(each, language));
        }

        var live = new LiveRecording(recording, document);
        var answers = live.Answers();
        var contradictions = answers.Where(each => each.Contradicts).ToArray();
        foreach (var each in contradictions)
        {
            var place = PlaceOf(document, each);
            Screen.Say(
                json, () => ConformReport.Json(each, place), () => ConformReport.Text(each, place, language));
        }

        Screen.Say(
            json, () => ConformReport.JsonSummary(recording, comparisons, answers, live.NotAsked),
            () => ConformReport.Summary(recording, comparisons, answers, live.NotAsked, language));
        return IsSound(comparisons) && contradictions.Length == 0 ? Exit.Done : Exit.Findings;
    }

    /// <summary>Where the answer was recorded.</summary>
    private static Place PlaceOf(JsonPiece document, LiveAnswer answer)
    {
        var item = new[] { "expressions", "workflows" }.SelectMany(list => document[list]?.Items ?? [])
            .First(each => each["id"]?.Text == answer.Id);
        var recorded = item["expected"]?[answer.Input];
        return ((answer.Rule is null ? recorded : recorded?[answer.Rule] ?? recorded) ?? item).Place;
    }

    private static bool IsSound(IReadOnlyList<Comparison> comparisons) =>
        comparisons.All(each => each.Verdict is not (Verdict.Contradicts or Verdict.AcceptsForbidden))
        && comparisons.Count(each => each.Verdict == Verdict.RefusesMore) * 100m
            <= comparisons.Count * MostRefused;
}
