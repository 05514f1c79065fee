using System.Reflection;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake.Body;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CreditScoring.Service.Api;

/// <summary>Marks the endpoint that takes events, in whichever form.</summary>
internal sealed record TakesEvents;

/// <summary>Marks the page whose form may carry a file.</summary>
internal sealed record TakesFile;

/// <summary>Marks what takes a table, as large as the settings let it be.</summary>
internal sealed record TakesTable;

/// <summary>Marks the page whose form may have more fields than others: a table, a worked example.</summary>
internal sealed record TakesMany(int Fields);

/// <summary>
/// Lets through what changes something only if it is JSON, or the form of a page, and comes from no page of
/// another site: a browser sends forms and texts anywhere unasked, JSON and DELETE only after asking, and
/// says from which page.
/// </summary>
public static class OwnRequests
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>Only of pages that take a file.</summary>
    private const string FileFormType = "multipart/form-data";

    /// <summary>
    /// Has the form of a page that takes many fields read as such, by whoever reads it first: who looks for
    /// the token of a session does.
    /// </summary>
    public static Task MakeRoom(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesMany>() is { } many)
        {
            var all = context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value;
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
            {
                ValueLengthLimit = all.ValueLengthLimit, ValueCountLimit = many.Fields,
            }));
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesTable>() is not null)
        {
            MakeRoomForTable(context);
        }

        return next(context);
    }

    /// <summary>What of a form does not fit into a little memory waits on the disk.</summary>
    private static void MakeRoomForTable(HttpContext context)
    {
        const int Rest = 1 << 20;
        var most = context.RequestServices.GetRequiredService<Settings>().LargestTable + Rest;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        context.Features.Set<IFormFeature>(
            new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method)
            || context.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>() is null;
        var wrong = reads ? null
            : IsForeign(request) ? Foreign
            : TakesType(context) || HttpMethods.IsDelete(request.Method) ? null
            : TakesEvents(context) ? Problems.EventType : Problems.ContentType;
        wrong ??= !reads && IsPage(context) ? await FormFlawAsync(context) : null;
        await (wrong is null ? next(context) : wrong.ExecuteAsync(context));
    }

    /// <summary>Reads the form of a page, which is at hand then; null: it can be read.</summary>
    private static async Task<Problem?> FormFlawAsync(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (InvalidDataException)
        {
            return FormInvalid;
        }
    }

    /// <summary>Where events are handed in, in any form in which they may be; elsewhere as JSON.</summary>
    private static bool TakesType(HttpContext context) =>
        IsPage(context)
            ? IsOf(context, FormType) || (TakesFile(context) && IsOf(context, FileFormType))
            : (TakesEvents(context) && CloudHeaders.AreAll(context.Request))
                || BodyForms.Of(context.Request.ContentType) is { } form
                && (form is BodyForm.Json or BodyForm.Lines || TakesEvents(context));

    /// <summary>A page takes its own form, as it is sent without any script.</summary>
    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;

    private static bool IsOf(HttpContext context, string type) =>
        context.Request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    private static bool TakesFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesFile>() is not null;

    private static bool TakesEvents(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<TakesEvents>() is not null;

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.Any(origin => !string.Equals(
            origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        || request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"));

    internal static Problem FormInvalid { get; } = new(
        StatusCodes.Status400BadRequest, "form-invalid",
        new Wording("表单无法读取，或其中一项过长", "the form cannot be read, or a field of it is too long"),
        new Wording("回到该页，缩短后重新提交", "go back to the page, write less, and send it again"));

    private static Problem Foreign { get; } = new(
        StatusCodes.Status403Forbidden, "origin-foreign",
        new Wording("请求来自其他网站的页面", "the request comes from a page of another site"),
        new Wording("从本服务的页面或程序发送", "send it from a page of this service, or from a program"));
}
