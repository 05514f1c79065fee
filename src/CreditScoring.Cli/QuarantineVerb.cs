using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary><c>credit quarantine</c>: what a live service has turned away, and reading it again.</summary>
public static class QuarantineVerb
{
    private const string Path = "/v1/quarantine";

    public static Command Create()
    {
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var position = new Argument<long>("position");
        var reason = new Option<string?>("--reason");
        var all = new Option<bool>("--all");
        var which = new Argument<long?>("position") { Arity = ArgumentArity.ZeroOrOne };
        var list = new Command("list") { server, keyFile, reason, language, json };
        list.SetAction(async (parsed, stop) => await List(
            Of(parsed), parsed.GetValue(reason),
            new QuarantineText(parsed.GetValue(language)!, parsed.GetValue(json)), stop));
        var show = new Command("show") { position, server, keyFile, language, json };
        show.SetAction(async (parsed, stop) => Show(
            await Of(parsed).GetAsync($"{Path}/{parsed.GetValue(position)}", stop),
            new QuarantineText(parsed.GetValue(language)!, parsed.GetValue(json))));
        var replay = new Command("replay")
        {
            which, all, reason, server, keyFile, language, json,
        };
        replay.SetAction(async (parsed, stop) => await Replay(
            Of(parsed), parsed.GetValue(which), parsed.GetValue(all),
            parsed.GetValue(reason), new QuarantineText(parsed.GetValue(language)!, parsed.GetValue(json)),
            stop));
        return new Command("quarantine") { list, show, replay };

        Server Of(ParseResult parsed) => new(parsed.GetValue(server)!, parsed.GetValue(keyFile));
    }

    private static async Task<int> List(
        Server server, string? reason, QuarantineText text, CancellationToken stop)
    {
        await foreach (var item in Items(server, reason, stop))
        {
            text.Line(item);
        }

        return Exit.Done;
    }

    private static int Show(JsonNode item, QuarantineText text)
    {
        text.Whole(item);
        return Exit.Done;
    }

    /// <summary>Findings: some of them cannot be used today either.</summary>
    private static async Task<int> Replay(
        Server server, long? position, bool all, string? reason, QuarantineText text, CancellationToken stop)
    {
        if (position is null == !(all || reason is not null))
        {
            throw new WrongUseException(Phrases.NamePosition);
        }

        // All positions first: what leaves meanwhile must not shift the pages.
        var positions = new List<long>();
        if (position is { } one)
        {
            positions.Add(one);
        }
        else
        {
            await foreach (var item in Items(server, reason, stop))
            {
                positions.Add((long)item["position"]!);
            }
        }

        var left = 0;
        foreach (var each in positions)
        {
            var answer = await server.PostAsync($"{Path}/{each}/replay", stop);
            left += (string?)answer["outcome"] is "accepted" or "duplicate" ? 1 : 0;
            text.Replayed(answer);
        }

        Progress.Done(Phrases.ReadAgain(positions.Count, left).In(text.Language));
        return left == positions.Count ? Exit.Done : Exit.Findings;
    }

    private static async IAsyncEnumerable<JsonNode> Items(
        Server server, string? reason,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var after = "0";
        while (true)
        {
            var page = await server.GetAsync(
                $"{Path}?after={Uri.EscapeDataString(after)}&limit=1000", stop);
            var items = page["items"]!.AsArray();
            foreach (var item in items.Where(item => reason is null || (string?)item!["reason"] == reason))
            {
                yield return item!;
            }

            if (items.Count == 0)
            {
                yield break;
            }

            after = (string)page["next"]!;
        }
    }
}
