using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>A draw, and what who looks may do about it.</summary>
/// <param name="Plan">
/// How many are drawn of each stratum, by the rule of today until it is announced; null: it cannot be said.
/// </param>
/// <param name="Hindrance">Why who looks may not announce it; null: may.</param>
/// <param name="Fault">Why what was asked for just now was not done; null: nothing was.</param>
public sealed record DrawModel(
    RandomDraw Draw, DrawProfile? Profile, SamplingPlan? Plan, DrawFault? Hindrance, DrawFault? Fault)
{
    /// <summary>Whether the public value may be there now.</summary>
    public required bool IsTime { get; init; }

    /// <summary>The first of those to be visited, who are shown.</summary>
    public required IReadOnlyList<ToVisit> Visits { get; init; }

    /// <summary>What they are called, by id.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }
}

/// <summary>/draws/{id}: what was frozen, announced and drawn, and what may be done now.</summary>
public static class DrawPage
{
    /// <summary>More are read in the proof.</summary>
    private const int MostShown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/draws/{id}", Get).For(Right.ReadPlans, Extent.Subject).AsPage();
        routes.MapGet("/draws/{id}/{file}", File).For(Right.ReadPlans, Extent.Subject, "draw-read").AsPage();
        routes.MapPost("/draws/{id}/announce", Announce).For(Right.ApprovePlans, Extent.Subject).AsPage();
        routes.MapPost("/draws/{id}/draw", Make).For(Right.MakePlans, Extent.Subject).AsPage();
        routes.MapPost("/draws/{id}/replace", Replace).For(Right.ApprovePlans, Extent.Subject).AsPage();
        routes.MapPost("/draws/{id}/withdraw", Withdraw).For(Right.MakePlans, Extent.Subject).AsPage();
    }

    public static string AddressOf(RandomDraw draw) => $"{DrawsPage.Path}/{draw.Id}";

    private static async Task<IResult> Get(
        string id, DrawBook draws, DrawDesk desk, DrawLists lists, TimeProvider clock, CurrentCaller who) =>
        await draws.FindAsync(id, who.Caller.Region) is { } draw
            ? await ShownAsync(draw, null, desk, lists, clock, who) : Unknown;

    private static async Task<IResult> File(
        string id, string file, DrawBook draws, DrawFiles files, CurrentCaller who) =>
        await draws.FindAsync(id, who.Caller.Region) is { } draw && files.Of(draw, file) is { } found
            ? found : Unknown;

    private static async Task<IResult> Announce(
        string id, HttpRequest request, DrawDesk desk, DrawLists lists, TimeProvider clock,
        CurrentCaller who)
    {
        var form = await FormAsync(request);
        var kind = $"{form["public"]}";
        var named = kind is "lottery" or "index" ? $"{kind}:{form["numbers"]}" : kind;
        return await ToldAsync(
            await desk.AnnounceAsync(
                id, new PublicWish(named, Said(form, "name"), InstantOf(form["at"])), who.Caller,
                who.Caller.Region),
            desk, lists, clock, who);
    }

    private static async Task<IResult> Make(
        string id, HttpRequest request, DrawDesk desk, DrawLists lists, TimeProvider clock,
        CurrentCaller who) => await ToldAsync(
        await desk.MakeAsync(id, $"{(await FormAsync(request))["value"]}", who.Caller, who.Caller.Region),
        desk, lists, clock, who);

    private static async Task<IResult> Replace(
        string id, HttpRequest request, DrawDesk desk, DrawLists lists, TimeProvider clock,
        CurrentCaller who)
    {
        var form = await FormAsync(request);
        return await ToldAsync(
            await desk.ReplaceAsync(
                id, $"{form["object"]}", $"{form["reason"]}".Trim(), $"{form["approver"]}".Trim(),
                who.Caller, who.Caller.Region),
            desk, lists, clock, who);
    }

    private static async Task<IResult> Withdraw(
        string id, HttpRequest request, DrawDesk desk, DrawLists lists, TimeProvider clock,
        CurrentCaller who) => await ToldAsync(
        await desk.WithdrawAsync(
            id, $"{(await FormAsync(request))["reason"]}", who.Caller, who.Caller.Region),
        desk, lists, clock, who);

    private static async Task<IResult> ToldAsync(
        DrawDecision decision, DrawDesk desk, DrawLists lists, TimeProvider clock, CurrentCaller who) =>
        decision.Draw is not { } draw ? Unknown
        : decision.Fault is null ? Results.LocalRedirect(AddressOf(draw))
        : await ShownAsync(draw, decision.Fault, desk, lists, clock, who);

    private static async Task<IResult> ShownAsync(
        RandomDraw draw, DrawFault? fault, DrawDesk desk, DrawLists lists, TimeProvider clock,
        CurrentCaller who)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<ToVisit> visits = [.. draw.ToVisit().Take(MostShown)];
        var profile = lists.Profiles().GetValueOrDefault(draw.Header.Profile);
        var rule = draw.Announced?.Rule ?? profile?.On(ShanghaiTime.DayOf(now), out _);
        return Page.Of<DrawView, DrawModel>(
            new Wording(draw.Header.Number, draw.Header.Number),
            new DrawModel(
                draw, profile, rule is null ? null : new SamplingPlan(rule, draw.Header.Strata),
                desk.HindranceOf(draw, who.Caller), fault)
            {
                IsTime = draw.Announced?.Public.At is not { } at || at <= now,
                Visits = visits,
                Names = await lists.NamesAsync(visits.Select(each => each.Id)),
            },
            fault is null ? StatusCodes.Status200OK : DrawFaults.StatusOf(fault));
    }

    private static Task<IFormCollection> FormAsync(HttpRequest request) =>
        request.ReadFormAsync(request.HttpContext.RequestAborted);

    private static string? Said(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } said ? said : null;

    /// <summary>As a browser writes a local time, which is that of the law.</summary>
    private static DateTimeOffset? InstantOf(string? local) => DateTime.TryParseExact(
        local, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture,
        DateTimeStyles.None, out var time) ? new DateTimeOffset(time, ShanghaiTime.Offset) : null;

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, DrawFault.Unknown.Code, DrawFault.Unknown.What,
        DrawFault.Unknown.Mend);
}
