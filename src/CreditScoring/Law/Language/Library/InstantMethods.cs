using System.Globalization;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>Days with a time, which only the conformance recordings hold.</summary>
internal static class InstantMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Property("Year", (DateTime d) => d.Year),
        Property("Month", (DateTime d) => d.Month),
        Property("Day", (DateTime d) => d.Day),
        Property("Hour", (DateTime d) => d.Hour),
        Property("Minute", (DateTime d) => d.Minute),
        Property("Second", (DateTime d) => d.Second),
        Property("Millisecond", (DateTime d) => d.Millisecond),
        Property("DayOfYear", (DateTime d) => d.DayOfYear),
        Property("DayOfWeek", (DateTime d) => d.DayOfWeek),
        Property("Date", (DateTime d) => d.Date),
        Property("TimeOfDay", (DateTime d) => d.TimeOfDay),
        Property("Ticks", (DateTime d) => (decimal)d.Ticks),
        Of("AddDays", (DateTime d, decimal days) => d.Add(Dates.Days(days))),
        Of("AddHours", (DateTime d, decimal hours) => d.Add(Dates.Hours(hours))),
        Of("AddMinutes", (DateTime d, decimal minutes) => d.Add(Dates.Minutes(minutes))),
        Of("AddSeconds", (DateTime d, decimal seconds) => d.Add(Dates.Seconds(seconds))),
        Of("AddMilliseconds", (DateTime d, decimal number) => d.Add(Dates.Seconds(number / 1000))),
        Of("AddTicks", (DateTime d, decimal ticks) => d.AddTicks((long)ticks)),
        Of("AddMonths", (DateTime d, int months) => d.AddMonths(months)),
        Of("AddYears", (DateTime d, int years) => d.AddYears(years)),
        Of("Add", (DateTime d, TimeSpan span) => d.Add(span)),
        Of("Subtract", (DateTime d, DateTime other) => d.Subtract(other)),
        Of("Subtract", (DateTime d, TimeSpan span) => d.Subtract(span)),
        Of("CompareTo", (DateTime d, DateTime other) => d.CompareTo(other)),
        Of("Equals", (DateTime d, DateTime other) => d == other),
        Of("ToString", (DateTime d) => d.ToString(CultureInfo.InvariantCulture)),
        Of("ToString", (DateTime d, string format) => Texts.Format(d, format)),
        Of("ToLongDateString", (DateTime d) => d.ToString("D", CultureInfo.InvariantCulture)),
        Of("ToShortDateString", (DateTime d) => d.ToString("d", CultureInfo.InvariantCulture)),
    ];

    public static readonly IReadOnlyList<Method> Static =
    [
        Property("MinValue", () => DateTime.MinValue),
        Property("MaxValue", () => DateTime.MaxValue),
        Of("Parse", (string t) => Dates.Instant(t)),
        Of("IsLeapYear", (int year) => DateTime.IsLeapYear(year)),
        Of("DaysInMonth", (int year, int month) => DateTime.DaysInMonth(year, month)),
        Of("Compare", (DateTime a, DateTime b) => DateTime.Compare(a, b)),
    ];
}
