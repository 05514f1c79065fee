using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Terminal;

namespace CreditScoring.Cli.Live;

/// <summary>Paths and answers of a live service.</summary>
internal static class Questions
{
    // As the verbs write it that read files: a terminal shows what it says.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The path of a subject, by its id or by kind/id.</summary>
    /// <param name="query">Names and values; those without a value are left out.</param>
    public static string Of(string subject, string part, params (string Name, string? Value)[] query)
    {
        var slash = subject.IndexOf('/');
        var isKind = slash > 0 && subject[..slash].All(each => char.IsAsciiLetterLower(each) || each == '-');
        var id = isKind ? subject[(slash + 1)..] : subject;
        return $"/v1/enterprises/{Uri.EscapeDataString(id)}{part}?"
            + Query([("kind", isKind ? subject[..slash] : null), .. query]).TrimStart('&');
    }

    /// <summary>Each behind an ampersand.</summary>
    public static string Query(params (string Name, string? Value)[] query) => string.Concat(query
        .Where(each => each.Value is not null)
        .Select(each => $"&{each.Name}={Uri.EscapeDataString(each.Value!)}"));

    /// <summary>The last instant of a legal day, by which something was recorded.</summary>
    public static string? EndOf(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd'T23:59:59+08:00'", CultureInfo.InvariantCulture);

    public static string Line(JsonNode node) => QuarantineText.Printable(node.ToJsonString(Plain));

    /// <summary>Text for people, as it is: it may come from anybody.</summary>
    public static void Say(string text) => Screen.Say(QuarantineText.Printable(text));
}
