using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
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
    private static readonly IReadOnlyList<JsonMember<DeadLetter>> Members =
    [
        new("id", "死信编号", "its id", each => each.Id),
        new("reason", "第一个问题的代码", "the name of its first flaw", each => each.Reason),
        new("place", "问题所在", "where that is", each => each.Place),
        .. QuarantineJson.Text<DeadLetter>(each => each.Text, each => each.TextOctets, each => each.IsCut),
        new("recordedAt", "退回时刻", "when it was turned away", each => InstantText.Of(each.At!.Value))
        {
            Type = JsonType.Instant, Absent = each => each.At is null,
        },
    ];

    private static readonly JsonShape<DeadLetter> Letter = new("DeadLetter", Members);

    private static readonly JsonShape<(string Id, string Entry)> Replayed = new(
        "ReplayedLetter",
        new("id", "死信编号", "the letter's id", each => each.Id),
        new("entry", "新条目的编号", "the id of the new entry", each => each.Entry));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/dead-letters", List)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read")
            .Says(
                "credit:events 中被退回的条目，最早的在前", "Entries of credit:events that were turned away, oldest first",
                "长文本只示开头（textCut）。多于 most 时最早的删去；隔离区保留全部。",
                "Of a long text the beginning is shown (textCut). 'most' says beyond how many the oldest "
                    + "go; the quarantine keeps them all.")
            .AnswersList("DeadLetters", Letter, Pages.Total<DeadLetter>(), Pages.Most<DeadLetter>())
            .AlsoAnswers(StatusCodes.Status404NotFound).Example("after", "1753934400000-0");
        routes.MapGet("/v1/dead-letters/{id}", Show)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read")
            .Says("一条死信", "One of them")
            .Answers(Letter).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", "1753934400000-0");
        routes.MapGet("/v1/dead-letters/{id}/text", Text)
            .For(Right.ReadIncoming, Extent.Whole, "dead-letters-read")
            .Says("其全部文本，居民身份号码除外", "All of its text, octet by octet but for the numbers of residents")
            .AnswersText("text/plain", "application/octet-stream")
            .AlsoAnswers(StatusCodes.Status404NotFound).Example("id", "1753934400000-0");
        routes.MapPost("/v1/dead-letters/{id}/replay", Replay)
            .For(Right.ReplayIncoming, Extent.Whole, "dead-letters-replayed")
            .Says("把其文本重新放入 credit:events，并删去该死信",
                "Put its text into credit:events again, and take the letter away")
            .Takes(TakenBody.Nothing).Answers(Replayed)
            .AlsoAnswers(StatusCodes.Status404NotFound).Example("id", "1753934400000-0");
    }

    private static async Task<Results<Answer<Page<DeadLetter>>, Problem>> List(
        string? after, string? limit, [FromServices] IDeadLetters? letters)
    {
        if ((Parameters.Limit(limit, out var most) ?? Wrong(letters, "after", after)) is { } wrong)
        {
            return wrong;
        }

        var found = await letters!.ListAsync(after, most + 1);
        var items = found.Take(most).ToList();
        var total = await letters.CountAsync();
        return Answer.Of(
            new Page<DeadLetter>(items, items.Count == 0 ? after : items[^1].Id, found.Count > most)
        {
            Total = total, Most = letters.Most,
        });
    }

    private static async Task<Results<Answer<DeadLetter>, Problem>> Show(
        string id, [FromServices] IDeadLetters? letters) =>
        Wrong(letters, "id", id) is { } wrong ? wrong
            : await letters!.FindAsync(id) is { } letter ? Answer.Of(letter) : NotThere(id);

    private static Results<WholeText, Problem> Text(string id, [FromServices] IDeadLetters? letters) =>
        Wrong(letters, "id", id) is { } wrong ? wrong
            : new WholeText(() => letters!.TextAsync(id), NotThere(id));

    private static async Task<Results<Answer<(string Id, string Entry)>, Problem>> Replay(
        string id, [FromServices] IDeadLetters? letters) =>
        Wrong(letters, "id", id) is { } wrong ? wrong
            : await letters!.ReplayAsync(id) is { } entry ? Answer.Of((id, entry)) : NotThere(id);

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
