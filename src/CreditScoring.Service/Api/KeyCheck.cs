using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Api;

/// <summary>
/// Lets through what the label of an endpoint allows to who shows a key
/// (<c>Authorization: Bearer ccs_...</c>); nothing else.
/// </summary>
public static class KeyCheck
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

        if (!caller.May(right))
        {
            return NoRight;
        }

        if (label.Extent == Extent.Whole && !caller.Region.IsAll)
        {
            return NotAllRegions;
        }

        await all.GetRequiredService<CurrentCaller>().IsAsync(caller, label, context.Request.Path);
        return null;
    }

    private static async Task<Caller?> CallerAsync(HttpContext context)
    {
        var all = context.RequestServices;
        if (!all.GetRequiredService<Settings>().WantsKeys)
        {
            return Caller.Anybody;
        }

        return context.Request.Headers.Authorization is [{ } shown]
            && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && KeyText.Parse(shown[Scheme.Length..].Trim()) is { } key
            ? (await all.GetRequiredService<RegisterDesk>().CurrentAsync())
                .CallerOf(key, all.GetRequiredService<TimeProvider>().Today())
            : null;
    }

    /// <summary>
    /// The same for a key that is missing, wrong, revoked or expired: which, is nobody's business.
    /// </summary>
    private static Problem NoKey { get; } = new(
        StatusCodes.Status401Unauthorized, "key-wanted",
        new Wording("须出示有效的密钥", "a key that is good has to be shown"),
        new Wording(
            "请求头写 Authorization: Bearer ccs_…；密钥由管理员签发，可能已到期或被撤销",
            "send Authorization: Bearer ccs_...; an admin issues keys, and one may have expired or been "
                + "revoked"));

    private static Problem NoRight { get; } = new(
        StatusCodes.Status403Forbidden, "right-missing",
        new Wording("该密钥没有此项权限", "the key does not carry the right to do this"),
        new Wording("由管理员授予相应角色", "an admin can give the role that does"));

    private static Problem NotAllRegions { get; } = new(
        StatusCodes.Status403Forbidden, "region-beyond",
        new Wording("此项内容不分地域，限全部地域的密钥", "this belongs to no region, and is for keys of all regions"),
        new Wording("使用不限地域的密钥", "use a key that is not limited to a region"));
}
