using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;

namespace CreditScoring.Service.Dashboard;

/// <summary>What the page of signing in shows.</summary>
/// <param name="Back">Where one was going.</param>
/// <param name="Id">As it was typed before.</param>
/// <param name="Fault">Why not; null: nobody has tried yet.</param>
/// <param name="HasProvider">Whether one may come by a provider of identities.</param>
public sealed record SignInModel(string Back, string Id, EntryFault? Fault, bool HasProvider);

/// <summary>/sign-in and /sign-out.</summary>
public static class SignInPage
{
    public const string Path = "/sign-in";

    private static readonly Wording Title = new("登录", "Sign in");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).ForEverybody().AsPage();
        routes.MapPost(Path, Post).ForEverybody().AsPage();
        routes.MapPost("/sign-out", SignOut).For(Right.SeeOneself, Extent.None).AsPage();
    }

    /// <summary>Leads who asks for something there, and from there back.</summary>
    public static Task LeadTo(HttpContext context) => Results.Redirect(
        Path + QueryString.Create("back", context.Request.Path + context.Request.QueryString))
        .ExecuteAsync(context);

    private static PageResult Get(string? back, Settings settings) =>
        Shown(back, "", null, settings, StatusCodes.Status200OK);

    private static async Task<IResult> Post(
        HttpContext context, SessionDoor door, SignInShares shares, Settings settings)
    {
        using var place = shares.Take(AddressShares.AddressOf(context.Connection.RemoteIpAddress));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string id = form["id"].ToString().Trim(), back = form["back"].ToString();
        var (who, fault) = await door.EnterAsync(context, id, form["password"].ToString());
        return who is null ? Shown(back, id, fault, settings, StatusCodes.Status401Unauthorized)
            : Results.LocalRedirect(who.Caller.MustChange ? PasswordPage.Path : OwnPath.Or(back, "/"));
    }

    private static async Task<IResult> SignOut(
        HttpContext context, CurrentCaller who, SessionDoor door) =>
        who.Caller.Session is { } session && await door.LeaveAsync(context, session) is { } provider
            ? Results.Redirect(provider) : Results.LocalRedirect(Path);

    private static PageResult Shown(
        string? back, string id, EntryFault? fault, Settings settings, int status) =>
        Page.Of<SignInView, SignInModel>(
            Title, new SignInModel(OwnPath.Or(back, "/"), id, fault, settings.Provider is not null), status);
}
