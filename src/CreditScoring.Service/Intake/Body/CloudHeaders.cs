using System.Text;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Intake.Body;

/// <summary>
/// A CloudEvent in binary mode -> the same one in structured mode: the attributes of its headers
/// (<c>ce-id</c>, percent-encoded where they are not ASCII) on a line of their own, which is line 0, and
/// then the body, so that places in it stay.
/// </summary>
public static class CloudHeaders
{
    private const string Prefix = "ce-";
    private const string Version = $"{Prefix}specversion";

    /// <summary>Whether the headers have attributes of an event.</summary>
    public static bool Are(IHeaderDictionary headers) => headers.ContainsKey(Version);

    /// <summary>Whether it is an event that has no data, and therefore no type of it.</summary>
    public static bool AreAll(HttpRequest request) =>
        Are(request.Headers) && string.IsNullOrEmpty(request.ContentType);

    /// <param name="broken">Why the body is no JSON, so that there is no event.</param>
    public static string? Joined(IHeaderDictionary headers, string body, out Flaw? broken)
    {
        broken = null;
        var blank = string.IsNullOrWhiteSpace(body);
        // What is more than one value would be read as attributes.
        if (!blank && JsonDocumentReader.Read(new SourceText("body", body), out broken) is null)
        {
            return null;
        }

        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in Attributes(headers))
            {
                json.Property(name, value);
            }

            if (!blank)
            {
                json.WritePropertyName("data");
                json.WriteRawValue($"\n{body}");
            }

            json.WriteEndObject();
        });
    }

    /// <summary>One that was sent twice is there twice, and refused as such.</summary>
    private static IEnumerable<(string Name, string Value)> Attributes(IHeaderDictionary headers) =>
        from header in headers
        where header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        from value in header.Value
        let plain = Uri.UnescapeDataString(Unquoted(value ?? ""))
        select (header.Key[Prefix.Length..].ToLowerInvariant(), plain);

    /// <summary>
    /// The value within double quotes (RFC 9110, 5.6.4), which are taken away before it is decoded
    /// (CloudEvents, HTTP binding, 3.1.3.2).
    /// </summary>
    private static string Unquoted(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"')
        {
            return value;
        }

        var plain = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length - 1; i++)
        {
            i += value[i] == '\\' && i + 1 < value.Length - 1 ? 1 : 0;
            plain.Append(value[i]);
        }

        return plain.ToString();
    }
}
