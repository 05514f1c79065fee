using CreditScoring.Events;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// The meaning is that of walking every day: days that the walk skips must not show, neither in the
/// standings nor in the day on which they change.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class SkippingTests
{
    /// <summary>Beyond it the days are not searched one by one.</summary>
    private const int Horizon = 60;

    [Test]
    public void Skipping_does_not_show_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => SkippingDoesNotShow(world, history, 7, false));

    [Test]
    public void Skipping_does_not_show_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => SkippingDoesNotShow(world, history, 1, false));

    [Test]
    public void A_walk_that_never_wakes_by_itself_is_noticed() =>
        Tries.Fails(SmallWorlds.Of, (world, history, random) => SkippingDoesNotShow(world, history, 1, true));

    [Test]
    public void ChangesOn_is_the_first_day_that_differs_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, ChangesOnIsTheFirstDay);

    [Test]
    public void ChangesOn_is_the_first_day_that_differs_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, ChangesOnIsTheFirstDay);

    [Test]
    public void A_change_a_day_late_is_noticed() => Tries.Fails(SmallWorlds.Of, (world, history, random) =>
        ChangesOnIsTheFirstDay(world, [.. history.Select(each => each with { DecidedOn = each.DecidedOn?.AddDays(1) })], history, random));

    /// <summary>Every day is walked; the standings of every few days are compared.</summary>
    private static string? SkippingDoesNotShow(
        World world, IReadOnlyList<RegulatoryEvent> history, int step, bool neverWakes)
    {
        var order = LawDayOrder.Of(history.File(), world.Regime);
        var slow = new Walk(world.Regime, World.Subject, order, everyDay: true);
        var fast = new Walk(world.Regime, World.Subject, order);
        for (var place = 0; place <= world.Days; place += step)
        {
            var day = world.DayAt(place);
            var (expected, actual) = (On(slow, day), On(fast, day));
            if (expected != actual)
            {
                return Answers.Difference($"on {day:o}", expected, actual);
            }

            if (!expected.StartsWith('{'))
            {
                return null;
            }

            if (neverWakes)
            {
                fast.Resume(fast.State with { WakesOn = DateOnly.MaxValue });
            }
        }

        return null;
    }

    private static string On(Walk walk, DateOnly day) => Answers.OrReason(() =>
    {
        walk.To(day);
        return walk.Standing(day).Text();
    });

    private static string? ChangesOnIsTheFirstDay(World world, IReadOnlyList<RegulatoryEvent> history, Random random) =>
        ChangesOnIsTheFirstDay(world, history, history, random);

    /// <summary>Looks at the days one by one, each judged from the beginning.</summary>
    private static string? ChangesOnIsTheFirstDay(
        World world, IReadOnlyList<RegulatoryEvent> told, IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var file = history.File();
        var on = world.DayAt(random.Next(world.Days));
        var said = Judge.Of(told.File(), world.Regime, on).Standing.ChangesOn;
        var now = world.StandingOf(file, on);
        for (var day = on.AddDays(1); day <= on.AddDays(Horizon); day = day.AddDays(1))
        {
            var then = world.StandingOf(file, day);
            if (!then.SameAs(now))
            {
                return said == day ? null
                    : Answers.Difference($"after {on:o}, said {said:o}, differs on {day:o}", now.Text(), then.Text());
            }
        }

        return said is null || said > on.AddDays(Horizon) ? null : $"nothing differs on {said:o}, said on {on:o}";
    }
}
