using System.CommandLine;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Law.Packs;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit changes</c>: what a live service recommends, in the order in which it came; how the standings
/// of one subject went; or, with <c>--since</c>, who became worse or better.
/// </summary>
public static class ChangesVerb
{
    private static readonly string[] Filters = ["direction", "regime", "region", "kind"];

    public static Command Create()
    {
        var subject = new Argument<string?>("subject") { Arity = ArgumentArity.ZeroOrOne };
        var after = new Option<string?>("--after");
        var since = Days.Maybe("--since");
        var filters = Filters.Select(name => new Option<string?>($"--{name}")).ToArray();
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("changes") { subject, after, since, server, keyFile, language, json };
        filters.ToList().ForEach(verb.Add);
        verb.SetAction((parsed, stop) =>
        {
            var of = new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile));
            return parsed.GetValue(since) is { } day && parsed.GetValue(subject) is null
                ? SubjectListVerbs.TellAsync(
                    of, Questions.Query(
                        [
                            ("since", Days.Text(day)), .. Filters.Zip(
                                filters, (name, each) => (name, parsed.GetValue(each))),
                        ]),
                    parsed.GetValue(after), parsed.GetValue(language)!, parsed.GetValue(json), stop)
                : TellAsync(
                    of, parsed.GetValue(subject), parsed.GetValue(after), parsed.GetValue(language)!,
                    parsed.GetValue(json), stop);
        });
        return verb;
    }

    private static async Task<int> TellAsync(
        Server server, string? subject, string? after, string language, bool json, CancellationToken stop)
    {
        var reached = after;
        var (path, query) = subject is null ? ("/v1/recommendations", "")
            : Split(Questions.Of(subject, "/history"));
        var items = server.ItemsAsync(path, query, "after", after, next => reached = next, stop);
        await foreach (var item in items)
        {
            Screen.Say(json, () => Questions.Line(item), () => QuarantineText.Printable(
                subject is null ? Advice(item, language) : Change(item)));
        }

        if (reached is not null)
        {
            Progress.Done(Phrases.NextAfter(QuarantineText.Printable(reached)).In(language));
        }

        return Exit.Done;
    }

    private static (string Path, string Query) Split(string path) =>
        path.Split('?') is [var before, { Length: > 0 } query] ? (before, $"&{query}")
            : (path.TrimEnd('?'), "");

    /// <summary>From which day on, who, in which tiers; how often, in which window, until when.</summary>
    private static string Advice(JsonNode item, string language)
    {
        var advice = item["recommendation"]!;
        var frequency = advice["frequency"];
        var tiers = advice["tier"]!.AsObject().Select(each => $"{each.Key} {Known(each.Value)}");
        var often = Phrases.TimesAYear(Known(frequency?[FrequencyField.TimesPerYear.Name])).In(language);
        var window = $"{Known(frequency?[FrequencyField.Opens.Name])} – "
            + Known(frequency?[FrequencyField.Due.Name]);
        return $"{item["position"],6}  {advice["on"]}  {advice["subject"]}  {string.Join(", ", tiers)}  "
            + $"{often}  {window}";
    }

    private static string Change(JsonNode item) => string.Join(
        "  ", item["recordedAt"], item["on"], $"{item["regime"]} {item["pack"]}", Known(item["tier"]),
        Known(item["points"]), item["cause"]);

    private static string Known(JsonNode? value) => value?.ToString() ?? "-";
}
