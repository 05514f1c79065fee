using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;

namespace CreditScoring.Service.Redis.Outgoing;

/// <summary>
/// Of which record, in which epoch, the copies in Redis are: a record that was restored reaches the
/// same positions again, with other things.
/// </summary>
public sealed class CopyOwner(RedisConnection redis)
{
    /// <param name="copy">tiers or recommendations.</param>
    /// <param name="empty">Whether the copy holds nothing, so that whoever writes first owns it.</param>
    /// <returns>Whether it is of this record.</returns>
    public async Task<bool> IsOursAsync(string copy, RecordEpoch epoch, bool empty)
    {
        var owner = (string?)await redis.AskAsync("GET", Key(copy));
        if (owner == epoch.Id)
        {
            return true;
        }

        // Before there were epochs nobody wrote one down; a record never restored may own it.
        if (!empty && !(owner is null && epoch.Original))
        {
            return false;
        }

        await OwnAsync(copy, epoch);
        return true;
    }

    public Task OwnAsync(string copy, RecordEpoch epoch) => redis.AskAsync("SET", Key(copy), epoch.Id);

    private static string Key(string copy) => $"credit:{copy}:record";
}
