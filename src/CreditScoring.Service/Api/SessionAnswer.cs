using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace CreditScoring.Service.Api;

/// <summary>What is answered of who asks.</summary>
public sealed class SessionAnswer(
    RegisterDesk desk, IAntiforgery antiforgery, Settings settings, TimeProvider clock)
{
    public static readonly JsonShape<OneSelf> Shape = new(
        "OneSelf",
        new("actor", "登记对象", "as which one acts", each => each.Caller.Actor),
        new("name", "名称", "the name", each => each.Name) { MayBeNull = true },
        JsonMember.Texts("roles", "角色", "the roles",
            (OneSelf each) => each.Caller.Roles.Select(role => role.Word())),
        new("region", "地域范围，空为全部", "the region; empty: all", each => each.Caller.Region.Digits),
        new("by", "所出示的", "what was shown", each => each.By)
        {
            Type = JsonType.Words("password", "provider", "key", "nothing"),
        },
        new("mustChange", "是否须先修改口令", "whether the password has to be changed first",
            each => each.Caller.MustChange),
        new("expires", "有效至", "until when it is good",
            each => each.Caller.Until is { } until ? InstantText.Of(until) : null)
        {
            Type = JsonType.Instant, MayBeNull = true,
        },
        new("idleMinutes", "闲置几分钟后失效", "idle minutes after which it ends",
            each => (decimal?)each.Idle?.TotalMinutes),
        new("antiforgery", "会话中修改时的令牌", "the token for what changes something", each => each.Token)
        {
            MayBeNull = true,
        });

    /// <summary>Gives the cookie of a session that has just begun, and says whose it is.</summary>
    public async Task<OneSelf> BeginAsync(HttpContext context, Session session)
    {
        await SessionCookie.GiveAsync(context, session);
        var caller = (await desk.CurrentAsync()).CallerOf(session, clock.GetUtcNow());
        return await OfAsync(context, caller ?? Caller.Anybody);
    }

    public async Task<OneSelf> OfAsync(HttpContext context, Caller caller)
    {
        var name = (await desk.CurrentAsync()).Holders.GetValueOrDefault(caller.Actor)?.Name;
        var token = caller.Session is null ? null : antiforgery.GetAndStoreTokens(context).RequestToken;
        return new OneSelf(
            caller, name, By(caller), caller.Session is null ? null : settings.SessionIdle, token);
    }

    /// <summary>What it has shown.</summary>
    private static string By(Caller caller) =>
        caller.Session is { } session ? session.Identity is null ? "password" : "provider"
        : caller == Caller.Anybody ? "nothing" : "key";
}

/// <summary>Who asks, as far as that one is to know.</summary>
/// <param name="By">What was shown.</param>
/// <param name="Idle">After how much idle time a session ends; null: there is none.</param>
/// <param name="Token">For what changes something in a session; null: there is none.</param>
public sealed record OneSelf(Caller Caller, string? Name, string By, TimeSpan? Idle, string? Token);
