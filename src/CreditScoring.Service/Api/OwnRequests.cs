using System.Reflection;
using CreditScoring.Documents;
using Microsoft.Net.Http.Headers;

namespace CreditScoring.Service.Api;

/// <summary>
/// Lets through what changes something only if it is JSON and comes from no page of another site: a
/// browser sends forms and texts anywhere unasked, JSON only after asking, and says from which page.
/// </summary>
public static class OwnRequests
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is null;
        var wrong = reads ? null
            : IsForeign(request) ? Foreign
            : !TakesType(request.ContentType, out _) ? Problems.ContentType : null;
        return wrong is null ? next(context) : wrong.ExecuteAsync(context);
    }

    /// <summary>JSON, or events a line of JSON each, in UTF-8.</summary>
    public static bool TakesType(string? contentType, out bool lines)
    {
        const StringComparison Any = StringComparison.OrdinalIgnoreCase;
        lines = false;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", Any)))
        {
            return false;
        }

        lines = type.MediaType.Equals("application/x-ndjson", Any);
        return lines || type.MediaType.Equals("application/json", Any);
    }

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.Any(origin => !string.Equals(
            origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        || request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"));

    private static Problem Foreign { get; } = new(
        StatusCodes.Status403Forbidden, "origin-foreign",
        new Wording("请求来自其他网站的页面", "the request comes from a page of another site"),
        new Wording("从本服务的页面或程序发送", "send it from a page of this service, or from a program"));
}
