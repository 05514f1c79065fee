using System.Globalization;

namespace CreditScoring.Law.Language.Library;

/// <summary>What days and instants do while a rule runs.</summary>
internal static class Dates
{
    private static readonly string[] Written = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d"];

    public static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue);

    public static TimeSpan Between(DateOnly from, DateOnly to) =>
        TimeSpan.FromDays(to.DayNumber - from.DayNumber);

    public static TimeSpan Between(DateTime from, DateTime to) => to - from;

    public static DateOnly Of(int year, int month, int day) => new(year, month, day);

    /// <summary>A day as rules write it: year first, so that no two readers differ.</summary>
    public static bool TryDate(string text, out DateOnly date) => DateOnly.TryParseExact(
        text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static bool TryInstant(string text, out DateTime instant) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out instant)
        && instant.Kind == DateTimeKind.Unspecified && instant.Year > 1;

    public static DateTime Instant(string text) => TryInstant(text, out var instant)
        ? instant : throw new FormatException(text);

    public static TimeSpan Days(decimal days) => Of(days, TimeSpan.TicksPerDay);

    public static TimeSpan Hours(decimal hours) => Of(hours, TimeSpan.TicksPerHour);

    public static TimeSpan Minutes(decimal minutes) => Of(minutes, TimeSpan.TicksPerMinute);

    public static TimeSpan Seconds(decimal seconds) => Of(seconds, TimeSpan.TicksPerSecond);

    public static decimal Total(TimeSpan span, long unit) => span.Ticks / (decimal)unit;

    private static TimeSpan Of(decimal number, long unit) => new(checked((long)(number * unit)));
}
