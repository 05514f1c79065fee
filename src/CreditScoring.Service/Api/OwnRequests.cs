using System.Reflection;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Intake.Body;

namespace CreditScoring.Service.Api;

/// <summary>Marks the endpoint that takes events, in whichever form.</summary>
internal sealed record TakesEvents;

/// <summary>
/// Lets through what changes something only if it is JSON, or the form of a page, and comes from no page of
/// another site: a browser sends forms and texts anywhere unasked, JSON and DELETE only after asking, and
/// says from which page.
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
            : TakesType(context) || HttpMethods.IsDelete(request.Method) ? null
            : TakesEvents(context) ? Problems.EventType : Problems.ContentType;
        return wrong is null ? next(context) : wrong.ExecuteAsync(context);
    }

    /// <summary>Where events are handed in, in any form in which they may be; elsewhere as JSON.</summary>
    private static bool TakesType(HttpContext context) =>
        IsPage(context)
            ? context.Request.HasFormContentType
            : BodyForms.Of(context.Request.ContentType) is { } form
                && (form is BodyForm.Json or BodyForm.Lines || TakesEvents(context));

    /// <summary>A page takes its own form, as it is sent without any script.</summary>
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;

    private static bool TakesEvents(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesEvents>() is not null;

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.Any(origin => !string.Equals(
            origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        || request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"));

    private static Problem Foreign { get; } = new(
        StatusCodes.Status403Forbidden, "origin-foreign",
        new Wording("请求来自其他网站的页面", "the request comes from a page of another site"),
        new Wording("从本服务的页面或程序发送", "send it from a page of this service, or from a program"));
}
