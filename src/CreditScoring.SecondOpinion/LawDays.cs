namespace CreditScoring.SecondOpinion;

/// <summary>
/// Days as the package reckons with them, also those that may be missing and steps that a table gives
/// as a number; a fraction of a day or month is refused.
/// </summary>
public static class LawDays
{
    public static DateTime AddDays(this DateTime day, decimal days) => day.AddDays(Whole(days));

    public static DateTime AddMonths(this DateTime day, decimal months) => day.AddMonths(Whole(months));

    public static DateTime AddYears(this DateTime day, decimal years) => day.AddYears(Whole(years));

    public static DateTime? AddDays(this DateTime? day, decimal days) => day!.Value.AddDays(Whole(days));

    public static DateTime? AddMonths(this DateTime? day, decimal months) =>
        day!.Value.AddMonths(Whole(months));

    public static DateTime? AddYears(this DateTime? day, decimal years) => day!.Value.AddYears(Whole(years));

    private static int Whole(decimal number) => decimal.Truncate(number) == number ? (int)number
        : throw new InvalidOperationException($"{number} is not whole");
}
