using System.Text.Json.Nodes;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>Items of the quarantine for people, or as the JSON that the service answered.</summary>
internal sealed class QuarantineText(string language, bool json)
{
    public string Language { get; } = language;

    public void Line(JsonNode item) => Say(item, () =>
        Screen.Say($"{item["position"],6}  {item["recordedAt"]}  {Named(item)}  {item["reason"]}: "
            + $"{What(item["flaws"]![0]!)}"));

    public void Whole(JsonNode item) => Say(item, () =>
    {
        Screen.Say($"{item["position"]}  {Named(item)}  {State(item)}  {item["recordedAt"]}");
        Flaws(item["flaws"]!);
        foreach (var replay in item["replays"]!.AsArray())
        {
            Screen.Say("  " + Phrases.Replayed(
                $"{replay!["recordedAt"]}", Phrases.Outcome((string?)replay["outcome"])).In(Language));
            Flaws(replay["flaws"]!);
        }

        Screen.Say(Printable((string?)item["text"] ?? ""));
        if ((bool?)item["textCut"] == true)
        {
            Screen.Say("  " + Phrases.TextCut(
                (long)item["textOctets"]!, $"/v1/quarantine/{item["position"]}/text").In(Language));
        }
    });

    public void Replayed(JsonNode answer) => Say(answer, () =>
    {
        Screen.Say($"{answer["position"],6}  {Phrases.Outcome((string?)answer["outcome"]).In(Language)}");
        Flaws(answer["flaws"]!);
    });

    private void Say(JsonNode item, Action write)
    {
        if (json)
        {
            Console.WriteLine(item.ToJsonString());
        }
        else
        {
            write();
        }
    }

    private void Flaws(JsonNode flaws)
    {
        foreach (var flaw in flaws.AsArray())
        {
            Screen.Say($"    {flaw!["line"]}:{flaw["column"]} {flaw["flaw"]}: {What(flaw)}; "
                + $"{Printable((string?)flaw["mend"]![Language] ?? "")}");
        }
    }

    private string State(JsonNode item) => Phrases.Outcome((string?)item["state"]).In(Language);

    private string What(JsonNode flaw) => Printable((string?)flaw["what"]![Language] ?? "");

    private static string Named(JsonNode item) => Printable($"{item["source"]}/{item["id"]}");

    // What was turned away may be anything, and a terminal obeys control characters.
    internal static string Printable(string text) =>
        string.Concat(text.Select(each => char.IsControl(each) && each != '\n' ? '\uFFFD' : each));
}
