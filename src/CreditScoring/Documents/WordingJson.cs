using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>A text in both languages, as JSON.</summary>
public static class WordingJson
{
    public static readonly JsonShape<Wording> Shape = new(
        "Wording",
        new("zh", "中文", "in Chinese", each => each.Zh),
        new("en", "英文", "in English", each => each.En));

    /// <summary>Writes it, or null where there is only a code.</summary>
    public static void WriteOrNull(JsonTextWriter json, Wording? wording)
    {
        if (wording is { } said)
        {
            Shape.Write(json, said);
        }
        else
        {
            json.WriteNull();
        }
    }
}
