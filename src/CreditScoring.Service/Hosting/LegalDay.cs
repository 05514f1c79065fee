namespace CreditScoring.Service.Hosting;

/// <summary>
/// The legal day (法定日): the calendar day in Asia/Shanghai, UTC+8 all year round since 1991. The one
/// place where an instant becomes a day, and a day an instant.
/// </summary>
public static class LegalDay
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset instant) =>
        DateOnly.FromDateTime(instant.ToOffset(Shanghai).DateTime);

    /// <summary>The instant at which a legal day begins.</summary>
    public static DateTimeOffset BeginningOf(DateOnly day) => new(day, TimeOnly.MinValue, Shanghai);

    /// <summary>The day on which the clock stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());
}
