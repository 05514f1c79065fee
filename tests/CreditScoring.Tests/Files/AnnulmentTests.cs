using CreditScoring.Events;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Files;

/// <summary>
/// An event that was annulled is as if it had never been, with all that it set off; but for rules that
/// ask whether their target was annulled, which is what they are for.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class AnnulmentTests
{
    [Test]
    public void An_annulled_event_never_was_with_the_default_pack() => Tries.Holds(_ => World.Shipped, NeverWas);

    [Test]
    public void An_annulled_event_never_was_with_random_packs() => Tries.Holds(SmallWorlds.Of, NeverWas);

    [Test]
    public void An_annulment_that_does_nothing_is_noticed() => Tries.Fails(SmallWorlds.Of, (world, history, random) =>
        Compared(world, history, Without(history, Target(history, random)), random));

    private static string? NeverWas(World world, IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var target = Target(history, random);
        if (world.AsksWhatWasAnnulled && history.Any(each => each.ActsOn == target.Id))
        {
            return null;
        }

        var annulment = new RegulatoryEvent(
            new EventId(target.Id.Source, "annuls-it"), world.Kinds.First(kind => kind.Name == "annulled"), target.OccurredOn)
        {
            ActsOn = target.Id,
            Values = [null],
        };
        var places = random.Next(history.Count + 1);
        return Compared(
            world, [.. history.Take(places), annulment, .. history.Skip(places)], Without(history, target), random);
    }

    private static string? Compared(
        World world, IReadOnlyList<RegulatoryEvent> history, IReadOnlyList<RegulatoryEvent> other, Random random)
    {
        var (left, right) = (history.File(), other.File());
        var last = world.DayAt(random.Next(world.Days));
        return Answers.FirstOf(world.SomeDays(random, 3).Select(
                day => Answers.Difference($"on {day:o}", world.Standing(right, day), world.Standing(left, day))))
            ?? Answers.Difference($"judged on {last:o}", world.Judged(right, last), world.Judged(left, last));
    }

    /// <summary>One that nobody has annulled yet, nor was annulled by another: rings decide nothing.</summary>
    private static RegulatoryEvent Target(IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var ordinary = history.Where(each => each.Kind.Name != Annulled).ToArray();
        return ordinary.Length == 0 ? history[0] : ordinary[random.Next(ordinary.Length)];
    }

    private const string Annulled = "annulled";

    private static RegulatoryEvent[] Without(IReadOnlyList<RegulatoryEvent> history, RegulatoryEvent target) =>
        [.. history.Where(each => each.Id != target.Id)];
}
