using System.Text.Json.Nodes;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Events as a bureau would send them.</summary>
public static class Sent
{
    public const string Shop = "91350100M000100Y43";
    public const string Factory = "91440300708461136T";

    public static JsonObject Failed(string id, string on, string subject = Shop) => new()
    {
        ["id"] = id,
        ["source"] = "bureau",
        ["kind"] = "sampling-result",
        ["subject"] = new JsonObject { ["kind"] = "operator", ["id"] = subject },
        ["occurredOn"] = on,
        ["data"] = new JsonObject { ["result"] = "failed" },
    };

    /// <summary>The same as a CloudEvent.</summary>
    public static JsonObject Cloud(string id, string subject = Shop) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = "bureau",
        ["type"] = "sampling-result",
        ["time"] = "2025-07-01T10:00:00+08:00",
        ["subject"] = $"operator/{subject}",
        ["data"] = new JsonObject { ["result"] = "failed" },
    };

    public static JsonObject Annulled(string id, string target, string on, string source = "bureau") => new()
    {
        ["id"] = id,
        ["source"] = source,
        ["kind"] = "annulled",
        ["occurredOn"] = on,
        ["actsOn"] = source == "bureau" ? target
            : new JsonObject { ["source"] = "bureau", ["id"] = target },
    };

    /// <summary>What a change without a body is sent with.</summary>
    public static HttpContent Nothing() => new StringContent("", null, "application/json");

    public static JsonObject With(this JsonObject sent, string name, JsonNode? value)
    {
        sent[name] = value;
        return sent;
    }
}
