using CreditScoring.Outbox;
using CreditScoring.Records;
using CreditScoring.Redis;
using CreditScoring.Service;

namespace CreditScoring.TierCache;

/// <summary>
/// <c>CreditScoring.Service rebuild-cache</c>: empties the tier cache and fills it from the record.
/// If a running service holds the record, the cache is emptied and that service fills it.
/// </summary>
public static class RebuildCommand
{
    public const string Name = "rebuild-cache";

    /// <exception cref="Refusal">There is no Redis, or no record.</exception>
    public static async Task<int> RunAsync(
        string[] arguments, TimeProvider clock, Func<Settings, IRecord> open)
    {
        var settings = Settings.Read(Hosting.Builder().Configuration, Switches.Parse(arguments));
        if (settings.Redis is not { } address)
        {
            throw new Refusal("Redis:Connection is not set: there is no cache to rebuild", 2);
        }

        await using var redis = new RedisConnection(address);
        try
        {
            await Run(() => open(settings), new RedisTierCache(redis, clock));
            return 0;
        }
        catch (RedisUnavailable down)
        {
            throw new Refusal($"Redis:Connection: {down.Message}", 1);
        }
    }

    private static async Task Run(Func<IRecord> open, RedisTierCache cache)
    {
        try
        {
            var record = open();
            using var closing = record as IDisposable;
            var (standings, _) = await TierRelay.FillAsync(
                record, cache, clear: true, CancellationToken.None);
            Console.WriteLine($"{standings} standings in the cache");
        }
        catch (RecordRefused inUse)
        {
            await cache.BeginAsync(clear: true);
            Console.WriteLine(
                $"{inUse.Message}\nthe cache is empty; the service that runs fills it");
        }
    }
}
