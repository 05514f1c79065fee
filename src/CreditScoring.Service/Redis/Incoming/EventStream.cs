using System.Globalization;
using CreditScoring.Disk;
using CreditScoring.Service.Redis.Connecting;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Incoming;

/// <summary>
/// The stream <c>credit:events</c> as one worker of the group <c>credit</c> sees it. Blocking reads
/// have a connection of their own.
/// </summary>
public sealed class EventStream(RedisConnection reading, RedisConnection redis, string worker)
{
    public const string Key = "credit:events";
    public const string Group = "credit";

    /// <summary>Entries of one read.</summary>
    private const int Most = 2048;

    /// <summary>Octets of one read; the entry that exceeds them comes with them.</summary>
    private const int Enough = 8 << 20;

    private const int Step = 16;

    private static readonly TimeSpan Block = TimeSpan.FromSeconds(1);

    /// <summary>After this one are entries that were handed to us and are still to be read.</summary>
    private string? left;

    /// <summary>Made from the first entry on; repeats fall out by their ids.</summary>
    /// <exception cref="RedisUnavailable">OOM: the server has no room for a group.</exception>
    /// <returns>Whether it had to be made.</returns>
    public async Task<bool> EnsureGroupAsync() =>
        (long)await redis.RunAsync(StreamScripts.Group, [Key], Group) == 1;

    /// <summary>What nobody has had yet; waits a moment for it.</summary>
    public async Task<IReadOnlyList<StreamEntry>> NewAsync() =>
        left is { } after && await Read(reading, after) is { Count: > 0 } handed ? handed
            : await Read(reading, ">") is { Count: > 0 } waiting ? waiting
            : await reading.ReadAsync(Block, StreamEntry.OfRead, "XREADGROUP", "GROUP", Group, worker,
                "COUNT", 1, "BLOCK", (int)Block.TotalMilliseconds, "STREAMS", Key, ">");

    /// <summary>What this worker has had and not acknowledged, after an id.</summary>
    public Task<IReadOnlyList<StreamEntry>> MineAsync(string after) => Read(reading, after);

    /// <summary>The first entries, as somebody reads them who has no group.</summary>
    public Task<IReadOnlyList<StreamEntry>> FirstAsync() =>
        redis.ReadAsync(TimeSpan.Zero, StreamEntry.OfList, "XRANGE", Key, "-", "+", "COUNT", Step);

    /// <summary>Removes entries that are on disk, if no group at all could want them.</summary>
    /// <returns>Whether that is so.</returns>
    public async Task<bool> RemoveAsync(IEnumerable<string> ids) => (long)await redis.RunAsync(
        StreamScripts.Remove, [Key], [.. ids.Select(id => (RedisValue)id)]) == 1;

    /// <summary>Takes over what another worker has left lying, as a dead one does.</summary>
    /// <returns>The entries, where to look next ("0-0": from the beginning), and whether there were
    /// some that the server did not name: they are told by <see cref="MineAsync"/>.</returns>
    public async Task<(IReadOnlyList<StreamEntry> Entries, string Next, bool Unnamed)> ClaimAsync(
        TimeSpan idle, string from)
    {
        var entries = new List<StreamEntry>();
        var unnamed = false;
        do
        {
            (from, var some, var all) = await redis.ReadAsync(
                TimeSpan.Zero, Claimed, "XAUTOCLAIM", Key, Group, worker,
                ((long)idle.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), from,
                "COUNT", Step);
            entries.AddRange(some);
            unnamed |= some.Count < all;
        }
        while (from != "0-0" && entries.Count < Most && entries.Sum(entry => entry.Octets) < Enough);
        return (entries, from, unnamed);
    }

    public async Task AcknowledgeAsync(IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0)
        {
            await redis.AskAsync("XACK", [Key, Group, .. ids]);
        }
    }

    /// <summary>
    /// Counts the entries that somebody removed before they were handed to any worker, once each; 0
    /// where the server (before 7.0) cannot tell.
    /// </summary>
    public async Task<long> MissedAsync() =>
        (long)await redis.RunAsync(StreamScripts.Missed, [Key], Group);

    /// <summary>Takes names of workers off the group that have long gone and left nothing.</summary>
    public Task ForgetWorkersAsync(TimeSpan idle) => redis.RunAsync(
        StreamScripts.Forget, [Key], Group, worker, (long)idle.TotalMilliseconds);

    /// <summary>How much is handed out and not acknowledged, and how much is not handed out;
    /// null: the server cannot tell.</summary>
    public async Task<(long Pending, long? Lag)> DepthAsync() =>
        await redis.ReadAsync(TimeSpan.Zero, Depth, "XINFO", "GROUPS", Key)
            ?? throw new RedisUnavailable($"NOGROUP the group of {Key} is gone");

    private async Task<IReadOnlyList<StreamEntry>> Read(RedisConnection from, string after)
    {
        var (entries, more) = RedisConnection.Read(Taken, "XREADGROUP", await from.RunAsync(
            StreamScripts.Read, [Key], Group, worker, after, Most, Enough, Step, EventFile.Longest,
            StreamEntry.CutEvent));
        left = more && entries.Count > 0 ? entries[^1].Id : null;
        return entries;
    }

    private static (IReadOnlyList<StreamEntry> Entries, bool More) Taken(RedisResult answer)
    {
        var parts = (RedisResult[])answer!;
        return (StreamEntry.OfList(parts[0]), (long)parts[1] == 1);
    }

    private static (string Next, IReadOnlyList<StreamEntry> Entries, int All) Claimed(RedisResult answer)
    {
        var parts = (RedisResult[])answer!;
        return ((string)parts[0]!, StreamEntry.OfList(parts[1]), parts[1].Length);
    }

    private static (long Pending, long? Lag)? Depth(RedisResult groups)
    {
        foreach (var group in (RedisResult[])groups!)
        {
            // Names and values by turns, as Redis tells about itself.
            var told = ((RedisResult[])group!).Chunk(2)
                .ToDictionary(pair => (string)pair[0]!, pair => pair[1]);
            if ((string?)told["name"] == Group)
            {
                var lag = told.GetValueOrDefault("lag");
                return ((long)told["pending"], lag is null or { IsNull: true } ? null : (long)lag);
            }
        }

        return null;
    }
}
