using System.Globalization;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Planning;

namespace CreditScoring.Service.Dashboard;

/// <summary>/plans/{id}: what is planned, what is left and why, and what is decided of it.</summary>
public static class PlanPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans/{id}", Get).For(Right.ReadPlans, Extent.Subject).AsPage();
        routes.MapGet("/plans/{id}/visits.{form}", Export)
            .For(Right.ReadPlans, Extent.List, "plan-exported").AsPage();
        routes.MapPost("/plans/{id}/edit", Edit).For(Right.MakePlans, Extent.Subject).AsPage();
        routes.MapPost("/plans/{id}/revise", Revise).For(Right.MakePlans, Extent.Subject).AsPage();
        routes.MapPost("/plans/{id}/withdraw", Withdraw).For(Right.MakePlans, Extent.Subject).AsPage();
        routes.MapPost("/plans/{id}/publish", Publish).For(Right.MakePlans, Extent.Subject).AsPage();
        routes.MapPost("/plans/{id}/approve", Approve).For(Right.ApprovePlans, Extent.Subject).AsPage();
        routes.MapPost("/plans/{id}/refuse", Refuse).For(Right.ApprovePlans, Extent.Subject).AsPage();
    }

    public static string AddressOf(ProposedPlan plan, string? unit = null, string? more = null) =>
        $"{PlansPage.Path}/{plan.Id}" + (unit is null ? "" : $"?unit={Uri.EscapeDataString(unit)}{more}");

    private static async Task<IResult> Get(
        string id, string? unit, string? show, string? week, string? alone, PlanDesk desk, PlanSheet sheet,
        CurrentCaller who)
    {
        var at = default(int?);
        if ((Parameters.OneOf("show", show, PlanShown.All) ?? Parameters.OneOf("alone", alone, ["true"])
            ?? Week(week, out at)) is { } wrong)
        {
            return wrong;
        }

        if (await desk.FindAsync(id, who.Caller.Region) is not { Plan: not null } plan)
        {
            return Unknown;
        }

        return OfPlan(unit, plan.Plan) ?? await sheet.ShownAsync(
            plan, new PlanShown(unit, show, at, alone is not null), null, who.Caller);
    }

    /// <summary>The list of another city than was asked for would be an answer to another question.</summary>
    private static Problem? OfPlan(string? unit, VisitPlan plan) =>
        Parameters.OneOf("unit", unit, PlanModel.UnitsOf(plan));

    private static Problem? Week(string? written, out int? week)
    {
        var sound = int.TryParse(
            written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and < 54;
        week = sound ? number : null;
        return sound || written is null ? null
            : Problems.BadParameter("week", "写第几周，从 1 起", "write the number of a week, from 1");
    }

    private static async Task<IResult> Edit(
        string id, HttpRequest request, PlanDesk desk, PlanSheet sheet, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var week = int.TryParse(
            form["week"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return await sheet.ToldAsync(
            await desk.EditAsync(
                id, new Subject($"{form["kind"]}", $"{form["subject"]}"),
                form["out"] == "true" ? null : Math.Clamp(week, 0, 1000) - 1,
                $"{form["reason"]}", who.Caller, who.Caller.Region),
            who.Caller, form["unit"]);
    }

    private static async Task<IResult> Revise(
        string id, HttpRequest request, PlanDesk desk, PlanSheet sheet, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await sheet.ToldAsync(
            await desk.ReviseAsync(id, $"{form["reason"]}", who.Caller, who.Caller.Region), who.Caller);
    }

    private static async Task<IResult> Withdraw(
        string id, PlanDesk desk, PlanSheet sheet, CurrentCaller who) => await sheet.ToldAsync(
        await desk.WithdrawAsync(id, who.Caller, who.Caller.Region), who.Caller);

    private static async Task<IResult> Publish(
        string id, PlanDesk desk, PlanSheet sheet, CurrentCaller who) => await sheet.ToldAsync(
        await desk.PublishAsync(id, who.Caller, who.Caller.Region), who.Caller);

    private static async Task<IResult> Approve(
        string id, HttpRequest request, PlanDesk desk, PlanSheet sheet, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var seen = int.TryParse(
            form["edits"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return await sheet.ToldAsync(
            await desk.ApproveAsync(id, seen, who.Caller, who.Caller.Region), who.Caller);
    }

    private static async Task<IResult> Refuse(
        string id, HttpRequest request, PlanDesk desk, PlanSheet sheet, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await sheet.ToldAsync(
            await desk.RefuseAsync(id, $"{form["reason"]}", who.Caller, who.Caller.Region), who.Caller);
    }

    private static async Task<IResult> Export(
        string id, string form, string? unit, HttpContext context, PlanDesk desk, PlanSheet sheet,
        CurrentCaller who)
    {
        if (Parameters.OneOf("form", form, ["csv", "xlsx"]) is { } wrong)
        {
            return wrong;
        }

        return await desk.FindAsync(id, who.Caller.Region) is not { Plan: not null } plan ? Unknown
            : (IResult?)OfPlan(unit, plan.Plan) ?? PlanExport.Of(
                plan.Plan, await sheet.ResultsAsync(plan), unit, form, context.Response);
    }

    internal static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, PlanFault.Unknown.Code, PlanFault.Unknown.What,
        PlanFault.Unknown.Mend);
}
