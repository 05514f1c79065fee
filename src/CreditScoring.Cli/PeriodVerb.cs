using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit backtest --from --to</c>: what a proposal would have done over a past period, at the ends of
/// its months.
/// </summary>
internal static class PeriodVerb
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    /// <param name="path">Of the back-test of one day.</param>
    /// <param name="output">Where all who differ are written as CSV; null: nowhere.</param>
    public static async Task<int> RunAsync(
        Server server, string path, DateOnly? from, DateOnly? to, bool cancel, string? output,
        string language, bool json, CancellationToken stop)
    {
        if (from is null || to is null)
        {
            throw new WrongUseException(LawPhrases.BothDays);
        }

        var period = $"{path}/period";
        if (cancel)
        {
            var run = (string)(await server.GetAsync(period, stop))["run"]!;
            await server.PostAsync($"{path}/cancel", new JsonObject { ["run"] = run }, stop);
            return Exit.Done;
        }

        var test = await DoneAsync(
            server, period, new JsonObject { ["from"] = Days.Text(from), ["to"] = Days.Text(to) }, language,
            stop);
        Tell(test, language, json);
        if (output is { } file)
        {
            await MoversCsv.ExportAsync(server, $"{period}/movers", "0", file, stop);
        }

        return (long)test["beforeTheDay"]! == 0 && (string?)test["state"] == "done" ? Exit.Done
            : Exit.Findings;
    }

    private static async Task<JsonNode> DoneAsync(
        Server server, string period, JsonObject asked, string language, CancellationToken stop)
    {
        var test = await server.PostAsync(period, asked, stop);
        while ((string?)test["state"] == "running")
        {
            Progress.Show(LawPhrases.Judged((long)test["judged"]!).In(language));
            await Task.Delay(AskEvery, stop);
            test = await server.GetAsync(period, stop);
        }

        return test;
    }

    private static void Tell(JsonNode test, string language, bool json)
    {
        if (json)
        {
            Screen.SayAsIs(test.ToJsonString());
            return;
        }

        test["days"]!.AsArray().ToList().ForEach(each => BacktestVerb.TellDay(each!, language));
        if ((long)test["beforeTheDay"]! > 0)
        {
            Screen.Say(LawPhrases.BeforeTheDay((long)test["beforeTheDay"]!).In(language));
        }
    }
}
