using System.Collections.Frozen;
using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Calendars;

/// <summary>
/// The working days (工作日) of the years that a calendar covers: weekdays but for those off, and the
/// weekends worked; and which of the days off are statutory holidays (法定节假日). A day outside those
/// years has no answer.
/// </summary>
public sealed class WorkingDays(
    IEnumerable<int> years, IEnumerable<DateOnly> weekdaysOff, IEnumerable<DateOnly> weekendsWorked,
    IEnumerable<DateOnly> statutoryHolidays)
{
    /// <summary>No calendar at all: no day has an answer.</summary>
    public static readonly WorkingDays Unknown = new([], [], [], []);

    private readonly FrozenSet<int> years = years.ToFrozenSet();
    private readonly FrozenSet<DateOnly> off = weekdaysOff.ToFrozenSet();
    private readonly FrozenSet<DateOnly> worked = weekendsWorked.ToFrozenSet();
    private readonly FrozenSet<DateOnly> statutory = statutoryHolidays.ToFrozenSet();

    /// <summary>Whether the calendar has an answer for a day.</summary>
    public bool Cover(DateOnly day) => years.Contains(day.Year);

    /// <exception cref="CannotBeJudged">The day is in no year of the calendar.</exception>
    public bool Contain(DateOnly day) => !years.Contains(day.Year) ? throw Outside(day)
        : IsWeekend(day) ? worked.Contains(day) : !off.Contains(day);

    /// <summary>
    /// The n-th working day after a day, which itself is not counted (民法典 Art 201); below zero,
    /// before it; zero is the day itself.
    /// </summary>
    /// <exception cref="CannotBeJudged">The way there leaves the calendar.</exception>
    public DateOnly Add(DateOnly day, int count)
    {
        for (var left = Math.Abs((long)count); left > 0;)
        {
            day = Beside(day, Math.Sign(count));
            left -= IsWorked(day, count > 0) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself, or where it is no working day the first one after it (民法典 Art 203).</summary>
    /// <exception cref="CannotBeJudged">The way there leaves the calendar.</exception>
    public DateOnly Next(DateOnly day)
    {
        while (!IsWorked(day, true))
        {
            day = Beside(day, 1);
        }

        return day;
    }

    /// <summary>
    /// The day itself, or where it lies in a holiday the first day after it (总局令第18号 Art 55). A
    /// holiday is what the notice makes of it: the statutory days (法定节假日) and the days off that join
    /// them without a working day between. A weekend by itself is no holiday.
    /// </summary>
    /// <exception cref="CannotBeJudged">The way there leaves the calendar.</exception>
    public DateOnly NextAfterHoliday(DateOnly day)
    {
        if (IsWorked(day, true))
        {
            return day;
        }

        var after = Next(day);
        var first = day;
        while (first > DateOnly.MinValue && years.Contains(first.AddDays(-1).Year) && !Contain(
            first.AddDays(-1)))
        {
            first = first.AddDays(-1);
        }

        for (var off = first; off < after; off = off.AddDays(1))
        {
            if (statutory.Contains(off))
            {
                return after;
            }
        }

        return day;
    }

    /// <param name="day">A day on the way.</param>
    /// <param name="onward">The way leads to later days, so that it cannot end before this one.</param>
    private bool IsWorked(DateOnly day, bool onward) => onward && !years.Contains(day.Year)
        ? throw Outside(day, day) : Contain(day);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Beside(DateOnly day, int step) =>
        (step > 0 ? day == DateOnly.MaxValue : day == DateOnly.MinValue)
            ? throw Outside(day)
            : day.AddDays(step);

    private static CannotBeJudged Outside(DateOnly day, DateOnly? notBefore = null) =>
        new(default, new Wording(
        $"工作日历不含 {day:yyyy-MM-dd}", $"the calendar of working days does not cover {day:yyyy-MM-dd}"))
    {
        NotBefore = notBefore,
    };
}
