using System.Text.Json.Nodes;

namespace CreditScoring.Cli;

/// <summary>Dead letters for people, or as the JSON that the service answered.</summary>
internal sealed class DeadLetterText(bool json)
{
    public void Line(JsonNode letter) => Say(letter, Head(letter));

    public void Whole(JsonNode letter) => Say(
        letter, $"{Head(letter)}\n{QuarantineText.Printable((string?)letter["text"] ?? "")}");

    /// <param name="entry">Null: there is no such letter any more.</param>
    public void Replayed(string id, string? entry) => Say(
        new JsonObject { ["id"] = id, ["entry"] = entry },
        entry is null ? $"{id}  is not there any more" : $"{id}  put in again as {entry}");

    private static string Head(JsonNode letter) => QuarantineText.Printable(
        $"{letter["id"]}  {letter["recordedAt"]}  {letter["reason"]}  {letter["place"]}");

    private void Say(JsonNode letter, string text) =>
        Console.WriteLine(json ? letter.ToJsonString() : text);
}
