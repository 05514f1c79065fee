namespace CreditScoring.Service.Redis.Incoming;

/// <summary>What is done with <c>credit:dead-letters</c> in one step at the server.</summary>
internal static class LetterScripts
{
    /// <summary>
    /// Letters in order, each with the beginning of its text and the octets of all of it, until there
    /// are enough letters or octets.
    /// </summary>
    public const string List = """
        local from, most, room, cut = ARGV[1], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
        local shown, octets = {}, 0
        while #shown < most and octets < room do
          local entries = redis.call('XRANGE', KEYS[1], from, ARGV[2], 'COUNT', math.min(4, most - #shown))
          for _, entry in ipairs(entries) do
            if octets >= room then break end
            local told = {event = '', reason = '', place = ''}
            for i = 1, #entry[2] - 1, 2 do
              if told[entry[2][i]] == '' then told[entry[2][i]] = entry[2][i + 1] end
            end
            local text = string.sub(told.event, 1, cut)
            octets = octets + #text
            shown[#shown + 1] = {entry[1], text, #told.event,
              string.sub(told.reason, 1, 1000), string.sub(told.place, 1, 1000)}
            from = '(' .. entry[1]
          end
          if #entries == 0 or ARGV[1] == ARGV[2] then break end
        end
        return shown
        """;

    /// <summary>Takes the oldest off until there are neither too many nor too large ones.</summary>
    public const string Trim = """
        local gone = redis.call('XTRIM', KEYS[1], 'MAXLEN', ARGV[1])
        local left = redis.call('XLEN', KEYS[1])
        local taken = redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', 0)
        while taken and taken > tonumber(ARGV[2]) and left > 1 do
          left = math.floor(math.min(left - 1, left * tonumber(ARGV[2]) / taken))
          gone = gone + redis.call('XTRIM', KEYS[1], 'MAXLEN', math.max(left, 1))
          taken = redis.call('MEMORY', 'USAGE', KEYS[1], 'SAMPLES', 0)
        end
        return gone
        """;

    public const string Replay = """
        local letter = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
        if not letter then return false end
        local event = ''
        for i = 1, #letter[2] - 1, 2 do
          if letter[2][i] == 'event' then event = letter[2][i + 1] end
        end
        local entry = redis.call('XADD', KEYS[2], '*', 'event', event)
        redis.call('XDEL', KEYS[1], ARGV[1])
        return entry
        """;
}
