using CreditScoring.Events;
using CreditScoring.Law.Language;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>A file that costs too much cannot be judged, says where, and costs little again.</summary>
[Parallelizable(ParallelScope.All)]
public class StepBudgetTests
{
    private static readonly OnePack Cubic = new(
        ("points", """
            [ { "RuleName": "act", "Expression": "happened.kind == \"act\"",
                "Properties": { "points": "1 + 0 * entries.Sum(e => entries.Sum(f => entries.Sum(g => g.points)))" } } ]
            """));

    [Test]
    public void A_rule_that_looks_through_all_for_each_of_all_is_named_when_the_steps_are_spent()
    {
        var standing = Cubic.Standing("2024-12-31", Acts(350));
        var flaw = standing.Flaws.Single();
        Assert.Multiple(() =>
        {
            Assert.That(standing.Tier, Is.Null);
            Assert.That(flaw.Name, Is.EqualTo("too-many-steps"));
            Assert.That(flaw.Place.File, Does.EndWith("points.workflow.json"));
            Assert.That(flaw.What.Zh, Does.Contain("步数"));
        });
    }

    [Test]
    public void A_short_file_is_judged_by_the_same_rule() =>
        Assert.That(Cubic.Standing("2024-12-31", Acts(60)).Points?.Value ?? 60, Is.EqualTo(60));

    [Test]
    public void What_was_spent_on_the_days_of_events_counts_for_the_whole_file()
    {
        var order = LawDayOrder.Of(Acts(40).File(), Cubic.Regime);
        var walk = new Walk(Cubic.Regime, World.Subject, order);
        walk.To(new DateOnly(2024, 12, 31));
        var spent = walk.State.Spent;
        Assert.That(spent, Is.GreaterThan(40 * 39 * 38 / 4));
        Assert.DoesNotThrow(() => Walked(order, spent));
        Assert.That(Assert.Throws<CannotBeJudged>(() => Walked(order, spent - 1))!.IsOverBudget);

        void Walked(OrderedEvent[] all, long file) =>
            new Walk(Cubic.Regime, World.Subject, all, budget: new StepBudget(long.MaxValue, file)).To(new DateOnly(2024, 12, 31));
    }

    [Test]
    public void Resumed_is_from_the_beginning_with_a_small_budget()
    {
        var order = LawDayOrder.Of(Acts(30).File(), Cubic.Regime);
        var end = new DateOnly(2024, 12, 31);
        foreach (var budget in new StepBudget[] { new(long.MaxValue, 20_000), new(9_000, long.MaxValue), new(9_000, 60_000) })
        {
            for (var day = new DateOnly(2024, 1, 2); day < new DateOnly(2024, 2, 10); day = day.AddDays(1))
            {
                var whole = new Walk(Cubic.Regime, World.Subject, order, budget: budget);
                var expected = Answers.OrReason(() => { whole.To(end); return $"{whole.State.Spent}"; });
                var first = new Walk(Cubic.Regime, World.Subject, order, budget: budget);
                _ = Answers.OrReason(() => { first.To(day); return ""; });
                var resumed = new Walk(Cubic.Regime, World.Subject, order, budget: budget);
                resumed.Resume(first.Night);
                Assert.That(
                    Answers.OrReason(() => { resumed.To(end); return $"{resumed.State.Spent}"; }), Is.EqualTo(expected),
                    $"resumed from {first.Night.Day:o}, {budget}");
            }
        }
    }

    [Test]
    public void Skipping_days_spends_what_walking_every_day_spends()
    {
        var order = LawDayOrder.Of(Acts(20).File(), Cubic.Regime);
        var (fast, slow) = (new Walk(Cubic.Regime, World.Subject, order), new Walk(Cubic.Regime, World.Subject, order, everyDay: true));
        fast.To(new DateOnly(2024, 6, 30));
        slow.To(new DateOnly(2024, 6, 30));
        Assert.That(fast.State.Spent, Is.EqualTo(slow.State.Spent));
    }

    private static RegulatoryEvent[] Acts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Cubic.Event(
            $"a{i:000}", "act", $"{new DateOnly(2024, 1, 2).AddDays(i % 39):yyyy-MM-dd}", null, ("gravity", 1m))),
    ];
}
