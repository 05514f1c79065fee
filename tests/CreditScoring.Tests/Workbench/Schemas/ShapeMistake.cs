using Newtonsoft.Json.Linq;

namespace CreditScoring.Tests.Workbench.Schemas;

/// <summary>Makes one mistake of shape in a document: a name, a type, something left out or added.</summary>
internal static class ShapeMistake
{
    /// <returns>What was done; null where the place has no such mistake.</returns>
    public static string? Make(JObject document, Random random)
    {
        var all = Places(document).ToArray();
        var chosen = all[random.Next(all.Length)];
        var path = chosen.Path;
        switch (random.Next(5))
        {
            case 0:
                chosen.Remove();
                return $"{path} left out";
            case 1:
                chosen.Replace(new JProperty(chosen.Name + "X", chosen.Value));
                return $"{path} renamed";
            case 2:
                ((JObject)chosen.Parent!).Add("zzz", 1);
                return $"{path}: a neighbour zzz";
            case 3 when chosen.Value.Type == JTokenType.String
                && DateOnly.TryParseExact((string)chosen.Value!, "yyyy-MM-dd", out _):
                chosen.Value = "2024-13-45";
                return $"{path}: no such day";
            default:
                var other = Others[random.Next(Others.Length)].DeepClone();
                if (other.Type == chosen.Value.Type || IsReckonedAnyway(chosen, other))
                {
                    return null;
                }

                chosen.Value = other;
                return $"{path} = {other}";
        }
    }

    /// <summary>The properties in which one can be made.</summary>
    public static IEnumerable<JProperty> Places(JObject document) => document.Descendants().OfType<JProperty>()
        .Where(property => property.Name != "$schema" && !IsColumn(property));

    private static readonly JToken[] Others =
        [new JValue(7.5m), new JValue(true), new JValue("zzz"), new JArray(), new JObject(), JValue.CreateNull()];

    /// <summary>A table's own columns are any texts, numbers or dates, and what a case expects is any value.</summary>
    private static bool IsColumn(JProperty property) =>
        property.Path.StartsWith("rows[", StringComparison.Ordinal)
            || property.Path.Contains(".data.", StringComparison.Ordinal) && property.Value is JArray;

    /// <summary>A text in place of a number is rule text: whether it binds is no question of shape.</summary>
    private static bool IsReckonedAnyway(JProperty property, JToken other) =>
        other.Type == JTokenType.String
        && (property.Path.Contains("Properties.", StringComparison.Ordinal) || property.Name is "kind" or "id" or "default");
}
