namespace CreditScoring.Service.Redis.Incoming;

/// <summary>What is done with the group of <c>credit:events</c> in one step at the server.</summary>
internal static class StreamScripts
{
    /// <summary>Names and values by turns -> a table.</summary>
    private const string About = """
        local function about(list)
          local told = {}
          for i = 1, #list, 2 do told[list[i]] = list[i + 1] end
          return told
        end

        """;

    /// <summary>
    /// Reads until there are enough entries or octets, a few at a time: how large the next are is
    /// known only when they are read. What is too much is ours from then on, and told to be there; an
    /// event that is longer than any that is taken is told by its beginning.
    /// </summary>
    public const string Read = """
        local after, most, enough, step = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
        local longest, mark = tonumber(ARGV[7]), ARGV[8]
        local taken, octets, more = {}, 0, 0
        while #taken < most and octets < enough do
          local answer = redis.pcall(
            'XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', step, 'STREAMS', KEYS[1], after)
          if answer and answer.err then return answer end
          local entries = answer and answer[1] and answer[1][2] or {}
          if #entries == 0 then break end
          for _, entry in ipairs(entries) do
            if #taken >= most or octets >= enough then
              more = 1
              break
            end
            local fields = entry[2] or {}
            for i = 1, #fields - 1, 2 do
              if fields[i] == 'event' and #fields[i + 1] > longest then
                fields[i], fields[i + 1] = mark, string.sub(fields[i + 1], 1, 1000)
              end
              octets = octets + #fields[i] + #fields[i + 1]
            end
            taken[#taken + 1] = entry
          end
          if after ~= '>' then
            after = taken[#taken][1]
            if #entries == step then more = 1 end
          end
          if #entries < step then break end
        end
        return {taken, more}
        """;

    /// <summary>
    /// Makes the group. What is not in the stream any more counts as read: whether a group that is
    /// gone had it cannot be known.
    /// </summary>
    public const string Group = About + """
        if redis.call('EXISTS', KEYS[1]) == 1 then
          for _, each in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
            if about(each)['name'] == ARGV[1] then return 0 end
          end
        end
        local made = redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0', 'MKSTREAM')
        if made.err then return made end
        local stream = about(redis.call('XINFO', 'STREAM', KEYS[1]))
        if stream['entries-added'] then
          redis.call('XGROUP', 'SETID', KEYS[1], ARGV[1], '0',
            'ENTRIESREAD', stream['entries-added'] - stream['length'])
        end
        return 1
        """;

    /// <summary>
    /// Of all that was ever added, what was neither handed out nor lies there still was removed
    /// unread. It can be reckoned when all that lies there is unread, or nothing of it; the server's
    /// own count is then put right, so that nothing is counted twice.
    /// </summary>
    public const string Missed = About + """
        local stream, group = about(redis.call('XINFO', 'STREAM', KEYS[1])), nil
        for _, each in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
          local told = about(each)
          if told['name'] == ARGV[1] then group = told end
        end
        if not group or not stream['entries-added'] then return 0 end
        local last, unread = group['last-delivered-id'], nil
        if last == stream['last-generated-id'] or stream['length'] == 0 then
          unread = 0
        elseif #redis.call('XRANGE', KEYS[1], '-', last, 'COUNT', 1) == 0 then
          unread = stream['length']
        end
        if not unread then return 0 end
        local had = stream['entries-added'] - unread
        local counted = group['entries-read']
        if counted == had then return 0 end
        redis.call('XGROUP', 'SETID', KEYS[1], ARGV[1], last, 'ENTRIESREAD', had)
        return counted and had > counted and had - counted or 0
        """;

    public const string Forget = About + """
        local gone = 0
        for _, each in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
          local told = about(each)
          if told['name'] ~= ARGV[2] and told['pending'] == 0 and told['idle'] > tonumber(ARGV[3]) then
            redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], told['name'])
            gone = gone + 1
          end
        end
        return gone
        """;

    public const string Remove = """
        if #redis.call('XINFO', 'GROUPS', KEYS[1]) > 0 then return 0 end
        for _, id in ipairs(ARGV) do redis.call('XDEL', KEYS[1], id) end
        return 1
        """;
}
