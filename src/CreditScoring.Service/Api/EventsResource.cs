using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Intake;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// POST /v1/events: one event, a list, NDJSON or CloudEvents; answered once all of it is on disk.
/// </summary>
public static class EventsResource
{
    /// <summary>Octets of a body, unpacked.</summary>
    public const long LargestBody = 32 << 20;

    public static void Map(IEndpointRouteBuilder routes, Shelf shelf) => Map(routes, shelf.Book.Catalogue);

    private static void Map(IEndpointRouteBuilder routes, EventCatalogue kinds) => routes
        .MapPost("/v1/events", Post).For(Right.SendEvents, Extent.None)
        .Says("报送事件", "Hand in events",
            "一个事件或一列（application/json），或每行一个（application/x-ndjson）；或 CloudEvents 1.0：一个"
                + "（application/cloudevents+json）、一列（application/cloudevents-batch+json），"
                + "或以 ce- 头加其 data。按次序告知各事件的结果："
                + "accepted、duplicate、conflict，或 quarantined 及其问题。200 表示全部已落盘；429 表示暂收不下，"
                + "全部未保存，稍后重发；413 表示字节或事件数超过一次所收。",
            "One event or a list (application/json), or one a line "
                + "(application/x-ndjson); or CloudEvents 1.0: one (application/cloudevents+json), a list "
                + "(application/cloudevents-batch+json), or the data of one with ce- headers. Each is "
                + "answered in its order: accepted, duplicate, conflict or quarantined with its flaws. 200 "
                + "means that all of it is on disk; 429 that nothing of it was kept, since more came than "
                + "can be kept: send it again later; 413 that it has more octets or events than are taken at "
                + "once.")
        .WithMetadata(new TakesEvents())
        .Takes(() => EventSchema.Of(kinds)).Answers(OutcomesAnswer.Shape);

    private static async Task<Results<OutcomesAnswer, Problem>> Post(
        HttpRequest request, InboxQueue inbox, Shelf shelf, Settings settings, CurrentCaller who,
        CancellationToken gone)
    {
        var form = BodyForms.Of(request.ContentType) ?? BodyForm.Json;
        using var guest = inbox.Enter(request.HttpContext.Connection.RemoteIpAddress);
        string? text = await BodyText.ReadAsync(request, inbox, guest, settings.BodyTime, gone);
        var unreadable = default(Flaw);
        if (form == BodyForm.Json && CloudHeaders.Are(request.Headers))
        {
            (form, text) = (BodyForm.CloudData, CloudHeaders.Joined(request.Headers, text, out unreadable));
        }

        var submission = text is null ? null : EventBody.Read(
            shelf.Book, text, form, settings.MostEvents, who.Sender, out unreadable);
        if (submission is null)
        {
            return Problem.Of(
                unreadable!.Name == EventBody.TooMany ? StatusCodes.Status413PayloadTooLarge
                    : StatusCodes.Status400BadRequest,
                unreadable);
        }

        return who.Caller.Source is { } own && FirstOfOthers(submission, own) is { } foreign
            ? Foreign(own, foreign.Reading)
            : new OutcomesAnswer(await inbox.KeepSoonAsync(submission, guest, gone));
    }

    /// <summary>What does not even say its source is turned away as what it is.</summary>
    private static Arrival? FirstOfOthers(Submission submission, string own) =>
        submission.Arrivals.FirstOrDefault(arrival => arrival.Reading.Id.Source is { Length: > 0 } source
            && source != own);

    private static Problem Foreign(string own, EventReading reading) => new(
        StatusCodes.Status403Forbidden, "source-foreign",
        new Wording(
            $"该密钥只能报送来源 {own} 的事件，此事件的来源是 {Spelling.Shown(reading.Id.Source)}；未保存任何内容",
            $"the key sends events of the source {own}, and this one is of "
                + $"{Spelling.Shown(reading.Id.Source)}; nothing was kept"),
        new Wording("用该来源自己的密钥报送", "send them with that source's own key"))
    {
        Place = reading.Place,
    };
}
