using CreditScoring.Supervision;
using NUnit.Framework;

namespace CreditScoring.Tests.Supervision;

/// <summary>Share times population, with the shares of Henan 2021 and the floor of Order 101.</summary>
public class SamplingPlanTests
{
    [TestCase(0, 0, "nobody")]
    [TestCase(1, 1, "0.1 is one")]
    [TestCase(10, 1, "exactly one")]
    [TestCase(11, 2, "1.1 is two")]
    [TestCase(1000, 100, "no rounding where it comes out even")]
    public void A_fraction_is_one_more(int population, int drawn, string why) =>
        Assert.That(new SampledClass("C", population, 0.1m).Drawn, Is.EqualTo(drawn), why);

    [Test]
    public void A_plan_below_the_floor_says_how_many_are_short()
    {
        // 1000 x 1 % = 10; 101 x 2 % = 2.02 -> 3; 15 x 10 % = 1.5 -> 2; 7 x 30 % = 2.1 -> 3.
        var plan = Henan(1000, 101, 15, 7, 0.03m);
        Assert.That(plan.Classes.Select(each => each.Drawn), Is.EqualTo(new[] { 10, 3, 2, 3 }));
        Assert.That(plan.Population, Is.EqualTo(1123));
        Assert.That(plan.Drawn, Is.EqualTo(18));
        Assert.That(plan.Least, Is.EqualTo(34), "3 % of 1123 are 33.69");
        Assert.That(plan.Short, Is.EqualTo(16));
    }

    [TestCase(16, 0)]
    [TestCase(17, 0)]
    [TestCase(15, 1)]
    public void On_the_floor_nothing_is_short(int risky, int missing)
    {
        // Of 1000 at least 30 are drawn: about 980 of A give 10, the others are drawn one and all.
        var plan = new SamplingPlan([new("A", 1000 - risky - 4, 0.01m), new("C", 4, 1m), new("D", risky, 1m)], 0.03m);
        Assert.That(plan.Drawn, Is.EqualTo(10 + 4 + risky));
        Assert.That(plan.Short, Is.EqualTo(missing));
    }

    [Test]
    public void Before_the_floor_nothing_is_short() =>
        Assert.That(Henan(1000, 101, 15, 7, 0).Short, Is.Zero);

    [TestCase(-1, 0.1, 0.03)]
    [TestCase(1, 1.1, 0.03)]
    [TestCase(1, -0.1, 0.03)]
    [TestCase(1, 0.1, 1.01)]
    public void Shares_run_from_0_to_1_and_populations_from_0(int population, decimal share, decimal floor) =>
        Assert.That(
            () => new SamplingPlan([new("A", population, share)], floor),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static SamplingPlan Henan(int a, int b, int c, int d, decimal floor) =>
        new([new("A", a, 0.01m), new("B", b, 0.02m), new("C", c, 0.1m), new("D", d, 0.3m)], floor);
}
