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
public sealed class OutcomesAnswer(IReadOnlyList<Arrival> arrivals) : IResult, IEndpointMetadataProvider
{
    /// <summary>Characters that are held until they are sent.</summary>
    private const int Piece = 32 << 10;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(object), ["application/json"]));

    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        json.WriteStartObject();
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            json.Property(outcome.Name(), (decimal)arrivals.Count(each => each.Outcome == outcome));
        }

        json.WritePropertyName("events");
        json.WriteStartArray();
        foreach (var arrival in arrivals)
        {
            Write(json, arrival);
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

    private static void Write(JsonTextWriter json, Arrival arrival)
    {
        json.WriteStartObject();
        json.Property("id", arrival.Reading.Id.Id);
        json.Property("source", arrival.Reading.Id.Source);
        json.Property("outcome", arrival.Outcome.Name());
        json.List("flaws", arrival.Flaws, FlawJson.Write);
        json.WriteEndObject();
    }
}
