using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>Words of JSON Schema (2020-12), as few as the readers' shapes need.</summary>
internal static class Shape
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    public static JObject Text => Of("string");

    public static JObject TextOrNull => Of("string", "null");

    public static JObject Count => Of("integer");

    public static JObject NumberOrNull => Of("number", "null");

    public static JObject BooleanOrNull => Of("boolean", "null");

    public static JObject Nothing => Of("null");

    public static JObject Anything => new();

    public static JObject Date => new() { ["type"] = "string", ["format"] = "date" };

    public static JObject DateOrNull =>
        new() { ["type"] = new JArray("string", "null"), ["format"] = "date" };

    /// <summary>An expression: a text, or a list of texts, each a line of it.</summary>
    public static JObject Formula(params string[] types) => new()
    {
        ["type"] = new JArray([.. types.Prepend("array").Prepend("string")]),
        ["items"] = Text, ["minItems"] = 1,
    };

    /// <summary>An expression, or the value itself.</summary>
    public static JObject Reckoned(params string[] types) => Formula([.. types, "null"]);

    public static JObject Of(params string[] types) =>
        new() { ["type"] = types.Length == 1 ? types[0] : new JArray(types) };

    public static JObject Among(params IEnumerable<string?> values) =>
        new() { ["enum"] = new JArray(values) };

    public static JObject ListOf(JObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JObject ListOrNull(JObject items) =>
        new() { ["type"] = new JArray("array", "null"), ["items"] = items };

    public static JObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <summary>A sentence in both languages.</summary>
    public static JObject Wording() => Object(("zh!", Text), ("en!", Text));

    public static JObject WordingOrNull() => ObjectOrNull(Wording());

    /// <summary>The same, or null as if it were left out.</summary>
    public static JObject ObjectOrNull(JObject shape)
    {
        shape["type"] = new JArray("object", "null");
        return shape;
    }

    /// <summary>An object of exactly these properties; a name that ends in '!' is required.</summary>
    public static JObject Object(params (string Name, JObject Value)[] properties)
    {
        var shape = new JObject { ["type"] = "object" };
        var required = properties.Where(each => each.Name.EndsWith('!')).Select(each => each.Name[..^1])
            .ToArray();
        if (required.Length > 0)
        {
            shape["required"] = new JArray(required);
        }

        shape["properties"] = new JObject(
            properties.Select(each => new JProperty(each.Name.TrimEnd('!'), each.Value)));
        shape["additionalProperties"] = false;
        return shape;
    }

    /// <summary>A file: the same with <c>$schema</c> and a title.</summary>
    public static JObject File(string title, JObject shape, JObject? parts = null)
    {
        ((JObject)shape["properties"]!).AddFirst(new JProperty("$schema", Text));
        var file = new JObject { ["$schema"] = Dialect, ["title"] = title };
        file.Merge(shape);
        if (parts is not null)
        {
            file["$defs"] = parts;
        }

        return file;
    }
}
