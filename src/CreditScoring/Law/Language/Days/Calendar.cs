namespace CreditScoring.Law.Language.Days;

/// <summary>
/// Moving days without leaving the years 1 to 9999: what would, stops at the edge.
/// </summary>
internal static class Calendar
{
    public static DateOnly Shift(DateOnly date, long months)
    {
        var month = Add(date.Year * 12L + date.Month - 1, months);
        if (month < 12)
        {
            return DateOnly.MinValue;
        }

        if (month >= 120_000)
        {
            return DateOnly.MaxValue;
        }

        var (year, first) = ((int)(month / 12), (int)(month % 12) + 1);
        return new DateOnly(year, first, Math.Min(date.Day, DateTime.DaysInMonth(year, first)));
    }

    public static DateOnly ShiftDays(DateOnly date, long days) => DateOnly.FromDayNumber(
        (int)Math.Clamp(Add(date.DayNumber, days), 0, DateOnly.MaxValue.DayNumber));

    public static DateOnly After(DateOnly date) => ShiftDays(date, 1);

    /// <summary>Whole division that rounds down, also below zero.</summary>
    public static long Floor(long number, long by) =>
        number / by - (number % by < 0 ? 1 : 0);

    // Months and days come from rule text: a sum past every calendar is the edge, not an overflow.
    private static long Add(long date, long step) => date + Math.Clamp(step, -(1L << 40), 1L << 40);
}
