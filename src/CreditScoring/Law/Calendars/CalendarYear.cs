using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Law.Calendars;

/// <summary>
/// One published year of a calendar: its statutory holidays, and what its notice makes of the week.
/// </summary>
internal sealed record CalendarYear(
    int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked, IReadOnlySet<DateOnly> Holidays)
{
    /// <param name="statutory">The holidays that the law gives every year.</param>
    public static CalendarYear? Read(
        JsonProperty written, IReadOnlyList<StatutoryHoliday> statutory, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(written.Value, flaws);
        reader.RequireText("source");
        var holidays = reader.Require("holidays");
        var off = reader.List("weekdaysOff");
        var worked = reader.List("weekendsWorked");
        reader.Close();
        if (!int.TryParse(written.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9999)
        {
            flaws.Add(ObjectReader.WrongType(
                written.Value, "under a year such as \"2026\"", "写在年份之下，如 \"2026\""));
            return null;
        }

        var read = new CalendarYear(
            year,
            Days(off, year, day => !WorkingDays.IsWeekend(day), "a Monday to Friday", "周一至周五", flaws),
            Days(worked, year, WorkingDays.IsWeekend, "a Saturday or Sunday", "周六或周日", flaws),
            holidays is null ? new HashSet<DateOnly>() : Celebrated(holidays, year, statutory, flaws));
        read.CheckRest(holidays?.Place ?? written.Place, flaws);
        return read;
    }

    /// <summary>The days of all holidays, each with the days that the law gives it.</summary>
    private static HashSet<DateOnly> Celebrated(
        JsonPiece holidays, int year, IReadOnlyList<StatutoryHoliday> statutory, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(holidays, flaws);
        var all = new HashSet<DateOnly>();
        foreach (var holiday in statutory.Where(each => each.IsIn(year)))
        {
            var days = Days(reader.List(holiday.Name), year, _ => true, "a day", "日期", flaws);
            if (holiday.FlawOf(year, days) is { } what)
            {
                flaws.Add(Missing(reader.Any(holiday.Name)?.Place ?? holidays.Place, what));
            }

            all.UnionWith(days);
        }

        reader.Close();
        return all;
    }

    /// <summary>A statutory holiday is nobody's working day.</summary>
    private void CheckRest(Place place, ICollection<Flaw> flaws)
    {
        foreach (var day in Holidays.Where(
            day => WorkingDays.IsWeekend(day) ? Worked.Contains(day) : !Off.Contains(day)))
        {
            flaws.Add(Missing(place, new Wording(
                $"{day:yyyy-MM-dd} 是法定节假日，却是工作日",
                $"{day:yyyy-MM-dd} is a statutory holiday and yet a working day")));
        }
    }

    private static Flaw Missing(Place place, Wording what) => new(
        "holiday-missing", place, what,
        new Wording(
            "照当年的放假通知补全；通知没有公布的年份不要写",
            "complete it by the notice of the year; leave out a year whose notice is still to come"));

    /// <summary>The days of a list: each in its year, and of the week as the list says.</summary>
    private static List<DateOnly> Days(
        IReadOnlyList<JsonPiece> pieces, int year, Func<DateOnly, bool> fits, string en, string zh,
        ICollection<Flaw> flaws)
    {
        var days = new List<DateOnly>();
        foreach (var piece in pieces)
        {
            if (ObjectReader.DateOf(piece) is { } day && day.Year == year && fits(day))
            {
                days.Add(day);
            }
            else
            {
                flaws.Add(ObjectReader.WrongType(piece, $"{en} of {year}", $" {year} 年的{zh}"));
            }
        }

        return days;
    }
}
