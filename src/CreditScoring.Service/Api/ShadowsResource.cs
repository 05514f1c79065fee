using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>/v1/proposals/{id}/shadow: a proposal judges live events beside the law in force.</summary>
public static class ShadowsResource
{
    private const string Path = ProposalsResource.Path + "/{id}/shadow";

    private const string NoId = "0123456789abcdef";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadProposals, Extent.Whole, "shadow-read")
            .Says("影子运行：草案与现行规则并行评定的结果", "A shadow: what a proposal says beside the law in force",
                "只并行评定运行期间被评定的主体，不影响任何评定、台账和检查建议。",
                "Files that are assessed while it runs are judged by it too; nothing else is changed by it.")
            .Answers(ShadowJson.Shape).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/movers", Movers).For(Right.ReadProposals, Extent.Whole, "shadow-read")
            .Says("等级不同的主体及原因", "Who has another tier by the proposal, since when, and why",
                "按制度、主体类型、主体代码排序。", "In order of regime, kind and subject.")
            .AnswersList("ShadowMovers", ShadowJson.OfMover).AlsoAnswers(StatusCodes.Status404NotFound)
            .Example("id", NoId);
        Act(routes.MapPost(Path, Begin), ProposalBodies.Days, "开始影子运行（起草人或审批人）",
            "Begin a shadow; who wrote the proposal, or an approver");
        Act(routes.MapPost(Path + "/stop", Stop), ProposalBodies.Run, "停止影子运行", "Stop it");
    }

    private static void Act(RouteHandlerBuilder route, TakenBody body, string zh, string en) => route
        .For(Right.ReadProposals, Extent.Whole)
        .Says(zh, en).Takes(body).Answers(ShadowJson.Shape)
        .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).Example("id", NoId);

    private static async Task<Results<Answer<ShadowView>, Problem>> Get(
        string id, LawDesk desk, ShadowQuestions questions) => await ToldAsync(
        new LawDecision((await desk.CurrentAsync()).Proposals.GetValueOrDefault(id)), desk, questions);

    private static async Task<Results<Answer<Page<ShadowRow>>, Problem>> Movers(
        string id, string? after, string? limit, LawDesk desk, ShadowQuestions questions)
    {
        if ((Parameters.After(after, out StandingKey? behind) ?? Parameters.Limit(limit, out _)) is { } wrong)
        {
            return wrong;
        }

        if ((await desk.CurrentAsync()).Proposals.GetValueOrDefault(id)?.Shadow is not { } shadow)
        {
            return NotKnown;
        }

        Parameters.Limit(limit, out var most);
        // One more than wanted says whether there is more.
        var rows = await questions.MoversAsync(shadow, behind, most + 1);
        var page = rows.Take(most).ToList();
        return Answer.Of(new Page<ShadowRow>(
            page,
            rows.Count > most ? Parameters.After(new StandingKey(page[^1].Regime, page[^1].Subject)) : null,
            rows.Count > most));
    }

    private static async Task<Results<Answer<ShadowView>, Problem>> Begin(
        string id, HttpRequest request, LawDesk desk, ShadowQuestions questions, CurrentCaller who,
        CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var reader = ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws);
        var days = reader?.Number("days");
        reader?.Close();
        // What is no number of days is refused by the desk, in its words.
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : await ToldAsync(
                await desk.ShadowAsync(
                    id, days is >= 1 and <= Shadow.MostDays && days % 1 == 0 ? (int)days : 0, who.Caller),
                desk, questions);
    }

    private static async Task<Results<Answer<ShadowView>, Problem>> Stop(
        string id, HttpRequest request, LawDesk desk, ShadowQuestions questions, CurrentCaller who,
        CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        return ShortBody.Texts(await ShortBody.ReadAsync(request, gone), flaws, "run") is [var run]
            ? await ToldAsync(await desk.StopShadowAsync(id, run, who.Caller), desk, questions)
            : Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
    }

    private static async Task<Results<Answer<ShadowView>, Problem>> ToldAsync(
        LawDecision decision, LawDesk desk, ShadowQuestions questions) =>
        decision.Fault is { } fault ? ProposalsResource.Refused(fault)
        : decision.Proposal is { } proposal
            && await questions.OfAsync(await desk.CurrentAsync(), proposal) is { } view ? Answer.Of(view)
        : NotKnown;

    private static Problem NotKnown { get; } = new(
        StatusCodes.Status404NotFound, GazetteFault.NoShadow.Code, GazetteFault.NoShadow.What,
        GazetteFault.NoShadow.Mend);
}
