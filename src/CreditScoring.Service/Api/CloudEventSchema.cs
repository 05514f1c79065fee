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

    /// <summary>What each attribute is, in both languages.</summary>
    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["specversion"] = "CloudEvents 版本 · the version of CloudEvents",
        ["id"] = "事件编号 · its id with its source",
        ["source"] = "来源 · its source",
        ["type"] = "事件种类 · the kind of event",
        ["time"] = "发生时刻 · when it happened",
        ["subject"] = "主体：类型/标识 · the subject: kind/id",
        ["subjects"] = "多个主体：角色=类型/标识 · several: role=kind/id",
        ["decidedon"] = "决定日期 · the day of the decision",
        ["region"] = "行政区划代码 · the code of the region",
        ["document"] = "文号 · the number of the document",
        ["sequence"] = "流水号 · the running number of the source",
        ["actson"] = "所针对的事件 · the event that it acts on",
        ["actsonsource"] = "其来源 · the source of that one",
        ["datacontenttype"] = "数据的类型 · the type of its data",
        ["data"] = "该种类的字段 · the fields of its kind",
    };

    /// <summary>What is said of an attribute that is passed over.</summary>
    private const string NotKept = "略过，不保存 · passed over, not kept";

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
    public static JObject Of(JToken kinds, JToken region)
    {
        var whole = Shape(kinds, region);
        foreach (var each in ((JObject)whole["properties"]!).Properties())
        {
            each.Value["description"] = Says.GetValueOrDefault(each.Name, NotKept);
        }

        return whole;
    }

    private static JObject Shape(JToken kinds, JToken region) => new()
    {
        ["type"] = "object",
        ["description"] = "CloudEvents 1.0 事件 · an event as CloudEvents 1.0",
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
