using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using Microsoft.AspNetCore.Http.Metadata;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// An answer in JSON, written by hand, with an ETag where it may be asked for again.
/// </summary>
public sealed class JsonAnswer : IResult, IEndpointMetadataProvider
{
    private readonly string text;
    private readonly bool tagged;

    private JsonAnswer(string text, bool tagged) => (this.text, this.tagged) = (text, tagged);

    public static JsonAnswer Of(Action<JsonTextWriter> write) => new(Object(write), tagged: false);

    /// <summary>Who has this very answer already is told so instead (304).</summary>
    public static JsonAnswer Tagged(Action<JsonTextWriter> write) =>
        new(Object(write), tagged: true);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(object), ["application/json"]));

    public async Task ExecuteAsync(HttpContext context)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var response = context.Response;
        if (tagged)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "no-cache";
            if (context.Request.Headers.IfNoneMatch.Any(known => known?.Contains(tag) == true))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static string Object(Action<JsonTextWriter> write) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    });
}
