namespace CreditScoring.Law.Language.Days;

/// <summary>
/// Completed days, months and years: the greatest number which, added to <c>from</c>, is not after
/// <c>to</c>; negative where <c>to</c> is earlier.
/// </summary>
internal static class Period
{
    public static int Days(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber;

    public static int Months(DateOnly from, DateOnly to)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return Calendar.Shift(from, months) > to ? months - 1 : months;
    }

    public static int Years(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return Calendar.Shift(from, years * 12L) > to ? years - 1 : years;
    }
}
