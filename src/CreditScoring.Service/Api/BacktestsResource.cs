using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>/v1/proposals/{id}/backtest: whom a proposal moves, of the whole population.</summary>
public static class BacktestsResource
{
    private const string Path = ProposalsResource.Path + "/{id}/backtest";

    private const string Period = Path + "/period";

    private const string NoId = "0123456789abcdef";

    /// <summary>Movers of a page, and those of the portion with which they are reached.</summary>
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadProposals, Extent.Whole, "backtest-read")
            .Says("回测：进行到何处，或其结果", "A back-test: how far it has come, or what came of it")
            .Answers(BacktestJson.Shape).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/movers", Movers).For(Right.ReadProposals, Extent.Whole, "backtest-read")
            .Says("等级变动的主体及原因", "Who is moved, and why",
                "一页含若干批；以 CSV、XLSX 或 NDJSON 亦可。",
                "A page has the movers of some portions; also as CSV, XLSX or NDJSON.")
            .AnswersList("Movers", BacktestJson.OfMover).AlsoAnswers(StatusCodes.Status404NotFound)
            .Example("id", NoId);
        routes.MapGet(Period, GetPeriod).For(Right.ReadProposals, Extent.Whole, "backtest-read")
            .Says("期间回测：进行到何处，或其结果",
                "A back-test over a past period: how far it has come, or what came of it")
            .Answers(BacktestJson.Period).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Period + "/movers", PeriodMovers)
            .For(Right.ReadProposals, Extent.Whole, "backtest-read")
            .Says("期间内等级不同的主体及原因", "Who differs in the period, from which of its days on, and why",
                "一页含若干批；以 CSV、XLSX 或 NDJSON 亦可。",
                "A page has the movers of some portions; also as CSV, XLSX or NDJSON.")
            .AnswersList("PeriodMovers", BacktestJson.OfPeriodMover)
            .AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapPost(Period, BeginPeriod).For(Right.ReadProposals, Extent.Whole)
            .Says("开始期间回测：假定草案自期间首日公布，以真实记录在各月末评定",
                "Begin a back-test over a past period, as if it had been published on its first day")
            .Takes(ProposalBodies.Period).Answers(BacktestJson.Period)
            .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).Example("id", NoId);
        Act(routes.MapPost(Path, Begin), ProposalBodies.Day, Right.ReadProposals,
            "开始回测：某日以现行规则和草案评定全部主体",
            "Begin a back-test: everybody is judged on a day by both laws");
        Act(routes.MapPost(Path + "/cancel", Cancel), ProposalBodies.Run, Right.ReadProposals,
            "取消回测", "Cancel it");
        Act(routes.MapPost(Path + "/acknowledge", Acknowledge), ProposalBodies.Run, Right.ApproveLaw,
            "确认已查看回测", "Say that one has opened the back-test");
    }

    private static void Act(
        RouteHandlerBuilder route, TakenBody body, Right right, string zh, string en) => route
        .For(right, Extent.Whole)
        .Says(zh, en).Takes(body).Answers(BacktestJson.Shape)
        .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).Example("id", NoId);

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> Get(
        string id, LawDesk desk, BacktestQuestions questions) => await ToldAsync(
        new LawDecision((await desk.CurrentAsync()).Proposals.GetValueOrDefault(id)), questions);

    private static Task<Results<Answer<Page<Mover>>, Problem>> Movers(
        string id, string? after, LawDesk desk, BacktestQuestions questions) =>
        MoversAsync(id, after, each => each.Backtest, desk, questions);

    private static Task<Results<Answer<Page<Mover>>, Problem>> PeriodMovers(
        string id, string? after, LawDesk desk, BacktestQuestions questions) =>
        MoversAsync(id, after, each => each.PeriodTest, desk, questions);

    private static async Task<Results<Answer<Page<Mover>>, Problem>> MoversAsync(
        string id, string? after, Func<Proposal, Backtest?> which, LawDesk desk, BacktestQuestions questions)
    {
        if (Parameters.Position(after, out var behind) is { } wrong)
        {
            return wrong;
        }

        if ((await desk.CurrentAsync()).Proposals.GetValueOrDefault(id) is not { } proposal
            || which(proposal) is not { } test)
        {
            return NotKnown;
        }

        var (movers, last, more) = await questions.MoversAsync(test, behind, Most);
        return Answer.Of(new Page<Mover>(movers, more ? Parameters.Position(last) : null, more));
    }

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> Begin(
        string id, HttpRequest request, LawDesk desk, BacktestQuestions questions, CurrentCaller who,
        CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var reader = ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws);
        var day = reader?.Date("day");
        reader?.Close();
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : await ToldAsync(await desk.TestAsync(id, day, who.Caller), questions);
    }

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> GetPeriod(
        string id, LawDesk desk, BacktestQuestions questions) => await ToldAsync(
        new LawDecision((await desk.CurrentAsync()).Proposals.GetValueOrDefault(id)), questions,
        each => each.PeriodTest);

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> BeginPeriod(
        string id, HttpRequest request, LawDesk desk, BacktestQuestions questions, CurrentCaller who,
        CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var reader = ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws);
        var (from, to) = (reader?.RequireDate("from"), reader?.RequireDate("to"));
        reader?.Close();
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : await ToldAsync(
                await desk.TestPeriodAsync(id, from!.Value, to!.Value, who.Caller), questions,
                each => each.PeriodTest);
    }

    private static Task<Results<Answer<BacktestAnswer>, Problem>> Cancel(
        string id, HttpRequest request, LawDesk desk, BacktestQuestions questions, CurrentCaller who,
        CancellationToken gone) =>
        OfRunAsync(request, run => desk.CancelTestAsync(id, run, who.Caller), questions, gone);

    private static Task<Results<Answer<BacktestAnswer>, Problem>> Acknowledge(
        string id, HttpRequest request, LawDesk desk, BacktestQuestions questions, CurrentCaller who,
        CancellationToken gone) =>
        OfRunAsync(request, run => desk.ReadTestAsync(id, run, who.Caller), questions, gone);

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> OfRunAsync(
        HttpRequest request, Func<string, Task<LawDecision>> decide, BacktestQuestions questions,
        CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        return ShortBody.Texts(await ShortBody.ReadAsync(request, gone), flaws, "run") is [var run]
            ? await ToldAsync(await decide(run), questions, each => each.TestOf(run))
            : Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
    }

    private static async Task<Results<Answer<BacktestAnswer>, Problem>> ToldAsync(
        LawDecision decision, BacktestQuestions questions, Func<Proposal, Backtest?>? which = null) =>
        decision.Fault is { } fault ? ProposalsResource.Refused(fault)
        : decision.Proposal is not { } proposal
            || (which is null ? proposal.Backtest : which(proposal)) is not { } test ? NotKnown
        : Answer.Of(new BacktestAnswer(
            test, await questions.PortionsAsync(test), await questions.ReportAsync(test)));

    private static Problem NotKnown { get; } = new(
        StatusCodes.Status404NotFound, GazetteFault.NoBacktest.Code, GazetteFault.NoBacktest.What,
        GazetteFault.NoBacktest.Mend);
}
