using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using Newtonsoft.Json;

namespace CreditScoring.Service.Corrections;

/// <summary>What a correction says of one field, as it was typed.</summary>
/// <param name="HasNone">Whether it says that the field has no value any more.</param>
public sealed record DraftValue(EventField Field, string Text, bool HasNone);

/// <summary>A correction as somebody fills it in, before anything of it is checked.</summary>
/// <param name="Day">The day on which it was decided or asked for, as it was typed.</param>
/// <param name="Document">Empty: none.</param>
public sealed record CorrectionDraft(
    Subject Subject, EventId Target, string Kind, string Day, string Document, string Reason)
{
    private const StringSplitOptions Lines =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Of the fields of which it says something.</summary>
    public IReadOnlyList<DraftValue> Values { get; init; } = [];

    /// <summary>
    /// The mending event, of the source of its target, which alone may mend it. What was mistyped stands
    /// in it as it was typed, for the reader of events to find fault with.
    /// </summary>
    /// <param name="id">Of the correction.</param>
    public string EventText(string id) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("id", Correction.EventIdOf(id));
        json.Property("source", Target.Source);
        json.Property("kind", Kind);
        json.Property("occurredOn", Day);
        if (Document.Length > 0)
        {
            json.Property("document", Document);
        }

        json.Property("actsOn", Target.Id);
        json.WritePropertyName("data");
        json.WriteStartObject();
        foreach (var value in Values)
        {
            json.WritePropertyName(value.Field.Name);
            Write(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Write(JsonTextWriter json, DraftValue value)
    {
        switch (value.Field.Type)
        {
            case var _ when value.HasNone:
                json.WriteNull();
                break;
            case FieldType.Number when NumberOf(value.Text) is { } number:
                json.Number(number);
                break;
            case FieldType.Boolean when value.Text is "true" or "false":
                json.WriteValue(value.Text == "true");
                break;
            case FieldType.Texts:
                json.Array(value.Text.Split('\n', Lines), (to, text) => to.WriteValue(text));
                break;
            case FieldType.Event when EventNames.Parse(value.Text) is { } named:
                json.WriteStartObject();
                json.Property("source", named.Source);
                json.Property("id", named.Id);
                json.WriteEndObject();
                break;
            default:
                json.WriteValue(value.Text);
                break;
        }
    }

    private static decimal? NumberOf(string text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
        out var number) ? number : null;
}

/// <summary>Events by the name under which they are printed.</summary>
public static class EventNames
{
    /// <summary><c>source/id</c>; the name of a source has no '/'.</summary>
    /// <returns>Null: it is none.</returns>
    public static EventId? Parse(string? printed) =>
        printed?.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && at < printed.Length - 1
            ? new EventId(printed[..at], printed[(at + 1)..]) : null;
}
