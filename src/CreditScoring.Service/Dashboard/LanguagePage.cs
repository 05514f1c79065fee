using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;

namespace CreditScoring.Service.Dashboard;

/// <summary>GET /language/{to}: pages speak Chinese or English from now on.</summary>
public static class LanguagePage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{to}", Get).ForEverybody().AsPage();

    private static IResult Get(string to, string? back, HttpContext context)
    {
        if (Parameters.OneOf("to", to, ["zh", "en"]) is { } wrong)
        {
            return wrong;
        }

        context.Response.Cookies.Append(PageVisit.LanguageCookie, to, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        });
        return Results.LocalRedirect(OwnPath.Or(back, "/"));
    }
}
