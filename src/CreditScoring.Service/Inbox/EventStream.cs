using System.Globalization;
using CreditScoring.Redis;
using StackExchange.Redis;

namespace CreditScoring.Inbox;

/// <summary>
/// The stream <c>credit:events</c> as one worker of the group <c>credit</c> sees it. Blocking reads
/// have a connection of their own.
/// </summary>
public sealed class EventStream(RedisConnection reading, RedisConnection redis, string worker)
{
    public const string Key = "credit:events";
    public const string Group = "credit";

    private static readonly TimeSpan Block = TimeSpan.FromSeconds(1);

    /// <summary>Makes the group from the first entry on; repeats fall out by their ids.</summary>
    /// <returns>Whether it had to be made.</returns>
    public async Task<bool> EnsureGroupAsync()
    {
        try
        {
            await redis.AskAsync("XGROUP", "CREATE", Key, Group, "0", "MKSTREAM");
            return true;
        }
        catch (RedisUnavailable there) when (there.Says("BUSYGROUP"))
        {
            return false;
        }
    }

    /// <summary>What nobody has had yet; waits a moment for it.</summary>
    public async Task<IReadOnlyList<StreamEntry>> NewAsync(int most) =>
        StreamEntry.OfRead(await reading.AskAsync(
            Block, "XREADGROUP", "GROUP", Group, worker, "COUNT", most,
            "BLOCK", (int)Block.TotalMilliseconds, "STREAMS", Key, ">"));

    /// <summary>What this worker has had and not acknowledged, after an id.</summary>
    public async Task<IReadOnlyList<StreamEntry>> MineAsync(string after, int most) =>
        StreamEntry.OfRead(await reading.AskAsync(
            "XREADGROUP", "GROUP", Group, worker, "COUNT", most, "STREAMS", Key, after));

    /// <summary>Takes over what another worker has left lying, as a dead one does.</summary>
    /// <returns>The entries, and where to look next; "0-0": from the beginning.</returns>
    public async Task<(IReadOnlyList<StreamEntry> Entries, string Next)> ClaimAsync(
        TimeSpan idle, string from, int most)
    {
        var answer = (RedisResult[])(await redis.AskAsync(
            "XAUTOCLAIM", Key, Group, worker,
            ((long)idle.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), from,
            "COUNT", most))!;
        return (StreamEntry.OfList(answer[1]), (string)answer[0]!);
    }

    public async Task AcknowledgeAsync(IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0)
        {
            await redis.AskAsync("XACK", [Key, Group, .. ids]);
        }
    }

    /// <summary>How much is handed out and not acknowledged, and how much is not handed out;
    /// null: the server cannot tell.</summary>
    public async Task<(long Pending, long? Lag)> DepthAsync()
    {
        foreach (var group in (RedisResult[])(await redis.AskAsync("XINFO", "GROUPS", Key))!)
        {
            var told = Told(group);
            if ((string?)told["name"] == Group)
            {
                var lag = told.GetValueOrDefault("lag");
                return ((long)told["pending"], lag is null or { IsNull: true } ? null : (long)lag);
            }
        }

        throw new RedisUnavailable($"NOGROUP the group of {Key} is gone");
    }

    public Task TrimAsync() => StreamTrim.RunAsync(redis, Key);

    /// <summary>Names and values by turns, as Redis tells about itself.</summary>
    private static Dictionary<string, RedisResult> Told(RedisResult about) =>
        ((RedisResult[])about!).Chunk(2).ToDictionary(pair => (string)pair[0]!, pair => pair[1]);
}
