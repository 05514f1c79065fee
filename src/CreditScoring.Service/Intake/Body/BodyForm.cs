using Microsoft.Net.Http.Headers;

namespace CreditScoring.Service.Intake.Body;

/// <summary>In which form a request brings its events.</summary>
public enum BodyForm
{
    /// <summary>One event, or a list of them.</summary>
    Json,

    /// <summary>One event a line (NDJSON).</summary>
    Lines,

    /// <summary>One CloudEvent (structured mode).</summary>
    CloudEvent,

    /// <summary>A list of CloudEvents (batch).</summary>
    CloudEvents,

    /// <summary>The data of one CloudEvent, whose attributes are headers (binary mode).</summary>
    CloudData,
}

/// <summary>Content types -> forms; all of them are in UTF-8.</summary>
public static class BodyForms
{
    private const StringComparison Any = StringComparison.OrdinalIgnoreCase;

    private static readonly (string Type, BodyForm Form)[] Types =
    [
        ("application/json", BodyForm.Json),
        ("application/x-ndjson", BodyForm.Lines),
        ("application/cloudevents+json", BodyForm.CloudEvent),
        ("application/cloudevents-batch+json", BodyForm.CloudEvents),
    ];

    /// <summary>The content types, as they are written.</summary>
    public static IEnumerable<string> Names => Types.Select(each => each.Type);

    /// <returns>Null: it is none of these.</returns>
    public static BodyForm? Of(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", Any))
            ? Types.Where(each => type.MediaType.Equals(each.Type, Any))
                .Select(each => (BodyForm?)each.Form).FirstOrDefault()
            : null;
}
