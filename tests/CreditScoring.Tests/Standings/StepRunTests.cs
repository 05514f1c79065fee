using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>How long one taking of a step lasts that has no term.</summary>
public class StepRunTests
{
    private static readonly OnePack Pack = new(
        ("points", """[ { "RuleName": "act", "Expression": "happened.kind == \"act\"", "Properties": { "points": 1, "lapsesOn": "from.AddDays(10)" } } ]"""),
        ("steps", """[ { "RuleName": "warn", "Expression": "total >= 1" } ]"""),
        ("tier", """[ { "RuleName": "any", "Expression": "true", "Properties": { "tier": "A" } } ]"""));

    [TestCase("2024-02-11", "2024-02-01", TestName = "False in the morning and true again in the evening is one run")]
    [TestCase("2024-02-12", "2024-02-12", TestName = "False in one evening and true in the next is a second run")]
    public void Since(string again, string since)
    {
        var standing = Pack.Standing(
            "2024-02-13", Pack.Event("e1", "act", "2024-02-01", null, ("gravity", 1m)), Pack.Event("e2", "act", again, null, ("gravity", 1m)));
        Assert.That(standing.Steps.Single().Since.ToString("yyyy-MM-dd"), Is.EqualTo(since));
    }
}
