using CreditScoring.Documents;
using StackExchange.Redis;

namespace CreditScoring.Inbox;

/// <summary>An entry of the inbound stream.</summary>
/// <param name="Texts">Its fields <c>event</c>, each an event of its own; none: it has no such field,
/// or was trimmed away unread.</param>
/// <param name="Gone">Handed to us, and trimmed away by somebody before we had it.</param>
public readonly record struct StreamEntry(string Id, IReadOnlyList<string> Texts, bool Gone)
{
    /// <summary>Octets of the texts in memory, two a character.</summary>
    public long Octets => Texts.Sum(text => 2L * text.Length);

    /// <summary>What XREADGROUP answers for one stream.</summary>
    public static IReadOnlyList<StreamEntry> OfRead(RedisResult answer)
    {
        if (answer.IsNull)
        {
            return [];
        }

        var streams = (RedisResult[])answer!;
        return streams.Length == 0 ? [] : OfList(((RedisResult[])streams[0]!)[1]);
    }

    /// <summary>A list of entries; what the server names no id of is left out.</summary>
    public static IReadOnlyList<StreamEntry> OfList(RedisResult list) =>
        [.. ((RedisResult[])list!).Where(entry => !entry.IsNull).Select(Of)];

    private static StreamEntry Of(RedisResult entry)
    {
        var parts = (RedisResult[])entry!;
        var id = (string)parts[0]!;
        return parts[1].IsNull ? new StreamEntry(id, [], Gone: true) : new StreamEntry(
            id,
            [
                .. ((RedisResult[])parts[1]!).Chunk(2)
                    .Where(field => field.Length == 2 && (string?)field[0] == "event")
                    .Select(field => EscapedUtf8.Text((byte[]?)field[1])),
            ],
            Gone: false);
    }
}
