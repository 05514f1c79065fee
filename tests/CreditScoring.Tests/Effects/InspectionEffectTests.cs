using CreditScoring.Documents;
using CreditScoring.Effects;
using CreditScoring.Enterprises;
using NUnit.Framework;

namespace CreditScoring.Tests.Effects;

/// <summary>What inspections found: the formulas, by figures of those who published them.</summary>
public class InspectionEffectTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    /// <summary>Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.</summary>
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void The_interval_of_a_rate_is_that_of_Wilson(int hits, int visits, double low, double high)
    {
        var bounds = new HitRate(visits, hits).Wilson!.Value;
        Assert.That((Math.Round(bounds.Low, 4), Math.Round(bounds.High, 4)), Is.EqualTo((low, high)));
        var other = new HitRate(visits, visits - hits).Wilson!.Value;
        Assert.That((1 - other.High, 1 - other.Low), Is.EqualTo((bounds.Low, bounds.High)).Within(1e-12), "misses are the mirror of hits");
    }

    [Test]
    public void Without_a_visit_there_is_no_rate()
    {
        var none = new HitRate(0, 0);
        Assert.That((none.Rate, none.Wilson), Is.EqualTo(((double?)null, (Bounds?)null)));
    }

    /// <summary>
    /// The Physicians' Health Study in Agresti, An Introduction to Categorical Data Analysis, section 2.2: 189 of
    /// 11,034 against 104 of 11,037, relative risk 1.82 and interval (1.43, 2.30).
    /// </summary>
    [Test]
    public void With_one_tier_the_lift_and_its_interval_are_those_of_a_relative_risk()
    {
        var lift = Lift.Of(new HitRate(11_034, 189), Tiers(("A", 11_037, 104)), Objects(("A", 7)))!;
        Assert.That((lift.Times!.Value, lift.Bounds!.Value.Low, lift.Bounds.Value.High), Is.EqualTo((1.82, 1.43, 2.30)).Within(0.01));
        Assert.That((lift.Covered, lift.Plain), Is.EqualTo((1d, 104d / 11_037)).Within(1e-12));
    }

    /// <summary>
    /// By hand: 900 of tier A are hit 1 in 50, 100 of tier D 10 in 20; a plain plan hits 0.9 * 0.02 + 0.1 * 0.5 =
    /// 0.068, and 17 of 50 by risk are 5 times as many. The rate of all drawn together, 11 in 70, would say 2.2.
    /// </summary>
    [Test]
    public void Strata_that_were_drawn_more_often_weigh_no_more_than_their_objects()
    {
        var lift = Lift.Of(new HitRate(50, 17), Tiers(("A", 50, 1), ("D", 20, 10)), Objects(("A", 900), ("D", 100)))!;
        Assert.That((lift.Plain, lift.Times!.Value), Is.EqualTo((0.068, 5.0)).Within(1e-12));
        Assert.That(Lift.Of(new HitRate(50, 17), Tiers(("A", 50, 1)), Objects(("A", 900), ("D", 100)))!.Covered, Is.EqualTo(0.9));
        Assert.That(Lift.Of(new HitRate(50, 17), Tiers(("D", 0, 0)), Objects(("D", 100))), Is.Null, "nothing was drawn");
        Assert.That(Lift.Of(new HitRate(50, 17), Tiers(("A", 50, 0)), Objects(("A", 100)))!.Times, Is.Null, "the plain plan finds nothing");
        var none = Lift.Of(new HitRate(50, 0), Tiers(("A", 50, 5)), Objects(("A", 100)))!;
        Assert.That((none.Times, none.Bounds), Is.EqualTo(((double?)0, (Bounds?)null)));
    }

    /// <summary>
    /// Simulated: 200,000 plain plans of 90 days that take a tenth of the objects each time come to one after
    /// 90 * (9 + 1/2) = 855 days on average.
    /// </summary>
    [Test]
    public void A_plain_random_plan_comes_after_so_many_days_on_average()
    {
        var earlier = Earlier.Of([Visit(29, VisitOrigin.Risk, true)], First, 90, 10, 100)!;
        Assert.That((earlier.Wait, earlier.Mean), Is.EqualTo((855d, 826d)));
        var (random, sum) = (new Random(5), 0d);
        for (var run = 0; run < 200_000; run++)
        {
            var period = 0;
            while (random.Next(10) > 0)
            {
                period++;
            }

            sum += (90 * period) + (90 * random.NextDouble());
        }

        Assert.That(sum / 200_000, Is.EqualTo(855).Within(8), "seed 5");
        Assert.That(Earlier.Of([Visit(9, VisitOrigin.Risk, true)], First, 90, 100, 100)!.Wait, Is.EqualTo(45), "who visits all of them comes in the middle");
    }

    [Test]
    public void What_was_drawn_and_what_found_nothing_was_not_found_earlier()
    {
        Assert.That(Earlier.Of([Visit(1, VisitOrigin.Drawn, true), Visit(2, VisitOrigin.Risk, false)], First, 90, 2, 10), Is.Null);
        var some = Earlier.Of(
            [Visit(0, VisitOrigin.Risk, true), Visit(10, VisitOrigin.Complaint, true), Visit(80, VisitOrigin.Risk, true), Visit(30, VisitOrigin.Risk, true)],
            First, 90, 4, 4)!;
        Assert.That((some.Hits, some.Mean, some.Median), Is.EqualTo((4, 15d, 25d)), "45 less 30 on average, less 20 in the middle");
    }

    [Test]
    public void Visits_are_counted_by_origin_tier_and_each_rule_and_what_is_written_is_read_again()
    {
        ObservedVisit[] visits =
        [
            Visit(1, VisitOrigin.Risk, true, "D", "late", "grave"), Visit(2, VisitOrigin.Risk, false, "D", "late"),
            Visit(3, VisitOrigin.Drawn, false, "A"), Visit(4, VisitOrigin.Drawn, true, "A", "late"), Visit(5, VisitOrigin.Complaint, true),
        ];
        var effect = InspectionEffect.Of(First, new DateOnly(2025, 3, 31), visits, Objects(("D", 10), ("A", 80), ("?", 10)));
        Assert.That(effect.All, Is.EqualTo(new HitRate(5, 3)));
        Assert.That(effect.ByOrigin.Select(each => (each.Of, each.Rate.Visits, each.Rate.Hits)), Is.EqualTo(new[]
        {
            (VisitOrigin.Drawn, 2, 1), (VisitOrigin.Risk, 2, 1), (VisitOrigin.Complaint, 1, 1), (VisitOrigin.Other, 0, 0),
        }));
        Assert.That(effect.ByTier.Select(each => (each.Of, each.Rate.Visits, each.Rate.Hits)), Is.EqualTo(new[] { ("D", 2, 1), ("A", 2, 1), ("?", 1, 1) }));
        Assert.That(effect.ByRule.Select(each => (each.Of.Name, each.Rate.Visits, each.Rate.Hits)), Is.EqualTo(new[] { ("late", 3, 2), ("grave", 1, 1) }));
        Assert.That(effect.Lift!.Covered, Is.EqualTo(0.8));
        var text = JsonText.Of(json => EffectJson.Shape.Write(json, effect));
        var flaws = new List<Flaw>();
        var read = EffectJson.Read(new ObjectReader(JsonDocumentReader.Read(new SourceText("effect", text), out _)!, flaws));
        Assert.That(JsonText.Of(json => EffectJson.Shape.Write(json, read)), Is.EqualTo(text));
        Assert.That(flaws, Is.Empty);
    }

    private static ObservedVisit Visit(int day, VisitOrigin origin, bool isHit, string? tier = null, params string[] rules) => new(
        new Subject("operator", $"{day}"), First.AddDays(day), origin, tier, [.. rules.Select(rule => new RuleName("r", rule))], isHit);

    private static Dictionary<string, HitRate> Tiers(params (string Tier, int Visits, int Hits)[] of) =>
        of.ToDictionary(each => each.Tier, each => new HitRate(each.Visits, each.Hits));

    private static Dictionary<string, int> Objects(params (string Tier, int Count)[] of) => of.ToDictionary(each => each.Tier, each => each.Count);
}
