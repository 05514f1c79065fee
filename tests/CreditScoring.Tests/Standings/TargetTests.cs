using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>An event that may act on another: rules can tell a target that is gone from none at all.</summary>
public class TargetTests
{
    private static readonly OnePack Pack = new(
        ("points", """
            [ { "RuleName": "act", "Expression": "happened.kind == \"act\"", "Properties": { "points": "happened.gravity" } },
              { "RuleName": "ends", "Expression": "happened.kind == \"recheck\"", "Properties": { "clears": "entries.Where(e => !happened.namesTarget || e.happened == happened.actsOn)" } } ]
            """));

    private static readonly OnePack Falls = new(
        ("points", """
            [ { "RuleName": "rests", "Expression": "happened.kind == \"recheck\" && !happened.targetAnnulled", "Properties": { "points": 1 } } ]
            """));

    [TestCase(null, 1, TestName = "What rests on nothing stands")]
    [TestCase("a2", 1, TestName = "What rests on what stands stands")]
    [TestCase("a1", 0, TestName = "What rests on what was annulled falls")]
    [TestCase("a9", 1, TestName = "What rests on what nobody sent stands: not known is not annulled")]
    public void What_it_rests_on(string? actsOn, decimal left)
    {
        var standing = Falls.Standing(
            "2024-05-01", Falls.Event("a1", "act", "2024-02-01", null, ("gravity", 1m)),
            Falls.Event("a2", "act", "2024-02-02", null, ("gravity", 2m)),
            Falls.Event("n", "annulled", "2024-04-01", "a1"),
            Falls.Event("x", "recheck", "2024-05-01", actsOn, ("result", "passed")));
        Assert.That(standing.Entries.Sum(entry => entry.Points.Value), Is.EqualTo(left));
    }

    [TestCase(null, false, 0, TestName = "One that names none ends all")]
    [TestCase("a1", false, 2, TestName = "One that names a target ends that one")]
    [TestCase("a1", true, 2, TestName = "One whose target was annulled ends no other")]
    [TestCase("a9", false, 3, TestName = "One whose target is not known ends none")]
    public void What_it_ends(string? actsOn, bool annulled, decimal left)
    {
        var events = new[]
        {
            Pack.Event("a1", "act", "2024-02-01", null, ("gravity", 1m)),
            Pack.Event("a2", "act", "2024-02-02", null, ("gravity", 2m)),
            Pack.Event("x", "recheck", "2024-03-01", actsOn, ("result", "passed")),
            Pack.Event("n", "annulled", "2024-04-01", "a1"),
        };
        var standing = Pack.Standing("2024-04-01", annulled ? events : events[..3]);
        Assert.That(standing.Entries.Sum(entry => entry.Points.Value), Is.EqualTo(left));
    }
}
