using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace CreditScoring.Service.Api;

/// <summary>An answer in plain text, UTF-8.</summary>
public sealed class TextAnswer(string text) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
