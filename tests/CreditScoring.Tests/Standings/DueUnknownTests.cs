using CreditScoring.Standings;
using CreditScoring.Standings.Telling;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// A last day beyond the calendar (which ends on 2024-12-31 here) is not guessed: the duty is open
/// without it, and only what needs it has no answer.
/// </summary>
public class DueUnknownTests
{
    private const string Points = """{ "RuleName": "act", "Expression": "happened.kind == \"act\"", "Properties": { "points": 3 } }""";

    private const string Publish = """
        [ { "RuleName": "publish", "Expression": "happened.kind == \"act\"",
            "Properties": { "of": "authority", "due": "addWorkingDays(happened.from, 20)", "fulfilled": "happened.publishedOn <= day" } } ]
        """;

    private static OnePack Pack(string points = Points, string condition = "total > 0") => new(
        ("points", $"[ {points} ]"), ("duties", Publish),
        ("tier", $$"""[ { "RuleName": "some", "Expression": "{{condition}}", "Properties": { "tier": "B" } }, { "RuleName": "none", "Expression": "true", "Properties": { "tier": "A" } } ]"""));

    private static Standing On(OnePack pack, string day, string occurred = "2024-12-10") =>
        pack.Standing(day, pack.Event("e1", "act", occurred, null, ("gravity", 1m)));

    [TestCase("2024-12-10")]
    [TestCase("2024-12-31")]
    [TestCase("2025-01-01")]
    [TestCase("2026-06-01")]
    public void A_tier_that_does_not_need_the_day_stands(string day)
    {
        var standing = On(Pack(), day);
        Assert.Multiple(() =>
        {
            Assert.That(standing.Tier, Is.EqualTo("B"));
            Assert.That(standing.Flaws, Is.Empty);
            Assert.That(standing.Duties.Single().StateName, Is.EqualTo("open"));
            Assert.That(standing.Duties.Single().Due, Is.Null);
            Assert.That(standing.Text(), Does.Contain("the calendar of working days of 2025 is not in yet, and 2025-01-01 is asked of it"));
            Assert.That(standing.ChangesOn, Is.Null);
        });
    }

    [Test]
    public void A_last_day_within_the_calendar_is_said_and_turns_as_ever()
    {
        Assert.Multiple(() =>
        {
            Assert.That(On(Pack(), "2024-12-31", "2024-12-03").Duties.Single().Due, Is.EqualTo(new DateOnly(2024, 12, 31)));
            Assert.That(On(Pack(), "2025-01-01", "2024-12-03").Duties.Single().StateName, Is.EqualTo("missed"));
            Assert.That(On(Pack(), "2024-12-31", "2024-12-04").Duties.Single().Due, Is.Null);
        });
    }

    [Test]
    public void A_rule_that_reckons_with_the_day_has_no_answer() => Assert.That(
        On(Pack(condition: "duties.Any(d => d.due.Value.Month == 1)"), "2024-12-10").Flaws.Single().Place.File,
        Does.EndWith("duties.workflow.json"));

