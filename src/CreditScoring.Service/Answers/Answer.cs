using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using Microsoft.Extensions.Primitives;

namespace CreditScoring.Service.Answers;

/// <summary>
/// An answer, written by the shape that its endpoint declares, in the form that was asked for; who has this
/// very answer already is told so instead (304).
/// </summary>
public sealed class Answer<T>(T value) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var shape = context.GetEndpoint()?.Metadata.GetMetadata<AnswerShape<T>>()
            ?? throw new InvalidOperationException($"the endpoint declares no answer of {typeof(T)}");
        var text = JsonText.Of(json => shape.Own.Write(json, value));
        var form = AnswerForm.Chosen(context.Request, shape);
        var body = form is null ? [] : form.Write(text, shape);
        if (form is null)
        {
            await AnswerForm.NotOffered(shape).ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        // Weak, since it may be packed on the way.
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
        response.Headers.ETag = tag;
        // Without this it is no-store: a client that keeps the tag itself asks with it all the same.
        response.Headers.Vary = "Accept, Accept-Encoding, Authorization, Cookie";
        if (HttpMethods.IsGet(context.Request.Method) && IsKnown(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (value is IPage { Next: { } next })
        {
            // Rows and lines do not say it.
            response.Headers.Link = $"<{Following(context.Request, next)}>; rel=\"next\"";
        }

        response.ContentType = form.ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>The same question of what follows.</summary>
    private static string Following(HttpRequest request, string next) =>
        request.PathBase.Add(request.Path).ToUriComponent() + QueryString.Create(
            request.Query.Where(each => each.Key != "after")
                .Append(KeyValuePair.Create("after", new StringValues(next))));

    /// <summary>Compared weakly (RFC 9110, 13.1.2).</summary>
    private static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Any(known => known is not null
            && known.Contains(tag[2..], StringComparison.Ordinal));
}

/// <summary>Answers what endpoints declare.</summary>
public static class Answer
{
    public static Answer<T> Of<T>(T value) => new(value);
}
