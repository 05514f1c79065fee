using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/proposals: what is proposed as law, and what is asked of it; two persons change the law.
/// </summary>
public static class ProposalsResource
{
    public const string Path = "/v1/proposals";

    private const string NoId = "0123456789abcdef";

    private static readonly JsonShape<IReadOnlyList<SourceText>> Files = new(
        "LawFiles",
        new JsonMember<IReadOnlyList<SourceText>>("files", "全部文件，路径为名", "all files by their path", (json,
            each) =>
        {
            json.WriteStartObject();
            each.ToList().ForEach(file => json.Property(file.File, file.Text));
            json.WriteEndObject();
        }));

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapQuestions(routes);
        routes.MapPost(Path, Draft).For(Right.DraftLaw, Extent.Whole)
            .Says("起草规则，或重写草案", "Write a draft of the law, or write one anew",
                "草案是一整个规则文件夹；重写后原有批准失效。",
                "A draft is a whole folder of rules; what was approved of it before counts no longer.")
            .Takes(ProposalBodies.Draft).Answers(ProposalJson.Shape)
            .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        Act(routes.MapPost(Path + "/{id}/propose", Propose), Right.DraftLaw, ProposalBodies.Content,
            "送审", "Propose a draft, for another person to approve");
        Act(routes.MapPost(Path + "/{id}/withdraw", Withdraw), Right.DraftLaw, TakenBody.Nothing,
            "撤回", "Withdraw it");
        Act(routes.MapPost(Path + "/{id}/remark", Remark), Right.ReadProposals, ProposalBodies.Words,
            "发表意见", "Say something of it");
        Act(routes.MapPost(Path + "/{id}/approve", Approve), Right.ApproveLaw, ProposalBodies.Content,
            "批准：须为未参与起草的另一人", "Approve it: another person than those who wrote it");
        Act(routes.MapPost(Path + "/{id}/return", Return), Right.ApproveLaw, ProposalBodies.Words,
            "退回起草人", "Return it to its authors, also when it is published and not yet in force");
        Act(routes.MapPost(Path + "/{id}/publish", Publish), Right.ApproveLaw, ProposalBodies.Publication,
            "公布，自某日起施行", "Publish what was approved, to be in force from a day on");
        Act(routes.MapPost(Path + "/{id}/rollback", RollBack), Right.ApproveLaw, ProposalBodies.Rollback,
            "恢复此件曾经施行的规则", "Publish anew what was in force before");
    }

    private static void MapQuestions(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.ReadProposals, Extent.Whole)
            .Says("规则草案与公布，新者在前", "Proposals and publications of the law, the last first")
            .AnswersList("Proposals", ProposalJson.Shape);
        routes.MapGet(Path + "/{id}", Get).For(Right.ReadProposals, Extent.Whole)
            .Says("一件草案", "One proposal").Answers(ProposalJson.Shape)
            .AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/{id}/difference", Difference).For(Right.ReadProposals, Extent.Whole)
            .Says("与起草时的规则相比有何不同，附条文，以及算例结果",
                "What it says otherwise than the law it was written upon, beside the articles, and its cases")
            .Answers(ProposalJson.OfTrial).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/{id}/files", FilesOf).For(Right.ReadProposals, Extent.Whole)
            .Says("全部文件，与所提交的逐字相同", "All its files, as they were given, character by character")
            .Answers(Files).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
    }

    private static void Act(
        RouteHandlerBuilder route, Right right, TakenBody body, string zh, string en) => route
        .For(right, Extent.Whole)
        .Says(zh, en).Takes(body).Answers(ProposalJson.Shape)
        .AlsoAnswers(
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity)
        .Example("id", NoId);

    private static async Task<Answer<Page<Proposal>>> List(LawDesk desk)
    {
        var gazette = await desk.CurrentAsync();
        return Answer.Of(new Page<Proposal>(
            [.. gazette.Proposals.Values.OrderByDescending(each => each.Number)], null, More: false));
    }

    private static async Task<Results<Answer<Proposal>, Problem>> Get(string id, LawDesk desk) =>
        await FindAsync(id, desk) is { } found ? Answer.Of(found) : Refused(GazetteFault.Unknown);

    private static async Task<Results<Answer<LawTrial>, Problem>> Difference(
        string id, LawDesk desk, LawTrials trials) =>
        await FindAsync(id, desk) is { } found ? Answer.Of(await trials.OfAsync(found.Content, found.Base))
            : Refused(GazetteFault.Unknown);

    private static async Task<Results<Answer<IReadOnlyList<SourceText>>, Problem>> FilesOf(
        string id, LawDesk desk, LawTrials trials) =>
        await FindAsync(id, desk) is { } found ? Answer.Of(await trials.DocumentsAsync(found.Content))
            : Refused(GazetteFault.Unknown);

    private static async Task<Proposal?> FindAsync(string id, LawDesk desk) =>
        (await desk.CurrentAsync()).Proposals.GetValueOrDefault(id);

    private static async Task<Results<Answer<Proposal>, Problem>> Draft(
        HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var body = await ShortBody.ReadAsync(request, gone, ProposalBodies.LongestDraft);
        if (ShortBody.Object(body, flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (title, reason) = (reader.RequireText("title"), reader.RequireText("reason"));
        var id = reader.Text("id");
        var files = ProposalBodies.Files(reader, flaws);
        reader.Close();
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : Told(await desk.DraftAsync(id, title!, reason!, files, who.Caller));
    }

    private static Task<Results<Answer<Proposal>, Problem>> Propose(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => reader.RequireText("content"),
            content => desk.ProposeAsync(id, content, who.Caller));

    private static async Task<Results<Answer<Proposal>, Problem>> Withdraw(
        string id, LawDesk desk, CurrentCaller who) => Told(await desk.WithdrawAsync(id, who.Caller));

    private static Task<Results<Answer<Proposal>, Problem>> Remark(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => reader.RequireText("text"),
            text => desk.RemarkAsync(id, text, who.Caller));

    private static Task<Results<Answer<Proposal>, Problem>> Approve(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => reader.RequireText("content"),
            content => desk.ApproveAsync(id, content, who.Caller));

    private static Task<Results<Answer<Proposal>, Problem>> Return(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => reader.RequireText("text"),
            reason => desk.ReturnAsync(id, reason, who.Caller));

    private static Task<Results<Answer<Proposal>, Problem>> Publish(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => (Content: reader.RequireText("content"),
            From: reader.Date("from")),
            asked => desk.PublishAsync(id, asked.Content!, asked.From, who.Caller));

    private static Task<Results<Answer<Proposal>, Problem>> RollBack(
        string id, HttpRequest request, LawDesk desk, CurrentCaller who, CancellationToken gone) =>
        DoAsync(request, gone, (reader, _) => (Reason: reader.RequireText("reason"),
            From: reader.Date("from")),
            asked => desk.RollBackAsync(id, asked.From, asked.Reason!, who.Caller));

    /// <summary>Reads a body, and does what it asks for.</summary>
    private static async Task<Results<Answer<Proposal>, Problem>> DoAsync<TAsked>(
        HttpRequest request, CancellationToken gone, Func<ObjectReader, List<Flaw>, TAsked?> read,
        Func<TAsked, Task<LawDecision>> decide)
    {
        var flaws = new List<Flaw>();
        var body = await ShortBody.ReadAsync(request, gone);
        if (ShortBody.Object(body, flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var asked = read(reader, flaws);
        reader.Close();
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : Told(await decide(asked!));
    }

    private static Results<Answer<Proposal>, Problem> Told(LawDecision decision) =>
        decision.Fault is { } fault ? Refused(fault)
        : decision.Trial is { IsSound: false } trial ? Unsound(trial)
        : Answer.Of(decision.Proposal!);

    public static Problem Refused(GazetteFault fault) => new(
        fault == GazetteFault.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict,
        fault.Code, fault.What, fault.Mend);

    /// <summary>The first that is wrong; all of it is in the difference.</summary>
    private static Problem Unsound(LawTrial trial) => trial.Errors is [var first, ..]
        ? Problem.Of(StatusCodes.Status422UnprocessableEntity, first)
        : new Problem(
            StatusCodes.Status422UnprocessableEntity, "case-failed",
            new Wording($"算例不符：{trial.Failed[0].Case.Name}（共 {trial.Failed.Count} 例）",
                $"a worked example fails: {trial.Failed[0].Case.Name} ({trial.Failed.Count} in all)"),
            new Wording("改正规则或算例；全部见 /difference", "mend the rules or the example; all are in /difference"));
}
