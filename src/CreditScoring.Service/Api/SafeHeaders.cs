using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Api;

/// <summary>
/// What every answer says to a browser that should come by it: take it for what it says it is, run nothing
/// of it, frame it nowhere, tell nobody where it came from.
/// </summary>
public static class SafeHeaders
{
    /// <summary>By what right the rules are in use by which was answered, on every answer.</summary>
    public const string LawHeader = "Credit-Law";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // Also on what is refused, whose headers the exception handler clears.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.XContentTypeOptions = "nosniff";
            headers[LawHeader] = ((HttpResponse)state).HttpContext.RequestServices
                .GetRequiredService<Shelf>().State.Law.Code;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                // A page says what it loads; all else loads nothing.
                headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";
            }

            if (headers["Referrer-Policy"].Count == 0)
            {
                headers["Referrer-Policy"] = "no-referrer";
            }

            if (headers.CacheControl.Count == 0)
            {
                // What one may see another may not: no cache between keeps it.
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
