using System.CommandLine;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit backtest</c>: whom a proposal would move, of all subjects of a live service. The service does
/// it:
/// who leaves the terminal leaves it running, and finds it again.
/// </summary>
internal static class BacktestVerb
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var id = new Argument<string>("id");
        var day = Days.Maybe("--on");
        var from = Days.Maybe("--from");
        var to = Days.Maybe("--to");
        var output = new Option<string?>("--out");
        var cancel = new Option<bool>("--cancel");
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("backtest")
        {
            id, day, from, to, output, cancel, server, keyFile, language, json,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
            $"/v1/proposals/{Uri.EscapeDataString(parsed.GetValue(id)!)}/backtest",
            new Asked(parsed.GetValue(day), parsed.GetValue(output), parsed.GetValue(cancel))
            {
                From = parsed.GetValue(from), To = parsed.GetValue(to),
            },
            parsed.GetValue(language)!, parsed.GetValue(json), stop));
        return verb;
    }

    /// <summary>What is wanted of it.</summary>
    private sealed record Asked(DateOnly? Day, string? Output, bool Cancel)
    {
        /// <summary>The first day of a past period; null: one day is meant.</summary>
        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }
    }

    private static async Task<int> RunAsync(
        Server server, string path, Asked asked, string language, bool json, CancellationToken stop)
    {
        if (asked.From is not null || asked.To is not null)
        {
            return await PeriodVerb.RunAsync(
                server, path, asked.From, asked.To, asked.Cancel, asked.Output, language, json, stop);
        }

        if (asked.Cancel)
        {
            var run = (string)(await server.GetAsync(path, stop))["run"]!;
            Tell(await server.PostAsync($"{path}/cancel", new JsonObject { ["run"] = run }, stop), language,
                json);
            return Exit.Done;
        }

        if (asked.Day is not null)
        {
            await server.PostAsync(path, new JsonObject { ["day"] = Days.Text(asked.Day) }, stop);
        }

        var test = await server.GetAsync(path, stop);
        while ((string?)test["state"] == "running")
        {
            Progress.Show(LawPhrases.Judged((long)test["judged"]!).In(language));
            await Task.Delay(AskEvery, stop);
            test = await server.GetAsync(path, stop);
        }

        Tell(test, language, json);
        if (asked.Output is { } file)
        {
            await ExportAsync(server, path, file, stop);
        }

        return (long)test["beforeTheDay"]! == 0 && (string?)test["state"] == "done" ? Exit.Done
            : Exit.Findings;
    }

    private static void Tell(JsonNode test, string language, bool json)
    {
        if (json)
        {
            Screen.SayAsIs(test.ToJsonString());
            return;
        }

        TellDay(test, language);
        if ((long)test["beforeTheDay"]! > 0)
        {
            Screen.Say(LawPhrases.BeforeTheDay((long)test["beforeTheDay"]!).In(language));
        }
    }

    /// <summary>What came of one day.</summary>
    internal static void TellDay(JsonNode test, string language)
    {
        Screen.Say(LawPhrases.Tested(
            (string)test["day"]!, (long)test["subjects"]!, (long)test["moved"]!).In(language));
        foreach (var each in test["tiers"]!.AsArray())
        {
            Screen.Say($"  {each!["regime"]}  {Tier(each["before"])} -> {Tier(each["after"])}  "
                + $"{each["subjects"],9}");
        }

        foreach (var each in test["rules"]!.AsArray())
        {
            Screen.Say($"  {each!["regime"]}/{each["rule"]}  {each["pointsBefore"]} -> "
                + $"{each["pointsAfter"]}  ({each["entriesBefore"]} -> {each["entriesAfter"]})");
        }

        foreach (var each in test["regions"]!.AsArray().Concat(test["industries"]!.AsArray())
            .Where(each => (long)each!["moved"]! > 0))
        {
            Screen.Say($"  {each!["of"],-6} {each["moved"],9} / {each["subjects"]}");
        }
    }

    internal static string Tier(JsonNode? tier) => (string?)tier is { Length: > 0 } named ? named : "-";

    private static Task ExportAsync(Server server, string path, string file, CancellationToken stop) =>
        file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
            ? ExportParquetAsync(server, path, file, stop)
            : MoversCsv.ExportAsync(server, $"{path}/movers", "0", file, stop);

    /// <summary>All movers, as Parquet.</summary>
    private static async Task ExportParquetAsync(
        Server server, string path, string file, CancellationToken stop)
    {
        await using var output = await MoversParquet.CreateAsync(file, stop);
        for (var after = "0"; after is { Length: > 0 };)
        {
            var page = await server.GetAsync($"{path}/movers?after={Uri.EscapeDataString(after)}", stop);
            await output.AddAsync(page["items"]!.AsArray(), stop);
            after = (bool)page["more"]! ? (string?)page["next"] : null;
        }
    }
}
