using CreditScoring.Documents;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
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
        Assert.That(Shipped.Add(DateOnly.Parse(day), count).Known, Is.EqualTo(DateOnly.Parse(expected)), why);

    [TestCase("2024-09-30", "2024-09-30")]
    [TestCase("2024-10-01", "2024-10-08")]
    [TestCase("2024-10-12", "2024-10-12")]
    [TestCase("2024-10-13", "2024-10-14")]
    public void A_last_day_on_a_holiday_moves_to_the_next_working_day(string day, string expected) =>
        Assert.That(Shipped.Next(DateOnly.Parse(day)).Known, Is.EqualTo(DateOnly.Parse(expected)));

    [TestCase("2026-12-31", 1)]
    [TestCase("2026-12-04", 20)]
    [TestCase("2020-01-02", int.MaxValue)]
    public void Beyond_the_calendar_only_the_first_day_that_it_can_be_is_known(string day, int count)
    {
        var found = Shipped.Add(DateOnly.Parse(day), count);
        Assert.That((found.IsKnown, found.Earliest), Is.EqualTo((false, new DateOnly(2027, 1, 1))));
        Assert.That(found.Why!.Reason.En, Is.EqualTo(
            "the calendar of working days of 2027 is not in yet, and 2027-01-01 is asked of it"));
        Assert.That(found.Why.Reason.Zh, Does.StartWith("2027 年的工作日历尚未录入"));
    }

    [TestCase("2020-01-02", -1)]
    [TestCase("2020-01-02", int.MinValue)]
    public void Before_the_calendar_there_is_no_answer(string day, int count)
    {
        var failure = Assert.Throws<CannotBeJudged>(() => Shipped.Add(DateOnly.Parse(day), count))!;
        Assert.That(failure.Reason.En, Does.StartWith("the calendar of working days does not cover "));
        Assert.That(failure.NotBefore, Is.Null);
    }

    [Test]
    public void The_day_before_the_calendar_and_the_day_after_have_no_answer()
    {
        Assert.Throws<CannotBeJudged>(() => Shipped.Contain(new DateOnly(2019, 12, 31)));
        Assert.That(Shipped.Next(new DateOnly(2027, 1, 1)).IsKnown, Is.False);
        Assert.That(WorkingDays.Unknown.Next(new DateOnly(2024, 1, 1)).IsKnown, Is.False);
    }

    [TestCase("2024-09-30", "2024-09-30", "a working day")]
    [TestCase("2024-10-01", "2024-10-08", "National Day")]
    [TestCase("2024-10-05", "2024-10-08", "a Saturday within the holiday")]
    [TestCase("2024-10-07", "2024-10-08", "its last day, off by the notice alone")]
    [TestCase("2024-10-08", "2024-10-08", "the first day after it")]
    [TestCase("2024-10-12", "2024-10-12", "a Saturday worked")]
    [TestCase("2024-10-13", "2024-10-13", "a Sunday by itself is no holiday")]
    [TestCase("2024-10-19", "2024-10-19", "nor is a weekend")]
    [TestCase("2025-10-01", "2025-10-09", "National Day and Mid-Autumn in one")]
    [TestCase("2025-05-31", "2025-06-03", "Dragon Boat on a Saturday, with Sunday and Monday")]
    [TestCase("2022-12-31", "2023-01-03", "the Saturday before New Year belongs to it")]
    [TestCase("2020-01-01", "2020-01-02", "the calendar's first day")]
    public void A_last_day_in_a_statutory_holiday_moves_to_the_day_after_it(string day, string expected, string why) =>
        Assert.That(Shipped.NextAfterHoliday(DateOnly.Parse(day)).Known, Is.EqualTo(DateOnly.Parse(expected)), why);

    [Test]
    public void Later_days_never_move_before_earlier_ones()
    {
        for (var day = new DateOnly(2020, 1, 2); day.Year < 2027; day = day.AddDays(1))
        {
            Assert.That(
                Shipped.NextAfterHoliday(day).Earliest, Is.GreaterThanOrEqualTo(Shipped.NextAfterHoliday(day.AddDays(-1)).Earliest));
            Assert.That(Shipped.NextAfterHoliday(day).Earliest, Is.LessThanOrEqualTo(Shipped.Next(day).Earliest));
        }
    }

    [Test]
    public void A_holiday_beyond_the_calendar_has_no_answer() => Assert.That(
        Shipped.NextAfterHoliday(new DateOnly(2027, 1, 1)).ToString(), Is.EqualTo("≥ 2027-01-01"));

    [TestCase("2022-12-30", "2022-12-30", "a working day")]
    [TestCase("2022-12-31", "≥ 2022-12-31", "whether the Saturday joins a holiday of the next year only that year tells")]
    [TestCase("2023-01-01", "≥ 2023-01-01", "beyond")]
    public void Days_off_up_to_the_end_of_the_calendar_may_go_on(string day, string expected, string why)
    {
        var days = Read("""
            { "title": { "zh": "日历", "en": "calendar" }, "source": "s", "provenance": "recalled", "statutory": { "source": "s", "holidays": [] },
              "years": { "2022": { "source": "s", "holidays": {} } } }
            """, out _);
        Assert.That(days.NextAfterHoliday(DateOnly.Parse(day)).ToString(), Is.EqualTo(expected), why);
    }

    [TestCase("\"weekdaysOff\": [ \"2024-10-05\" ]", "type-mismatch", "a Saturday is off anyway")]
    [TestCase("\"weekdaysOff\": [ \"2025-10-01\" ]", "type-mismatch", "another year")]
    [TestCase("\"weekendsWorked\": [ \"2024-10-11\" ]", "type-mismatch", "a Friday is worked anyway")]
    [TestCase("\"weekdayOff\": []", "unknown-property", "misspelt")]
    public void A_year_that_says_something_odd_is_flawed(string year, string flaw, string why) => Assert.That(
        FlawsOf("[]", $$"""{ "2024": { "source": "s", "holidays": {}, {{year}} } }"""), Is.EqualTo(new[] { flaw }), why);

    [Test]
    public void A_year_stands_under_its_number() => Assert.That(
        FlawsOf("[]", """{ "last": { "source": "s", "holidays": {} } }"""), Is.EqualTo(new[] { "type-mismatch" }));

    [TestCase("\"holidays\": {}, \"weekdaysOff\": [], \"weekendsWorked\": []", "holiday-missing", "an empty year is no year that was published")]
    [TestCase("\"holidays\": { \"元旦\": [ \"2027-01-01\" ] }, \"weekdaysOff\": []", "holiday-missing", "a holiday that is worked")]
    [TestCase("\"holidays\": { \"元旦\": [ \"2027-01-02\" ] }", "holiday-missing", "another day")]
    [TestCase("\"holidays\": { \"元旦\": [ \"2027-01-01\", \"2027-01-02\" ] }, \"weekdaysOff\": [ \"2027-01-01\" ]", "holiday-missing", "more days than the law gives")]
    [TestCase("\"holidays\": { \"元旦\": [ \"2027-01-01\" ], \"植树节\": [] }, \"weekdaysOff\": [ \"2027-01-01\" ]", "unknown-property", "no statutory holiday")]
    public void A_published_year_has_the_statutory_holidays(string year, string flaw, string why)
    {
        const string NewYear = """[ { "zh": "元旦", "en": "New Year's Day", "from": 2014, "days": 1, "on": [ "01-01" ] } ]""";
        var flaws = FlawsOf(NewYear, $$"""{ "2027": { "source": "s", {{year}} } }""");
        Assert.That(flaws, Is.EqualTo(new[] { flaw }), why);
        Assert.That(FlawsOf(NewYear, $$"""{ "2013": { "source": "s", "holidays": {} } }"""), Is.Empty, "before the law");
    }

    [Test]
    public void A_year_names_its_notice() => Assert.That(
        FlawsOf("[]", """{ "2027": { "holidays": {} } }"""), Is.EqualTo(new[] { "property-missing" }));

    private static IEnumerable<string> FlawsOf(string holidays, string years)
    {
        Read($$"""{ "title": { "zh": "日历", "en": "calendar" }, "source": "s", "provenance": "recalled", "statutory": { "source": "s", "holidays": {{holidays}} }, "years": {{years}} }""", out var flaws);
        return flaws.Select(each => each.Name);
    }

    private static WorkingDays Read(string text, out List<Flaw> flaws)
    {
        flaws = [];
        return WorkingDaysReader.Read([new SourceText("calendars/days.json", text)], flaws);
    }
}
