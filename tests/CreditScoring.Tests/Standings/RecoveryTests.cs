using CreditScoring.Events;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>A tier falls and recovers on its exact day, also when nothing happens on that day.</summary>
[Parallelizable(ParallelScope.All)]
public class RecoveryTests
{
    private static readonly World Shipped = World.Shipped;

    [TestCase("2025-07-30", "C", 6, "2026-08-02", Description = "the day before the second failure")]
    [TestCase("2025-07-31", "D", 15, "2026-08-02")]
    [TestCase("2026-08-01", "D", 15, "2026-08-02", Description = "the last day of the first failure")]
    [TestCase("2026-08-02", "C", 9, "2027-08-01", Description = "recovers by itself")]
    [TestCase("2027-07-31", "C", 9, "2027-08-01")]
    [TestCase("2027-08-01", "A", 0, null, Description = "the second has lapsed too")]
    public void Two_serious_failures_fall_and_recover(string on, string tier, decimal points, string? changesOn)
    {
        var file = new[] { Failure("e1", "2024-08-01"), Failure("e2", "2025-07-31") }.File();
        var standing = Judge.Of(file.UpTo(DateOnly.Parse(on)), Shipped.Regime, DateOnly.Parse(on)).Standing;
        Assert.That(
            (standing.Tier, standing.Points!.Value.Value, standing.ChangesOn?.ToString("yyyy-MM-dd")),
            Is.EqualTo((tier, points, changesOn)));
    }

    [TestCase("2025-03-10", "A", Description = "the last day for correcting")]
    [TestCase("2025-03-11", "B", Description = "falls by itself: the order was not obeyed in time")]
    [TestCase("2025-04-09", "B", Description = "the thirtieth day after it")]
    [TestCase("2025-04-10", "D", Description = "falls again: the order was ignored")]
    [TestCase("2027-04-10", "D")]
    [TestCase("2027-04-11", "A")]
    public void An_order_that_is_ignored_falls_by_itself(string on, string tier)
    {
        var file = new[] { Order("2025-01-10", "2025-03-10") }.File();
        Assert.That(Judge.Of(file, Shipped.Regime, DateOnly.Parse(on)).Standing.Tier, Is.EqualTo(tier));
    }

    [Test]
    public void Every_change_of_tier_is_foretold_the_day_before_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => IsForetold(world, history, 0));

    [Test]
    public void Every_change_of_tier_is_foretold_the_day_before_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => IsForetold(world, history, 0));

    [Test]
    public void A_change_foretold_for_the_next_day_is_noticed() =>
        Tries.Fails(SmallWorlds.Of, (world, history, random) => IsForetold(world, history, 1));

    /// <summary>The last change of tier on a day without an event: its eve says on which day.</summary>
    private static string? IsForetold(World world, IReadOnlyList<RegulatoryEvent> history, int late)
    {
        var file = history.File();
        var eventful = LawDayOrder.Of(file, world.Regime).Select(listed => listed.Happening.From).ToHashSet();
        var walk = new Walk(world.Regime, World.Subject, LawDayOrder.Of(file, world.Regime));
        var days = new List<DateOnly>();
        var unjudged = Answers.OrReason(() =>
        {
            string? tier = null;
            for (var place = 0; place <= world.Days; place++)
            {
                walk.To(world.DayAt(place));
                if (walk.State.History.Last.Tier != tier && !eventful.Contains(world.DayAt(place)))
                {
                    days.Add(world.DayAt(place));
                }

                tier = walk.State.History.Last.Tier;
            }

            return "";
        });
        if (unjudged.Length > 0 || days.Count == 0 || days[^1] == world.First)
        {
            return null;
        }

        var eve = Judge.Of(file, world.Regime, days[^1].AddDays(-1)).Standing;
        return eve.ChangesOn == days[^1].AddDays(late) || eve.Tier == world.StandingOf(file, days[^1]).Tier ? null
            : $"on {eve.On:o} {eve.ChangesOn:o} was foretold, but the tier changes on {days[^1]:o}: {eve.Text()}";
    }

    private static RegulatoryEvent Failure(string id, string on) => Event(id, "sampling-result", on, each => each.Name switch
    {
        "result" => "failed",
        "severity" => "serious",
        _ => each.Default,
    });

    private static RegulatoryEvent Order(string on, string due) => Event("e1", "correction-ordered", on, each => each.Name switch
    {
        "stop" => true,
        "dueOn" => DateOnly.Parse(due),
        _ => each.Default,
    });

    private static RegulatoryEvent Event(string id, string kind, string on, Func<EventField, object?> value)
    {
        var declared = Shipped.Kinds.First(each => each.Name == kind);
        return new RegulatoryEvent(new EventId("city", id), declared, DateOnly.Parse(on))
        {
            Subjects = [new Named(null, World.Subject)],
            Values = [.. declared.Fields.Select(value)],
        };
    }
}
