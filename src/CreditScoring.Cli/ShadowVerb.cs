using System.CommandLine;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit shadow</c>: has a proposal judge live events beside the law in force, without effect, and says
/// what comes of it.
/// </summary>
internal static class ShadowVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("id");
        var days = new Option<int?>("--days");
        var stopIt = new Option<bool>("--stop");
        var output = new Option<string?>("--out");
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("shadow") { id, days, stopIt, output, server, keyFile, language, json };
        verb.SetAction((parsed, stop) => RunAsync(
            new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
            $"/v1/proposals/{Uri.EscapeDataString(parsed.GetValue(id)!)}/shadow",
            new Asked(parsed.GetValue(days), parsed.GetValue(stopIt), parsed.GetValue(output)),
            parsed.GetValue(language)!, parsed.GetValue(json), stop));
        return verb;
    }

    /// <summary>What is wanted of it.</summary>
    private sealed record Asked(int? Days, bool Stop, string? Output);

    private static async Task<int> RunAsync(
        Server server, string path, Asked asked, string language, bool json, CancellationToken stop)
    {
        var shadow = asked.Days is { } days
            ? await server.PostAsync(path, new JsonObject { ["days"] = days }, stop)
            : await server.GetAsync(path, stop);
        if (asked.Stop)
        {
            shadow = await server.PostAsync(
                $"{path}/stop", new JsonObject { ["run"] = (string)shadow["run"]! }, stop);
        }

        if (json)
        {
            Screen.SayAsIs(shadow.ToJsonString());
        }
        else
        {
            Tell(shadow, language);
        }

        if (asked.Output is { } file)
        {
            await MoversCsv.ExportAsync(server, $"{path}/movers", "", file, stop);
        }

        return Exit.Done;
    }

    private static void Tell(JsonNode shadow, string language)
    {
        Screen.Say(LawPhrases.Shadowed(
            LawPhrases.ShadowState((string?)shadow["state"]).In(language), (string)shadow["from"]!,
            (string)shadow["until"]!).In(language));
        Screen.Say(LawPhrases.ShadowCounts(
            (long)shadow["subjects"]!, (long)shadow["moved"]!, (long)shadow["pointsOnly"]!,
            (long)shadow["behind"]!).In(language));
        foreach (var each in shadow["tiers"]!.AsArray())
        {
            Screen.Say($"  {each!["regime"]}  {BacktestVerb.Tier(each["before"])} -> "
                + $"{BacktestVerb.Tier(each["after"])}  {each["subjects"],9}");
        }

        foreach (var each in shadow["regions"]!.AsArray().Where(each => (long)each!["moved"]! > 0))
        {
            Screen.Say($"  {each!["of"],-6} {each["moved"],9} / {each["subjects"]}");
        }
    }
}
