using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>A proposal of the law, and what who looks may do about it.</summary>
/// <param name="Trial">What it says otherwise, and its worked examples; null: the record has no text of
/// it.</param>
/// <param name="Hindrance">Why who looks may not approve it; null: may.</param>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
public sealed record ProposalModel(
    Proposal Proposal, LawTrial? Trial, GazetteFault? Hindrance, LawDecision? Asked)
{
    /// <summary>What the back-test says, and who is moved first; null: it is not done.</summary>
    public BacktestReport? Report { get; init; }

    public IReadOnlyList<Mover> Movers { get; init; } = [];

    /// <summary>What those are called.</summary>
    public SubjectNames Names { get; init; } = SubjectNames.None;

    /// <summary>So many portions of it are done.</summary>
    public long Portions { get; init; }

    /// <summary>What the back-test over a past period says; null: it is not done.</summary>
    public BacktestReport? Period { get; init; }

    /// <summary>What its shadow says, and who is moved by it first; null: it has none.</summary>
    public ShadowView? Shadow { get; init; }

    public IReadOnlyList<ShadowRow> ShadowMovers { get; init; } = [];

    /// <summary>Why who looks may not have it judge beside the law in force; null: may.</summary>
    public GazetteFault? ShadowHindrance { get; init; }

    /// <summary>Whether who looks wrote any of it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Whether the service takes its folder as it is, so that nothing is published.</summary>
    public required bool TrustsFolder { get; init; }
}

/// <summary>
/// /proposals/{id}: what a proposal says otherwise, articles beside, and the decision of another person.
/// </summary>
public static class ProposalPage
{
    /// <summary>Movers that are shown.</summary>
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{ProposalsPage.Path}/{{id}}", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        Act(routes, "draft", Right.DraftLaw, (desk, id, form, by) => desk.DraftAsync(
            id, $"{form["title"]}", $"{form["reason"]}", null, by));
        Act(routes, "propose", Right.DraftLaw, (desk, id, form, by) =>
            desk.ProposeAsync(id, $"{form["content"]}", by));
        Act(routes, "backtest", Right.ReadProposals, (desk, id, form, by) =>
            desk.TestAsync(id, DayOf($"{form["day"]}"), by));
        Act(routes, "period", Right.ReadProposals, (desk, id, form, by) => desk.TestPeriodAsync(
            id, DayOf($"{form["from"]}") ?? DateOnly.MaxValue,
            DayOf($"{form["to"]}") ?? DateOnly.MinValue, by));
        Act(routes, "acknowledge", Right.ApproveLaw, (desk, id, form, by) =>
            desk.ReadTestAsync(id, $"{form["run"]}", by));
        Act(routes, "shadow", Right.ReadProposals, (desk, id, form, by) =>
            desk.ShadowAsync(id, int.TryParse($"{form["days"]}", out var days) ? days : 0, by));
        Act(routes, "shadow/stop", Right.ReadProposals, (desk, id, form, by) =>
            desk.StopShadowAsync(id, $"{form["run"]}", by));
        Act(routes, "withdraw", Right.DraftLaw, (desk, id, _, by) => desk.WithdrawAsync(id, by));
        Act(routes, "remark", Right.ReadProposals, (desk, id, form, by) =>
            desk.RemarkAsync(id, $"{form["text"]}", by));
        Act(routes, "approve", Right.ApproveLaw, (desk, id, form, by) =>
            desk.ApproveAsync(id, $"{form["content"]}", by));
        Act(routes, "return", Right.ApproveLaw, (desk, id, form, by) =>
            desk.ReturnAsync(id, $"{form["text"]}", by));
        Act(routes, "publish", Right.ApproveLaw, (desk, id, form, by) =>
            desk.PublishAsync(id, $"{form["content"]}", DayOf($"{form["from"]}"), by));
        Act(routes, "rollback", Right.ApproveLaw, (desk, id, form, by) =>
            desk.RollBackAsync(id, DayOf($"{form["from"]}"), $"{form["reason"]}", by));
    }

    private static void Act(
        IEndpointRouteBuilder routes, string act, Right right,
        Func<LawDesk, string, IFormCollection, Caller, Task<LawDecision>> decide) =>
        routes.MapPost($"{ProposalsPage.Path}/{{id}}/{act}", async (
            string id, HttpRequest request, LawDesk desk, LawTrials trials, BacktestQuestions tests,
            Settings settings, IRecordQuestions record, CurrentCaller who) =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return await ToldAsync(
                id, await decide(desk, id, form, who.Caller), desk, trials, tests, settings, record, who);
        }).For(right, Extent.Whole).AsPage();

    /// <summary>Null where none was chosen, which is today.</summary>
    private static DateOnly? DayOf(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day)
        ? day : null;

    private static async Task<IResult> Get(
        string id, LawDesk desk, LawTrials trials, BacktestQuestions tests, Settings settings,
        IRecordQuestions record, CurrentCaller who) =>
        await ShownAsync(id, null, desk, trials, tests, settings, record, who);

    private static async Task<IResult> ToldAsync(
        string id, LawDecision asked, LawDesk desk, LawTrials trials, BacktestQuestions tests,
        Settings settings, IRecordQuestions record, CurrentCaller who) => asked.IsDone
            ? Results.LocalRedirect(ProposalsPage.AddressOf(asked.Proposal!))
            : await ShownAsync(id, asked, desk, trials, tests, settings, record, who);

    private static async Task<IResult> ShownAsync(
        string id, LawDecision? asked, LawDesk desk, LawTrials trials, BacktestQuestions tests,
        Settings settings, IRecordQuestions record, CurrentCaller who)
    {
        var gazette = await desk.CurrentAsync();
        if (gazette.Proposals.GetValueOrDefault(id) is not { } proposal)
        {
            return ProposalsResource.Refused(GazetteFault.Unknown);
        }

        var test = proposal.Backtest;
        IReadOnlyList<Mover> movers = test?.Report is null ? []
            : [.. (await tests.MoversAsync(test, 0, Most)).Movers.Take(Most)];
        var shadow = await tests.Shadows.OfAsync(gazette, proposal);
        var shadowed = shadow is null ? [] : await tests.Shadows.MoversAsync(shadow.Shadow, null, Most);
        var model = new ProposalModel(
            proposal, await TrialAsync(proposal, trials), desk.HindranceOf(gazette, proposal, who.Caller),
                asked)
        {
            IsOwn = proposal.Authors.Contains(who.Caller.Actor), TrustsFolder = settings.TrustsFolder,
            Report = test is null ? null : await tests.ReportAsync(test),
            Movers = movers,
            Period = proposal.PeriodTest is { } period ? await tests.ReportAsync(period) : null,
            Shadow = shadow, ShadowMovers = shadowed,
            ShadowHindrance = desk.ShadowHindranceOf(gazette, proposal, who.Caller),
            Names = await SubjectNames.OfAsync(
                record, movers.Select(SubjectOf).Concat(shadowed.Select(each => each.Subject))),
            Portions = test is null ? 0 : await tests.PortionsAsync(test),
        };
        return Page.Of<ProposalView, ProposalModel>(
            ProposalsPage.Title, model,
            asked is null ? StatusCodes.Status200OK
            : asked.Fault is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    internal static Subject SubjectOf(Mover mover) => new(mover.Kind, mover.Subject);

    private static async Task<LawTrial?> TrialAsync(Proposal proposal, LawTrials trials)
    {
        try
        {
            return await trials.OfAsync(proposal.Content, proposal.Base);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
