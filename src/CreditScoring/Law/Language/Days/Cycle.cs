using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Days;

/// <summary>
/// Scoring cycles (记分周期): from an anchor every so many months, each boundary reckoned from the
/// anchor itself (31 January, 28 February, 31 March), never from the boundary before.
/// </summary>
internal static class Cycle
{
    /// <summary>The last boundary not after <paramref name="date"/>.</summary>
    public static DateOnly Start(DateOnly anchor, int months, DateOnly date) =>
        Boundary(anchor, months, Index(anchor, months, date));

    /// <summary>The first boundary after <paramref name="date"/>: the first day out.</summary>
    public static DateOnly End(DateOnly anchor, int months, DateOnly date) =>
        Boundary(anchor, months, Index(anchor, months, date) + 1);

    /// <summary>The first day whose cycle starts on <paramref name="start"/> or later.</summary>
    public static DateOnly FirstWithStart(DateOnly anchor, int months, DateOnly start) =>
        Boundary(anchor, months, NextIndex(anchor, months, start));

    /// <summary>The first day whose cycle ends on <paramref name="end"/> or later.</summary>
    public static DateOnly FirstWithEnd(DateOnly anchor, int months, DateOnly end) =>
        Boundary(anchor, months, NextIndex(anchor, months, end) - 1);

    private static DateOnly Boundary(DateOnly anchor, int months, long index) =>
        Calendar.Shift(anchor, index * months);

    private static long NextIndex(DateOnly anchor, int months, DateOnly date)
    {
        var index = Index(anchor, months, date);
        return Boundary(anchor, months, index) < date ? index + 1 : index;
    }

    private static long Index(DateOnly anchor, int months, DateOnly date)
    {
        if (months < 1)
        {
            throw new CannotBeJudged(default, new Wording(
                $"周期须至少一个月，不能是 {months}", $"a cycle is at least one month, not {months}"));
        }

        var index = Calendar.Floor(
            (date.Year - anchor.Year) * 12L + date.Month - anchor.Month, months);
        return Boundary(anchor, months, index) > date ? index - 1 : index;
    }
}
