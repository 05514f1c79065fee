using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
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

    /// <summary>Enough to see whether there is an item.</summary>
    private static readonly PageBounds Least = new(1, 1);

    /// <summary>Octets of the text of one item that is shown by itself.</summary>
    private const int Shown = 256 << 10;

    private static readonly JsonShape<Reread> Replayed = new(
        "Replayed",
        new("position", "位置", "its position", each => each.Position),
        new("outcome", "结果", "what came of it",
            each => each.Arrival.Outcome.Name()) { Type = OutcomesAnswer.Outcomes },
        JsonMember.List("flaws", "问题", "what is wrong", (Reread each) => each.Arrival.Flaws, FlawJson.Shape));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/quarantine", Quarantine)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .Says("被退回的事件及其问题和文本", "Events that were turned away, with their flaws and text",
                "长文本只示开头（textCut），textOctets 为全长。", "Of a long text the beginning is shown (textCut), and "
                    + "textOctets says how long it is.")
            .AnswersList("QuarantineItems", QuarantineJson.Listed).Example("after", "0");
        routes.MapGet("/v1/quarantine/{position}", Show)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .Says("一个被退回的事件，及各次重读的结果", "One event that was turned away, and what came of reading it again")
            .Answers(QuarantineJson.Content).AlsoAnswers(StatusCodes.Status404NotFound);
        routes.MapGet("/v1/quarantine/{position}/text", Text)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read")
            .Says("其全部文本，居民身份号码除外", "All of its text, octet by octet but for the numbers of residents")
            .AnswersText("text/plain", "application/octet-stream").AlsoAnswers(StatusCodes.Status404NotFound);
        routes.MapPost("/v1/quarantine/{position}/replay", Replay)
            .For(Right.ReplayIncoming, Extent.Whole, "quarantine-replayed")
            .Says("按今日的目录和规则重读一个被退回的事件",
                "Read a quarantined event again with today's catalogue and rules",
                "accepted 或 duplicate：其事件已知，已离开隔离区；否则留下，并告知今日的问题。",
                "accepted or duplicate: its event is known and it has left the "
                    + "quarantine. Otherwise it stays, and its flaws of today are told.")
            .Takes(TakenBody.Nothing).Answers(Replayed).AlsoAnswers(StatusCodes.Status404NotFound);
        routes.MapGet("/v1/waiting", Waiting).For(Right.ReadIncoming, Extent.Whole)
            .Says("所针对的事件尚未到达的更正事件", "Mending events whose target has not arrived",
                "按来源和编号排序。", "In order of source and id.")
            .AnswersList("WaitingEvents", QuarantineJson.Waiting)
            .Example("after", Parameters.After(new EventId("demo", "e-1")));
    }

    private static async Task<Results<Answer<Page<QuarantineItem>>, Problem>> Quarantine(
        string? after, string? limit, IRecordQuestions record)
    {
        var behind = 0L;
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out behind)) is { } wrong)
        {
            return wrong;
        }

        var items = await record.QuarantineAsync(behind, most, Page);
        var last = items.Count == 0 ? behind : items[^1].Position;
        var more = await record.QuarantineAsync(last, 1, Least) is not [];
        return Answer.Of(new Page<QuarantineItem>(items, Parameters.Position(last), more));
    }

    private static async Task<Results<Answer<QuarantineItem>, Problem>> Show(
        string position, IRecordQuestions record) =>
        Numbered(position, out var number) is { } wrong ? wrong
            : await record.QuarantineItemAsync(number, Shown) is { } item ? Answer.Of(item)
            : Problems.NotInQuarantine(number);

    private static Results<WholeText, Problem> Text(string position, IRecordQuestions record) =>
        Numbered(position, out var number) is { } wrong ? wrong
            : new WholeText(
                async () => (await record.QuarantineItemAsync(number))?.Turned.Text,
                Problems.NotInQuarantine(number));

    private static async Task<Results<Answer<Reread>, Problem>> Replay(
        string position, HttpRequest request, QuarantineReading reading, CurrentCaller who,
        CancellationToken gone) =>
        Numbered(position, out var number) is { } wrong ? wrong
            : await reading.AgainAsync(
                number, who.Sender, request.HttpContext.Connection.RemoteIpAddress, gone) is { } arrival
                ? Answer.Of(new Reread(number, arrival))
                : Problems.NotInQuarantine(number);

    private static async Task<Results<Answer<Page<WaitingEvent>>, Problem>> Waiting(
        string? after, string? limit, IRecordQuestions record)
    {
        var behind = default(EventId?);
        if ((Parameters.Limit(limit, out var most) ?? Parameters.After(after, out behind)) is { } wrong)
        {
            return wrong;
        }

        var items = await record.WaitingAsync(behind, most + 1);
        var more = items.Count > most;
        return Answer.Of(new Page<WaitingEvent>(
            [.. items.Take(most)], more ? Parameters.After(items[most - 1].Id) : null, more));
    }

    private static Problem? Numbered(string text, out long position) =>
        Parameters.Position(text, out position) is null ? null : Problems.BadParameter(
            "position", "写成 1 的形式，见 /v1/quarantine", "write a number, see 'position' in /v1/quarantine");

    /// <summary>What came of reading an item again.</summary>
    internal sealed record Reread(long Position, Arrival Arrival);
}
