using System.Text.Json.Nodes;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli.Live;

/// <summary>Where the subjects of a live service's record stand, as a table or NDJSON.</summary>
internal static class RecordStandings
{
    private const string Path = "/v1/enterprises";

    /// <summary>The parameter of a page of the list.</summary>
    private const string After = "after";

    /// <summary>Subjects that are asked about at once.</summary>
    private const int AtATime = 8;

    /// <summary>As they stand now, as the record has it.</summary>
    /// <param name="query">Which are asked for.</param>
    public static async Task<int> ListAsync(
        Server server, string query, string language, bool json, CancellationToken stop)
    {
        using var output = TextOutput.Open(null);
        var table = new StandingTable(output, Screen.Out, language, json);
        await foreach (var item in server.ItemsAsync(Path, query, After, null, _ => { }, stop))
        {
            table.Write(StandingRow.Of(item));
        }

        return Ended(table, output);
    }

    /// <summary>Every subject, with all of its standings, on any day.</summary>
    /// <param name="on">Null: today.</param>
    public static async Task<int> AssessAsync(
        Server server, DateOnly? on, DateOnly? knownAt, string language, bool json, CancellationToken stop)
    {
        var subjects = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var item in server.ItemsAsync(Path, "", After, null, _ => { }, stop))
        {
            subjects.Add($"{item["kind"]}/{item["subject"]}");
        }

        using var output = TextOutput.Open(null);
        var table = new StandingTable(output, Screen.Out, language, json);
        var done = 0;
        foreach (var some in subjects.Chunk(AtATime))
        {
            var answers = await Task.WhenAll(some.Select(subject => server.GetAsync(
                Questions.Of(
                    subject, "", ("on", Days.Text(on)), ("knownAt", Questions.EndOf(knownAt))), stop)));
            foreach (var standing in answers.SelectMany(each => each["standings"]!.AsArray()))
            {
                table.Write(StandingRow.Of(standing!));
            }

            done += some.Length;
            Progress.Show(Phrases.Assessed(done, subjects.Count).In(language));
        }

        return Ended(table, output);
    }

    private static int Ended(StandingTable table, TextWriter output)
    {
        table.Close();
        output.Flush();
        return table.Unjudged > 0 ? Exit.Findings : Exit.Done;
    }
}
