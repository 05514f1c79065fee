namespace CreditScoring.Law.Language.Days;

/// <summary>
/// The steps of a <see cref="DayChain"/> undone: the least input with which a step comes out at or
/// after a value. A month end that was cut short falls back by up to three days, hence the search.
/// </summary>
internal static class FirstDay
{
    public static DateOnly OfAddDays(DateOnly reached, int days) =>
        Calendar.ShiftDays(reached, -(long)days);

    public static DateOnly OfAddMonths(DateOnly reached, int months) =>
        OfShift(reached, months);

    public static DateOnly OfAddYears(DateOnly reached, int years) => OfShift(reached, years * 12L);

    public static DateOnly OfYear(int year) =>
        year <= 1 ? DateOnly.MinValue : year > 9999 ? DateOnly.MaxValue : new DateOnly(year, 1, 1);

    public static DateOnly OfNextMonth(DateOnly day) =>
        Calendar.Shift(day.AddDays(1 - day.Day), 1);

    public static DateOnly OfDays(int days, DateOnly from) => Calendar.ShiftDays(from, days);

    public static DateOnly OfMonths(int months, DateOnly from) => Calendar.Shift(from, months);

    public static DateOnly OfYears(int years, DateOnly from) => Calendar.Shift(from, years * 12L);

    private static DateOnly OfShift(DateOnly reached, long months)
    {
        var day = Calendar.Shift(reached, -months);
        while (day < DateOnly.MaxValue && Calendar.Shift(day, months) < reached)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
