using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}/history: how its standings went; GET /v1/enterprises/{id}/ledger: the
/// rows of its points ledger, reversals included. Both as recorded: nothing of them ever changes.
/// </summary>
public static class HistoryResource
{
    private static readonly JsonShape<RecordedChange> Change = new(
        "Change",
        new("regime", "监管制度", "the regime", each => each.Change.Regime),
        new("on", "何日起", "from which day on", each => each.Change.On),
        new("pack", "规则包版本", "the version in force", each => each.Change.Pack) { MayBeNull = true },
        new("tier", "等级；null 表示无法评定", "the tier; null: not judged", each => each.Change.Tier)
        {
            MayBeNull = true,
        },
        new("points", "记分合计", "the sum of points", each => each.Change.Points),
        new("cause", "变化原因", "what it came of", each => each.Change.Cause),
        LedgerJson.RecordedAt<RecordedChange>(each => each.RecordedAt));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/enterprises/{id}/history", History)
            .For(Right.ReadFiles, Extent.Subject, "history-read")
            .Says("主体评定结果的变化经过", "How the standings of a subject went: day, tier, points and cause",
                "等级、记分或规则包每变一次一行，按记录先后。",
                "A row whenever tier, points or pack turned, in order of recording.")
            .AnswersList("Changes", Change, Pages.Subject<RecordedChange>());
        routes.MapGet("/v1/enterprises/{id}/ledger", Ledger)
            .For(Right.ReadFiles, Extent.Subject, "ledger-read")
            .Says("主体的积分台账，含冲销", "The points ledger of a subject: every row posted, reversals included",
                "按制度和行号排序。", "In order of regime and number.")
            .AnswersList("LedgerRows", LedgerJson.Shape, Pages.Subject<LedgerLine>())
            .Example("after", "cn/product-quality-points:1");
    }

    private static async Task<Results<Answer<Page<RecordedChange>>, Problem>> History(
        HttpRequest request, string id, string? kind, string? after, string? limit, SubjectDoor door,
        SubjectQuestions questions)
    {
        var behind = 0L;
        var (asked, wrong) = await door.EnterAsync(
            request, id, kind,
            more: Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out behind));
        return wrong is not null ? wrong
            : await questions.HistoryAsync(asked.Subject, behind, most) is { } page
                ? Answer.Of(new Page<RecordedChange>(page.Changes, Parameters.Position(page.Next), page.More)
                {
                    Subject = asked.Subject.Id,
                })
                : Problems.NotKnown(asked.Subject.Id);
    }

    private static async Task<Results<Answer<Page<LedgerLine>>, Problem>> Ledger(
        HttpRequest request, string id, string? kind, string? after, string? limit, SubjectDoor door,
        SubjectQuestions questions)
    {
        var behind = default(LedgerKey);
        var (asked, wrong) = await door.EnterAsync(
            request, id, kind,
            more: Parameters.Limit(limit, out var most) ?? LedgerCursor.Read(after, out behind));
        return wrong is not null ? wrong
            : await questions.LedgerAsync(asked.Subject, behind, most) is { } page
                ? Answer.Of(Of(page, asked.Subject)) : Problems.NotKnown(asked.Subject.Id);
    }

    private static Page<LedgerLine> Of(LedgerPage page, Subject subject) =>
        new(page.Rows, page.Last is { } last ? LedgerCursor.Of(last) : null, page.Last is not null)
        {
            Subject = subject.Id,
        };
}
