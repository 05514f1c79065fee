using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Redis;
using StackExchange.Redis;

namespace CreditScoring.Inbox;

/// <summary>
/// The stream <c>credit:dead-letters</c>: entries of <c>credit:events</c> that were turned away. It is
/// bounded by their number and by their memory at the server, and the oldest go first; the record's
/// quarantine has them all.
/// </summary>
/// <param name="most">How many there may be: <c>Redis:DeadLetters</c>.</param>
/// <param name="mostOctets">How much memory they may take.</param>
public sealed class DeadLetters(RedisConnection redis, int most, long mostOctets = 256 << 20)
{
    public const string Key = "credit:dead-letters";

    /// <summary>Octets of a page, and of the text of a letter in it; of one letter by itself.</summary>
    private const int Page = 4 << 20;
    private const int InPage = 16 << 10;
    private const int Alone = 256 << 10;

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
        return (long)await redis.RunAsync(LetterScripts.Trim, [Key], most, mostOctets);
    }

    public async Task<long> CountAsync() => (long)await redis.AskAsync("XLEN", Key);

    /// <summary>
    /// Letters after an id, oldest first, until so many or the octets of a page are spent; null: from
    /// the first.
    /// </summary>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(string? after, int limit) =>
        Letters(after is null ? "-" : $"({after}", "+", limit, InPage);

    /// <summary>One letter; null: it is not there, or not any more.</summary>
    public async Task<DeadLetter?> FindAsync(string id) =>
        await Letters(id, id, 1, Alone) is [var letter] ? letter : null;

    /// <summary>All of a letter's text; null: there is no such letter.</summary>
    public async Task<string?> TextAsync(string id) =>
        await Letters(id, id, 1, int.MaxValue) is [var letter] ? letter.Text : null;

    /// <summary>
    /// Puts a letter's text into <c>credit:events</c> once more, octet by octet, and takes the letter
    /// away, in one step at the server.
    /// </summary>
    /// <returns>The new entry's id; null: there is no such letter.</returns>
    public async Task<string?> ReplayAsync(string id)
    {
        var entry = await redis.RunAsync(LetterScripts.Replay, [Key, EventStream.Key], id);
        return entry.IsNull ? null : (string?)entry;
    }

    private static bool IsNumber(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private async Task<IReadOnlyList<DeadLetter>> Letters(string from, string to, int limit, int text) =>
        RedisConnection.Read(
            list => (IReadOnlyList<DeadLetter>)[.. ((RedisResult[])list!).Select(Letter)], "XRANGE",
            await redis.RunAsync(LetterScripts.List, [Key], from, to, limit, Page, text));

    private static DeadLetter Letter(RedisResult entry)
    {
        var parts = (RedisResult[])entry!;
        var (octets, all) = ((byte[])parts[1]!, (long)parts[2]);
        var text = octets.Length < all ? EscapedUtf8.Beginning(octets) : EscapedUtf8.Text(octets);
        return new DeadLetter((string)parts[0]!, text, (string)parts[3]!, (string)parts[4]!)
        {
            TextOctets = all,
            IsCut = octets.Length < all,
        };
    }
}

/// <summary>An entry that was turned away.</summary>
/// <param name="Id">Begins with the millisecond in which it was laid aside.</param>
/// <param name="Text">As it was sent, or its beginning.</param>
/// <param name="Reason">The name of its first flaw.</param>
/// <param name="Place">Where that is: the entry, line and column.</param>
public sealed record DeadLetter(string Id, string Text, string Reason, string Place)
{
    /// <summary>Octets of its text as it was sent.</summary>
    public long TextOctets { get; init; }

    public bool IsCut { get; init; }

    /// <summary>Null: the id is not one that Redis gave by its clock.</summary>
    public DateTimeOffset? At =>
        long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
