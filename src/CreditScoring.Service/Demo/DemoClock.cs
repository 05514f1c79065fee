using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Demo;

/// <summary>
/// The clock of the demo: it goes through the last months while it is fed, so that its record has a past, and
/// is then that of everybody.
/// </summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private long behind;

    public override DateTimeOffset GetUtcNow() =>
        real.GetUtcNow() - TimeSpan.FromTicks(Interlocked.Read(ref behind));

    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>The day that it really is.</summary>
    public DateOnly RealToday => real.Today();

    /// <summary>Makes it a day at the hour that it really is.</summary>
    /// <param name="day">Not after <see cref="RealToday"/>; not before the day that it was made last.</param>
    public void Turn(DateOnly day) => Interlocked.Exchange(
        ref behind, (RealToday.DayNumber - day.DayNumber) * TimeSpan.TicksPerDay);
}
