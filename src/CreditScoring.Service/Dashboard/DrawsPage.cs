using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.RandomDraws;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>The draws, and the form in which one is prepared.</summary>
/// <param name="Regimes">Those in use that have tiers, with their titles.</param>
/// <param name="Fault">Why what was asked for was not done; null: nothing was, or it is done.</param>
public sealed record DrawsModel(
    IReadOnlyList<RandomDraw> Draws, IReadOnlyDictionary<string, DrawProfile> Profiles,
    IReadOnlyDictionary<string, Wording> Regimes, DrawFault? Fault);

/// <summary>GET /draws: all draws; POST /draws prepares one.</summary>
public static class DrawsPage
{
    public const string Path = "/draws";

    private static readonly Wording Title = new("双随机抽取", "Random draws");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadPlans, Extent.List).AsPage();
        routes.MapPost(Path, Post).For(Right.MakePlans, Extent.List).AsPage();
    }

    private static Task<IResult> Get(DrawBook draws, DrawLists lists, Shelf shelf, CurrentCaller who) =>
        ShownAsync(draws, lists, shelf, who, null);

    private static async Task<IResult> Post(
        HttpRequest request, DrawDesk desk, DrawBook draws, DrawLists lists, Shelf shelf, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (region, written) = (default(string?), Said(form, "region"));
        var (from, to) = (default(DateOnly?), default(DateOnly?));
        if ((DeskRegion.Read(ref written) ?? Parameters.Region(written, out region)
            ?? Day(form, "from", out from) ?? Day(form, "to", out to)) is { } wrong)
        {
            return wrong;
        }

        if (who.Caller.Region.Within(region) is not { } within)
        {
            return Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours");
        }

        var made = await desk.PrepareAsync(
            new DrawWish(
                Said(form, "number") ?? "", Said(form, "title") ?? "", Said(form, "profile") ?? "",
                Said(form, "regime"), within, from, to),
            who.Caller);
        return made.Fault is null ? Results.LocalRedirect(DrawPage.AddressOf(made.Draw!))
            : await ShownAsync(draws, lists, shelf, who, made.Fault);
    }

    private static async Task<IResult> ShownAsync(
        DrawBook draws, DrawLists lists, Shelf shelf, CurrentCaller who, DrawFault? fault)
    {
        var profiles = lists.Profiles();
        var tiers = profiles.Values.SelectMany(each => each.Order).ToHashSet();
        var regimes = shelf.Book.Regimes
            .Where(each => each.Versions.Count > 0 && each.Versions[^1].Manifest.Tiers is { } ladder
                && ladder.Tiers.Any(tiers.Contains))
            .ToDictionary(each => each.Name, each => each.Versions[^1].Manifest.Title);
        return Page.Of<DrawsView, DrawsModel>(
            Title, new DrawsModel(await draws.LatestAsync(who.Caller.Region), profiles, regimes, fault),
            fault is null ? StatusCodes.Status200OK : DrawFaults.StatusOf(fault));
    }

    private static Answers.Problem? Day(IFormCollection form, string name, out DateOnly? day)
    {
        var sound = DateOnly.TryParseExact(
            form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = sound ? read : null;
        return sound || Said(form, name) is null ? null
            : Problems.BadParameter(name, "写 2027-01-04 这样的日期", "write a day such as 2027-01-04");
    }

    /// <summary>Null: nothing was said.</summary>
    private static string? Said(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } said ? said : null;
}
