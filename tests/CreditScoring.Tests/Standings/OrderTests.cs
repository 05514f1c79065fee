using CreditScoring.Events;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>In which order, how often and in what batches events arrive never changes a standing.</summary>
[Parallelizable(ParallelScope.All)]
public class OrderTests
{
    [Test]
    public void Arrival_means_nothing_with_the_default_pack() => Tries.Holds(_ => World.Shipped, ArrivalMeansNothing);

    [Test]
    public void Arrival_means_nothing_with_random_packs() => Tries.Holds(SmallWorlds.Of, ArrivalMeansNothing);

    [Test]
    public void A_docket_in_order_of_arrival_is_noticed() => Tries.Fails(SmallWorlds.Of, (world, history, random) =>
        Compared(world, random, day => Unsorted(world, history, day), day => Unsorted(world, Shuffled(history, random), day)));

    private static string? ArrivalMeansNothing(World world, IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var file = history.File();
        var again = Shuffled([.. history, .. history.Where(_ => random.Next(2) == 0)], random);
        var other = Batches(again, random).SelectMany(batch => batch).File();
        var last = world.DayAt(random.Next(world.Days));
        return Compared(world, random, day => world.Standing(file, day), day => world.Standing(other, day))
            ?? Answers.Difference($"judged on {last:o}", world.Judged(file, last), world.Judged(other, last));
    }

    private static string? Compared(
        World world, Random random, Func<DateOnly, string> expected, Func<DateOnly, string> actual) =>
        Answers.FirstOf(world.SomeDays(random, 3).Select(
            day => Answers.Difference($"on {day:o}", expected(day), actual(day))));

    /// <summary>Events in batches, each of which comes in an order of its own.</summary>
    private static IEnumerable<IEnumerable<RegulatoryEvent>> Batches(
        IReadOnlyList<RegulatoryEvent> events, Random random) =>
        events.GroupBy(_ => random.Next(4)).OrderBy(_ => random.Next());

    private static RegulatoryEvent[] Shuffled(IReadOnlyList<RegulatoryEvent> events, Random random)
    {
        var shuffled = events.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>The planted defect: events of one day are taken in as they arrived.</summary>
    private static string Unsorted(World world, IReadOnlyList<RegulatoryEvent> history, DateOnly day)
    {
        var places = history.Select((each, place) => (each.Id, place)).ToDictionary(each => each.Id, each => each.place);
        var order = LawDayOrder.Of(history.File(), world.Regime)
            .OrderBy(listed => listed.Happening.From)
            .ThenBy(listed => places[listed.Happening.Event.Id]).ToArray();
        return Answers.OrReason(() =>
        {
            var walk = new Walk(world.Regime, World.Subject, order);
            walk.To(day);
            return walk.Standing(day).Text();
        });
    }
}
