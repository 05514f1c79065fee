using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Api;

/// <summary>
/// GET /v1/quarantine and /v1/waiting: what was turned away and why, and what waits.
/// </summary>
public static class QuarantineResource
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/quarantine", Quarantine)
            .WithSummary("Events that were turned away, with their flaws and text");
        routes.MapGet("/v1/waiting", Waiting)
            .WithSummary("Mending events whose target has not arrived");
    }

    private static async Task<Results<JsonAnswer, Problem>> Quarantine(
        long? after, int? limit, IRecord record)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var items = await record.QuarantineAsync(after ?? 0, most);
        return JsonAnswer.Of(json =>
        {
            json.List("items", items, Write);
            json.Property("next", (decimal)(items.Count == 0 ? after ?? 0 : items[^1].Position));
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Waiting(int? limit, IRecord record)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var items = await record.WaitingAsync(most);
        return JsonAnswer.Of(json => json.List("items", items, (to, each) =>
        {
            to.WriteStartObject();
            Id(to, each.Id);
            to.WritePropertyName("actsOn");
            to.WriteStartObject();
            Id(to, each.Target);
            to.WriteEndObject();
            RecordedAt(to, each.RecordedAt);
            to.WriteEndObject();
        }));
    }

    private static void Write(JsonTextWriter json, QuarantineItem item)
    {
        json.WriteStartObject();
        json.Property("position", (decimal)item.Position);
        Id(json, item.Turned.Id);
        json.Property("reason", item.Turned.Reason);
        json.WritePropertyName("flaws");
        json.WriteRawValue(item.Turned.Flaws);
        json.Property("text", item.Turned.Text);
        RecordedAt(json, item.RecordedAt);
        json.WriteEndObject();
    }

    private static void Id(JsonTextWriter json, EventId id)
    {
        json.Property("source", id.Source);
        json.Property("id", id.Id);
    }

    private static void RecordedAt(JsonTextWriter json, DateTimeOffset at) => json.Property(
        "recordedAt", at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
}
