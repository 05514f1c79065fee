using System.Globalization;
using System.Reflection;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.Metadata;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// What became of each event of a request. Written piece by piece: the flaws of many events are far
/// longer than what was sent.
/// </summary>
public sealed class OutcomesAnswer(IReadOnlyList<Arrival> arrivals) : IResult
{
    private static readonly JsonShape<Arrival> One = new(
        "EventOutcome",
        new("id", "编号", "its id", each => each.Reading.Id.Id) { MayBeNull = true },
        new("source", "来源", "its source", each => each.Reading.Id.Source) { MayBeNull = true },
        new("outcome", "结果", "what became of it", each => each.Outcome.Name()) { Type = Outcomes },
        JsonMember.List("flaws", "问题", "what is wrong with it",
            (Arrival each) => each.Flaws, FlawJson.Shape));

    private static readonly IReadOnlyList<JsonMember<IReadOnlyList<Arrival>>> Counts =
    [
        .. Enum.GetValues<Outcome>().Select(outcome => new JsonMember<IReadOnlyList<Arrival>>(
            outcome.Name(), "得此结果的事件数", "how many events came to it",
            all => (long)all.Count(each => each.Outcome == outcome))),
    ];

    /// <summary>How many came to what, and what became of each.</summary>
    public static readonly JsonShape<IReadOnlyList<Arrival>> Shape = new(
        "EventOutcomes",
        [
            .. Counts,
            JsonMember.List("events", "各事件，依次", "the events, in order",
                (IReadOnlyList<Arrival> all) => all, One),
        ]);

    /// <summary>What may become of an event.</summary>
    public static JsonType Outcomes =>
        JsonType.Words([.. Enum.GetValues<Outcome>().Select(each => each.Name())]);

    /// <summary>Characters that are held until they are sent.</summary>
    private const int Piece = 32 << 10;

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        json.WriteStartObject();
        foreach (var count in Counts)
        {
            count.Write(json, arrivals);
        }

        json.WritePropertyName("events");
        json.WriteStartArray();
        foreach (var arrival in arrivals)
        {
            One.Write(json, arrival);
            await Send(text, Piece);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await Send(text, 0);

        async Task Send(StringWriter text, int atLeast)
        {
            var written = text.GetStringBuilder();
            if (written.Length > atLeast)
            {
                await context.Response.Body.WriteAsync(
                    Encoding.UTF8.GetBytes(written.ToString()), context.RequestAborted);
                written.Clear();
            }
        }
    }
}
