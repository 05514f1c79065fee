using CreditScoring.Service.Contract;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>
/// Events as CloudEvents 1.0, as the contract says them: structured, a batch, and one a line. Binary mode has
/// the same attributes as headers (<c>ce-id</c>) and their data as the body.
/// </summary>
internal static class CloudEventSchema
{
    private const string Reference = "{\"$ref\":\"#/components/schemas/CloudEvent\"}";

    /// <summary>An event's own identifier, as our own form bounds it.</summary>
    private static JObject Id => Text(200);

    public static IReadOnlyList<TakenForm> Forms { get; } =
    [
        new("application/x-ndjson", """{"type":"string"}""",
            JsonConvert.ToString(EventSchema.Example.ReplaceLineEndings(""))),
        new("application/cloudevents+json", Reference, Example),
        new(
            "application/cloudevents-batch+json", $$"""{"type":"array","items":{{Reference}}}""",
            $"[{Example}]"),
    ];

    private const string Example =
        """
        {"specversion":"1.0","id":"fz-2026-002","source":"fujian-inspection","type":"inspection",
        "time":"2026-03-02T09:30:00+08:00","subject":"operator/91350100M000100Y43","data":{"result":"passed"}}
        """;

    /// <param name="kinds">Those that may be sent, as a schema.</param>
    /// <param name="region">The form of a region's code, as a schema.</param>
    public static JObject Of(JToken kinds, JToken region) => new()
    {
        ["type"] = "object",
        ["description"] = "CloudEvents 1.0 (docs/cloudevents.md)",
        ["required"] = new JArray("specversion", "id", "source", "type", "time"),
        ["properties"] = new JObject
        {
            ["specversion"] = new JObject { ["const"] = "1.0" },
            ["id"] = Id,
            ["source"] = Id,
            ["type"] = kinds.DeepClone(),
            ["time"] = new JObject { ["type"] = "string", ["format"] = "date-time" },
            ["subject"] = Matching("^[^/;=]+/.+$"),
            ["subjects"] = Matching("^[^/;=]+=[^/;=]+/.+$"),
            ["decidedon"] = OrNull(new JObject { ["type"] = "string", ["format"] = "date" }),
            ["region"] = region.DeepClone(),
            ["document"] = OrNull(Text(2000)),
            ["sequence"] = new JObject { ["type"] = new JArray("string", "integer", "null") },
            ["actson"] = OrNull(Id),
            ["actsonsource"] = OrNull(Id),
            ["datacontenttype"] = OrNull(Matching(@"^([^;]*\+json|application/json)\s*(;.*)?$")),
            ["dataschema"] = PassedOver(), ["traceparent"] = PassedOver(), ["tracestate"] = PassedOver(),
            ["partitionkey"] = PassedOver(), ["recordedtime"] = PassedOver(),
            ["data"] = new JObject { ["type"] = new JArray("object", "null") },
        },
        ["additionalProperties"] = false,
    };

    private static JObject Text(int longest) =>
        new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest };

    private static JObject Matching(string pattern) =>
        new() { ["type"] = new JArray("string", "null"), ["pattern"] = pattern };

    /// <summary>An attribute of who carried the event: it is taken, and not kept.</summary>
    private static JObject PassedOver() => new() { ["type"] = new JArray("string", "null") };

    private static JObject OrNull(JObject schema)
    {
        schema["type"] = new JArray("string", "null");
        return schema;
    }
}
