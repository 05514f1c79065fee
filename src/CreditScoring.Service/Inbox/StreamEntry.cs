using StackExchange.Redis;

namespace CreditScoring.Inbox;

/// <summary>An entry of the inbound stream.</summary>
/// <param name="Text">Its field <c>event</c>; null: it has none, or was trimmed away
/// unread.</param>
/// <param name="Gone">Handed to us, and trimmed away by somebody before we had it.</param>
public readonly record struct StreamEntry(string Id, string? Text, bool Gone)
{
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

    public static IReadOnlyList<StreamEntry> OfList(RedisResult list) =>
        [.. ((RedisResult[])list!).Select(Of)];

    private static StreamEntry Of(RedisResult entry)
    {
        var parts = (RedisResult[])entry!;
        var id = (string)parts[0]!;
        if (parts[1].IsNull)
        {
            return new StreamEntry(id, null, Gone: true);
        }

        var fields = (RedisResult[])parts[1]!;
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            if ((string?)fields[i] == "event")
            {
                return new StreamEntry(id, (string?)fields[i + 1], Gone: false);
            }
        }

        return new StreamEntry(id, null, Gone: false);
    }
}
