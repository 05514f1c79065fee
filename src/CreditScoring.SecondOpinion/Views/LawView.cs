using CreditScoring.Law.Language.Days;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>
/// The functions of the rule language that stand by themselves, as members of <c>law</c>. What they do
/// with tables, calendars and cycles is our own code on both sides: the second opinion judges texts,
/// not these. Of a day beyond the calendar the first that it can be is told: the second is asked only
/// where ours came to an answer whichever day it is. <c>lookup</c> and <c>subjectOn</c> are in a type
/// made for the pack.
/// </summary>
public abstract class LawView(Scene? scene, PackViews pack) : IView
{
    private readonly PackLanguage language = pack.Language;

    public object? Inner => language;

    public DateTime? date(int year, int month, int day) => new DateTime(year, month, day);

    public DateTime? date(int year, int month, int day, int hour, int minute, int second) =>
        new DateTime(year, month, day, hour, minute, second);

    public DateTime? date(string written) =>
        DateTime.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    public int days(DateTime? from, DateTime? to) => Period.Days(Day(from), Day(to));

    public int months(DateTime? from, DateTime? to) => Period.Months(Day(from), Day(to));

    public int years(DateTime? from, DateTime? to) => Period.Years(Day(from), Day(to));

    public DateTime? cycleStart(DateTime? anchor, int months, DateTime? day) =>
        Values.Day(Cycle.Start(Day(anchor), months, Day(day)));

    public DateTime? cycleEnd(DateTime? anchor, int months, DateTime? day) =>
        Values.Day(Cycle.End(Day(anchor), months, Day(day)));

    public DateTime? addWorkingDays(DateTime? day, int count) =>
        Values.Day(language.WorkingDays.Add(Day(day), count).Bound);

    public DateTime? nextWorkingDay(DateTime? day) =>
        Values.Day(language.WorkingDays.Next(Day(day)).Bound);

    public DateTime? nextAfterHoliday(DateTime? day) =>
        Values.Day(language.WorkingDays.NextAfterHoliday(Day(day)).Bound);

    public string? better(string? tier, int steps) => language.Ladder.Better(tier, steps);

    public string? worse(string? tier, int steps) => language.Ladder.Worse(tier, steps);

    public bool running(string step) => scene!.Running.Contains(step);

    public string? tierOn(DateTime? day) => scene!.History.TierOn(Day(day));

    /// <summary>An event that is not there.</summary>
    protected EventView None() => pack.Viewing.Of((Happening?)null);

    protected SubjectView On(DateTime? day) => scene!.Subject.On(Day(day));

    /// <summary>The row of a table: its keys, and a number last where it has bands.</summary>
    protected TableRow Find(string table, object?[] given)
    {
        var found = language.Tables[table];
        var until = scene!.StableUntil;
        var watch = scene.Watch;
        scene.Watch = null;
        try
        {
            object?[] keys = [.. given.Take(found.Key.Count).Select(AsKey)];
            var number = found.Banded && given[^1] is IConvertible last
                ? last.ToDecimal(System.Globalization.CultureInfo.InvariantCulture) : (decimal?)null;
            return found.Find(scene, keys, number);
        }
        finally
        {
            scene.StableUntil = until;
            scene.Watch = watch;
        }
    }

    /// <summary>Days are all of the type that may be missing; one that is has no answer here.</summary>
    private static DateOnly Day(DateTime? day) => Values.Day(day!.Value);

    private static object? AsKey(object? key) => key switch
    {
        int whole => (decimal)whole,
        DateTime day => Values.Day(day),
        _ => key,
    };
}

/// <summary>What the views of one pack are made with.</summary>
public sealed record PackViews(PackLanguage Language, Viewing Viewing);
