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

    /// <summary>The text of a property; null where it is absent or no text.</summary>
    public static string? TextOf(Passage passage, string property) =>
        Find(passage, property, tokens => tokens.Token == JsonToken.String ? tokens.Text : null,
            out var text) ? text : null;

    private static bool Find<T>(
        Passage passage, string property, Func<EventTokens, T> take, out T? found)
    {
        found = default;
        var tokens = new EventTokens(passage, NoNames);
        try
        {
            if (tokens.Next() != JsonToken.StartObject)
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
        }
        catch (BrokenEvent)
        {
            // The caller has met the same fault, or is about to, and reports it.
        }

        return false;
    }
}
