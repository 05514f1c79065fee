using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Packs;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>A plan, and what who looks may do about it.</summary>
/// <param name="Unit">Of which visits are listed.</param>
/// <param name="Hindrance">Why who looks may not approve it; null: may.</param>
/// <param name="Fault">Why what was asked for just now was not done; null: nothing was.</param>
public sealed record PlanModel(
    ProposedPlan Proposed, VisitPlan Plan, string? Unit, TierLadder? Ladder, PlanFault? Hindrance,
    PlanFault? Fault)
{
    /// <summary>Whether it is of who looks.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What regimes are called, by name.</summary>
    public required IReadOnlyDictionary<string, Wording> Titles { get; init; }
}

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

    public static string AddressOf(ProposedPlan plan, string? unit = null) =>
        $"{PlansPage.Path}/{plan.Id}" + (unit is null ? "" : $"?unit={Uri.EscapeDataString(unit)}");

    private static async Task<IResult> Get(
        string id, string? unit, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who) =>
        await desk.FindAsync(id, who.Caller.Region) is { Plan: not null } plan
            ? Shown(plan, unit, null, desk, drafting, shelf, who) : Unknown;

    private static async Task<IResult> Edit(
        string id, HttpRequest request, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var week = int.TryParse(
            form["week"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Told(
            await desk.EditAsync(
                id, new Subject($"{form["kind"]}", $"{form["subject"]}"),
                form["out"] == "true" ? null : week - 1,
                $"{form["reason"]}", who.Caller, who.Caller.Region),
            form["unit"], desk, drafting, shelf, who);
    }

    private static async Task<IResult> Revise(
        string id, HttpRequest request, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Told(
            await desk.ReviseAsync(id, $"{form["reason"]}", who.Caller, who.Caller.Region), null, desk,
            drafting, shelf, who);
    }

    private static async Task<IResult> Withdraw(
        string id, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who) => Told(
        await desk.WithdrawAsync(id, who.Caller, who.Caller.Region), null, desk, drafting, shelf, who);

    private static async Task<IResult> Publish(
        string id, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who) => Told(
        await desk.PublishAsync(id, who.Caller, who.Caller.Region), null, desk, drafting, shelf, who);

    private static async Task<IResult> Approve(
        string id, HttpRequest request, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var seen = int.TryParse(
            form["edits"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Told(
            await desk.ApproveAsync(id, seen, who.Caller, who.Caller.Region), null, desk, drafting, shelf,
            who);
    }

    private static async Task<IResult> Refuse(
        string id, HttpRequest request, PlanDesk desk, PlanDrafting drafting, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Told(
            await desk.RefuseAsync(id, $"{form["reason"]}", who.Caller, who.Caller.Region), null, desk,
            drafting, shelf, who);
    }

    private static IResult Told(
        PlanDecision decision, string? unit, PlanDesk desk, PlanDrafting drafting, Shelf shelf,
        CurrentCaller who) =>
        decision.Plan is not { Plan: not null } plan ? Unknown
        : decision.Fault is null
            ? Results.LocalRedirect(AddressOf(plan, string.IsNullOrEmpty(unit) ? null : unit))
        : Shown(plan, unit, decision.Fault, desk, drafting, shelf, who);

    private static PageResult Shown(
        ProposedPlan proposed, string? unit, PlanFault? fault, PlanDesk desk, PlanDrafting drafting,
        Shelf shelf, CurrentCaller who)
    {
        var plan = proposed.Plan!;
        var graded = drafting.Profiles().GetValueOrDefault(proposed.Header.Profile)?.GradedBy;
        var ladder = shelf.Book.Regimes.FirstOrDefault(each => each.Name == graded)?
            .On(proposed.Header.MadeOn)?.Manifest.Tiers;
        return Page.Of<PlanView, PlanModel>(
            PlanWords.Of(plan.Period),
            new PlanModel(proposed, plan, unit, ladder, desk.HindranceOf(proposed, who.Caller), fault)
            {
                IsOwn = proposed.By == who.Caller.Actor,
                Titles = shelf.Book.Regimes.Where(each => each.Versions.Count > 0)
                    .ToDictionary(each => each.Name, each => each.Versions[^1].Manifest.Title),
            },
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Export(
        string id, string form, HttpContext context, PlanDesk desk, CurrentCaller who)
    {
        if (Parameters.OneOf("form", form, ["csv", "xlsx"]) is { } wrong)
        {
            return wrong;
        }

        return await desk.FindAsync(id, who.Caller.Region) is { Plan: { } plan }
            ? PlanExport.Of(plan, form, context.Response) : Unknown;
    }

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, PlanFault.Unknown.Code, PlanFault.Unknown.What,
        PlanFault.Unknown.Mend);
}
