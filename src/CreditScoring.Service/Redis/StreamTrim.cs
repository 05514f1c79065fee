namespace CreditScoring.Redis;

/// <summary>
/// Removes what every group of a stream has done with: entries below the lowest that is pending or
/// not handed out. A stream without a group keeps everything. One step at the server, so that no
/// group can be made in between.
/// </summary>
public static class StreamTrim
{
    private const string Script = """
        local function before(a, b)
          local am, as = string.match(a, '(%d+)-(%d+)')
          local bm, bs = string.match(b, '(%d+)-(%d+)')
          am, as, bm, bs = tonumber(am), tonumber(as), tonumber(bm), tonumber(bs)
          return am < bm or (am == bm and as < bs)
        end
        if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
        local lowest = nil
        for _, each in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
          local group = {}
          for i = 1, #each, 2 do group[each[i]] = each[i + 1] end
          local keep = group['last-delivered-id']
          local pending = redis.call('XPENDING', KEYS[1], group['name'])
          if pending[1] > 0 and before(pending[2], keep) then keep = pending[2] end
          if not lowest or before(keep, lowest) then lowest = keep end
        end
        if not lowest then return 0 end
        return redis.call('XTRIM', KEYS[1], 'MINID', lowest)
        """;

    /// <returns>How many entries went.</returns>
    public static async Task<long> RunAsync(RedisConnection redis, string stream) =>
        (long)await redis.RunAsync(Script, [stream]);
}
