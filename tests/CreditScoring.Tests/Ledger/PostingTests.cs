using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Ledger;

/// <summary>
/// The ledger grows as days pass and events become known, late ones too. On every day it nets to what
/// the standing counts, for that day and for any before it, and posting again posts nothing.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class PostingTests
{
    [Test]
    public void The_ledger_nets_to_the_standing_with_the_default_pack() =>
        Tries.Holds(_ => World.Shipped, (world, history, random) => NetsToTheStanding(world, history, random, all => all));

    [Test]
    public void The_ledger_nets_to_the_standing_with_random_packs() =>
        Tries.Holds(SmallWorlds.Of, (world, history, random) => NetsToTheStanding(world, history, random, all => all));

    [Test]
    public void Bookings_that_forget_to_lapse_are_noticed() => Tries.Fails(
        SmallWorlds.Of, (world, history, random) => NetsToTheStanding(world, history, random, Unlapsed));

    [Test]
    public void Bookings_that_are_lost_are_noticed() => Tries.Fails(
        SmallWorlds.Of, (world, history, random) => NetsToTheStanding(world, history, random, all => all.Skip(1)));

    private static IEnumerable<Booking> Unlapsed(IEnumerable<Booking> bookings) =>
        bookings.Select(booking => booking with { Until = null });

    private static string? NetsToTheStanding(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random,
        Func<IEnumerable<Booking>, IEnumerable<Booking>> kept)
    {
        var arrivals = history.ToDictionary(each => each.Id, each => CreditFile.Dated(each).AddDays(random.Next(40)));
        var posted = new List<LedgerEntry>();
        foreach (var today in world.SomeDays(random, 14).Order())
        {
            var file = history.Where(each => arrivals[each.Id] <= today).File();
            if (Bookings(world, file, today) is not { } bookings)
            {
                continue;
            }

            var before = posted.ToArray();
            posted.AddRange(Posting.Difference(posted, [.. kept(bookings)], $"{today:o}"));
            var fault = Faulty(world, file, posted, before, [.. kept(bookings)], today, random);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Faulty(
        World world, CreditFile file, List<LedgerEntry> posted, LedgerEntry[] before, Booking[] bookings,
        DateOnly today, Random random)
    {
        if (!posted.Take(before.Length).SequenceEqual(before)
            || !posted.Select(row => row.Number).SequenceEqual(Enumerable.Range(1, posted.Count)))
        {
            return $"on {today:o} a row was edited or misnumbered";
        }

        if (Posting.Difference(posted, bookings, "again").Count > 0)
        {
            return $"on {today:o} posting again posts more";
        }

        var past = world.DayAt(random.Next(today.DayNumber - world.First.DayNumber + 1));
        return Answers.FirstOf(new[] { today, past }.Select(day =>
        {
            var counts = Counted(world, file, day);
            return counts is null || Posting.Net(posted, day) == counts ? null
                : $"known on {today:o}, for {day:o}: the ledger nets to {Posting.Net(posted, day)}, the standing counts {counts}\n"
                    + string.Join("\n", posted);
        }));
    }

    private static IReadOnlyList<Booking>? Bookings(World world, CreditFile file, DateOnly on) => OrNull(
        () => BookingLine.Resolve(world.Walk(file, on).State.Register.Lines));

    private static Points? Counted(World world, CreditFile file, DateOnly on) =>
        OrNull(() => world.Walk(file, on).State.Register.Counting) is { } counting
            ? new Points(counting.Sum(entry => entry.Points.Value)) : null;

    private static T? OrNull<T>(Func<T> answer)
        where T : class
    {
        T? found = null;
        Answers.OrReason(() =>
        {
            found = answer();
            return "";
        });
        return found;
    }
}
