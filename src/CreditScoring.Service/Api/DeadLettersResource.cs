using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/dead-letters: entries of the stream credit:events that were turned away, and putting them in
/// again. /v1/quarantine has the same events, whatever became of Redis.
/// </summary>
public static class DeadLettersResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/dead-letters", List)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read")
            .WithSummary("Entries of credit:events that were turned away, oldest first")
            .WithDescription("?after= is the 'next' of the page before; an empty page is the end. Of a "
                + "long text the beginning is shown (textCut). 'most' says beyond how many the oldest "
                + "go; the quarantine keeps them all.");
        routes.MapGet("/v1/dead-letters/{id}", Show)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read").WithSummary("One of them");
        routes.MapGet("/v1/dead-letters/{id}/text", Text)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read")
            .WithSummary("All of its text, octet by octet but for the numbers of residents");
        routes.MapPost("/v1/dead-letters/{id}/replay", Replay)
            .For(Right.ReplayIncoming, Extent.Whole, "dead-letters-replayed")
            .WithSummary("Put its text into credit:events again, and take the letter away");
    }

    private static async Task<Results<JsonAnswer, Problem>> List(
        string? after, int? limit, [FromServices] IDeadLetters? letters)
    {
        if ((Parameters.Limit(limit, out var most) ?? Wrong(letters, "after", after)) is { } wrong)
        {
            return wrong;
        }

        var items = await letters!.ListAsync(after, most);
        var total = await letters.CountAsync();
        return JsonAnswer.Of(json =>
        {
            json.List("items", items, (to, letter) =>
            {
                to.WriteStartObject();
                Content(to, letter);
                to.WriteEndObject();
            });
            json.Property("next", items.Count == 0 ? after : items[^1].Id);
            json.Property("total", (decimal)total);
            json.Property("most", (decimal)letters.Most);
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Show(
        string id, [FromServices] IDeadLetters? letters) =>
        Wrong(letters, "id", id) is { } wrong ? wrong
            : await letters!.FindAsync(id) is { } letter
                ? JsonAnswer.Of(json => Content(json, letter))
            : NotThere(id);

    private static Results<WholeText, Problem> Text(string id, [FromServices] IDeadLetters? letters) =>
        Wrong(letters, "id", id) is { } wrong ? wrong
            : new WholeText(() => letters!.TextAsync(id), NotThere(id));

    private static async Task<Results<JsonAnswer, Problem>> Replay(
        string id, [FromServices] IDeadLetters? letters)
    {
        if (Wrong(letters, "id", id) is { } wrong)
        {
            return wrong;
        }

        if (await letters!.ReplayAsync(id) is not { } entry)
        {
            return NotThere(id);
        }

        return JsonAnswer.Of(json =>
        {
            json.Property("id", id);
            json.Property("entry", entry);
        });
    }

    private static void Content(JsonTextWriter json, DeadLetter letter)
    {
        json.Property("id", letter.Id);
        json.Property("reason", letter.Reason);
        json.Property("place", letter.Place);
        QuarantineJson.Text(json, letter.Text, letter.TextOctets, letter.IsCut);
        if (letter.At is { } at)
        {
            json.Instant("recordedAt", at);
        }
    }

    private static Problem? Wrong(IDeadLetters? letters, string name, string? id) =>
        letters is null ? NoRedis
            : id is null || DeadLetter.IsId(id) ? null
            : Problems.BadParameter(name, "形如 1753934400000-0", "an id is written as 1753934400000-0");

    private static Problem NotThere(string id) => new(
        StatusCodes.Status404NotFound, "dead-letter-unknown",
        new Wording($"没有死信 {Spelling.Shown(id)}", $"there is no dead letter {Spelling.Shown(id)}"),
        new Wording(
            "可能已重放或因数量上限删除；隔离区（/v1/quarantine）保留全部",
            "it was put in again, or went beyond the limit; /v1/quarantine has them all"));

    private static Problem NoRedis { get; } = new(
        StatusCodes.Status404NotFound, "redis-not-configured",
        new Wording("本服务未配置 Redis，没有死信", "this service has no Redis, hence no dead letters"),
        new Wording("被退回的事件见 /v1/quarantine", "see /v1/quarantine for what was turned away"));
}
