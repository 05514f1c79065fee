using CreditScoring.Documents;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Expressions;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Calendars;

/// <summary>The calendar that ships, and what a calendar may not say.</summary>
public class WorkingDaysTests
{
    private static readonly WorkingDays Shipped = Read(File.ReadAllText(
        RepositoryFiles.Path("rules/calendars/cn-working-days.json")), out _);

    [TestCase("2024-09-30", true, "Monday before the National Day")]
    [TestCase("2024-10-01", false, "National Day, a Tuesday")]
    [TestCase("2024-10-07", false, "Monday, the last day off")]
    [TestCase("2024-10-08", true, "the first day back")]
    [TestCase("2024-10-12", true, "a Saturday worked")]
    [TestCase("2024-10-13", false, "the Sunday after it")]
    [TestCase("2024-10-19", false, "a Saturday like others")]
    [TestCase("2020-01-01", false, "the calendar's first day")]
    [TestCase("2026-12-31", true, "the calendar's last day")]
    public void A_day_is_worked_or_not(string day, bool worked, string why) =>
        Assert.That(Shipped.Contain(DateOnly.Parse(day)), Is.EqualTo(worked), why);

    [TestCase("2024-05-06", 20, "2024-05-31", "the Saturday 11 May is worked, Monday 6 May is not counted")]
    [TestCase("2024-09-30", 1, "2024-10-08", "over a week off")]
    [TestCase("2024-10-11", 1, "2024-10-12", "into a Saturday worked")]
    [TestCase("2024-12-31", 1, "2025-01-02", "over the turn of the year")]
    [TestCase("2025-01-27", 3, "2025-02-07", "over the Spring Festival: 5, 6, 7 February")]
    [TestCase("2024-10-05", 0, "2024-10-05", "nothing added")]
    [TestCase("2025-01-02", -1, "2024-12-31", "backwards")]
    public void The_nth_working_day_does_not_count_the_first(string day, int count, string expected, string why) =>
        Assert.That(Shipped.Add(DateOnly.Parse(day), count), Is.EqualTo(DateOnly.Parse(expected)), why);

    [TestCase("2024-09-30", "2024-09-30")]
    [TestCase("2024-10-01", "2024-10-08")]
    [TestCase("2024-10-12", "2024-10-12")]
    [TestCase("2024-10-13", "2024-10-14")]
    public void A_last_day_on_a_holiday_moves_to_the_next_working_day(string day, string expected) =>
        Assert.That(Shipped.Next(DateOnly.Parse(day)), Is.EqualTo(DateOnly.Parse(expected)));

    [TestCase("2026-12-31", 1)]
    [TestCase("2026-12-04", 20)]
    [TestCase("2020-01-02", -1)]
    [TestCase("2020-01-02", int.MaxValue)]
    [TestCase("2020-01-02", int.MinValue)]
    public void Outside_the_calendar_there_is_no_answer(string day, int count)
    {
        var failure = Assert.Throws<CannotBeJudged>(() => Shipped.Add(DateOnly.Parse(day), count))!;
        Assert.That(failure.Reason.En, Does.StartWith("the calendar of working days does not cover "));
    }

    [Test]
    public void The_day_before_the_calendar_and_the_day_after_have_no_answer()
    {
        Assert.Throws<CannotBeJudged>(() => Shipped.Contain(new DateOnly(2019, 12, 31)));
        Assert.Throws<CannotBeJudged>(() => Shipped.Next(new DateOnly(2027, 1, 1)));
        Assert.Throws<CannotBeJudged>(() => WorkingDays.Unknown.Next(new DateOnly(2024, 1, 1)));
    }

    [TestCase("\"2024\": { \"weekdaysOff\": [ \"2024-10-05\" ] }", "type-mismatch", "a Saturday is off anyway")]
    [TestCase("\"2024\": { \"weekdaysOff\": [ \"2025-10-01\" ] }", "type-mismatch", "another year")]
    [TestCase("\"2024\": { \"weekendsWorked\": [ \"2024-10-11\" ] }", "type-mismatch", "a Friday is worked anyway")]
    [TestCase("\"2024\": { \"weekdayOff\": [] }", "unknown-property", "misspelt")]
    [TestCase("\"last\": {}", "type-mismatch", "no year")]
    public void A_calendar_that_says_something_odd_is_flawed(string years, string flaw, string why)
    {
        Read($$"""{ "title": {}, "source": "s", "provenance": "recalled", "years": { {{years}} } }""", out var flaws);
        Assert.That(flaws.Select(each => each.Name), Is.EqualTo(new[] { flaw }), why);
    }

    private static WorkingDays Read(string text, out List<Flaw> flaws)
    {
        flaws = [];
        return WorkingDaysReader.Read([new SourceText("calendars/days.json", text)], flaws);
    }
}
