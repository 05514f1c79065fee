using CreditScoring.Service.Contract;
using System.Security.Claims;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CreditScoring.Service.Api;

/// <summary>
/// Signing in and out with a provider of identities (OpenID Connect: code flow with PKCE). What the provider
/// says is who it is; what that one may is what the register says.
/// </summary>
public static partial class ProviderSignIn
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "provider";

    private const string Path = "/v1/session/provider";
    private const string IdToken = "id_token";

    private static readonly object SignOutAddress = new();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Start).ForEverybody()
        .Says("以统一身份登录", "Sign in with the provider of identities",
            "浏览器转至身份提供方，登录后回到 return（本服务的路径）。未由管理员绑定的身份拒绝（403 identity-unbound）。"
                + "提供方的担保到期，会话即结束。",
            "Leads a browser to the provider, and from there back to 'return', a path of this "
                + "service. Whose identity no admin has bound to a person is refused (403 "
                + "identity-unbound). The session ends when what the provider vouches for does.")
        .AlsoAnswers(
            StatusCodes.Status302Found, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);

    public static void Set(OpenIdConnectOptions provider, ProviderSettings settings)
    {
        provider.Authority = settings.Authority.AbsoluteUri;
        provider.ClientId = settings.ClientId;
        provider.ClientSecret = settings.Secret;
        provider.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // Not by a form: no cookie would come along from another site.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.UsePkce = true;
        provider.MapInboundClaims = false;
        provider.SignInScheme = SessionCookie.Scheme;
        provider.CallbackPath = $"{Path}/callback";
        provider.SignedOutCallbackPath = $"{Path}/signed-out";
        // It would have to work in a frame on a page of another site, where our cookie does not go.
        provider.RemoteSignOutPath = default;
        provider.DisableTelemetry = true;
        provider.Scope.Clear();
        provider.Scope.Add("openid");
        if (settings.NameClaim != "sub")
        {
            provider.Scope.Add("profile");
        }

        foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        provider.Events.OnTokenValidated = ReturnsAsync;
        provider.Events.OnRemoteFailure = FailsAsync;
        provider.Events.OnRedirectToIdentityProviderForSignOut = leaves =>
        {
            leaves.HttpContext.Items[SignOutAddress] = leaves.ProtocolMessage.CreateLogoutRequestUrl();
            leaves.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>Where a browser goes to sign out at the provider, too.</summary>
    /// <returns>Null: the provider has no such place, or does not answer.</returns>
    public static async Task<string?> SignOutAtAsync(HttpContext context)
    {
        try
        {
            await context.SignOutAsync(Scheme);
        }
        catch (Exception away) when (IsAway(away))
        {
            return null;
        }

        return context.Items[SignOutAddress] is string { Length: > 0 } address ? address : null;
    }

    private static async Task<IResult> Start(string? @return, HttpContext context, Settings settings)
    {
        if (settings.Provider is null)
        {
            return NoProvider;
        }

        if (@return is not null && !IsOwnPath(@return))
        {
            return Problems.BadParameter(
                "return", "写本服务的路径，如 /v1/session", "give a path of this service, such as /v1/session");
        }

        try
        {
            await context.ChallengeAsync(
                Scheme, new AuthenticationProperties { RedirectUri = @return ?? "/v1/session" });
            return Results.Empty;
        }
        catch (Exception away) when (IsAway(away))
        {
            return Away;
        }
    }

    /// <summary>Not <c>//host</c> nor <c>/\host</c>, which browsers take for another site.</summary>
    internal static bool IsOwnPath(string path) =>
        path[0] == '/' && path.Length < 2000 && path.All(each => char.IsAscii(each) && !char.IsControl(each))
            && !path.Contains('\\')
        && !path.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The provider has said who it is: the session of that person begins.</summary>
    private static async Task ReturnsAsync(TokenValidatedContext returns)
    {
        var all = returns.HttpContext.RequestServices;
        var claim = all.GetRequiredService<Settings>().Provider!.NameClaim;
        var subject = returns.Principal?.FindFirstValue(claim);
        var token = returns.SecurityToken;
        var (session, fault) = subject is null ? (null, EntryFault.IdentityUnbound)
            : await all.GetRequiredService<SignInDesk>()
                .SignInAsync(new Identity(token.Issuer, subject), token.ValidTo);
        if (session is null)
        {
            returns.HandleResponse();
            await new Problem(
                StatusCodes.Status403Forbidden, fault!.Code, fault.What, fault.Mend)
                .ExecuteAsync(returns.HttpContext);
            return;
        }

        if ((await returns.HttpContext.AuthenticateAsync(SessionCookie.Scheme)).Principal is { } user
            && SessionCookie.Of(user) is { } former)
        {
            await all.GetRequiredService<SignInDesk>().SignOutAsync(former);
        }

        returns.Principal = SessionCookie.Of(session);
        // By which the provider knows on signing out whose session there it is.
        returns.Properties!.StoreTokens(
        [
            new AuthenticationToken { Name = IdToken, Value = returns.TokenEndpointResponse?.IdToken ?? "" },
        ]);
    }

    private static Task FailsAsync(RemoteFailureContext fails)
    {
        if (fails.Failure is RecordUnavailable down)
        {
            throw down;
        }

        LogFailed(
            fails.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("provider"),
            Spelling.Shown(fails.Failure?.Message ?? ""));
        fails.HandleResponse();
        return Failed.ExecuteAsync(fails.HttpContext);
    }

    /// <summary>The provider cannot be reached, or does not speak as one.</summary>
    private static bool IsAway(Exception thrown) =>
        thrown is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException;

    [LoggerMessage(Level = LogLevel.Warning, Message = "signing in with the provider failed: {Why}")]
    private static partial void LogFailed(ILogger logger, string why);

    private static Problem NoProvider { get; } = new(
        StatusCodes.Status404NotFound, "provider-none",
        new Wording("未设置统一身份认证", "there is no provider of identities"),
        new Wording("用 POST /v1/session 登录；运行人员可设 Access:Oidc:Authority",
            "sign in with POST /v1/session; an operator can set Access:Oidc:Authority"));

    private static Problem Away { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "provider-unavailable",
        new Wording("统一身份认证暂不可用", "the provider of identities does not answer"),
        new Wording("稍后再试，或用 POST /v1/session 登录", "try again later, or sign in with POST /v1/session"));

    private static Problem Failed { get; } = new(
        StatusCodes.Status401Unauthorized, "provider-refused",
        new Wording("统一身份认证未完成登录", "the provider of identities did not sign anybody in"),
        new Wording($"重新登录：{Path}", $"begin again: {Path}"));
}
