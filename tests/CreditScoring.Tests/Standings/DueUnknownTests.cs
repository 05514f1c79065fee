using CreditScoring.Standings;
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
            Assert.That(standing.Text(), Does.Contain("the calendar of working days does not cover 2025-01-01"));
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
    public void A_rule_that_reads_the_day_has_no_answer() => Assert.That(
        On(Pack(condition: "duties.Any(d => d.due < day)"), "2024-12-10").Flaws.Single().Place.File,
        Does.EndWith("duties.workflow.json"));

    [TestCase("duties.Any(d => d.state == \\\"missed\\\")")]
    [TestCase("events.Any(e => e.kind == \\\"duty-missed\\\")")]
    [TestCase("events.Count() > 1")]
    public void A_rule_that_asks_whether_it_was_missed_has_an_answer_while_it_cannot_have_been(string condition)
    {
        var pack = Pack(condition: condition);
        Assert.Multiple(() =>
        {
            Assert.That(On(pack, "2025-01-01").Tier, Is.EqualTo("A"), "2025-01-01 is the first day that can be the last");
            Assert.That(On(pack, "2025-01-01").ChangesOn, Is.EqualTo(new DateOnly(2025, 1, 2)));
            Assert.That(On(pack, "2025-01-02").Tier, Is.Null);
            Assert.That(On(pack, "2025-01-02").Flaws.Single().What.En, Does.Contain("calendar"));
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

    [Test]
    public void What_is_reckoned_further_from_the_day_is_not_softened()
    {
        var pack = new OnePack(("points", $"[ {Points} ]"), ("duties", Publish.Replace(
            "addWorkingDays(happened.from, 20)", "addWorkingDays(happened.from, 20).AddDays(-30)", StringComparison.Ordinal)));
        Assert.That(On(pack, "2024-12-10").Tier, Is.Null, "its first possible day is not known");
    }
}
