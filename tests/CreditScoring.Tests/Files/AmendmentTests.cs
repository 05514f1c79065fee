using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Files;

/// <summary>What an amendment takes away, what it leaves, and which of several stands.</summary>
public class AmendmentTests
{
    private static readonly OnePack Pack = new(
        ("points", """
            [ { "RuleName": "act", "Expression": "happened.kind == \"act\"",
                "Properties": { "points": "happened.gravity * (happened.intentional ? 2 : 1) + (happened.occasion == null ? 0 : 100)" } } ]
            """));

    private static readonly RegulatoryEvent Act = Pack.Event(
        "a", "act", "2024-02-01", null, ("gravity", 3m), ("occasion", "fair"), ("intentional", true));

    [Test]
    public void A_field_that_has_no_value_any_more_is_as_if_it_had_been_left_out() => Assert.That(
        Points(Amended("m", "2024-02-02", 1, ("occasion", NoValue.Any))), Is.EqualTo(6));

    [Test]
    public void A_field_with_a_default_has_its_default_again() => Assert.That(
        Points(Amended("m", "2024-02-02", 1, ("intentional", NoValue.Any))), Is.EqualTo(103));

    [Test]
    public void A_field_that_is_not_named_stays() => Assert.That(
        Points(Amended("m", "2024-02-02", 1, ("gravity", 5m))), Is.EqualTo(110));

    [Test]
    public void What_every_event_of_the_kind_must_have_cannot_be_taken_away()
    {
        var standing = Pack.Standing("2024-03-01", Act, Amended("m", "2024-02-02", 1, ("gravity", NoValue.Any)));
        Assert.That(standing.Tier, Is.Null);
        Assert.That(standing.Flaws.Single().What.En, Does.Contain("s/m takes away 'gravity', which a act must have"));
        Assert.That(standing.Flaws.Single().What.Zh, Does.Contain("s/m"));
    }

    [Test]
    public void Once_taken_back_such_an_amendment_stops_nobody() => Assert.That(
        Points(
            Amended("m", "2024-02-02", 1, ("gravity", NoValue.Any)), Pack.Event("n", "annulled", "2024-02-03", "m")),
        Is.EqualTo(106));

    [Test]
    public void An_amendment_that_is_amended_may_say_that_there_is_no_value_any_more()
    {
        var first = Amended("m", "2024-02-02", 1, ("occasion", "market"));
        var second = Amended("x", "2024-02-03", 2, ("occasion", NoValue.Any)) with { ActsOn = first.Id };
        Assert.That(Points(first, second), Is.EqualTo(6));
    }

    [TestCase("m9", 9, "m10", 10, 5)]
    [TestCase("m10", 9, "m9", 10, 5)]
    public void Of_two_amendments_of_one_day_the_later_by_sequence_stands(
        string first, long one, string second, long two, decimal gravity) => Assert.That(
        Points(
            Amended(second, "2024-02-02", two, ("gravity", gravity), ("intentional", false), ("occasion", NoValue.Any)),
            Amended(first, "2024-02-02", one, ("gravity", 500m))),
        Is.EqualTo(gravity));

    [TestCase(0, 0, "z", TestName = "Of_sources_that_are_not_listed_the_later_by_name_stands")]
    [TestCase(1, 0, "a", TestName = "The_word_of_a_listed_source_stands_against_one_that_is_not")]
    [TestCase(2, 1, "a", TestName = "Of_two_listed_sources_the_weightier_stands")]
    public void Weight(int first, int second, string stands)
    {
        var events = new[] { Said("a", first), Said("z", second) };
        Assert.That(events.Order(EventOrder.Dated).Last().Id.Source, Is.EqualTo(stands));
        Assert.That(events.Reverse().Order(EventOrder.Dated).Last().Id.Source, Is.EqualTo(stands));
    }

    private static RegulatoryEvent Said(string source, int weight) =>
        Pack.Event("p", "profile", "2024-02-01") with { Id = new EventId(source, "p"), Weight = weight };

    private static RegulatoryEvent Amended(
        string id, string on, long sequence, params (string Field, object Value)[] values) =>
        Pack.Event(id, "amended", on, "a", values) with { Sequence = sequence };

    private static decimal Points(params RegulatoryEvent[] more) =>
        Pack.Standing("2024-03-01", [Act, .. more]).Entries.Sum(entry => entry.Points.Value);
}
