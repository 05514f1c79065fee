using System.Text.Json.Nodes;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Forty ways in which an event can be wrong, each with the flaw that has to name it.</summary>
public static class Poisons
{
    public static readonly IReadOnlyList<(string Flaw, Func<string, string> Of)> All =
    [
        // Not JSON, or not one object.
        ("json-broken", id => $"{{\"id\":\"{id}\""),
        ("property-missing", id => $"{{\"id\":\"{id}\"}} trailing"),
        ("json-broken", id => $"{id}"),
        ("json-broken", id => $"{{'id':'{id}'}}"),
        ("json-broken", id => $"<event id=\"{id}\"/>"),
        ("json-broken", id => $"{{\"id\":\"{id}\",}}"),
        ("json-broken", id => $"{{\"id\":\"{id}\", \"data\": {new string('[', 5_000)}"),
        ("json-broken", id => $"\0{id}"),
        ("type-mismatch", id => $"[\"{id}\"]"),
        ("type-mismatch", id => $"\"{id}\""),
        ("property-missing", id => $"{{\"{id}\": null}}"),
        // A property of the envelope is missing or of another type.
        ("property-missing", id => Without(id, "id")),
        ("property-missing", id => Without(id, "source")),
        ("property-missing", id => Without(id, "kind")),
        ("subject-missing", id => Without(id, "subject")),
        ("property-missing", id => Without(id, "occurredOn")),
        ("field-missing", id => Without(id, "data")),
        ("type-mismatch", id => With(id, "id", 7)),
        ("text-empty", id => With(id, "id", "")),
        ("text-too-long", id => With(id, "id", $"{id} {new string('x', 5_000)}")),
        ("type-mismatch", id => With(id, "source", true)),
        ("type-mismatch", id => With(id, "subject", "91350100M000100Y43")),
        ("unknown-property", id => With(id, "colour", "red")),
        ("number-invalid", id => With(id, "sequence", -1)),
        ("duplicate-property", id => Text(id).Replace("\"kind\":\"sampling-result\"", "\"kind\":\"sampling-result\",\"kind\":\"inspection\"")),
        // The value says nothing that can be.
        ("unknown-kind", id => With(id, "kind", "unheard-of")),
        ("date-invalid", id => With(id, "occurredOn", "2025-02-30")),
        ("date-invalid", id => With(id, "occurredOn", "01/07/2025")),
        ("day-in-future", id => With(id, "occurredOn", "2025-08-01")),
        ("date-invalid", id => With(id, "occurredOn", "0000-00-00")),
        ("region-invalid", id => With(id, "region", "广东")),
        ("type-mismatch", id => With(id, "decidedOn", 20250701)),
        ("subject-invalid", id => Subject(id, "operator", "91350100M000100Y44")),
        ("subject-invalid", id => Subject(id, "operator", "110101199003070000")),
        ("unknown-subject-kind", id => Subject(id, "planet", "91350100M000100Y43")),
        ("value-not-listed", id => Data(id, "result", "eaten")),
        ("type-mismatch", id => Data(id, "result", null)),
        ("type-mismatch", id => Data(id, "result", 1)),
        ("unknown-field", id => Data(id, "severity", "serious")),
        ("acts-on-missing", id => With(Text(id), "kind", "annulled")),
    ];

    private static string Text(string id) => Sent.Failed(id, "2025-07-01").ToJsonString();

    private static JsonObject Event(string id) => Sent.Failed(id, "2025-07-01");

    private static string Without(string id, string name)
    {
        // What names it must stay, so that each poison is a text of its own.
        var sent = Event(id).With("document", id);
        sent.Remove(name);
        return sent.ToJsonString();
    }

    private static string With(string id, string name, JsonNode? value) =>
        id.StartsWith('{') ? JsonNode.Parse(id)!.AsObject().With(name, value).ToJsonString()
            : Event(id).With("document", id).With(name, value).ToJsonString();

    private static string Subject(string id, string kind, string subject) =>
        With(id, "subject", new JsonObject { ["kind"] = kind, ["id"] = subject });

    private static string Data(string id, string name, JsonNode? value)
    {
        var sent = Event(id);
        sent["data"]!.AsObject()[name] = value;
        return sent.ToJsonString();
    }
}
