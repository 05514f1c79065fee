using System.Text.Json.Nodes;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary>Proposals of the law for people, or as the JSON that the service answered.</summary>
internal sealed class ProposalText(string language, bool json)
{
    public void Line(JsonNode proposal)
    {
        if (json)
        {
            Screen.SayAsIs(proposal.ToJsonString());
            return;
        }

        var from = (string?)proposal["from"] is { } day ? $"  {LawPhrases.From(day).In(language)}" : "";
        var state = LawPhrases.ProposalState((string?)proposal["state"]).In(language);
        Screen.Say($"{proposal["id"]}  {state}{from}  "
            + $"{((string)proposal["content"]!)[..12]}  {Said(proposal["title"])}");
    }

    /// <summary>One with what it says otherwise, and what was said of it.</summary>
    public void Whole(JsonNode proposal, JsonNode trial)
    {
        Line(proposal);
        if (json)
        {
            Screen.SayAsIs(trial.ToJsonString());
            return;
        }

        Screen.Say($"  {Said(proposal["reason"])}");
        Screen.Say($"  {string.Join(", ", proposal["authors"]!.AsArray().Select(Said))}"
            + (proposal["approvedBy"] is { } by ? $" / {Said(by)}" : ""));
        foreach (var remark in proposal["remarks"]!.AsArray())
        {
            Screen.Say($"  {remark!["at"]}  {Said(remark["by"])}: {Said(remark["text"])}");
        }

        foreach (var flaw in trial["errors"]!.AsArray())
        {
            Screen.Say($"  {Said(flaw!["file"])}:{flaw["line"]}:{flaw["column"]} "
                + $"{Said(flaw["what"]![language])}");
        }

        foreach (var pack in trial["packs"]!.AsArray())
        {
            Pack(pack!);
        }

        trial["files"]!.AsArray().ToList().ForEach(file => Screen.Say($"  ~ {Said(file)}"));
        Screen.Say("  " + LawPhrases.CasesRun((long)trial["cases"]!,
            trial["failed"]!.AsArray().Count).In(language));
    }

    private void Pack(JsonNode pack)
    {
        var (folder, against) = (Said(pack["folder"]), Said(pack["against"]));
        Screen.Say((bool)pack["removed"]! ? $"  - {folder}" : against == folder ? $"  ~ {folder}"
            : $"  + {folder}" + (against.Length == 0 ? "" : $" ({against})"));
        foreach (var change in pack["changes"]!.AsArray())
        {
            var article = change!["articleBecomes"] ?? change["articleWas"];
            Screen.Say($"      {Said(change["path"])}: {Said(change["was"])} -> {Said(change["becomes"])}"
                + (article is null ? "" : $"   {Said(article["article"])}"));
        }
    }

    /// <summary>What others wrote may be anything, and a terminal obeys control characters.</summary>
    private static string Said(JsonNode? text) => text is null ? ""
        : QuarantineText.Printable(text.ToString());
}
