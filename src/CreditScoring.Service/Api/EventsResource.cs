using CreditScoring.Documents;
using CreditScoring.Inbox;
using CreditScoring.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Api;

/// <summary>
/// POST /v1/events: one event, a list, or NDJSON; answered once all of it is on disk.
/// </summary>
public static class EventsResource
{
    /// <summary>Octets of a body, unpacked.</summary>
    public const long LargestBody = 32 << 20;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/events", Post)
        .WithSummary("Hand in events")
        .WithDescription("One event or a list (application/json), or one a line "
            + "(application/x-ndjson). Each is answered in its order: accepted, duplicate, "
            + "conflict or quarantined with its flaws. 200 means that all of it is on disk; 429 that "
            + "nothing of it was kept, since more came than can be kept: send it again later; 413 that "
            + "it has more octets or events than are taken at once.");

    private static async Task<Results<JsonAnswer, Problem>> Post(
        HttpRequest request, InboxQueue inbox, Shelf shelf, Service.Settings settings,
        CancellationToken gone)
    {
        OwnRequests.TakesType(request.ContentType, out var lines);
        using var guest = inbox.Enter(request.HttpContext.Connection.RemoteIpAddress);
        var text = await BodyText.ReadAsync(request, inbox, guest, settings.BodyTime, gone);
        if (EventBody.Read(shelf.Book, text, lines, settings.MostEvents, out var unreadable) is not { } submission)
        {
            return Problem.Of(
                unreadable!.Name == EventBody.TooMany ? StatusCodes.Status413PayloadTooLarge
                    : StatusCodes.Status400BadRequest,
                unreadable);
        }

        var arrivals = await inbox.KeepSoonAsync(submission, guest, gone);
        return JsonAnswer.Of(json => Write(json, arrivals));
    }

    private static void Write(JsonTextWriter json, IReadOnlyList<Arrival> arrivals)
    {
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var count = arrivals.Count(each => each.Outcome == outcome);
            json.Property(NameOf(outcome), (decimal)count);
        }

        json.List("events", arrivals, (to, arrival) =>
        {
            to.WriteStartObject();
            to.Property("id", arrival.Reading.Id.Id);
            to.Property("source", arrival.Reading.Id.Source);
            to.Property("outcome", NameOf(arrival.Outcome));
            to.List("flaws", arrival.Flaws, FlawJson.Write);
            to.WriteEndObject();
        });
    }

    private static string NameOf(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
