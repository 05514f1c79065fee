using System.Globalization;
using CreditScoring.Law.Language.Days;
using static CreditScoring.Law.Language.Library.Method;

namespace CreditScoring.Law.Language.Library;

/// <summary>Functions that stand by themselves; what reads a scene comes from its scope.</summary>
internal static class FunctionMethods
{
    public static readonly IReadOnlyList<Method> All =
    [
        Of("DateTime", (int year, int month, int day) => Dates.Of(year, month, day)),
        Of("DateTime", (int year, int month, int day, int hour, int minute, int second) =>
            new DateTime(year, month, day, hour, minute, second)),
        Of("DateTime", (string written) => Dates.Instant(written)),
        Of("TimeSpan", (int hours, int minutes, int seconds) =>
            new TimeSpan(hours, minutes, seconds)),
        Of("TimeSpan", (int days, int hours, int minutes, int seconds) =>
            new TimeSpan(days, hours, minutes, seconds)),
        Of("days", (DateOnly from, DateOnly to) => Period.Days(from, to), 1,
            (int reached, DateOnly from) => FirstDay.OfDays(reached, from)),
        Of("months", (DateOnly from, DateOnly to) => Period.Months(from, to), 1,
            (int reached, DateOnly from) => FirstDay.OfMonths(reached, from)),
        Of("years", (DateOnly from, DateOnly to) => Period.Years(from, to), 1,
            (int reached, DateOnly from) => FirstDay.OfYears(reached, from)),
        Of("cycleStart", (DateOnly anchor, int months, DateOnly date) =>
            Cycle.Start(anchor, months, date), 2,
            (DateOnly reached, DateOnly anchor, int months) =>
                Cycle.FirstWithStart(anchor, months, reached)),
        Of("cycleEnd", (DateOnly anchor, int months, DateOnly date) =>
            Cycle.End(anchor, months, date), 2,
            (DateOnly reached, DateOnly anchor, int months) =>
                Cycle.FirstWithEnd(anchor, months, reached)),
        Of("int", (int x) => x),
        Of("int", (decimal x) => Numbers.Truncated(x)),
        Of("int", (DayOfWeek day) => (int)day),
        Of("long", (decimal x) => Numbers.TruncatedLong(x)),
        Of("decimal", (decimal x) => x),
        Of("double", (decimal x) => x),
        Of("float", (decimal x) => x),
        Of("bool", (bool x) => x),
        Of("int", (string t) => int.Parse(t, NumberStyles.Integer, CultureInfo.InvariantCulture)),
        Of("decimal", (string t) => decimal.Parse(t, NumberStyles.Number, CultureInfo.InvariantCulture)),
        Of("bool", (string t) => bool.Parse(t)),
        Of("TimeSpan", (string t) => TimeSpan.Parse(t, CultureInfo.InvariantCulture)),
    ];
}
