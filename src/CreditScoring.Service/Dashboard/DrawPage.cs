using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>/draws/{id}: what was frozen, announced and drawn, and what may be done now.</summary>
public static class DrawPage
{
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
        string id, DrawBook draws, DrawSheet sheet, CurrentCaller who) =>
        await draws.FindAsync(id, who.Caller.Region) is { } draw
            ? await sheet.ShownAsync(draw, null, who.Caller) : Unknown;

    private static async Task<IResult> File(
        string id, string file, DrawBook draws, DrawFiles files, CurrentCaller who) =>
        await draws.FindAsync(id, who.Caller.Region) is { } draw && files.Of(draw, file) is { } found
            ? found : Unknown;

    private static async Task<IResult> Announce(
        string id, HttpRequest request, DrawDesk desk, DrawSheet sheet, CurrentCaller who)
    {
        var form = await FormAsync(request);
        var kind = $"{form["public"]}";
        var named = kind is "lottery" or "index" ? $"{kind}:{form["numbers"]}" : kind;
        return await sheet.ToldAsync(
            await desk.AnnounceAsync(
                id, new PublicWish(named, Said(form, "name"), InstantOf(form["at"])), who.Caller,
                who.Caller.Region),
            who.Caller);
    }

    private static async Task<IResult> Make(
        string id, HttpRequest request, DrawDesk desk, DrawSheet sheet, CurrentCaller who) =>
        await sheet.ToldAsync(
            await desk.MakeAsync(
                id, $"{(await FormAsync(request))["value"]}", who.Caller, who.Caller.Region),
            who.Caller);

    private static async Task<IResult> Replace(
        string id, HttpRequest request, DrawDesk desk, DrawSheet sheet, CurrentCaller who)
    {
        var form = await FormAsync(request);
        return await sheet.ToldAsync(
            await desk.ReplaceAsync(
                id, $"{form["object"]}", $"{form["reason"]}".Trim(), $"{form["approver"]}".Trim(),
                who.Caller, who.Caller.Region),
            who.Caller);
    }

    private static async Task<IResult> Withdraw(
        string id, HttpRequest request, DrawDesk desk, DrawSheet sheet, CurrentCaller who) =>
        await sheet.ToldAsync(
            await desk.WithdrawAsync(
                id, $"{(await FormAsync(request))["reason"]}", who.Caller, who.Caller.Region),
            who.Caller);

    private static Task<IFormCollection> FormAsync(HttpRequest request) =>
        request.ReadFormAsync(request.HttpContext.RequestAborted);

    private static string? Said(IFormCollection form, string name) =>
        form[name].ToString().Trim() is { Length: > 0 } said ? said : null;

    /// <summary>As a browser writes a local time, which is that of the law.</summary>
    private static DateTimeOffset? InstantOf(string? local) => DateTime.TryParseExact(
        local, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture,
        DateTimeStyles.None, out var time) ? new DateTimeOffset(time, ShanghaiTime.Offset) : null;

    internal static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, DrawFault.Unknown.Code, DrawFault.Unknown.What,
        DrawFault.Unknown.Mend);
}
