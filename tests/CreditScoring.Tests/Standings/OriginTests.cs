using CreditScoring.Events;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>Rules can ask with what a matter began, however many steps ago that was.</summary>
public class OriginTests
{
    private static readonly OnePack Pack = new(
        ("points", """
            [ { "RuleName": "began", "Expression": "happened.kind == \"recheck\" && happened.origin.kind == \"act\"",
                "Properties": { "points": "happened.origin.gravity" } } ]
            """));

    [Test]
    public void A_chain_ends_at_the_event_that_acts_on_none() =>
        Assert.That(Points(Act, Recheck("r1", "a1"), Recheck("r2", "r1"), Recheck("r3", "r2")), Is.EqualTo(15));

    [Test]
    public void An_event_that_acts_on_none_is_its_own_origin() =>
        Assert.That(Points(Act, Recheck("r1", null)), Is.Zero);

    [Test]
    public void What_was_annulled_breaks_the_chain_behind_it() =>
        Assert.That(
            Points(Act, Recheck("r1", "a1"), Recheck("r2", "r1"), Pack.Event("n", "annulled", "2024-03-02", "r1")),
            Is.Zero);

    [Test]
    public void A_chain_of_ten_thousand_links_is_no_deeper_than_one()
    {
        var links = Enumerable.Range(1, 10_000).Select(each => Recheck($"r{each}", each == 1 ? "a1" : $"r{each - 1}"));
        Assert.That(Points([Act, .. links]), Is.EqualTo(50_000));
    }

    private static RegulatoryEvent Act => Pack.Event("a1", "act", "2024-02-01", null, ("gravity", 5m));

    private static RegulatoryEvent Recheck(string id, string? actsOn) =>
        Pack.Event(id, "recheck", "2024-03-01", actsOn, ("result", "passed"));

    private static decimal Points(params RegulatoryEvent[] events) =>
        Pack.Standing("2024-04-01", events).Entries.Sum(entry => entry.Points.Value);
}
