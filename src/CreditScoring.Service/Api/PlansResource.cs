using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/plans: plans of inspections that one person proposes and another approves, as the pages do it.
/// </summary>
public static class PlansResource
{
    private const string Path = "/v1/plans";

    /// <summary>Of the form of an id.</summary>
    private const string NoId = "0123456789abcdef";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.ReadPlans, Extent.List)
            .Says("最近的检查计划", "The latest plans of inspections")
            .AnswersList("InspectionPlans", PlanJson.Head);
        routes.MapGet(Path + "/{id}", Get).For(Right.ReadPlans, Extent.Subject, "plan-read")
            .Says("一个检查计划：排入的、未排的及其理由", "One plan: what is planned, what is left out, and why")
            .Answers(PlanJson.Whole).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/{id}/visits", VisitsOf).For(Right.ReadPlans, Extent.Subject, "plan-read")
            .Says("计划的逐户执行和公示：逾期的在前", "How it stands with each visit of a plan: what is overdue first",
                "检查事件即执行：自计划首日起的第一次检查对应其第一次计划的检查，依次类推。",
                "A visit is made by its event: the first since the plan's first day is the first planned.")
            .AnswersList("PlannedResults", PlanJson.Result).AlsoAnswers(StatusCodes.Status404NotFound)
            .Example("id", NoId);
        routes.MapPost(Path, Post).For(Right.MakePlans, Extent.List)
            .Says("按今日的档案编制一个季度的计划并提出", "Plan a quarter of today's record, and propose it",
                "提出后由另一人批准，公布后执行。", "Another person approves it; once published it is in force.")
            .Takes(PlanBodies.Wish).Answers(PlanJson.Whole)
            .AlsoAnswers(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        Act(routes.MapPost(Path + "/{id}/edit", Edit), Right.MakePlans, PlanBodies.Edit,
            "排入或改为不排，写明理由；公布后也可", "Put a visit in or leave it out, with the reason; also after publication");
        Act(routes.MapPost(Path + "/{id}/revise", Revise), Right.MakePlans, PlanBodies.Reason,
            "按今日所知重排已公布的计划，只改必须改的，逐户写明原因",
            "Make a published plan anew by what is known today: only what has to change does, and says why");
        Act(routes.MapPost(Path + "/{id}/withdraw", Withdraw), Right.MakePlans, TakenBody.Nothing,
            "提出人撤回", "Withdraw one's own");
        Act(routes.MapPost(Path + "/{id}/publish", Publish), Right.MakePlans, TakenBody.Nothing,
            "公布已批准的计划", "Publish what was approved");
        Act(routes.MapPost(Path + "/{id}/approve", Approve), Right.ApprovePlans, PlanBodies.Approval,
            "另一人批准", "Another person approves it");
        Act(routes.MapPost(Path + "/{id}/refuse", Refuse), Right.ApprovePlans, PlanBodies.Reason,
            "退回", "Refuse it");
    }

    private static void Act(
        RouteHandlerBuilder route, Right right, TakenBody body, string zh, string en) => route
        .For(right, Extent.Subject)
        .Says(zh, en).Takes(body).Answers(PlanJson.Whole)
        .AlsoAnswers(
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity)
        .Example("id", NoId);

    private static async Task<Answer<Page<ProposedPlan>>> List(PlanDesk desk, CurrentCaller who) => Answer.Of(
        new Page<ProposedPlan>(await desk.LatestAsync(who.Caller.Region), null, More: false));

    private static async Task<Results<Answer<ProposedPlan>, Problem>> Get(
        string id, PlanDesk desk, CurrentCaller who) =>
        await desk.FindAsync(id, who.Caller.Region) is { } plan ? Answer.Of(plan) : Of(PlanFault.Unknown);

    private static async Task<Results<Answer<Page<PlannedResult>>, Problem>> VisitsOf(
        string id, string? region, string? overdue, string? limit, string? after, PlanDesk desk,
        PlanResults results, CurrentCaller who)
    {
        var (most, skip, digits) = (0, 0L, default(string?));
        if ((Parameters.Region(region, out digits) ?? Parameters.Limit(limit, out most)
            ?? Parameters.Position(after, out skip)) is { } wrong)
        {
            return wrong;
        }

        if (await desk.FindAsync(id, who.Caller.Region) is not { Plan: not null } plan)
        {
            return Of(PlanFault.Unknown);
        }

        var all = (await results.OfAsync(plan, digits ?? ""))
            .Where(each => overdue is null || each.IsOverdue == (overdue == "true")).ToList();
        var next = Math.Min(skip, all.Count) + most;
        var more = next < all.Count;
        return Answer.Of(new Page<PlannedResult>(
            [.. all.Skip((int)(next - most)).Take(most)], more ? Parameters.Position(next) : null, more));
    }

    private static async Task<Results<Answer<ProposedPlan>, Problem>> Post(
        HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        if (ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (written, profile, reason) = (
            reader.RequireText("quarter") ?? "", reader.RequireText("profile") ?? "",
            reader.RequireText("reason") ?? "");
        var (capacity, region) = (reader.Number("capacity"), reader.Text("region"));
        reader.Close();
        if (flaws.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var digits = default(string?);
        var wrong = Parameters.Region(region, out digits)
            ?? (Period.QuarterOf(written) is null
                ? Problems.BadParameter("quarter", "写 2027Q1 这样的季度", "write a quarter such as 2027Q1") : null)
            ?? (capacity is < 0 or > 10_000
                ? Problems.BadParameter("capacity", "写 0 至 10000 人日", "from 0 to 10,000 person-days") : null);
        return wrong is not null ? wrong
            : who.Caller.Region.Within(digits) is not { } within
                ? Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours")
            : Told(await desk.ProposeAsync(
                new PlanWish(Period.QuarterOf(written)!.Value, within, profile, capacity, reason),
                who.Caller));
    }

    private static Task<Results<Answer<ProposedPlan>, Problem>> Edit(
        string id, HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone) =>
        ReadAsync(id, request, desk, who, gone, reader =>
        {
            var subject = new Subject(reader.Text("kind") ?? "operator", reader.RequireText("subject") ?? "");
            var (week, reason) = (reader.Whole("week"), reader.RequireText("reason") ?? "");
            return () => desk.EditAsync(
                id, subject, week is { } at ? (int)Math.Clamp(at, -1, 1000) : null, reason, who.Caller,
                who.Caller.Region);
        });

    private static Task<Results<Answer<ProposedPlan>, Problem>> Revise(
        string id, HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone) =>
        ReadAsync(id, request, desk, who, gone, reader =>
        {
            var reason = reader.RequireText("reason") ?? "";
            return () => desk.ReviseAsync(id, reason, who.Caller, who.Caller.Region);
        });

    private static async Task<Results<Answer<ProposedPlan>, Problem>> Withdraw(
        string id, PlanDesk desk, CurrentCaller who) =>
        Told(await desk.WithdrawAsync(id, who.Caller, who.Caller.Region));

    private static async Task<Results<Answer<ProposedPlan>, Problem>> Publish(
        string id, PlanDesk desk, CurrentCaller who) =>
        Told(await desk.PublishAsync(id, who.Caller, who.Caller.Region));

    private static Task<Results<Answer<ProposedPlan>, Problem>> Approve(
        string id, HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone) =>
        ReadAsync(id, request, desk, who, gone, reader =>
        {
            reader.Require("edits");
            var seen = (int)Math.Clamp(reader.Whole("edits") ?? -1, -1, int.MaxValue);
            return () => desk.ApproveAsync(id, seen, who.Caller, who.Caller.Region);
        });

    private static Task<Results<Answer<ProposedPlan>, Problem>> Refuse(
        string id, HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone) =>
        ReadAsync(id, request, desk, who, gone, reader =>
        {
            var reason = reader.RequireText("reason") ?? "";
            return () => desk.RefuseAsync(id, reason, who.Caller, who.Caller.Region);
        });

    /// <summary>Reads what is asked, of a plan that who asks may know of.</summary>
    private static async Task<Results<Answer<ProposedPlan>, Problem>> ReadAsync(
        string id, HttpRequest request, PlanDesk desk, CurrentCaller who, CancellationToken gone,
        Func<ObjectReader, Func<Task<PlanDecision>>> read)
    {
        if (await desk.FindAsync(id, who.Caller.Region) is null)
        {
            return Of(PlanFault.Unknown);
        }

        var flaws = new List<Flaw>();
        var reader = ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws);
        var asked = reader is null ? null : read(reader);
        reader?.Close();
        return flaws.Count > 0 || asked is null ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : Told(await asked());
    }

    private static Results<Answer<ProposedPlan>, Problem> Told(PlanDecision decision) =>
        decision.Fault is { } fault ? Of(fault) : Answer.Of(decision.Plan!);

    internal static Problem Of(PlanFault fault) => new(
        fault == PlanFault.Unknown ? StatusCodes.Status404NotFound
        : fault == PlanFault.NoReason || fault == PlanFault.NoProfile || fault == PlanFault.PeriodPast
            ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status409Conflict,
        fault.Code, fault.What, fault.Mend);
}
