using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/session: POST signs a person in, GET says who one is, DELETE signs out;
/// POST /v1/session/password sets another password.
/// </summary>
public static class SessionResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/session", SignIn).ForEverybody()
            .WithSummary("Sign in")
            .WithDescription("One JSON object with 'id' (zhang, for person:zhang) and 'password'. The answer "
                + "is that of GET, and a cookie. Whatever is wrong, the refusal is the same (401 "
                + "signin-refused); after five wrong passwords an account takes none for up to 15 minutes.");
        routes.MapGet("/v1/session", Get).For(Right.SeeOneself, Extent.None)
            .WithSummary("Who one is")
            .WithDescription("Roles, region and until when, also for a key. In a session, 'antiforgery' is "
                + "what a request that changes something sends in the header X-Antiforgery. With "
                + "mustChange: true the password is an initial one, and nothing goes but to change it.");
        routes.MapDelete("/v1/session", SignOut).For(Right.SeeOneself, Extent.None)
            .WithSummary("Sign out")
            .WithDescription("The session is good no longer, with any worker. 'provider' is where to go to "
                + "sign out with the provider of identities, too.");
        ProviderSignIn.Map(routes);
        routes.MapPost("/v1/session/password", Change).For(Right.SeeOneself, Extent.None)
            .WithSummary("Set another password")
            .WithDescription("One JSON object with 'current' and 'password'. All sessions of the person end, "
                + "and a new one begins here: the answer is that of GET, with a new 'antiforgery'.");
    }

    private static async Task<Results<JsonAnswer, Problem>> SignIn(
        HttpContext context, SignInDesk desk, SessionAnswer answer, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        if (ShortBody.Texts(await ShortBody.ReadAsync(context.Request, gone), flaws, "id", "password")
            is not [var id, var password])
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (session, fault) = await desk.SignInAsync(id, password);
        if (session is null)
        {
            return Refusal(fault!);
        }

        // Whoever signs in again leaves the session in which he comes.
        if (SessionCookie.In(context) is { } former)
        {
            await desk.SignOutAsync(former);
        }

        return await answer.BeginAsync(context, session);
    }

    private static async Task<JsonAnswer> Get(HttpContext context, CurrentCaller who, SessionAnswer answer) =>
        await answer.OfAsync(context, who.Caller);

    private static async Task<Results<JsonAnswer, Problem>> SignOut(
        HttpContext context, CurrentCaller who, SignInDesk desk, Settings settings)
    {
        if (who.Caller.Session is not { } session)
        {
            return NoSession;
        }

        await desk.SignOutAsync(session);
        var provider = session.Identity is null || settings.Provider is null ? null
            : await ProviderSignIn.SignOutAtAsync(context);
        await SessionCookie.TakeAsync(context);
        return JsonAnswer.Of(json =>
        {
            json.Property("ended", true);
            json.Property("provider", provider);
        });
    }

    private static async Task<Results<JsonAnswer, Problem>> Change(
        HttpContext context, CurrentCaller who, SignInDesk desk, SessionAnswer answer, CancellationToken gone)
    {
        if (who.Caller.Session is not { } session)
        {
            return NoSession;
        }

        var flaws = new List<Flaw>();
        if (ShortBody.Texts(await ShortBody.ReadAsync(context.Request, gone), flaws, "current", "password")
            is not [var current, var password])
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (changed, fault) = await desk.ChangeAsync(session, current, password);
        return changed is null ? Refusal(fault!) : await answer.BeginAsync(context, changed);
    }

    private static Problem Refusal(EntryFault fault) => new(
        fault == EntryFault.SignInRefused ? StatusCodes.Status401Unauthorized
            : StatusCodes.Status409Conflict,
        fault.Code, fault.What, fault.Mend);

    private static Problem NoSession { get; } = new(
        StatusCodes.Status409Conflict, "session-none",
        new Wording("此请求不在会话中", "this does not come in a session"),
        new Wording("密钥由管理员撤销；口令须登录后修改",
            "an admin revokes keys; a password is changed by who has signed in with it"));
}

/// <summary>What is answered of who asks.</summary>
public sealed class SessionAnswer(
    RegisterDesk desk, IAntiforgery antiforgery, Settings settings, TimeProvider clock)
{
    /// <summary>Gives the cookie of a session that has just begun, and says whose it is.</summary>
    public async Task<JsonAnswer> BeginAsync(HttpContext context, Session session)
    {
        await SessionCookie.GiveAsync(context, session);
        var caller = (await desk.CurrentAsync()).CallerOf(session, clock.GetUtcNow());
        return await OfAsync(context, caller ?? Caller.Anybody);
    }

    public async Task<JsonAnswer> OfAsync(HttpContext context, Caller caller)
    {
        var name = (await desk.CurrentAsync()).Holders.GetValueOrDefault(caller.Actor)?.Name;
        var token = caller.Session is null ? null : antiforgery.GetAndStoreTokens(context).RequestToken;
        return JsonAnswer.Of(json =>
        {
            json.Property("actor", caller.Actor);
            json.Property("name", name);
            json.List("roles", caller.Roles, (to, role) => to.WriteValue(role.Word()));
            json.Property("region", caller.Region.Digits);
            json.Property("by", By(caller));
            json.Property("mustChange", caller.MustChange);
            json.WritePropertyName("expires");
            json.WriteValue(caller.Until is { } until ? InstantText.Of(until) : null);
            json.Property(
                "idleMinutes", caller.Session is null ? null : (decimal)settings.SessionIdle.TotalMinutes);
            json.Property("antiforgery", token);
        });
    }

    /// <summary>What it has shown.</summary>
    private static string By(Caller caller) =>
        caller.Session is { } session ? session.Identity is null ? "password" : "provider"
        : caller == Caller.Anybody ? "nothing" : "key";
}
