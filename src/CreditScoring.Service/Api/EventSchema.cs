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
        var one = JObject.Parse(RuleSchemas.Event(catalogue)
            .Replace("#/$defs/subject", "#/$defs/Subject", StringComparison.Ordinal)
            .Replace("#/$defs/target", "#/$defs/Target", StringComparison.Ordinal));
        // Named as makers of clients name types.
        var parts = new JObject(((JObject)one["$defs"]!).Properties().Select(
            part => new JProperty(Large(part.Name), part.Value)));
        foreach (var left in new[] { "$schema", "$defs", "allOf" })
        {
            one.Remove(left);
        }

        ((JObject)one["properties"]!).Remove("$schema");
        parts["Event"] = one;
        parts["CloudEvent"] = CloudEventSchema.Of(one["properties"]!["kind"]!, one["properties"]!["region"]!);
        var schema = new JObject
        {
            ["oneOf"] = new JArray(
                new JObject { ["$ref"] = "#/$defs/Event" },
                new JObject
                {
                    ["type"] = "array", ["items"] = new JObject { ["$ref"] = "#/$defs/Event" },
                }),
            ["$defs"] = parts,
        };
        return new TakenBody(
            [
                "application/json", "application/x-ndjson", "application/cloudevents+json",
                "application/cloudevents-batch+json",
            ],
            schema.ToString(), Example)
        {
            Forms = CloudEventSchema.Forms,
        };
    }

    private static string Large(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>One event or a list, as the contract of events says them.</summary>
    public static TakenBody OfSimulation { get; } = new(
        ["application/json"],
        """
        {"oneOf":[{"$ref":"#/$defs/Event"},{"type":"array","items":{"$ref":"#/$defs/Event"}}]}
        """,
        Example);

    /// <summary>The subject of the example.</summary>
    public const string Subject = "91350100M000100Y43";

    internal const string Example = """
        {"id":"fz-2026-001","source":"fujian-inspection","kind":"inspection","occurredOn":"2026-03-02",
        "subject":{"kind":"operator","id":"91350100M000100Y43"},"data":{"result":"passed"}}
        """;
}
