using CreditScoring.Law.Language.Days;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>Days. What moves forward with the walked day also says how to undo it.</summary>
internal static class DateMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Property("Year", (DateOnly d) => d.Year, (int reached) => FirstDay.OfYear(reached)),
        Property("Month", (DateOnly d) => d.Month, turns: (DateOnly d) => FirstDay.OfNextMonth(d)),
        Property("Day", (DateOnly d) => d.Day),
        Property("DayOfYear", (DateOnly d) => d.DayOfYear),
        Property("DayOfWeek", (DateOnly d) => d.DayOfWeek),
        Property("Date", (DateOnly d) => d, (DateOnly reached) => reached),
        Property("Ticks", (DateOnly d) => (decimal)Dates.Midnight(d).Ticks),
        Of("AddDays", (DateOnly d, int days) => d.AddDays(days), 0,
            (DateOnly reached, int days) => FirstDay.OfAddDays(reached, days)),
        Of("AddMonths", (DateOnly d, int months) => d.AddMonths(months), 0,
            (DateOnly reached, int months) => FirstDay.OfAddMonths(reached, months)),
        Of("AddYears", (DateOnly d, int years) => d.AddYears(years), 0,
            (DateOnly reached, int years) => FirstDay.OfAddYears(reached, years)),
        Of("Subtract", (DateOnly d, DateOnly other) => Dates.Between(other, d)),
        Of("CompareTo", (DateOnly d, DateOnly other) => d.CompareTo(other)),
        Of("Equals", (DateOnly d, DateOnly other) => d == other),
        Of("ToString", (DateOnly d, string format) => Texts.Format(Dates.Midnight(d), format)),
    ];
}
