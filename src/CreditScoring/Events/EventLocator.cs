using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>
/// Reads an event again to find one of its properties: rarely needed (a fault is found after the
/// reading, or the kind stands behind the data), and so not worth remembering for every event.
/// </summary>
internal static class EventLocator
{
    private static readonly HashSet<string> NoNames = [];

    public static Place? Find(Passage passage, string property) =>
        Find(passage, property, tokens => tokens.Here, out var place) ? place : null;

    /// <summary>A field of its data.</summary>
    public static Place? FindInData(Passage passage, string field) =>
        Find(passage, "data", tokens => Find(tokens, field, inner => inner.Here, out var place) ? place : (
            Place?)null,
            out var found) ? found : null;

    /// <summary>The text of a property; null where it is absent or no text.</summary>
    public static string? TextOf(Passage passage, string property) =>
        Find(passage, property, tokens => tokens.Token == JsonToken.String ? tokens.Text : null,
            out var text) ? text : null;

    private static bool Find<T>(
        Passage passage, string property, Func<EventTokens, T> take, out T? found)
    {
        found = default;
        try
        {
            var tokens = new EventTokens(passage, NoNames);
            tokens.Next();
            return Find(tokens, passage.Envelope.NameOf(property), take, out found);
        }
        catch (BrokenEvent)
        {
            // The caller has met the same fault, or is about to, and reports it.
            return false;
        }
    }

    /// <summary>A property of the object at hand.</summary>
    private static bool Find<T>(EventTokens tokens, string property, Func<EventTokens, T> take, out T? found)
    {
        found = default;
        if (tokens.Token != JsonToken.StartObject)
        {
            return false;
        }

        while (tokens.Next() == JsonToken.PropertyName)
        {
            var here = tokens.Text == property;
            tokens.Next();
            if (here)
            {
                found = take(tokens);
                return true;
            }

            tokens.Skip();
        }

        return false;
    }
}
