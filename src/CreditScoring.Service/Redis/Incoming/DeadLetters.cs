using CreditScoring.Documents;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Incoming;

/// <summary>
/// The stream <c>credit:dead-letters</c>: entries of <c>credit:events</c> that were turned away. It is
/// bounded by their number and by their memory at the server, and the oldest go first; the record's
/// quarantine has them all.
/// </summary>
/// <param name="most">How many there may be: <c>Redis:DeadLetters</c>.</param>
/// <param name="mostOctets">How much memory they may take.</param>
public sealed class DeadLetters(RedisConnection redis, int most, long mostOctets = 256 << 20) : IDeadLetters
{
    public const string Key = "credit:dead-letters";

    /// <summary>Octets of a page, and of the text of a letter in it; of one letter by itself.</summary>
    private const int Page = 4 << 20;
    private const int InPage = 16 << 10;
    private const int Alone = 256 << 10;

    public int Most => most;

    /// <returns>How many of the oldest had to go for them.</returns>
    public async Task<long> BuryAsync(
        IEnumerable<(string Text, string Reason, string Place)> letters)
    {
        await redis.AskAllAsync("XADD", letters.Select(letter => new object[]
        {
            Key, "*", "event", EscapedUtf8.Octets(letter.Text),
            "reason", letter.Reason, "place", letter.Place,
        }));
        return (long)await redis.RunAsync(LetterScripts.Trim, [Key], most, mostOctets);
    }

    public async Task<long> CountAsync() => (long)await redis.AskAsync("XLEN", Key);

    public Task<IReadOnlyList<DeadLetter>> ListAsync(string? after, int limit) =>
        Letters(after is null ? "-" : $"({after}", "+", limit, InPage);

    public async Task<DeadLetter?> FindAsync(string id) =>
        await Letters(id, id, 1, Alone) is [var letter] ? letter : null;

    public async Task<string?> TextAsync(string id) =>
        await Letters(id, id, 1, int.MaxValue) is [var letter] ? letter.Text : null;

    public async Task<string?> ReplayAsync(string id)
    {
        var entry = await redis.RunAsync(LetterScripts.Replay, [Key, EventStream.Key], id);
        return entry.IsNull ? null : (string?)entry;
    }

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
