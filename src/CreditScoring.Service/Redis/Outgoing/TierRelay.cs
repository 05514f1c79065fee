using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Work;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Redis.Outgoing;

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
        var (standings, position) = await CacheFilling.FillAsync(record, cache, clear, stop);
        LogFilled(standings);
        return position;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "the tier cache was not whole: filled anew from the "
            + "record, {Standings} standings")]
    private partial void LogFilled(long standings);
}
