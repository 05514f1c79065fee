using System.Globalization;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Outgoing;

/// <summary>
/// The stream <c>credit:recommendations</c>. An entry's id is the position of the record's feed, so
/// the stream itself says how far it has come: after a loss it is behind, and what it lacks is sent
/// again.
/// </summary>
public sealed class RecommendationStream(RedisConnection redis)
{
    public const string Key = "credit:recommendations";

    /// <summary>
    /// Adds in order, and only to a stream that has come exactly as far as the sender believes; an
    /// error in between leaves no gap behind it.
    /// </summary>
    private const string Add = """
        local last = '0-0'
        if redis.call('EXISTS', KEYS[1]) == 1 then
          local about = redis.call('XINFO', 'STREAM', KEYS[1])
          for i = 1, #about, 2 do
            if about[i] == 'last-generated-id' then last = about[i + 1] end
          end
        end
        if #ARGV == 0 then return last end
        if last ~= ARGV[1] then return last end
        for i = 2, #ARGV, 2 do
          last = ARGV[i]
          redis.call('XADD', KEYS[1], last, 'recommendation', ARGV[i + 1])
        end
        return last
        """;

    /// <summary>The position of the last recommendation that it was given; 0: none.</summary>
    public async Task<long> PositionAsync() => Position(await redis.RunAsync(Add, [Key]));

    /// <summary>Adds these after a position, if that is where the stream is.</summary>
    /// <returns>Where it is now.</returns>
    public async Task<long> AddAsync(long after, IReadOnlyList<FeedItem> items) => Position(
        await redis.RunAsync(Add, [Key],
            [
                Id(after),
                .. items.SelectMany(item => new RedisValue[] { Id(item.Position), item.Json }),
            ]));

    private static string Id(long position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position}-0");

    private static long Position(RedisResult id) =>
        long.Parse(((string)id!).Split('-')[0], CultureInfo.InvariantCulture);
}
