using System.Globalization;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Outgoing;

/// <summary>
/// Tiers in Redis. The key <c>credit:tiers</c> says up to where they are whole, and of which run of
/// the server: FLUSHALL takes it away, and a server that came back, perhaps with older data, is
/// another run.
/// </summary>
public sealed class RedisTierCache(RedisConnection redis, TimeProvider clock) : ITierCache
{
    public const string Marker = "credit:tiers";

    private const string RunId = "run_id:";
    private const int Chunk = 500;

    private const string Put = """
        for i = 1, #KEYS do
          local old = redis.call('GET', KEYS[i])
          local known = old and tonumber(string.match(old, '^[^|]*|[^|]*|(%d+)|')) or 0
          if known <= tonumber(ARGV[3 * i - 2]) then
            if ARGV[3 * i] == '' then
              redis.call('SET', KEYS[i], ARGV[3 * i - 1])
            elseif tonumber(ARGV[3 * i]) <= 0 then
              redis.call('UNLINK', KEYS[i])
            else
              redis.call('SET', KEYS[i], ARGV[3 * i - 1], 'PX', ARGV[3 * i])
            end
          end
        end
        """;

    /// <summary>
    /// The server says itself which run it is: its client may have met the next one unseen.
    /// </summary>
    private const string Reach = """
        if string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') ~= ARGV[1] then return 0 end
        local known = redis.call('GET', KEYS[1])
        if not known or not string.match(known, '^' .. ARGV[1] .. ' ' .. ARGV[3] .. '$') then
          return 0
        end
        redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2])
        return 1
        """;

    /// <summary>The run of the server for which our own marks hold.</summary>
    private string run = "";

    /// <summary>
    /// Who follows the changes must not call whole what another is still filling.
    /// </summary>
    private bool filling;

    public async Task<long?> PositionAsync()
    {
        run = await RunAsync();
        filling = false;
        return ((string?)await redis.AskAsync("GET", Marker))?.Split(' ') is [var of, var position]
            && of == run
            && long.TryParse(
                position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    public async Task BeginAsync(bool clear)
    {
        run = await RunAsync();
        await redis.AskAsync("SET", Marker, $"{run} filling");
        filling = true;
        if (clear)
        {
            await Clear();
        }
    }

    public Task PutAsync(IReadOnlyCollection<KeptStanding> standings)
    {
        var now = clock.GetUtcNow();
        return Task.WhenAll(standings.Chunk(Chunk).Select(chunk => redis.RunAsync(
            Put,
            [.. chunk.Select(each => (RedisKey)TierLine.Key(each))],
            [
                .. chunk.SelectMany(each => new RedisValue[]
                {
                    each.Revision, TierLine.Of(each), TierLine.Holds(each, now),
                }),
            ])));
    }

    public async Task<bool> ReachAsync(long position)
    {
        var state = filling ? "filling" : "%d+";
        filling = false;
        return (long)await redis.RunAsync(Reach, [Marker], run, position, state) == 1;
    }

    private async Task Clear()
    {
        var cursor = "0";
        do
        {
            var page = (RedisResult[])(await redis.AskAsync(
                "SCAN", cursor, "MATCH", $"{TierLine.Prefix}*", "COUNT", 1000))!;
            cursor = (string)page[0]!;
            if ((string[])page[1]! is { Length: > 0 } keys)
            {
                await redis.AskAsync("UNLINK", [.. keys]);
            }
        }
        while (cursor != "0");
    }

    private async Task<string> RunAsync() =>
        ((string)(await redis.AskAsync("INFO", "server"))!).Split("\r\n")
            .First(line => line.StartsWith(RunId, StringComparison.Ordinal))[RunId.Length..];
}
