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
    /// <exception cref="CannotBeJudged">The way back leaves the calendar.</exception>
    public BoundedDay Add(DateOnly day, int count)
    {
        for (var left = Math.Abs((long)count); left > 0;)
        {
            day = Beside(day, Math.Sign(count));
            if (count > 0 && !Cover(day))
            {
                return Beyond(day);
            }

            left -= Contain(day) ? 1 : 0;
        }

        return new BoundedDay(day);
    }

    /// <summary>The day itself, or where it is no working day the first one after it (民法典 Art 203).</summary>
    public BoundedDay Next(DateOnly day)
    {
        while (Cover(day) && !Contain(day))
        {
            day = Beside(day, 1);
        }

        return Cover(day) ? new BoundedDay(day) : Beyond(day);
    }

    /// <summary>
    /// The day itself, or where it lies in a holiday the first day after it (总局令第18号 Art 55). A
    /// holiday is what the notice makes of it: the statutory days (法定节假日) and the days off that join
    /// them without a working day between. A weekend by itself is no holiday.
    /// </summary>
    public BoundedDay NextAfterHoliday(DateOnly day)
    {
        if (!Cover(day) || Contain(day))
        {
            return Next(day);
        }

        var first = day;
        while (first > DateOnly.MinValue && Cover(first.AddDays(-1)) && !Contain(first.AddDays(-1)))
        {
            first = first.AddDays(-1);
        }

        var after = Next(day);
        for (var off = first; off < after.Earliest; off = off.AddDays(1))
        {
            if (statutory.Contains(off))
            {
                return after;
            }
        }

        // Days off up to the end of the calendar may go on into a holiday beyond it.
        return after.IsKnown ? new BoundedDay(day) : after.MovedTo(day);
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private DateOnly Beside(DateOnly day, int step) =>
        (step > 0 ? day == DateOnly.MaxValue : day == DateOnly.MinValue)
            ? throw Outside(day)
            : day.AddDays(step);

    private BoundedDay Beyond(DateOnly day) => BoundedDay.Later(Outside(day, day));

    private CannotBeJudged Outside(DateOnly day, DateOnly? notBefore = null) => new(default, Missing(day))
    {
        IsOfTheCalendar = true, NotBefore = notBefore,
    };

    /// <summary>A year is published towards the end of the one before it.</summary>
    private Wording Missing(DateOnly day) => years.Count > 0 && day.Year > years.Max()
        ? new Wording(
            $"{day.Year} 年的工作日历尚未录入，而这里要知道 {day:yyyy-MM-dd} 前后是否放假",
            $"the calendar of working days of {day.Year} is not in yet, and {day:yyyy-MM-dd} is asked of it")
        : new Wording(
            $"工作日历不含 {day:yyyy-MM-dd}", $"the calendar of working days does not cover {day:yyyy-MM-dd}");
}
