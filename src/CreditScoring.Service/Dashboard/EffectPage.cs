using CreditScoring.Documents;
using CreditScoring.Effects;
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

/// <summary>What inspections found, as it was reckoned last, and the form in which it is reckoned.</summary>
/// <param name="Shown">Null: nothing was reckoned yet.</param>
/// <param name="Ladder">Of the regime that grades; null: unknown.</param>
/// <param name="Fault">Why nothing was reckoned just now; null: nothing was asked for.</param>
public sealed record EffectModel(
    ReckonedEffect? Shown, IReadOnlyList<PlanProfile> Profiles, TierLadder? Ladder, PlanFault? Fault)
{
    /// <summary>What regimes and rules are called, by name.</summary>
    public required Func<RuleName, (Wording Regime, Wording? Rule)> Titles { get; init; }
}

/// <summary>GET /effect: what inspections found (检查效果); POST reckons it of a period.</summary>
public static class EffectPage
{
    public const string Path = "/effect";

    private static readonly Wording Title = new("检查效果", "What inspections found");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadEffect, Extent.List).AsPage();
        routes.MapPost(Path, Post).For(Right.ReadEffect, Extent.List).AsPage();
    }

    private static Task<IResult> Get(EffectDesk desk, Shelf shelf, CurrentCaller who) =>
        ShownAsync(desk, shelf, who, null);

    private static async Task<IResult> Post(
        HttpRequest request, EffectDesk desk, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (region, written) = (default(string?), (string?)form["region"].ToString().Trim());
        var (from, to) = (default(DateOnly?), default(DateOnly?));
        if ((DeskRegion.Read(ref written) ?? Parameters.Region(written, out region)
            ?? Parameters.Day("from", form["from"], out from)
            ?? Parameters.Day("to", form["to"], out to)) is { } wrong)
        {
            return wrong;
        }

        if (who.Caller.Region.Within(region) is not { } within)
        {
            return Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours");
        }

        var (_, fault) = from is { } first && to is { } last
            ? await desk.ReckonAsync(first, last, form["profile"].ToString(), within, who.Caller)
            : (null, PlanFault.NoPeriod(EffectDesk.MostDays));
        return fault is null ? Results.LocalRedirect(Path) : await ShownAsync(desk, shelf, who, fault);
    }

    private static async Task<IResult> ShownAsync(
        EffectDesk desk, Shelf shelf, CurrentCaller who, PlanFault? fault)
    {
        var shown = (await desk.LatestAsync(who.Caller.Region)).FirstOrDefault();
        var profiles = desk.Profiles().ToList();
        var graded = profiles.FirstOrDefault(each => each.Name == shown?.Profile)?.GradedBy;
        return Page.Of<EffectView, EffectModel>(
            Title,
            new EffectModel(
                shown, profiles,
                shelf.Book.Regimes.FirstOrDefault(each => each.Name == graded)?.Versions[^1].Manifest.Tiers,
                fault)
            {
                Titles = each => TitlesOf(each, shelf),
            },
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static (Wording Regime, Wording? Rule) TitlesOf(RuleName name, Shelf shelf)
    {
        var pack = shelf.Book.Regimes.FirstOrDefault(each => each.Name == name.Regime)?.Versions[^1];
        var rule = pack is null ? null
            : CitedRule.AllOf(pack).FirstOrDefault(each => each.Rule.Name == name.Name);
        return (pack?.Manifest.Title ?? new(name.Regime, name.Regime), rule?.Rule.Title);
    }
}
