using System.CommandLine;
using System.Diagnostics;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;

namespace CreditScoring.Cli;

/// <summary><c>credit assess</c>: one standing per subject and regime, from a file of events.</summary>
public static class AssessVerb
{
    private const int FilesAtATime = 256;

    public static Command Create()
    {
        var events = AskedSource.Events();
        var on = Days.OfFiles("--on");
        var knownAt = Days.KnownAt();
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("assess")
        {
            events, on, knownAt, rules, language, json,
        };
        var source = new AskedSource(verb, events, rules);
        verb.SetAction(async (parsed, stop) => source.Of(parsed) is { } server
            ? await RecordStandings.AssessAsync(
                server, parsed.GetValue(on), parsed.GetValue(knownAt), parsed.GetValue(language)!,
                parsed.GetValue(json), stop)
            : Assess(
                RuleArguments.Book(parsed.GetValue(rules), parsed.GetValue(language)!),
                parsed.GetValue(events)!, parsed.GetValue(on)!.Value, parsed.GetValue(knownAt),
                parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Assess(
        RuleBook book, string path, DateOnly on, DateOnly? knownAt, string language, bool json)
    {
        var cost = new Cost();
        var known = KnownEvents.Read(path, book.Catalogue, knownAt ?? on, language);
        var files = Filing.Of(known.Events, out var waiting);
        var reading = cost.Lap();
        using var output = TextOutput.Open(null);
        var table = new StandingTable(output, Screen.Out, language, json);
        var done = 0;
        foreach (var standings in Assessed(files, book, on, Days.Text(knownAt), json))
        {
            standings.ForEach(table.Write);
            done += FilesAtATime;
            Progress.Show(Phrases.Assessed(Math.Min(done, files.Count), files.Count).In(language));
        }

        table.Close();
        output.Flush();
        Progress.Done(Phrases.Assessment(
            files.Count, known.Events.Count, waiting.Count, reading.Told(known.Events.Count),
            cost.Lap().Told(known.Events.Count),
            Process.GetCurrentProcess().PeakWorkingSet64 >> 20).In(language));
        return known.Refused > 0 || table.Unjudged > 0 ? Exit.Findings : Exit.Done;
    }

    private static IEnumerable<List<StandingRow>> Assessed(
        IReadOnlyList<CreditFile> files, RuleBook book, DateOnly on, string? knownAt, bool json) =>
        files.Chunk(FilesAtATime).AsParallel().AsOrdered().Select(some => some
            .SelectMany(file => Assessor.Assess(file, book, on).Standings)
            .Select(standing => StandingRow.Of(standing, Written(standing, book, knownAt, json)))
            .ToList());

    /// <summary>Written at once, beside the others; or never.</summary>
    private static Func<string> Written(Standing standing, RuleBook book, string? knownAt, bool json)
    {
        var text = json
            ? JsonText.Of(to => StandingJson.Write(to, standing, knownAt: knownAt, book: book)) : "";
        return () => text;
    }
}
