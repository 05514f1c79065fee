using System.Globalization;

namespace CreditScoring.Planning;

/// <summary>Days from the first to the last (计划期), both included.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    private const int WeekDays = 7;

    /// <summary>The days that are in both; null: none.</summary>
    public Period? And(Period other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return from > to ? null : new Period(from, to);
    }

    /// <summary>Its weeks from Monday to Sunday; the first and the last may be shorter.</summary>
    public IReadOnlyList<Period> Weeks()
    {
        var weeks = new List<Period>();
        for (var day = From; day <= To; day = weeks[^1].To.AddDays(1))
        {
            var sunday = day.AddDays((WeekDays - (int)day.DayOfWeek) % WeekDays);
            weeks.Add(new Period(day, sunday < To ? sunday : To));
        }

        return weeks;
    }

    /// <summary>A quarter as it is written, such as 2026Q1; null: it is none.</summary>
    public static Period? QuarterOf(string written) =>
        written.Length == 6 && written[4] is 'Q' or 'q' && written[5] is >= '1' and <= '4'
            && written[..4].All(char.IsAsciiDigit)
            && int.Parse(written[..4], CultureInfo.InvariantCulture) is var year and > 1900 and < 2200
                ? Quarter(year, written[5] - '0') : null;

    /// <summary>A quarter (季度) of a year, 1 to 4.</summary>
    public static Period Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        return new Period(first, first.AddMonths(3).AddDays(-1));
    }
}
