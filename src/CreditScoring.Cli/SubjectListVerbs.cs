using System.CommandLine;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Law.Packs;

namespace CreditScoring.Cli;

/// <summary>
/// What a live service says of all its subjects, a line each: <c>credit changes --since</c>,
/// <c>credit duties</c> and <c>credit windows</c>.
/// </summary>
internal static class SubjectListVerbs
{
    public static Command Duties() => Create(
        "duties", "/v1/duties", ["state", "due-before", "regime", "region", "kind"], (item, language) =>
            $"{Known(item["due"])}  {item["state"]}  {Who(item)}  {item["regime"]}  "
            + $"{item["title"]?[language] ?? item["duty"]}  {item["event"]}"
            + Why(item["dueUnknown"]?[language]));

    public static Command Windows() => Create(
        "windows", "/v1/windows", ["opens-before", "due-before", "overdue", "region", "kind"], (item, _) =>
            $"{Known(item["opens"])} - {item["due"]}  {Known(item[FrequencyField.Priority.Name])}  "
            + $"{Who(item)}  {Known(item["regime"])}");

    /// <summary>Who became worse or better, and why.</summary>
    public static Task<int> TellAsync(
        Server server, string query, string? after, string language, bool json, CancellationToken stop) =>
        TellAsync(server, "/v1/changes", query, after, item => Turn(item, language), language, json, stop);

    private static Command Create(
        string name, string path, string[] names, Func<JsonNode, string, string> line)
    {
        var filters = names.Select(each => new Option<string?>($"--{each}")).ToArray();
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command(name);
        filters.ToList().ForEach(verb.Add);
        new Option[] { server, keyFile, language, json }.ToList().ForEach(verb.Add);
        verb.SetAction((parsed, stop) =>
        {
            var said = parsed.GetValue(language)!;
            return TellAsync(
                new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)), path,
                Questions.Query(
                    [.. names.Zip(filters, (each, of) => (Parameter(each), parsed.GetValue(of)))]),
                null, item => line(item, said), said, parsed.GetValue(json), stop);
        });
        return verb;
    }

    private static async Task<int> TellAsync(
        Server server, string path, string query, string? after, Func<JsonNode, string> line, string language,
        bool json, CancellationToken stop)
    {
        string? reached = null;
        var items = server.ItemsAsync(path, query, "after", after, next => reached = next, stop);
        await foreach (var item in items)
        {
            Screen.Say(json, () => Questions.Line(item), () => QuarantineText.Printable(line(item)));
        }

        if (reached is not null)
        {
            Progress.Done(Phrases.NextAfter(QuarantineText.Printable(reached)).In(language));
        }

        return Exit.Done;
    }

    private static string Turn(JsonNode item, string language)
    {
        var reasons = item["reasons"]!.AsArray().Select(each =>
            $"{each!["what"]} {each["title"]?[language] ?? each["rule"]} {each["points"]} "
            + each["citation"]);
        return $"{item["after"]!["on"]}  {item["direction"],-6}  {Who(item)}  {item["regime"]}  "
            + $"{State(item["before"])} -> {State(item["after"])}  {string.Join("; ", reasons)}";
    }

    private static string State(JsonNode? state) =>
        state is null ? "-" : $"{Known(state["tier"])} ({Known(state["points"])})";

    private static string Who(JsonNode item) =>
        item["name"] is { } name ? $"{item["subject"]} {name}" : $"{item["subject"]}";

    /// <summary>due-before -> dueBefore.</summary>
    private static string Parameter(string option) => string.Concat(option.Split('-').Select(
        (word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Known(JsonNode? value) => value?.ToString() ?? "-";

    private static string Why(JsonNode? reason) => reason is null ? "" : $"  {reason}";
}
