using CreditScoring.Events;
using CreditScoring.Law.Language;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// A state is a value: the walk resumed from one with later events only is the walk from the beginning,
/// as often as one likes.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class ResumingTests
{
    [Test]
    public void Resumed_is_from_the_beginning_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => Resumed(world, history, random, fold => fold));

    [Test]
    public void Resumed_is_from_the_beginning_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => Resumed(world, history, random, fold => fold));

    [Test]
    public void A_file_kept_open_is_from_the_beginning_with_random_packs() => Tries.Holds(SmallWorlds.Of, KeptOpen);

    [Test]
    public void A_state_that_forgets_an_entry_is_noticed() =>
        Tries.Fails(SmallWorlds.Of, (world, history, random) => Resumed(world, history, random, Forgets));

    [Test]
    public void A_state_that_forgets_a_step_is_noticed() => Tries.Fails(
        SmallWorlds.Of,
        (world, history, random) => Resumed(world, history, random, fold => fold with { Steps = StepBook.Empty }));

    /// <summary>Events arrive one by one in any order, and the file is asked on any day.</summary>
    private static string? KeptOpen(World world, IReadOnlyList<RegulatoryEvent> history, Random random)
    {
        var file = history.File();
        var open = new OpenFile(file with { Events = [] }, world.Book);
        for (var count = 1; count <= file.Events.Count; count++)
        {
            open.Add([file.Events[count - 1]]);
            var known = file with { Events = [.. file.Events.Take(count)] };
            var on = world.DayAt(random.Next(world.Days));
            var expected = Judge.Of(known, world.Regime, on).Standing;
            var actual = open.Judge(on).SingleOrDefault(judgement => judgement.Standing.Regime == world.Regime.Name);
            if ((actual is not null || expected.Applies) && actual?.Standing.Text() != expected.Text())
            {
                return Answers.Difference(
                    $"on {on:o}, {count} known", expected.Text(), actual?.Standing.Text() ?? "(nothing)");
            }
        }

        return null;
    }

    private static FileState Forgets(FileState fold) => fold.Register.Held.Count == 0 ? fold
        : fold with { Register = fold.Register.Without([fold.Register.Held[0].Entry], fold.Day, false) };

    /// <summary>
    /// The state is reached knowing nothing of later events, and gone on from twice: without them, and
    /// with them in a order of its own.
    /// </summary>
    private static string? Resumed(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random, Func<FileState, FileState> kept)
    {
        var file = history.File();
        var order = LawDayOrder.Of(file, world.Regime);
        var (early, late) = TwoDays(world, random);
        var known = order.Where(listed => listed.Happening.From <= early).ToArray();
        FileState state;
        try
        {
            var before = new Walk(world.Regime, World.Subject, known);
            before.To(early);
            state = kept(before.State);
        }
        catch (CannotBeJudged)
        {
            return null;
        }

        return Compared(world, known, known, state, late)
            ?? Compared(world, order, LawDayOrder.Of(file, world.Regime), state, late)
            ?? Compared(world, known, known, state, early);
    }

    private static string? Compared(
        World world, IReadOnlyList<OrderedEvent> order, IReadOnlyList<OrderedEvent> again, FileState state, DateOnly on)
    {
        var expected = Answers.OrReason(() => AllOf(new Walk(world.Regime, World.Subject, order), on));
        var actual = Answers.OrReason(() =>
        {
            var walk = new Walk(world.Regime, World.Subject, again);
            walk.Resume(state);
            return AllOf(walk, on);
        });
        return Answers.Difference($"on {on:o}, resumed from {state.Day:o}", expected, actual);
    }

    private static string AllOf(Walk walk, DateOnly on)
    {
        walk.To(on);
        return walk.Standing(on).Text() + string.Join("\n", BookingLine.Resolve(walk.State.Register.Lines));
    }

    private static (DateOnly Early, DateOnly Late) TwoDays(World world, Random random)
    {
        var (one, other) = (random.Next(world.Days), random.Next(world.Days));
        return (world.DayAt(Math.Min(one, other)), world.DayAt(Math.Max(one, other)));
    }
}
