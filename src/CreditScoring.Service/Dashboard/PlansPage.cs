using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>The plans, and the form in which one is proposed.</summary>
/// <param name="Inspectors">How many there are; null: none were entered.</param>
/// <param name="Since">Since when they are so.</param>
/// <param name="Fault">Why what was asked for was not done; null: nothing was, or it is done.</param>
public sealed record PlansModel(
    IReadOnlyList<ProposedPlan> Plans, IReadOnlyDictionary<string, PlanProfile> Profiles, int? Inspectors,
    DateTimeOffset? Since, PlanFault? Fault);

/// <summary>GET /plans: all plans; POST /plans proposes one.</summary>
public static class PlansPage
{
    public const string Path = "/plans";

    private static readonly Wording Title = new("检查计划", "Plans of inspections");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadPlans, Extent.List).AsPage();
        routes.MapPost(Path, Post).For(Right.MakePlans, Extent.List).AsPage();
    }

    private static Task<IResult> Get(
        PlanDesk desk, PlanDrafting drafting, InspectorRoll inspectors, CurrentCaller who) =>
        ShownAsync(desk, drafting, inspectors, who, null);

    private static async Task<IResult> Post(
        HttpRequest request, PlanDesk desk, PlanDrafting drafting, InspectorRoll inspectors,
        CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (region, written) = (default(string?), (string?)Said(form, "region"));
        var capacity = default(decimal?);
        if ((Quarter(form["quarter"], out var quarter)
            ?? DeskRegion.Read(ref written) ?? Parameters.Region(written, out region)
            ?? Capacity(Said(form, "capacity"), out capacity)) is { } wrong)
        {
            return wrong;
        }

        if (who.Caller.Region.Within(region) is not { } within)
        {
            return Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours");
        }

        var made = await desk.ProposeAsync(
            new PlanWish(quarter, within, Said(form, "profile"), capacity, Said(form, "reason")), who.Caller);
        return made.Fault is null ? Results.LocalRedirect(PlanPage.AddressOf(made.Plan!))
            : await ShownAsync(desk, drafting, inspectors, who, made.Fault);
    }

    private static async Task<IResult> ShownAsync(
        PlanDesk desk, PlanDrafting drafting, InspectorRoll inspectors, CurrentCaller who, PlanFault? fault)
    {
        var roll = await inspectors.CurrentAsync();
        return Page.Of<PlansView, PlansModel>(
            Title,
            new PlansModel(
                await desk.LatestAsync(who.Caller.Region), drafting.Profiles(), roll?.Register.All.Count,
                roll?.Entry.RecordedAt, fault),
            fault is not null ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }

    /// <summary>2026Q1.</summary>
    private static Answers.Problem? Quarter(string? written, out Period quarter)
    {
        var sound = Period.QuarterOf(written?.Trim() ?? "");
        quarter = sound ?? default;
        return sound is not null ? null : Problems.BadParameter(
            "quarter", "写 2026Q1 这样的季度", "write a quarter such as 2026Q1");
    }

    private static Answers.Problem? Capacity(string written, out decimal? capacity)
    {
        var sound = decimal.TryParse(
            written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= 10_000;
        capacity = sound ? number : null;
        return sound || written.Length == 0 ? null : Problems.BadParameter(
            "capacity", "写人日，如 40；不写则按检查人员算", "person-days such as 40; empty: those of the inspectors");
    }

    private static string Said(IFormCollection form, string name) => form[name].ToString().Trim();
}
