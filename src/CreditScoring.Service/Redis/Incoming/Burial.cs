using CreditScoring.Service.Intake;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Redis.Incoming;

/// <summary>
/// Lays what was turned away among the dead letters. The quarantine holds it already, so that a
/// server that is full keeps no entry from being acknowledged.
/// </summary>
public sealed partial class Burial(DeadLetters letters, CreditMeter meter, ILogger<Burial> log)
{
    public async Task OfAsync(IReadOnlyList<Arrival> turned)
    {
        if (turned.Count == 0)
        {
            return;
        }

        long dropped;
        try
        {
            dropped = await letters.BuryAsync(turned.Select(arrival =>
                (arrival.Reading.Text, arrival.Flaws[0].Name, arrival.Flaws[0].Place.ToString())));
        }
        catch (RedisUnavailable full) when (full.Says("OOM"))
        {
            meter.Dropped(turned.Count);
            LogNoRoom(turned.Count);
            return;
        }

        meter.Buried(turned.Count);
        if (dropped > 0)
        {
            meter.Dropped(dropped);
            LogDropped(dropped);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "the oldest {Count} dead letters were dropped, since there are more than "
        + "Redis:DeadLetters; the quarantine has them all")]
    private partial void LogDropped(long count);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "Redis is full: {Count} dead letters are not in credit:dead-letters; "
        + "the quarantine has them all")]
    private partial void LogNoRoom(int count);
}
