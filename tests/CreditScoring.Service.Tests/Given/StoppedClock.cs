namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// A clock that stands still until it is put on. Timers still run, as the service's polls do.
/// </summary>
public sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    /// <summary>Noon in Shanghai on a day.</summary>
    public static StoppedClock At(string day) => new(Noon(day));

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Turn(string day) => Turn(Noon(day));

    public void Turn(DateTimeOffset instant) => Interlocked.Exchange(ref ticks, instant.UtcTicks);

    private static DateTimeOffset Noon(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(12, 0), TimeSpan.FromHours(8));
}
