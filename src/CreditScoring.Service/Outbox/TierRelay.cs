using CreditScoring.Loops;
using CreditScoring.Records;
using CreditScoring.Redis;
using CreditScoring.Telemetry;
using CreditScoring.TierCache;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Outbox;

/// <summary>
/// Carries the record's standings into the tier cache, and fills it anew when it was lost.
/// </summary>
public sealed partial class TierRelay(
    IRecord record, ITierCache cache, CopyOwner owner, LoopHealth health, Positions positions,
    ILogger<TierRelay> log)
    : RedisPart("tiers", health, log)
{
    private const int Page = 4000;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);

    /// <summary>Puts every standing of the record into the cache.</summary>
    /// <returns>How many, and the change of the record up to which the cache is whole.</returns>
    public static async Task<(long Standings, long Position)> FillAsync(
        IRecord record, ITierCache cache, bool clear, CancellationToken stop)
    {
        // The position first: what changes while the pages are read is carried once more.
        var position = (await record.ChangesAsync(0, 0)).Highest;
        await cache.BeginAsync(clear);
        var query = new StandingQuery(Page) { HeadsOnly = true };
        var count = 0L;
        while (await record.StandingsAsync(query) is { Count: > 0 } page)
        {
            stop.ThrowIfCancellationRequested();
            await cache.PutAsync(page);
            count += page.Count;
            query = query with { After = new StandingKey(page[^1].Regime, page[^1].Subject) };
        }

        // Lost once more while it was filled: who follows finds no position, and fills it again.
        await cache.ReachAsync(position);
        return (count, position);
    }

    protected override async Task RunAsync(CancellationToken stop)
    {
        await using var lead = await Leading.WaitAsync(record, "tiers", Works, stop);
        var epoch = await record.EpochAsync();
        var known = await cache.PositionAsync();
        var ours = await owner.IsOursAsync("tiers", epoch, empty: false);
        // Lines of another record may be newer than ours, and would stay.
        var position = ours && known is { } reached ? reached : await Fill(clear: !ours, stop);
        await owner.OwnAsync("tiers", epoch);
        while (!stop.IsCancellationRequested && !lead.Lost)
        {
            var changes = await record.ChangesAsync(position, Page);
            if (!changes.Complete)
            {
                // A record behind its copy was restored from a backup: newer lines must go.
                position = await Fill(clear: position > changes.Highest, stop);
                continue;
            }

            await cache.PutAsync(changes.Standings);
            position = await cache.ReachAsync(changes.Last)
                ? changes.Last : await Fill(clear: false, stop);
            positions.Reached("tiers", position, Math.Max(0, changes.Highest - position));
            Works();
            if (changes.Last == changes.Highest)
            {
                await Wait(Idle, stop);
            }
        }
    }

    private async Task<long> Fill(bool clear, CancellationToken stop)
    {
        var (standings, position) = await FillAsync(record, cache, clear, stop);
        LogFilled(standings);
        return position;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "the tier cache was not whole: filled anew from the "
            + "record, {Standings} standings")]
    private partial void LogFilled(long standings);
}
