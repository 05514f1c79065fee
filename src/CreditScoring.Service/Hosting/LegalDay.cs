using CreditScoring.Documents;

namespace CreditScoring.Service.Hosting;

/// <summary>
/// The legal day (法定日): the calendar day in <see cref="ShanghaiTime"/>. The one place where the clock's
/// instant becomes a day, and a day an instant.
/// </summary>
public static class LegalDay
{
    public static DateOnly Of(DateTimeOffset instant) => ShanghaiTime.DayOf(instant);

    /// <summary>The instant at which a legal day begins.</summary>
    public static DateTimeOffset BeginningOf(DateOnly day) =>
        // The first of all days began before any instant that can be told.
        day == DateOnly.MinValue ? DateTimeOffset.MinValue
            : new DateTimeOffset(day, TimeOnly.MinValue, ShanghaiTime.Offset);

    /// <summary>The day on which the clock stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());
}
