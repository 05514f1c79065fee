using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Access;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/quarantine: what was turned away and why, one by one, and reading it again once the catalogue
/// or the rules are mended. GET /v1/waiting: what waits for the event that it mends.
/// </summary>
public static class QuarantineResource
{
    /// <summary>A page ends when so much is spent, with fewer items than were asked for.</summary>
    private static readonly PageBounds Page = new(16 << 10, 4 << 20);

    /// <summary>Octets of the text of one item that is shown by itself.</summary>
    private const int Shown = 256 << 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/quarantine", Quarantine)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .WithSummary("Events that were turned away, with their flaws and text")
            .WithDescription("?after= is the 'next' of the page before; an empty page is the end. Of a "
                + "long text the beginning is shown (textCut), and textOctets says how long it is. Where "
                + "'encoding' is octets, \\xD6 stands for an octet that is no UTF-8.");
        routes.MapGet("/v1/quarantine/{position:long}", Show)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .WithSummary("One event that was turned away, and what came of reading it again");
        routes.MapGet("/v1/quarantine/{position:long}/text", Text)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .WithSummary("All of its text, octet by octet but for the numbers of residents");
        routes.MapPost("/v1/quarantine/{position:long}/replay", Replay)
            .For(Right.ReplayIncoming, Extent.Whole, "quarantine-replayed")
            .WithSummary("Read a quarantined event again with today's catalogue and rules")
            .WithDescription("accepted or duplicate: its event is known and it has left the "
                + "quarantine. Otherwise it stays, and its flaws of today are told.");
        routes.MapGet("/v1/waiting", Waiting).For(Right.ReadIncoming, Extent.Whole)
            .WithSummary("Mending events whose target has not arrived");
    }

    private static async Task<Results<JsonAnswer, Problem>> Quarantine(
        long? after, int? limit, IRecordQuestions record)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var items = await record.QuarantineAsync(after ?? 0, most, Page);
        return JsonAnswer.Of(json =>
        {
            json.List("items", items, QuarantineJson.Write);
            json.Property("next", (decimal)(items.Count == 0 ? after ?? 0 : items[^1].Position));
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Show(long position, IRecordQuestions record) =>
        await record.QuarantineItemAsync(position, Shown) is { } item
            ? JsonAnswer.Tagged(json => QuarantineJson.Content(json, item))
            : Problems.NotInQuarantine(position);

    private static WholeText Text(long position, IRecordQuestions record) => new(
        async () => (await record.QuarantineItemAsync(position))?.Turned.Text,
        Problems.NotInQuarantine(position));

    private static async Task<Results<JsonAnswer, Problem>> Replay(
        long position, HttpRequest request, IRecordQuestions record, InboxQueue inbox, Shelf shelf,
        CurrentCaller who, CancellationToken gone)
    {
        if (await record.QuarantineItemAsync(position) is not { } item)
        {
            return Problems.NotInQuarantine(position);
        }

        var book = shelf.Book;
        var source = new SourceText($"quarantine/{position}", item.Turned.Text);
        var again = new Arrival(new EventReader(book.Catalogue).Read(source))
        {
            Item = position, Sender = who.Sender,
        };
        using var guest = inbox.Enter(request.HttpContext.Connection.RemoteIpAddress);
        var arrival = (await inbox.KeepSoonAsync(new Submission(book, [again]), guest, gone))[0];
        return JsonAnswer.Of(json =>
        {
            json.Property("position", (decimal)position);
            json.Property("outcome", arrival.Outcome.Name());
            json.List("flaws", arrival.Flaws, FlawJson.Write);
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Waiting(int? limit, IRecordQuestions record)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var items = await record.WaitingAsync(most);
        return JsonAnswer.Of(json => json.List("items", items, (to, each) =>
        {
            to.WriteStartObject();
            QuarantineJson.Id(to, each.Id);
            to.WritePropertyName("actsOn");
            to.WriteStartObject();
            QuarantineJson.Id(to, each.Target);
            to.WriteEndObject();
            to.Instant("recordedAt", each.RecordedAt);
            to.WriteEndObject();
        }));
    }
}
