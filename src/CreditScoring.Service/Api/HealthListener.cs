using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Api;

/// <summary>The listeners of <c>Health:Urls</c> answer for health, metrics and version alone.</summary>
public static class HealthListener
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var settings = context.RequestServices.GetRequiredService<Settings>();
        var path = context.Request.Path;
        if (settings.HealthUrls is { } urls && !Answers(path)
            && urls.Split(';').Any(url => new Uri(url).Port == context.Connection.LocalPort))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Whether a path says how the service does.</summary>
    public static bool Answers(PathString path) =>
        path.StartsWithSegments("/health") || path == "/metrics" || path == "/version";
}
