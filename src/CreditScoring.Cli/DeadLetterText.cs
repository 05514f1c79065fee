using System.Text.Json.Nodes;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>Dead letters for people, or as the JSON that the service answered.</summary>
internal sealed class DeadLetterText(string language, bool json)
{
    public string Language { get; } = language;

    public void Line(JsonNode letter) => Say(letter, Head(letter));

    public void Whole(JsonNode letter) => Say(
        letter, $"{Head(letter)}\n{QuarantineText.Printable((string?)letter["text"] ?? "")}"
            + ((bool?)letter["textCut"] != true ? ""
                : "\n  " + Phrases.TextCut(
                    (long)letter["textOctets"]!, $"/v1/dead-letters/{letter["id"]}/text").In(Language)));

    /// <param name="entry">Null: there is no such letter any more.</param>
    public void Replayed(string id, string? entry) => Say(
        new JsonObject { ["id"] = id, ["entry"] = entry },
        Phrases.Put(id, entry).In(Language));

    private static string Head(JsonNode letter) => QuarantineText.Printable(
        $"{letter["id"]}  {letter["recordedAt"]}  {letter["reason"]}  {letter["place"]}");

    private void Say(JsonNode letter, string text) =>
        Screen.Say(json, () => letter.ToJsonString(), () => text);
}
