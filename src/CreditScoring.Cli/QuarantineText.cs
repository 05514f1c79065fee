using System.Text.Json.Nodes;

namespace CreditScoring.Cli;

/// <summary>Items of the quarantine for people, or as the JSON that the service answered.</summary>
internal sealed class QuarantineText(string language, bool json)
{
    public void Line(JsonNode item) => Say(item, () =>
        Console.WriteLine($"{item["position"],6}  {item["recordedAt"]}  {Named(item)}  {item["reason"]}: {What(item["flaws"]![0]!)}"));

    public void Whole(JsonNode item) => Say(item, () =>
    {
        Console.WriteLine($"{item["position"]}  {Named(item)}  {item["state"]}  {item["recordedAt"]}");
        Flaws(item["flaws"]!);
        foreach (var replay in item["replays"]!.AsArray())
        {
            Console.WriteLine($"  replayed {replay!["recordedAt"]}: {replay["outcome"]}");
            Flaws(replay["flaws"]!);
        }

        Console.WriteLine(Printable((string?)item["text"] ?? ""));
    });

    public void Replayed(JsonNode answer) => Say(answer, () =>
    {
        Console.WriteLine($"{answer["position"],6}  {answer["outcome"]}");
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
            Console.WriteLine($"    {flaw!["line"]}:{flaw["column"]} {flaw["flaw"]}: {What(flaw)}; {Printable((string?)flaw["mend"]![language] ?? "")}");
        }
    }

    private string What(JsonNode flaw) => Printable((string?)flaw["what"]![language] ?? "");

    private static string Named(JsonNode item) => Printable($"{item["source"]}/{item["id"]}");

    // What was turned away may be anything, and a terminal obeys control characters.
    internal static string Printable(string text) =>
        string.Concat(text.Select(each => char.IsControl(each) && each != '\n' ? '\uFFFD' : each));
}
