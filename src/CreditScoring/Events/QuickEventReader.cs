using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CreditScoring.Events;

/// <summary>
/// Reads an event in which nothing is unusual, in one pass over its octets. It never says what is wrong with
/// one: what it does not accept at once <see cref="EventReader"/> reads anew, with its flaws; what it accepts
/// is what that would have read. Safe for many threads.
/// </summary>
/// <param name="kept">Whether events are of a record, and so were let in before.</param>
internal sealed class QuickEventReader(EventCatalogue catalogue, bool kept)
{
    /// <summary>Characters: so that an event that is huge takes no room twice.</summary>
    private const int Longest = 100_000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = EventTokens.MaxDepth };

    /// <summary>The same of characters.</summary>
    public RegulatoryEvent? Read(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read(room.AsSpan(0, Encoding.UTF8.GetBytes(text, room)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <returns>Null: not accepted, which does not mean that something is wrong with it.</returns>
    public RegulatoryEvent? Read(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return null;
        }

        try
        {
            var walk = new QuickEventWalk(new Utf8JsonReader(utf8, Options), catalogue, kept);
            return walk.Read() ? walk.Event() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
