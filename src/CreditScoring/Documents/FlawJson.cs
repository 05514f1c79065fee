using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>A flaw as JSON: name, severity, place, and both languages.</summary>
public static class FlawJson
{
    private static readonly JsonShape<Flaw> Shape = new(
        new("flaw", each => each.Name),
        new("severity", each => each.Severity.ToString().ToLowerInvariant()),
        new("file", each => each.Place.File),
        new("line", each => each.Place.Line),
        new("column", each => each.Place.Column),
        new("what", (json, each) => Wording(json, each.What)),
        new("mend", (json, each) => Wording(json, each.Mend)));

    public static IReadOnlyList<string> Names => Shape.Names;

    public static void Write(JsonTextWriter json, Flaw flaw) => Shape.Write(json, flaw);

    /// <summary>All flaws as a JSON list.</summary>
    public static string List(IEnumerable<Flaw> flaws) => JsonText.Of(json => json.Array(flaws, Write));

    private static void Wording(JsonTextWriter json, Wording wording)
    {
        json.WriteStartObject();
        json.Property("zh", wording.Zh);
        json.Property("en", wording.En);
        json.WriteEndObject();
    }
}
