using CreditScoring.Documents;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>
/// Gives every property of a schema the words that an editor shows when the mouse rests on it, and every
/// listed value its Chinese and English name beside it.
/// </summary>
internal static class Described
{
    /// <summary>The same schema with its words.</summary>
    public static JObject By(JObject schema)
    {
        foreach (var words in schema.DescendantsAndSelf().OfType<JObject>().ToArray())
        {
            foreach (var property in Properties(words))
            {
                Describe(property.Name, property.Value);
            }
        }

        return schema;
    }

    /// <summary>
    /// The properties that a schema declares in so many words, not those of a condition on others.
    /// </summary>
    private static IEnumerable<JProperty> Properties(JObject words) =>
        words["properties"] is JObject properties && IsDeclaration(words) ? properties.Properties() : [];

    private static bool IsDeclaration(JObject words) => words["additionalProperties"] is not null;

    private static void Describe(string name, JToken shape)
    {
        if (shape is not JObject words)
        {
            return;
        }

        if (words["description"] is null && Meanings.Of(name) is { } meaning)
        {
            words["description"] = Said(meaning);
        }

        if (words["enum"] is JArray values
            && values.Select(value => Meanings.OfValue(name, $"{value}")).OfType<Wording>()
                .ToArray() is var meanings
            && meanings.Length == values.Count)
        {
            words["enumDescriptions"] = new JArray(meanings.Select(Said));
        }
    }

    private static string Said(Wording meaning) => $"{meaning.Zh} · {meaning.En}";
}
