using CreditScoring.Draws;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws;

/// <summary>Share times population, with the shares of Henan 2021 and the floor of Order 101.</summary>
public class SamplingPlanTests
{
    [TestCase(0, 0, "nobody")]
    [TestCase(1, 1, "0.1 is one")]
    [TestCase(10, 1, "exactly one")]
    [TestCase(11, 2, "1.1 is two")]
    [TestCase(1000, 100, "no rounding where it comes out even")]
    public void A_fraction_is_one_more(int population, int drawn, string why) =>
        Assert.That(new Stratum("C", Given.Share("0.1"), 0, null).Drawn(population, Rounding.Up), Is.EqualTo(drawn), why);

    [TestCase("0.5", 3, Rounding.Up, 2)]
    [TestCase("0.5", 3, Rounding.HalfUp, 2)]
    [TestCase("0.5", 3, Rounding.Down, 1)]
    [TestCase("0.3", 3, Rounding.HalfUp, 1, Description = "0.9")]
    [TestCase("0.1", 4, Rounding.HalfUp, 0, Description = "0.4")]
    [TestCase("1/3", 3, Rounding.Up, 1, Description = "a third of three is one, and not 1.0000001")]
    [TestCase("1/3", 4, Rounding.Up, 2)]
    [TestCase("1", 2_000_000_000, Rounding.Up, 2_000_000_000)]
    public void A_share_is_exact(string share, int population, Rounding rounding, int drawn) =>
        Assert.That(Given.Share(share).Of(population, rounding), Is.EqualTo(drawn));

    [TestCase("")]
    [TestCase("1.1")]
    [TestCase("-0.1")]
    [TestCase("00.1")]
    [TestCase(".1")]
    [TestCase("0.")]
    [TestCase("1e-1")]
    [TestCase("2/1")]
    [TestCase("1/0")]
    [TestCase("01/3")]
    [TestCase("1/3/3")]
    [TestCase("0.1234567890")]
    [TestCase("３")]
    public void What_is_no_share_is_none(string text) =>
        Assert.That(Share.TryParse(text, out _, out var flaw) || flaw is null, Is.False);

    [TestCase(100, 5, null, 30, Description = "the share is more than the least")]
    [TestCase(10, 5, null, 5, Description = "the least")]
    [TestCase(4, 5, null, 4, Description = "there are no more")]
    [TestCase(1000, 5, 200, 200, Description = "the cap")]
    [TestCase(0, 5, null, 0)]
    public void A_stratum_has_a_least_and_a_most(int population, int least, int? most, int drawn) => Assert.That(
        new Stratum("D", Given.Share("0.3"), least, most).Drawn(population, Rounding.Up), Is.EqualTo(drawn));

    [Test]
    public void Of_a_share_of_zero_nobody_is_drawn() =>
        Assert.That(new Stratum("A", Given.Share("0"), 1, null).Drawn(100, Rounding.Up), Is.Zero);

    [Test]
    public void A_plan_below_the_floor_says_how_many_are_short()
    {
        // 1000 x 1 % = 10; 101 x 2 % = 2.02 -> 3; 15 x 10 % = 1.5 -> 2; 7 x 30 % = 2.1 -> 3.
        var plan = Henan("0.03", 7, 15, 101, 1000);
        Assert.That(plan.Strata.Select(each => each.Drawn), Is.EqualTo(new[] { 3, 2, 3, 10 }));
        Assert.That(plan.Population, Is.EqualTo(1123));
        Assert.That(plan.Drawn, Is.EqualTo(18));
        Assert.That(plan.Least, Is.EqualTo(34), "3 % of 1123 are 33.69");
        Assert.That(plan.Short, Is.EqualTo(16));
    }

    [Test]
    public void Henan_draws_270_of_13700_and_the_floor_of_411_is_flagged_and_not_filled()
    {
        var plan = Henan("0.03", 200, 500, 3_000, 10_000);
        Assert.That(plan.Strata.Select(each => each.Drawn), Is.EqualTo(new[] { 60, 50, 60, 100 }));
        Assert.That((plan.Drawn, plan.Least, plan.Short), Is.EqualTo((270, 411, 141)));
        Assert.That(plan.Strata.Select(each => each.Reserves), Is.EqualTo(new[] { 6, 5, 6, 10 }));
    }

    [TestCase(16, 0)]
    [TestCase(17, 0)]
    [TestCase(15, 1)]
    public void On_the_floor_nothing_is_short(int risky, int missing)
    {
        // Of 1000 at least 30 are drawn: about 980 of A give 10, the others are drawn one and all.
        var rule = Given.Rule("0.03", ("A", "0.01"), ("C", "1"), ("D", "1"));
        var plan = Given.Plan(rule, 1000 - risky - 4, 4, risky);
        Assert.That(plan.Drawn, Is.EqualTo(10 + 4 + risky));
        Assert.That(plan.Short, Is.EqualTo(missing));
    }

    [Test]
    public void Without_a_floor_nothing_is_short() => Assert.That(Henan(null, 7, 15, 101, 1000).Short, Is.Zero);

    private static SamplingPlan Henan(string? floor, params int[] population) => Given.Plan(
        Given.Rule(floor, ("D", "0.3"), ("C", "0.1"), ("B", "0.02"), ("A", "0.01")), population);
}
