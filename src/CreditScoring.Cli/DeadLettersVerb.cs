using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit dead-letters</c>: entries of the stream credit:events that a live service has turned
/// away, and putting them in again.
/// </summary>
public static class DeadLettersVerb
{
    private const string Path = "/v1/dead-letters";

    public static Command Create()
    {
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var id = new Argument<string>("id");
        var which = new Argument<string?>("id") { Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string?>("--reason");
        var all = new Option<bool>("--all");
        var list = new Command("list") { server, keyFile, reason, language, json };
        list.SetAction(async (parsed, stop) => await List(
            Of(parsed), parsed.GetValue(reason),
            new DeadLetterText(parsed.GetValue(language)!, parsed.GetValue(json)), stop));
        var show = new Command("show") { id, server, keyFile, language, json };
        show.SetAction(async (parsed, stop) => Show(
            await Of(parsed).GetAsync(PathOf(parsed.GetValue(id)!), stop),
            new DeadLetterText(parsed.GetValue(language)!, parsed.GetValue(json))));
        var replay = new Command("replay")
        {
            which, all, reason, server, keyFile, language, json,
        };
        replay.SetAction(async (parsed, stop) => await Replay(
            Of(parsed), parsed.GetValue(which), parsed.GetValue(all),
            parsed.GetValue(reason), new DeadLetterText(parsed.GetValue(language)!, parsed.GetValue(json)),
            stop));
        return new Command("dead-letters")
        {
            list, show, replay,
        };

        Server Of(ParseResult parsed) => new(parsed.GetValue(server)!, parsed.GetValue(keyFile));
    }

    private static async Task<int> List(
        Server server, string? reason, DeadLetterText text, CancellationToken stop)
    {
        await foreach (var letter in Letters(server, reason, stop))
        {
            text.Line(letter);
        }

        return Exit.Done;
    }

    private static int Show(JsonNode letter, DeadLetterText text)
    {
        text.Whole(letter);
        return Exit.Done;
    }

    /// <summary>Findings: some of them were not there any more.</summary>
    private static async Task<int> Replay(
        Server server, string? id, bool all, string? reason, DeadLetterText text, CancellationToken stop)
    {
        if (id is null == !(all || reason is not null))
        {
            throw new WrongUseException(Phrases.NameId);
        }

        // All ids first: a letter that comes back is a new one, and would be put in for ever.
        var ids = new List<string>();
        if (id is not null)
        {
            ids.Add(id);
        }
        else
        {
            await foreach (var letter in Letters(server, reason, stop))
            {
                ids.Add((string)letter["id"]!);
            }
        }

        var put = 0;
        foreach (var each in ids)
        {
            var answer = await server.PostIfThereAsync($"{PathOf(each)}/replay", stop);
            put += answer is null ? 0 : 1;
            text.Replayed(each, (string?)answer?["entry"]);
        }

        Progress.Done(Phrases.PutAgain(put, ids.Count).In(text.Language));
        return put == ids.Count ? Exit.Done : Exit.Findings;
    }

    private static string PathOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    private static async IAsyncEnumerable<JsonNode> Letters(
        Server server, string? reason, [EnumeratorCancellation] CancellationToken stop)
    {
        var after = "";
        while (true)
        {
            var page = await server.GetAsync($"{Path}?limit=1000{after}", stop);
            var items = page["items"]!.AsArray();
            foreach (var item in items.Where(item => reason is null || (string?)item!["reason"] == reason))
            {
                yield return item!;
            }

            if (items.Count == 0)
            {
                yield break;
            }

            after = $"&after={page["next"]}";
        }
    }
}
