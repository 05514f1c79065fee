using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>A flaw as JSON: name, severity, place, and both languages.</summary>
public static class FlawJson
{
    public static void Write(JsonTextWriter json, Flaw flaw)
    {
        json.WriteStartObject();
        json.Property("flaw", flaw.Name);
        json.Property("severity", flaw.Severity.ToString().ToLowerInvariant());
        json.Property("file", flaw.Place.File);
        json.WritePropertyName("line");
        json.WriteValue(flaw.Place.Line);
        json.WritePropertyName("column");
        json.WriteValue(flaw.Place.Column);
        Wording(json, "what", flaw.What);
        Wording(json, "mend", flaw.Mend);
        json.WriteEndObject();
    }

    /// <summary>All flaws as a JSON list.</summary>
    public static string List(IEnumerable<Flaw> flaws) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var flaw in flaws)
        {
            Write(json, flaw);
        }

        json.WriteEndArray();
    });

    private static void Wording(JsonTextWriter json, string name, Wording wording)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        json.Property("zh", wording.Zh);
        json.Property("en", wording.En);
        json.WriteEndObject();
    }
}
