using CreditScoring.Events;
using CreditScoring.Service.Contract;
using CreditScoring.Workbench.Schemas;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What may be handed in, as the contract says it.</summary>
internal static class EventSchema
{
    /// <summary>
    /// The envelope with the kinds of a catalogue. What each kind says in its data is in the schema that
    /// <c>credit schema</c> writes: a condition for every kind would be beyond most makers of clients.
    /// </summary>
    public static TakenBody Of(EventCatalogue catalogue)
    {
        var one = JObject.Parse(RuleSchemas.Event(catalogue));
        var parts = (JObject)one["$defs"]!;
        foreach (var left in new[] { "$schema", "$defs", "allOf" })
        {
            one.Remove(left);
        }

        ((JObject)one["properties"]!).Remove("$schema");
        parts["event"] = one;
        var schema = new JObject
        {
            ["oneOf"] = new JArray(
                new JObject { ["$ref"] = "#/$defs/event" },
                new JObject
                {
                    ["type"] = "array", ["items"] = new JObject { ["$ref"] = "#/$defs/event" },
                }),
            ["$defs"] = parts,
        };
        return new TakenBody(
            [
                "application/json", "application/x-ndjson", "application/cloudevents+json",
                "application/cloudevents-batch+json",
            ],
            schema.ToString(), Example);
    }

    /// <summary>One event or a list, as the contract of events says them.</summary>
    public static TakenBody OfSimulation { get; } = new(
        ["application/json"],
        """
        {"oneOf":[{"$ref":"#/$defs/event"},{"type":"array","items":{"$ref":"#/$defs/event"}}]}
        """,
        Example);

    /// <summary>The subject of the example.</summary>
    public const string Subject = "91350100M000100Y43";

    private const string Example = """
        {"id":"fz-2026-001","source":"fujian-inspection","kind":"inspection","occurredOn":"2026-03-02",
        "subject":{"kind":"operator","id":"91350100M000100Y43"},"data":{"result":"passed"}}
        """;
}
