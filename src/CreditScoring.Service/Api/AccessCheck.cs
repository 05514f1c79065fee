using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace CreditScoring.Service.Api;

/// <summary>
/// Lets through what the label of an endpoint allows to who shows a key
/// (<c>Authorization: Bearer ccs_...</c>) or comes in a session (a cookie); nothing else. Where nobody has to
/// say who he is, who does so all the same is that one.
/// </summary>
public static class AccessCheck
{
    private const string Scheme = "Bearer ";

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is { } endpoint
            && await RefusalAsync(context, endpoint.Metadata.GetMetadata<AccessLabel>()) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    /// <summary>Tells what comes through, once nothing else stands in its way.</summary>
    public static async Task Tell(HttpContext context, RequestDelegate next)
    {
        await context.RequestServices.GetRequiredService<CurrentCaller>().TellUseAsync(
            context.Request.Path, context.Request.QueryString.Value ?? "");
        await next(context);
    }

    private static async Task<Problem?> RefusalAsync(HttpContext context, AccessLabel? label)
    {
        // What the framework answers by itself (405) is no endpoint of ours and says nothing.
        if (label is null)
        {
            return context.GetEndpoint() is RouteEndpoint ? NoRight : null;
        }

        if (label.Wants is not { } right)
        {
            return null;
        }

        var all = context.RequestServices;
        if (await CallerAsync(context) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return NoKey;
        }

        if (await RefusalOf(caller, right, label, context) is { } refusal)
        {
            all.GetRequiredService<CurrentCaller>().IsRefused(caller);
            // Where anybody may come it is nobody's name that would be told.
            if (caller != Caller.Anybody)
            {
                await all.GetRequiredService<RefusedRights>()
                    .TellAsync(caller, PatternOf(context), refusal.Code);
            }

            return refusal;
        }

        all.GetRequiredService<CurrentCaller>().Is(caller, label);
        return null;
    }

    /// <summary>As the endpoint is declared: with no code of a subject.</summary>
    private static string PatternOf(HttpContext context) =>
        $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";

    private static async Task<Problem?> RefusalOf(
        Caller caller, Right right, AccessLabel label, HttpContext context) =>
        // A browser sends a cookie along whoever asks it to; the token is known to our own pages alone.
        (caller.Session is null ? null : await NotOwnAsync(context)) is { } notOwn ? notOwn
        : !caller.May(right) ? caller.MustChange ? MustChange : NoRight
        : label.Extent == Extent.Whole && !caller.Region.IsAll ? NotAllRegions
        : null;

    private static async Task<Caller?> CallerAsync(HttpContext context)
    {
        var all = context.RequestServices;
        var clock = all.GetRequiredService<TimeProvider>();
        if (context.Request.Headers.Authorization is [{ } shown]
            && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return KeyText.Parse(shown[Scheme.Length..].Trim()) is { } key
                ? (await all.GetRequiredService<RegisterDesk>().CurrentAsync()).CallerOf(key, clock.Today())
                : null;
        }

        var caller = SessionCookie.In(context) is { } session
            ? (await all.GetRequiredService<RegisterDesk>().CurrentAsync())
                .CallerOf(session, clock.GetUtcNow())
            : null;
        return caller ?? (all.GetRequiredService<Settings>().WantsKeys ? null : Caller.Anybody);
    }

    /// <summary>Why a request of a session is not taken for one of our own pages; null: it is.</summary>
    private static async Task<Problem?> NotOwnAsync(HttpContext context)
    {
        try
        {
            return HttpMethods.IsGet(context.Request.Method)
                || await context.RequestServices.GetRequiredService<IAntiforgery>()
                    .IsRequestValidAsync(context) ? null : NoToken;
        }
        catch (AntiforgeryValidationException fault)
        {
            // A form that cannot be read shows no token, and its sender is told what he can mend.
            return fault.InnerException is InvalidDataException ? OwnRequests.FormInvalid : NoToken;
        }
    }

    /// <summary>
    /// The same for a key that is missing, wrong, revoked, expired or not confirmed yet, and for a session
    /// that is over: which, is nobody's business.
    /// </summary>
    private static Problem NoKey { get; } = new(
        StatusCodes.Status401Unauthorized, "key-wanted",
        new Wording("须登录或出示有效的密钥", "sign in, or show a key that is good"),
        new Wording(
            "用 POST /v1/session 登录，或请求头写 Authorization: Bearer ccs_…；会话或密钥可能已到期、被撤销，或者密钥尚待另一管理员确认",
            "sign in with POST /v1/session, or send Authorization: Bearer ccs_...; a session or a key may "
                + "have expired or been revoked, a key may wait for another admin to confirm it"));

    private static Problem NoRight { get; } = new(
        StatusCodes.Status403Forbidden, "right-missing",
        new Wording("没有此项权限", "neither key nor session carries the right to do this"),
        new Wording("由管理员授予相应角色", "an admin can give the role that does"));

    private static Problem MustChange { get; } = new(
        StatusCodes.Status403Forbidden, "password-initial",
        new Wording("初始口令须先修改", "an initial password has to be changed first of all"),
        new Wording("用 POST /v1/session/password 修改", "change it with POST /v1/session/password"));

    private static Problem NoToken { get; } = new(
        StatusCodes.Status403Forbidden, "antiforgery-wanted",
        new Wording("会话中的修改须带防伪令牌", "what changes something in a session has to carry a token"),
        new Wording(
            $"请求头 {SessionCookie.TokenHeader} 写 GET /v1/session 返回的 antiforgery",
            $"send {SessionCookie.TokenHeader} with the 'antiforgery' that GET /v1/session gives"));

    private static Problem NotAllRegions { get; } = new(
        StatusCodes.Status403Forbidden, "region-beyond",
        new Wording("此项内容不分地域，限全部地域的密钥或人员",
            "this belongs to no region, and is for keys and persons of all regions"),
        new Wording("使用不限地域的密钥或账号", "use a key or an account that is not limited to a region"));
}
