using CreditScoring.Events;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>As known then: what was answered for a day and a moment is answered again for ever.</summary>
[Parallelizable(ParallelScope.All)]
public class KnownThenTests
{
    [Test]
    public void Later_arrivals_change_no_earlier_answer_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => AnswersStand(world, history, random, 0));

    [Test]
    public void Later_arrivals_change_no_earlier_answer_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => AnswersStand(world, history, random, 0));

    [Test]
    public void An_answer_that_knows_of_what_comes_later_is_noticed() =>
        Tries.Fails(SmallWorlds.Of, (world, history, random) => AnswersStand(world, history, random, 1));

    /// <summary>Answers are given as events arrive one by one, and asked again when all are known.</summary>
    /// <param name="foreseen">The planted defect: how many events the second answer knows too many.</param>
    private static string? AnswersStand(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random, int foreseen)
    {
        var arrived = new List<RegulatoryEvent>();
        var given = new List<(int Known, DateOnly On, string Answer)>();
        foreach (var each in history)
        {
            arrived.Add(each);
            var day = world.DayAt(random.Next(world.Days));
            given.Add((arrived.Count, day, world.Standing(arrived.File().UpTo(day), day)));
        }

        return Answers.FirstOf(given.Select(each => Answers.Difference(
            $"on {each.On:o}, {each.Known} known", each.Answer,
            world.Standing(history.Take(each.Known + foreseen).File().UpTo(each.On), each.On))));
    }
}
