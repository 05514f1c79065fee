using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Tests.Workbench.Schemas;

/// <summary>Validates by the part of JSON Schema that the rules' schemas use; an unknown word throws.</summary>
internal sealed class SchemaCheck(JObject root)
{
    private static readonly HashSet<string> Ignored = ["$schema", "title", "description", "$defs", "then", "enumDescriptions"];

    public bool Accepts(JToken value) => Accepts(root, value);

    private bool Accepts(JToken schema, JToken value) => schema switch
    {
        JValue { Value: bool any } => any,
        JObject words => words.Properties().All(word => Word(word.Name, word.Value, words, value)),
        _ => throw new NotSupportedException(schema.ToString()),
    };

    private bool Word(string word, JToken says, JObject schema, JToken value) => word switch
    {
        "type" => says is JArray types ? types.Any(type => IsOf((string)type!, value)) : IsOf((string)says!, value),
        "enum" => says.Any(each => JToken.DeepEquals(each, value)),
        "const" => JToken.DeepEquals(says, value),
        "required" => value is not JObject it || says.All(name => it.ContainsKey((string)name!)),
        "properties" => value is not JObject it || says.Children<JProperty>()
            .All(each => it[each.Name] is not { } inner || Accepts(each.Value, inner)),
        "additionalProperties" => value is not JObject it || it.Properties()
            .All(each => (schema["properties"] as JObject)?.ContainsKey(each.Name) == true || Accepts(says, each.Value)),
        "items" => value is not JArray list || list.All(item => Accepts(says, item)),
        "minItems" => value is not JArray list || list.Count >= (int)says,
        "minProperties" => value is not JObject it || it.Count >= (int)says,
        "minLength" => value.Type != JTokenType.String || ((string)value!).Length >= (int)says,
        "maxLength" => value.Type != JTokenType.String || ((string)value!).Length <= (int)says,
        "minimum" => !IsOf("number", value) || (decimal)value >= (decimal)says,
        "pattern" => value.Type != JTokenType.String || Regex.IsMatch((string)value!, (string)says!),
        "format" => value.Type != JTokenType.String || (string)says! != "date" || DateOnly.TryParseExact(
            (string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "$ref" => Accepts(root["$defs"]![((string)says!)["#/$defs/".Length..]]!, value),
        "allOf" => says.All(each => Accepts(each, value)),
        "anyOf" => says.Any(each => Accepts(each, value)),
        "oneOf" => says.Count(each => Accepts(each, value)) == 1,
        "if" => !Accepts(says, value) || schema["then"] is not { } then || Accepts(then, value),
        _ => Ignored.Contains(word) ? true : throw new NotSupportedException(word),
    };

    private static bool IsOf(string type, JToken value) => type switch
    {
        "object" => value is JObject,
        "array" => value is JArray,
        "string" => value.Type == JTokenType.String,
        "number" => value.Type is JTokenType.Integer or JTokenType.Float,
        "integer" => value.Type == JTokenType.Integer,
        "boolean" => value.Type == JTokenType.Boolean,
        "null" => value.Type == JTokenType.Null,
        _ => throw new NotSupportedException(type),
    };
}
