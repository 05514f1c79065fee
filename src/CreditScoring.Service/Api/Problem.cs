using System.Globalization;
using System.Reflection;
using System.Text;
using CreditScoring.Documents;
using Microsoft.AspNetCore.Http.Metadata;

namespace CreditScoring.Service.Api;

/// <summary>
/// A refusal (RFC 9457): a stable code, what is wrong and what to do in Chinese and English, and
/// for texts the line and column.
/// </summary>
public sealed class Problem(int status, string code, Wording what, Wording mend)
    : IResult, IEndpointMetadataProvider
{
    /// <summary>Where in the text that was sent; null: it is not about a text.</summary>
    public Place? Place { get; init; }

    /// <summary>After how many seconds to try again; null: that is not said.</summary>
    public int? RetryAfter { get; init; }

    public static Problem Of(int status, Flaw flaw) =>
        new(status, flaw.Name, flaw.What, flaw.Mend) { Place = flaw.Place };

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status400BadRequest, typeof(void), ["application/problem+json"]));

    public async Task ExecuteAsync(HttpContext context)
    {
        var body = Encoding.UTF8.GetBytes(JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("type", $"urn:credit-scoring:problem:{code}");
            json.Property("title", what.En);
            json.Property("status", (decimal)status);
            json.Property("code", code);
            json.Property("detail", mend.En);
            json.Property("titleZh", what.Zh);
            json.Property("detailZh", mend.Zh);
            if (Place is { } place)
            {
                json.Property("line", (decimal)place.Line);
                json.Property("column", (decimal)place.Column);
            }

            json.WriteEndObject();
        }));
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = RetryAfter?.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
