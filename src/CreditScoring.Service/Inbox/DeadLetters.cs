using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Redis;
using StackExchange.Redis;

namespace CreditScoring.Inbox;

/// <summary>
/// The stream <c>credit:dead-letters</c>: entries of <c>credit:events</c> that were turned away. It is
/// bounded, and the oldest go first; the record's quarantine has them all.
/// </summary>
/// <param name="most">How many there may be: <c>Redis:DeadLetters</c>.</param>
public sealed class DeadLetters(RedisConnection redis, int most)
{
    public const string Key = "credit:dead-letters";

    private const string Replay = """
        local letter = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
        if not letter then return false end
        local event = ''
        for i = 1, #letter[2], 2 do
          if letter[2][i] == 'event' then event = letter[2][i + 1] end
        end
        local entry = redis.call('XADD', KEYS[2], '*', 'event', event)
        redis.call('XDEL', KEYS[1], ARGV[1])
        return entry
        """;

    public int Most => most;

    /// <summary>Whether a text can be the id of an entry, such as 1753934400000-0.</summary>
    public static bool IsId(string text) =>
        text.Split('-') is [var at, var number] && IsNumber(at) && IsNumber(number);

    /// <returns>How many of the oldest had to go for them.</returns>
    public async Task<long> BuryAsync(
        IEnumerable<(string Text, string Reason, string Place)> letters)
    {
        await redis.AskAllAsync("XADD", letters.Select(letter => new object[]
        {
            Key, "*", "event", EscapedUtf8.Octets(letter.Text), "reason", letter.Reason, "place", letter.Place,
        }));
        return (long)await redis.AskAsync("XTRIM", Key, "MAXLEN", most);
    }

    public async Task<long> CountAsync() => (long)await redis.AskAsync("XLEN", Key);

    /// <summary>Letters after an id, oldest first; null: from the first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string? after, int limit) =>
        Letters(await redis.AskAsync(
            "XRANGE", Key, after is null ? "-" : $"({after}", "+", "COUNT", limit));

    /// <summary>One letter; null: it is not there, or not any more.</summary>
    public async Task<DeadLetter?> FindAsync(string id) =>
        Letters(await redis.AskAsync("XRANGE", Key, id, id)) is [var letter] ? letter : null;

    /// <summary>
    /// Puts a letter's text into <c>credit:events</c> once more, octet by octet, and takes the letter
    /// away, in one step at the server.
    /// </summary>
    /// <returns>The new entry's id; null: there is no such letter.</returns>
    public async Task<string?> ReplayAsync(string id)
    {
        var entry = await redis.RunAsync(Replay, [Key, EventStream.Key], id);
        return entry.IsNull ? null : (string?)entry;
    }

    private static bool IsNumber(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static IReadOnlyList<DeadLetter> Letters(RedisResult list) =>
        [.. ((RedisResult[])list!).Select(entry => (RedisResult[])entry!).Select(Letter)];

    private static DeadLetter Letter(RedisResult[] entry)
    {
        var fields = ((RedisResult[])entry[1]!).Select(part => EscapedUtf8.Text((byte[]?)part)).Chunk(2)
            .Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return new DeadLetter(
            (string)entry[0]!, Of("event"), Of("reason"), Of("place"));

        string Of(string name) => fields[name].FirstOrDefault() ?? "";
    }
}

/// <summary>An entry that was turned away.</summary>
/// <param name="Id">Begins with the millisecond in which it was laid aside.</param>
/// <param name="Text">As it was sent.</param>
/// <param name="Reason">The name of its first flaw.</param>
/// <param name="Place">Where that is: the entry, line and column.</param>
public sealed record DeadLetter(string Id, string Text, string Reason, string Place)
{
    /// <summary>Null: the id is not one that Redis gave by its clock.</summary>
    public DateTimeOffset? At =>
        long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
