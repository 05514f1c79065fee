using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Connecting;

/// <summary>
/// Removes what every group of a stream has done with: entries below the lowest that is pending or
/// not handed out. A stream without a group keeps everything. One step at the server, so that no
/// group can be made in between.
/// </summary>
/// <param name="own">Our group, without which nothing goes; null: we read nothing of it.</param>
public sealed class StreamTrim(RedisConnection redis, string stream, string? own, TimeProvider clock)
{
    /// <summary>A group of others that stands still for so long is told of.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private const string Script = """
        local function before(a, b)
          local am, as = string.match(a, '(%d+)-(%d+)')
          local bm, bs = string.match(b, '(%d+)-(%d+)')
          am, as, bm, bs = tonumber(am), tonumber(as), tonumber(bm), tonumber(bs)
          return am < bm or (am == bm and as < bs)
        end
        if redis.call('EXISTS', KEYS[1]) == 0 then return {0, '', '', 0} end
        local lowest, slowest, found = nil, '', ARGV[1] == ''
        for _, each in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
          local group = {}
          for i = 1, #each, 2 do group[each[i]] = each[i + 1] end
          found = found or group['name'] == ARGV[1]
          local keep = group['last-delivered-id']
          local pending = redis.call('XPENDING', KEYS[1], group['name'])
          if pending[1] > 0 and before(pending[2], keep) then keep = pending[2] end
          if not lowest or before(keep, lowest) then lowest, slowest = keep, group['name'] end
        end
        if not lowest or not found then return {0, '', '', 0} end
        local gone = redis.call('XTRIM', KEYS[1], 'MINID', lowest)
        return {gone, slowest, lowest, redis.call('XLEN', KEYS[1])}
        """;

    private (string Group, string At, DateTimeOffset Since) still;

    /// <returns>How many entries went, and what keeps the others from going, with what to do; null:
    /// nothing but what is new.</returns>
    public async Task<(long Gone, string? Held)> RunAsync()
    {
        var (gone, group, at, left) = RedisConnection.Read(
            Answer, "XTRIM", await redis.RunAsync(Script, [stream], own ?? ""));
        var now = clock.GetUtcNow();
        // One entry is left also where all has been read: the last one that was handed out.
        if (left <= 1 || group == own || (group, at) != (still.Group, still.At))
        {
            still = (group, at, now);
        }

        return (gone, now - still.Since < Patience ? null
            : $"the group {group} of {stream} has not moved for {(now - still.Since).TotalDays:0} days "
                + $"and keeps {left} entries: let it read and acknowledge, or remove it with "
                + $"XGROUP DESTROY {stream} {group}");
    }

    private static (long Gone, string Group, string At, long Left) Answer(RedisResult answer)
    {
        var parts = (RedisResult[])answer!;
        return ((long)parts[0], (string)parts[1]!, (string)parts[2]!, (long)parts[3]);
    }
}
