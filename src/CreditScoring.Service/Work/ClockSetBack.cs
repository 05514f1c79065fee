using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Work;

/// <summary>
/// Sees that the clock stands before what the record has: it had jumped ahead, or was put back. What is
/// recorded meanwhile bears the last instant recorded, so that nothing is known before it was.
/// </summary>
public sealed partial class ClockSetBack(TimeProvider clock, ILogger<ClockSetBack> log)
{
    /// <summary>By so much the clocks of several machines may differ, and nobody need be told.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private long last;
    private bool told;

    /// <summary>By how much the clock stands before the last instant recorded, in whole seconds.</summary>
    public long BehindSeconds => (long)Behind.TotalSeconds;

    private TimeSpan Behind
    {
        get
        {
            var behind = new DateTimeOffset(Interlocked.Read(ref last), TimeSpan.Zero) - clock.GetUtcNow();
            return behind > TimeSpan.Zero ? behind : TimeSpan.Zero;
        }
    }

    /// <summary>To be called now and then; tells once each time that the clock goes back.</summary>
    public void Look(RecordedInstants given)
    {
        Interlocked.Exchange(ref last, given.Recorded.UtcTicks);
        var behind = Behind;
        if (behind > Tolerance && !told)
        {
            LogBehind(behind, InstantText.Of(given.Recorded));
        }

        told = behind > Tolerance;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "时钟比档案库最后记录的时刻慢 {Behind}；此前记录的内容一律记为 {Until}，knownAt 可问至该时刻。"
            + "the clock is {Behind} behind the last instant recorded: what comes is recorded as of {Until} "
            + "until it is past that, and knownAt may be asked up to then; set the clock right")]
    private partial void LogBehind(TimeSpan behind, string until);
}
