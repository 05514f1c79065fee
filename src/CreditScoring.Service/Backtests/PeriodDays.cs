using System.Globalization;

namespace CreditScoring.Service.Backtests;

/// <summary>On which days of a period everybody is judged.</summary>
internal static class PeriodDays
{
    /// <summary>So many months are told one by one; of a longer period quarters are.</summary>
    private const int MostMonths = 24;

    private const int Quarter = 3;

    private const string Form = "yyyy-MM-dd";

    /// <summary>As counts and portions name a day.</summary>
    public static string Told(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The last days of the months, or quarters, that end in it, and its own last day.</summary>
    public static IReadOnlyList<DateOnly> Of(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        var every = months > MostMonths ? Quarter : 1;
        return
        [
            .. Enumerable.Range(0, months + 1)
                .Select(each => new DateOnly(from.Year, from.Month, 1).AddMonths(each + 1).AddDays(-1))
                .Where(each => each < to && each.Month % every == 0), to,
        ];
    }
}
