using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit proposals | propose | approve | publish --at | rollback</c>: the law of a live service is
/// changed
/// by two persons.
/// </summary>
internal static class LawVerbs
{
    private const string Path = "/v1/proposals";

    /// <summary>So many digits of a hash name a content.</summary>
    private const int LeastDigits = 12;

    public static Command Proposals()
    {
        var id = new Argument<string?>("id") { Arity = ArgumentArity.ZeroOrOne };
        return Verb("proposals", [id], [], async (parsed, server, text, stop) =>
        {
            if (parsed.GetValue(id) is { } one)
            {
                text.Whole(
                    await server.GetAsync(PathOf(one), stop),
                    await server.GetAsync($"{PathOf(one)}/difference", stop));
                return;
            }

            foreach (var item in (await server.GetAsync(Path, stop))["items"]!.AsArray())
            {
                text.Line(item!);
            }
        });
    }

    public static Command Propose()
    {
        var folder = RuleArguments.Folder();
        var title = new Option<string>("--title") { Required = true };
        var reason = new Option<string>("--reason") { Required = true };
        var id = new Option<string?>("--id");
        return Verb("propose", [folder], [title, reason, id], async (parsed, server, text, stop) =>
        {
            var body = new JsonObject
            {
                ["title"] = parsed.GetValue(title), ["reason"] = parsed.GetValue(reason),
            };
            if (parsed.GetValue(id) is { } known)
            {
                body["id"] = known;
            }

            if (parsed.GetValue(folder) is { } named)
            {
                body["files"] = FilesOf(RuleSelection.Of(named).Folder);
            }

            var draft = await server.PostAsync(Path, body, stop);
            var path = PathOf((string)draft["id"]!);
            text.Line(await server.PostAsync($"{path}/propose", Naming(draft), stop));
        });
    }

    public static Command Approve()
    {
        var id = new Argument<string>("id");
        var content = new Option<string>("--content") { Required = true };
        return Verb("approve", [id], [content], async (parsed, server, text, stop) =>
        {
            var path = PathOf(parsed.GetValue(id)!);
            var proposal = await server.GetAsync(path, stop);
            var (seen, now) = (parsed.GetValue(content)!, (string)proposal["content"]!);
            if (seen.Length < LeastDigits || !now.StartsWith(seen, StringComparison.Ordinal))
            {
                throw new WrongUseException(LawPhrases.OtherContent(now));
            }

            text.Line(await server.PostAsync($"{path}/approve", Naming(proposal), stop));
        });
    }

    /// <summary>What was approved, from a day on.</summary>
    public static async Task PublishAsync(
        string id, DateOnly at, Server server, ProposalText text, CancellationToken stop)
    {
        var path = PathOf(id);
        // What is edited after it was approved is approved no more: the content is the one that was.
        var body = Naming(await server.GetAsync(path, stop));
        body["from"] = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        text.Line(await server.PostAsync($"{path}/publish", body, stop));
    }

    public static Command RollBack()
    {
        var id = new Argument<string>("id");
        var reason = new Option<string>("--reason") { Required = true };
        var at = Days.Maybe("--at");
        return Verb("rollback", [id], [reason, at], async (parsed, server, text, stop) =>
        {
            var body = new JsonObject { ["reason"] = parsed.GetValue(reason) };
            if (Days.Text(parsed.GetValue(at)) is { } day)
            {
                body["from"] = day;
            }

            text.Line(await server.PostAsync($"{PathOf(parsed.GetValue(id)!)}/rollback", body, stop));
        });
    }

    private static Command Verb(
        string name, Argument[] arguments, Option[] options,
        Func<ParseResult, Server, ProposalText, CancellationToken, Task> act)
    {
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command(name);
        arguments.ToList().ForEach(verb.Add);
        options.Concat([server, keyFile, language, json]).ToList().ForEach(verb.Add);
        verb.SetAction(async (parsed, stop) =>
        {
            await act(
                parsed, new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
                new ProposalText(parsed.GetValue(language)!, parsed.GetValue(json)), stop);
            return Exit.Done;
        });
        return verb;
    }

    private static string PathOf(string id) => $"{Path}/{Uri.EscapeDataString(id)}";

    private static JsonObject Naming(JsonNode proposal) =>
        new() { ["content"] = (string)proposal["content"]! };

    private static JsonObject FilesOf(string folder) => new(RuleFolder.Read(folder)
        .Where(each => !each.File.StartsWith("schema/", StringComparison.Ordinal))
        .Select(each => KeyValuePair.Create(each.File, (JsonNode?)JsonValue.Create(each.Text))));
}
