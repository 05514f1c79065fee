using CreditScoring.Documents;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Editing;

/// <summary>A JSON Schema, asked what may stand at a way into a document that follows it.</summary>
internal sealed class SchemaShapes(JObject schema)
{
    /// <summary>The shapes that a value may have.</summary>
    /// <param name="steps">The way to it.</param>
    /// <param name="said">What each object on the way says before, the whole document first.</param>
    public IReadOnlyList<JObject> At(
        IReadOnlyList<string> steps, IReadOnlyList<IReadOnlyDictionary<string, string>> said)
    {
        IReadOnlyList<JObject> shapes = [.. Expanded(schema, Said(0))];
        for (var i = 0; i < steps.Count; i++)
        {
            shapes = [.. shapes.SelectMany(shape => Child(shape, steps[i])).SelectMany(
                shape => Expanded(shape, Said(i + 1)))];
        }

        return shapes;

        IReadOnlyDictionary<string, string> Said(int level) =>
            level < said.Count ? said[level] : new Dictionary<string, string>();
    }

    /// <summary>The properties of an object, by name, with what is said of them.</summary>
    public static IEnumerable<(string Name, JObject Shape)> Properties(IEnumerable<JObject> shapes) =>
        from shape in shapes
        from property in (shape["properties"] as JObject)?.Properties() ?? []
        where property.Value is JObject
        select (property.Name, (JObject)property.Value);

    /// <summary>The values of a closed list, with what is said of each.</summary>
    public static IEnumerable<(string Value, bool IsText, Wording? Meaning)> Values(
        IEnumerable<JObject> shapes) =>
        from shape in shapes
        from value in ((shape["enum"] as JArray)?.Select((value, place) => (value, place)) ?? [])
            .Concat(Truths(shape))
        let said = (shape["enumDescriptions"] as JArray)?.ElementAtOrDefault(value.place)
        select (
            Written(value.value),
            value.value.Type == JTokenType.String, Worded(said));

    /// <summary>A description, which has both languages with a point between.</summary>
    public static Wording? Worded(JToken? said) => said is null ? null
        : $"{said}".Split(" · ") is [var zh, var en] ? new Wording(zh, en)
        : new Wording($"{said}", $"{said}");

    private static IEnumerable<(JToken value, int place)> Truths(JObject shape) =>
        Types(shape).Contains("boolean") ? [(new JValue(true), 0), (new JValue(false), 1)] : [];

    private static string Written(JToken value) => value.Type switch
    {
        JTokenType.Null => "null",
        JTokenType.Boolean => value.Value<bool>() ? "true" : "false",
        _ => $"{value}",
    };

    /// <summary>The words for the types that a value may have.</summary>
    public static IEnumerable<string> Types(JObject shape) => shape["type"] switch
    {
        JArray several => several.Select(each => $"{each}"),
        { } one => [$"{one}"],
        _ => [],
    };

    private static IEnumerable<JObject> Child(JObject shape, string step) =>
        step.StartsWith('[') ? shape["items"] is JObject item ? [item] : []
        : shape["properties"]?[step] is JObject property ? [property]
        : shape["additionalProperties"] is JObject any ? [any] : [];

    /// <summary>A shape with all that it refers to, joins or asks under a condition that is met.</summary>
    private IEnumerable<JObject> Expanded(JObject shape, IReadOnlyDictionary<string, string> said)
    {
        if (shape["$ref"] is { } reference)
        {
            return schema.SelectToken($"{reference}"[2..].Replace('/', '.')) is JObject meant
                ? Expanded(meant, said) : [];
        }

        var joined = new[] { "anyOf", "oneOf", "allOf" }.SelectMany(each => shape[each] as JArray ?? [])
            .OfType<JObject>();
        var under = shape["if"] is JObject condition && shape["then"] is JObject then
            && Holds(condition, said) ? new[] { then } : [];
        return joined.Concat(under).SelectMany(each => Expanded(each, said)).Prepend(shape);
    }

    private static bool Holds(JObject condition, IReadOnlyDictionary<string, string> said) =>
        condition["properties"] is JObject asked && asked.Properties().All(property =>
            said.TryGetValue(property.Name, out var value) && (property.Value["const"] is { } one
                ? $"{one}" == value
                : (property.Value["enum"] as JArray)?.Any(each => $"{each}" == value) == true));
}
