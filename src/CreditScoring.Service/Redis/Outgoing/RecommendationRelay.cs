using System.Diagnostics;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Redis.Outgoing;

/// <summary>
/// Carries the record's recommendations to the stream, in the order of the feed: each at least
/// once, none left out.
/// </summary>
public sealed class RecommendationRelay(
    IRecord record, RecommendationStream stream, CopyOwner owner,
    [FromKeyedServices(RecommendationStream.Key)] StreamTrim trim, LoopHealth health, Positions positions,
    ILogger<RecommendationRelay> log)
    : RedisPart("recommendations", health, log)
{
    private const int Page = 1000;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TrimEvery = TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken stop)
    {
        await using var lead = await Leading.WaitAsync(record, "recommendations", Works, stop);
        // First what makes room: a full server takes nothing until something has gone.
        await TrimAsync(trim);
        var position = await stream.PositionAsync();
        var epoch = await record.EpochAsync();
        await RefuseForeignOwner(epoch, position);
        var trimmed = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested && !lead.Lost)
        {
            await RefuseForeign(position);
            var items = await record.FeedAsync(position, Page);
            if (position == 0 && items.Count > 0)
            {
                // Whatever took the stream took the name of its owner too.
                await owner.OwnAsync("recommendations", epoch);
            }

            // With nothing to add it still tells where the stream is: a loss is seen at once.
            position = await stream.AddAsync(position, items);
            if (trimmed.Elapsed >= TrimEvery)
            {
                await TrimAsync(trim);
                trimmed.Restart();
            }

            // A full page: at least as many again may be waiting.
            positions.Reached("recommendations", position, items.Count < Page ? 0 : Page);
            Works();
            if (items.Count < Page)
            {
                await Wait(Idle, stop);
            }
        }
    }

    private async Task RefuseForeignOwner(RecordEpoch epoch, long position)
    {
        if (!await owner.IsOursAsync("recommendations", epoch, empty: position == 0))
        {
            throw new RedisUnavailable($"{RecommendationStream.Key} was fed by another record, or by this "
                + "one before it was restored: delete or rename the stream, "
                + "and all are sent again from the first");
        }
    }

    /// <summary>
    /// A stream that is ahead was fed by another record, or by ours before it was restored: sending
    /// on would leave recommendations out, and a person has to decide.
    /// </summary>
    private async Task RefuseForeign(long position)
    {
        if (position > 0 && await record.FeedAsync(position - 1, 1) is [])
        {
            throw new RedisUnavailable($"{RecommendationStream.Key} is at {position}, ahead of "
                + "this record: delete or rename the stream, "
                + "and all are sent again from the first");
        }
    }
}