    [TestCase("duties.Any(d => d.due < day)")]
    [TestCase("duties.Any(d => day > d.due)")]
    [TestCase("duties.Any(d => d.due == null)")]
    [TestCase("duties.Any(d => (d.due ?? day) < day)")]
    [TestCase("duties.Any(d => d.due.Value.AddMonths(1) < day.AddDays(20).AddDays(11))")]
    [TestCase("duties.Any(d => d.state == \\\"missed\\\")")]
    [TestCase("events.Any(e => e.kind == \\\"duty-missed\\\")")]
    [TestCase("events.Count() > 1")]
    public void A_rule_that_asks_whether_it_was_missed_has_an_answer_while_it_cannot_have_been(string condition)
    {
        var pack = Pack(condition: condition);
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, "2025-01-01").Tier, Is.EqualTo("A"), "2025-01-01 is the first day that can be the last");
            Assert.That(On(pack, "2024-12-31").Tier, Is.EqualTo("A"), "the last day of the calendar");
            if (condition.Contains("== null", StringComparison.Ordinal))
            {
                Assert.That(On(pack, "2025-01-02").Tier, Is.EqualTo("A"), "that there is one is certain");
                return;
            }

            Assert.That(On(pack, "2025-01-01").ChangesOn, Is.EqualTo(new DateOnly(2025, 1, 2)));
            Assert.That(On(pack, "2025-01-02").Tier, Is.Null);
            Assert.That(On(pack, "2025-01-02").Flaws.Single().What.En, Does.Contain("calendar"));
            Assert.That(On(pack, "2025-01-02").Flaws.Single().Mend.En, Does.Contain("calendars/"));
        });
    }

    [Test]
    public void Points_for_a_missed_duty_stop_the_file_on_the_day_it_may_have_been_missed()
    {
        var pack = Pack(points: """{ "RuleName": "late", "Expression": "happened.kind == \"duty-missed\"", "Properties": { "points": 1 } }""");
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, "2025-01-01").Tier, Is.EqualTo("A"));
            Assert.That(On(pack, "2025-01-02").Tier, Is.Null);
        });
    }

    [Test]
    public void A_duty_that_is_fulfilled_before_the_calendar_ends_is_fulfilled()
    {
        var pack = Pack(condition: "duties.Any(d => d.state == \\\"missed\\\")");
        var act = pack.Event("e1", "act", "2024-12-10", null, ("gravity", 1m), ("publishedOn", new DateOnly(2024, 12, 20)));
        Assert.That(pack.Standing("2025-06-01", act).Duties.Single().StateName, Is.EqualTo("fulfilled"));
    }

    [TestCase("zh", "窗口 - – 尚不能确定", "期限的最后一日尚不能确定：2025 年的工作日历尚未录入", "在 calendars/ 中补上该年的工作日")]
    [TestCase("en", "window - – not known yet", "the last day cannot be said yet: the calendar of working days of 2025 is not in yet", "add the year's working days to calendars/")]
    public void An_explanation_says_that_the_calendar_of_the_year_is_not_in_yet(string language, params string[] said)
    {
        var pack = Pack();
        var text = ExplanationText.Of(pack.Explain("2024-12-10", pack.Event("e1", "act", "2024-12-10", null, ("gravity", 1m))), language);
        Assert.That(said, Has.All.Matches<string>(each => text.Contains(each, StringComparison.Ordinal)), text);
    }

    private static OnePack Further(string due, string condition) => new(
        ("points", $"[ {Points} ]"),
        ("duties", Publish.Replace("addWorkingDays(happened.from, 20)", due, StringComparison.Ordinal)),
        ("tier", $$"""[ { "RuleName": "some", "Expression": "{{condition}}", "Properties": { "tier": "B" } }, { "RuleName": "none", "Expression": "true", "Properties": { "tier": "A" } } ]"""));

    [TestCase("addWorkingDays(happened.from, 20).AddDays(-1)", "2024-12-31")]
    [TestCase("addWorkingDays(happened.from, 20).AddMonths(1)", "2025-02-01")]
    [TestCase("new [] { happened.publishedOn, addWorkingDays(happened.from, 20) }.Min()", "2025-01-01")]
    [TestCase("new [] { DateTime(2024, 12, 30), addWorkingDays(happened.from, 20) }.Max()", "2025-01-01")]
    [TestCase("happened.gravity > 0 ? addWorkingDays(happened.from, 20) : happened.publishedOn", "2025-01-01")]
    [TestCase("happened.publishedOn ?? addWorkingDays(happened.from, 20)", "2025-01-01")]
    [TestCase("nextWorkingDay(happened.from.AddDays(30))", "2025-01-09")]
    [TestCase("nextAfterHoliday(happened.from.AddDays(30)).AddDays(-1)", "2025-01-08")]
    public void What_is_reckoned_further_from_the_day_takes_its_bound_along(string due, string earliest)
    {
        var pack = Further(due, "duties.Any(d => d.state == \\\"missed\\\")");
        var last = DateOnly.Parse(earliest);
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, $"{last:yyyy-MM-dd}").Tier, Is.EqualTo("A"), "it cannot have been missed yet");
            Assert.That(On(pack, $"{last:yyyy-MM-dd}").Duties.Single().Due, Is.Null);
            Assert.That(On(pack, $"{last:yyyy-MM-dd}").ChangesOn, Is.EqualTo(last.AddDays(1)));
            Assert.That(On(pack, $"{last.AddDays(1):yyyy-MM-dd}").Tier, Is.Null);
            Assert.That(On(Further(due, "total > 0"), "2026-06-01").Tier, Is.EqualTo("B"), "what does not need it stands");
        });
    }

    [Test]
    public void The_earlier_of_two_days_is_known_where_the_other_lies_beyond_the_calendar() => Assert.That(
        On(Further("new [] { DateTime(2024, 12, 30), addWorkingDays(happened.from, 20) }.Min()", "total > 0"), "2024-12-20")
            .Duties.Single().Due,
        Is.EqualTo(new DateOnly(2024, 12, 30)));

    [Test]
    public void A_first_day_beyond_the_calendar_is_told_as_unknown_and_stops_nothing()
    {
        var pack = new OnePack(("points", $"[ {Points} ]"), ("duties", Publish.Replace(
            "\"due\"", "\"opens\"", StringComparison.Ordinal)), ("tier", """
            [ { "RuleName": "open", "Expression": "duties.Any(d => d.opens <= day)", "Properties": { "tier": "B" } },
              { "RuleName": "not-yet", "Expression": "true", "Properties": { "tier": "A" } } ]
            """));
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, "2024-12-31").Tier, Is.EqualTo("A"));
            Assert.That(On(pack, "2024-12-31").ChangesOn, Is.EqualTo(new DateOnly(2025, 1, 1)));
            Assert.That(On(pack, "2024-12-31").Text(), Does.Contain("the first day cannot be said yet"));
            Assert.That(On(pack, "2025-01-01").Tier, Is.Null);
        });
    }

    [Test]
    public void A_named_value_beyond_the_calendar_is_compared_by_its_bound()
    {
        var pack = new OnePack(("points", """
            [ { "RuleName": "late", "LocalParams": [ { "Name": "last", "Expression": "addWorkingDays(happened.from, 20)" } ],
                "Expression": "happened.kind == \"act\" && happened.from.AddDays(10) > last.AddDays(-1)",
                "Properties": { "points": 1 } } ]
            """));
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, "2024-12-31", "2024-12-21").Flaws, Is.Empty, "2024-12-31 is not after it, whichever day it is");
            Assert.That(On(pack, "2024-12-31", "2024-12-22").Flaws, Has.Count.EqualTo(1));
        });
    }
}
