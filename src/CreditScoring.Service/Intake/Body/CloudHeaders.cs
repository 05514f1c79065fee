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
        select (header.Key[Prefix.Length..].ToLowerInvariant(), Uri.UnescapeDataString(value ?? ""));
}
