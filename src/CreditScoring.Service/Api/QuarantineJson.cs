using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// An item of the quarantine as JSON: what was sent, what is wrong, and its trail. The number of a
/// resident that somebody sent is not shown; the text itself stays whole, to be read again.
/// </summary>
public static class QuarantineJson
{
    public static void Write(JsonTextWriter json, QuarantineItem item)
    {
        json.WriteStartObject();
        Head(json, item);
        json.WriteEndObject();
    }

    /// <summary>All of one item, with what came of each replay.</summary>
    public static void Content(JsonTextWriter json, QuarantineItem item)
    {
        Head(json, item);
        json.Property("state", item.HasLeft ? "left" : "quarantined");
        json.List("replays", item.Replays, (to, replay) =>
        {
            to.WriteStartObject();
            to.Property("outcome", replay.Outcome);
            to.WritePropertyName("flaws");
            to.WriteRawValue(ResidentNumber.Masked(replay.Flaws));
            to.Instant("recordedAt", replay.RecordedAt);
            to.WriteEndObject();
        });
    }

    public static void Id(JsonTextWriter json, EventId id)
    {
        json.Property("source", ResidentNumber.Masked(id.Source));
        json.Property("id", ResidentNumber.Masked(id.Id));
    }

    /// <summary>
    /// As people can read it; "octets": what is written \xD6 was an octet that is no UTF-8.
    /// </summary>
    /// <param name="octets">How many were sent.</param>
    /// <param name="isCut">Whether it is only the beginning; .../text gives all of it.</param>
    public static void Text(JsonTextWriter json, string text, long octets, bool isCut)
    {
        json.Property("text", EscapedUtf8.Shown(ResidentNumber.Masked(text)));
        json.Property("encoding", EscapedUtf8.HasOctets(text) ? "octets" : "utf-8");
        json.Property("textOctets", (decimal)octets);
        json.Property("textCut", isCut);
    }

    private static void Head(JsonTextWriter json, QuarantineItem item)
    {
        json.Property("position", (decimal)item.Position);
        Id(json, item.Turned.Id);
        json.Property("reason", item.Turned.Reason);
        json.WritePropertyName("flaws");
        json.WriteRawValue(ResidentNumber.Masked(item.Turned.Flaws));
        Text(json, item.Turned.Text, item.TextOctets, item.IsCut);
        json.Instant("recordedAt", item.RecordedAt);
    }
}
