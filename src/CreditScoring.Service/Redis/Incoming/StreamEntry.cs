using CreditScoring.Disk;
using CreditScoring.Documents;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Incoming;

/// <summary>An entry of the inbound stream.</summary>
/// <param name="Texts">Its fields <c>event</c>, each an event of its own; none: it has no such field,
/// or was trimmed away unread.</param>
/// <param name="Gone">Handed to us, and trimmed away by somebody before we had it.</param>
public readonly record struct StreamEntry(string Id, IReadOnlyList<StreamText> Texts, bool Gone)
{
    /// <summary>The name of a field that has the beginning of an event; no sender writes it so.</summary>
    public const string CutEvent = "event\0cut";

    /// <summary>Octets of the texts in memory, two a character.</summary>
    public long Octets => Texts.Sum(each => 2L * each.Text.Length);

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
                    .Where(field => field.Length == 2 && (string?)field[0] is "event" or CutEvent)
                    .Select(field => StreamText.Of((byte[]?)field[1], (string?)field[0] == CutEvent)),
            ],
            Gone: false);
    }
}

/// <summary>The text of an event in the stream.</summary>
/// <param name="IsCut">It is longer than any that is taken, and only its beginning is here.</param>
public readonly record struct StreamText(string Text, bool IsCut)
{
    private const int Kept = 1000;

    /// <param name="isCut">The server has cut it already; what it hands out by itself is cut here.</param>
    public static StreamText Of(byte[]? octets, bool isCut) =>
        isCut || octets?.Length > EventFile.Longest
            ? new(EscapedUtf8.Beginning(octets.AsSpan(0, Math.Min(octets!.Length, Kept))), true)
            : new(EscapedUtf8.Text(octets), false);
}
