using System.Globalization;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>Lengths of time, as the difference of two days is one.</summary>
internal static class SpanMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Property("Days", (TimeSpan s) => s.Days),
        Property("Hours", (TimeSpan s) => s.Hours),
        Property("Minutes", (TimeSpan s) => s.Minutes),
        Property("Seconds", (TimeSpan s) => s.Seconds),
        Property("Ticks", (TimeSpan s) => (decimal)s.Ticks),
        Property("TotalDays", (TimeSpan s) => Dates.Total(s, TimeSpan.TicksPerDay)),
        Property("TotalHours", (TimeSpan s) => Dates.Total(s, TimeSpan.TicksPerHour)),
        Property("TotalMinutes", (TimeSpan s) => Dates.Total(s, TimeSpan.TicksPerMinute)),
        Property("TotalSeconds", (TimeSpan s) => Dates.Total(s, TimeSpan.TicksPerSecond)),
        Of("Add", (TimeSpan s, TimeSpan other) => s.Add(other)),
        Of("Subtract", (TimeSpan s, TimeSpan other) => s.Subtract(other)),
        Of("Duration", (TimeSpan s) => s.Duration()),
        Of("Negate", (TimeSpan s) => s.Negate()),
        Of("CompareTo", (TimeSpan s, TimeSpan other) => s.CompareTo(other)),
        Of("Equals", (TimeSpan s, TimeSpan other) => s == other),
    ];

    public static readonly IReadOnlyList<Method> Static =
    [
        Property("Zero", () => TimeSpan.Zero),
        Property("MinValue", () => TimeSpan.MinValue),
        Property("MaxValue", () => TimeSpan.MaxValue),
        Of("Parse", (string t) => TimeSpan.Parse(t, CultureInfo.InvariantCulture)),
        Of("FromDays", (decimal days) => Dates.Days(days)),
        Of("FromHours", (decimal hours) => Dates.Hours(hours)),
        Of("FromMinutes", (decimal minutes) => Dates.Minutes(minutes)),
        Of("FromSeconds", (decimal seconds) => Dates.Seconds(seconds)),
    ];
}
