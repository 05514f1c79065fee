using CreditScoring.Documents;
using Microsoft.AspNetCore.Diagnostics;

namespace CreditScoring.Service.Answers;

/// <summary>On an endpoint: a person asks it with a browser, so that a refusal is a page, too.</summary>
public sealed record PageMark
{
    /// <summary>
    /// Whether a request is for a page: its endpoint is one, or there is none and a browser asks for what is
    /// not of the API.
    /// </summary>
    public static bool IsOn(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)
            is { } endpoint
            ? endpoint.Metadata.GetMetadata<PageMark>() is not null
            : context.Request.Headers.Accept.Any(each =>
                  each?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
              && !context.Request.Path.StartsWithSegments("/v1");
}

/// <summary>How a refusal is told to who has asked for a page.</summary>
public interface IRefusalPage
{
    Task TellAsync(HttpContext context, Problem problem);
}
