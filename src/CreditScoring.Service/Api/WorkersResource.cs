using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/workers: who works on the record, and by which rule book.</summary>
public static class WorkersResource
{
    private static readonly JsonShape<SeenWorker> Shape = new(
        "Worker",
        [
            new("worker", "工作进程", "the worker", each => each.Name),
            .. JudgedBy.Members.Select(member => member.Within((SeenWorker each) =>
                new JudgedBy(each.Book, each.Basis.Engines))),
            LedgerJson.Instant<SeenWorker>("seenAt", "最近一次出现", "when it was last seen", each => each.SeenAt),
            new("current", "是否按最新的规则册和引擎评定", "whether it judges by what was put in use last",
                each => each.Current),
        ]);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/workers", Get)
        .For(Right.SeeOperation, Extent.None)
        .Says("最近一分钟出现的工作进程及其规则册和引擎",
            "The workers seen in the last minute, and rule book and engines of each",
            "current 为 false：其规则册或引擎不是最新启用的，取得之前仍按旧的评定。",
            "current is false for a worker whose book, or secondOpinion, is not what was put in "
                + "use last: it judges by others until it gets the same.")
        .AnswersList("Workers", Shape);

    private static async Task<Answer<Page<SeenWorker>>> Get(IRecordQuestions record) =>
        Answer.Of(new Page<SeenWorker>(await record.WorkersAsync(), null, More: false));
}
