using CreditScoring.Draws;
using CreditScoring.Law.Calendars;

namespace CreditScoring.Planning;

/// <summary>What units can do (能力): inspectors times working days, less absences.</summary>
public static class Capacities
{
    /// <param name="register">An inspector is of the unit in whose region he is; of none without one.</param>
    /// <param name="workingDays">Of a year that it does not cover all weekdays are taken for such.</param>
    public static IReadOnlyList<UnitCapacity> Of(
        InspectorRegister register, PlanProfile profile, Period period, WorkingDays workingDays) =>
    [
        .. register.All.GroupBy(each => profile.UnitOf(each.Region), StringComparer.Ordinal)
            .Where(unit => unit.Key is not null).OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .Select(unit => new UnitCapacity(unit.Key!,
            [
                .. period.Weeks().Select(week => profile.DayShare * unit.Sum(
                    inspector => Days(week).Count(
                        day => IsWorked(day, workingDays) && !IsAway(inspector, day)))),
            ])),
    ];

    /// <summary>
    /// The same for every unit: so many person-days in a period, spread over its working days.
    /// </summary>
    public static IReadOnlyList<UnitCapacity> Even(
        IEnumerable<string> units, decimal personDays, Period period, WorkingDays workingDays)
    {
        var days = period.Weeks().Select(
            week => Days(week).Count(day => IsWorked(day, workingDays))).ToList();
        var weeks = Shares(days, personDays);
        return [.. units.Order(StringComparer.Ordinal).Select(unit => new UnitCapacity(unit, weeks))];
    }

    /// <summary>
    /// Whole person-days but for the last: up to each week so many as its days are worth by then.
    /// </summary>
    private static List<decimal> Shares(IReadOnlyList<int> days, decimal personDays)
    {
        var (shares, before, given) = (new List<decimal>(), 0, 0m);
        foreach (var each in days)
        {
            before += each;
            var due = days.Sum() == 0 ? 0
                : before == days.Sum() ? personDays : Math.Floor(personDays * before / days.Sum());
            shares.Add(due - given);
            given = due;
        }

        return shares;
    }

    internal static bool IsWorked(DateOnly day, WorkingDays workingDays) =>
        workingDays.Cover(day) ? workingDays.Contain(day) : !WorkingDays.IsWeekend(day);

    internal static bool IsAway(Inspector inspector, DateOnly day) =>
        inspector.Absences.Any(absence => absence.From <= day && day <= absence.To);

    private static IEnumerable<DateOnly> Days(Period period) => Enumerable
        .Range(0, period.To.DayNumber - period.From.DayNumber + 1).Select(period.From.AddDays);
}
