using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>A flaw as JSON: name, severity, place, and both languages.</summary>
public static class FlawJson
{
    public static readonly JsonShape<Flaw> Shape = new(
        "Flaw",
        new("flaw", "问题代码，不变", "its code, which does not change", each => each.Name),
        new("severity", "严重程度", "how grave it is", each => each.Severity.ToString().ToLowerInvariant())
        {
            Type = JsonType.Words([.. Enum.GetNames<Severity>().Select(each => each.ToLowerInvariant())]),
        },
        new("file", "所在文本", "the text that has it", each => each.Place.File),
        new("line", "行，从 1 起", "the line, from 1", each => each.Place.Line),
        new("column", "列，从 1 起", "the column, from 1", each => each.Place.Column),
        new("what", "问题所在", "what is wrong", (json, each) => WordingJson.Shape.Write(json, each.What))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape),
        },
        new("mend", "如何改正", "what to do", (json, each) => WordingJson.Shape.Write(json, each.Mend))
        {
            Type = JsonType.ObjectOf(WordingJson.Shape),
        });

    public static void Write(JsonTextWriter json, Flaw flaw) => Shape.Write(json, flaw);

    /// <summary>All flaws as a JSON list.</summary>
    public static string List(IEnumerable<Flaw> flaws) => JsonText.Of(json => json.Array(flaws, Write));
}
