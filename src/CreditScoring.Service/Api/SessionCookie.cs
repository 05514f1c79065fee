using System.Globalization;
using System.Security.Claims;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CreditScoring.Service.Api;

/// <summary>
/// The cookie that says of a browser in which session it comes: sealed, so that nobody but the workers can
/// make one, out of reach of scripts, and sent from pages of this service alone.
/// </summary>
public static class SessionCookie
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "session";

    public const string Name = "credit-session";

    /// <summary>By which a page shows that a request is its own.</summary>
    public const string TokenHeader = "X-Antiforgery";

    /// <summary>The same, in the form of a page.</summary>
    public const string TokenField = "antiforgery";

    private const string Person = "person";
    private const string Stamp = "stamp";
    private const string Until = "until";
    private const string Identity = "identity";

    /// <summary>An older cookie is given anew where it is used, so that the idle time is true.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    public static void Set(CookieAuthenticationOptions cookie, Settings settings)
    {
        cookie.Cookie.Name = Name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        // Lax, not Strict: who comes back from a provider comes from another site.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostCookies();
        cookie.ExpireTimeSpan = settings.SessionIdle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnCheckSlidingExpiration = check =>
        {
            check.ShouldRenew = check.ElapsedTime >= Renewal;
            return Task.CompletedTask;
        };
    }

    /// <summary>The session of a request; whether the register agrees is another question.</summary>
    public static Session? In(HttpContext context) => Of(context.User);

    public static Session? Of(ClaimsPrincipal user) =>
        user is { Identity.IsAuthenticated: true }
        && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && user.FindFirstValue(Person) is { } person
        && long.TryParse(user.FindFirstValue(Stamp), CultureInfo.InvariantCulture, out var stamp)
        && long.TryParse(user.FindFirstValue(Until), CultureInfo.InvariantCulture, out var until)
            ? new Session(id, person, stamp, DateTimeOffset.FromUnixTimeSeconds(until))
            {
                Identity = user.FindFirstValue(Identity),
            }
            : null;

    public static ClaimsPrincipal Of(Session session)
    {
        // Antiforgery tokens are bound to the first of these: those of an earlier session are no good.
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, session.Id), new(Person, session.Holder),
            new(Stamp, session.Stamp.ToString(CultureInfo.InvariantCulture)),
            new(Until, session.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        };
        if (session.Identity is { } identity)
        {
            claims.Add(new Claim(Identity, identity));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
    }

    /// <summary>Gives the browser the cookie of a session; the rest of this request comes in it.</summary>
    public static async Task GiveAsync(HttpContext context, Session session)
    {
        context.User = Of(session);
        await context.SignInAsync(Scheme, context.User);
    }

    /// <summary>Takes it away.</summary>
    public static Task TakeAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>
    /// Where the way is encrypted the name begins with <c>__Host-</c>: browsers take such a cookie from
    /// this very host alone.
    /// </summary>
    private sealed class HostCookies : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) =>
            inner.GetRequestCookie(context, NameIn(context, key));

        public void AppendResponseCookie(
            HttpContext context, string key, string? value, CookieOptions options) =>
            inner.AppendResponseCookie(context, NameIn(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            inner.DeleteCookie(context, NameIn(context, key), options);

        private static string NameIn(HttpContext context, string key) =>
            context.Request.IsHttps ? $"__Host-{key}" : key;
    }
}
