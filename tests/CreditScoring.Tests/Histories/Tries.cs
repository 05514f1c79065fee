using System.Globalization;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Histories;

/// <summary>What a property finds wrong with one history; null: nothing.</summary>
internal delegate string? Property(World world, IReadOnlyList<RegulatoryEvent> history, Random random);

/// <summary>Tries a property on random histories; a failure names its seed and the least history that shows it.</summary>
internal static class Tries
{
    /// <summary>At least a thousand; more where CREDIT_FILES says so.</summary>
    public static readonly int Files = int.Parse(
        Environment.GetEnvironmentVariable("CREDIT_FILES") ?? "1000", CultureInfo.InvariantCulture);

    public static void Holds(Func<int, World> worlds, Property property)
    {
        if (FirstFailure(worlds, property, Files) is not { } seed)
        {
            return;
        }

        var world = worlds(seed);
        var least = Shrunk(world, RandomHistory.Of(world, seed), seed, property);
        Assert.Fail(
            $"seed {seed} in {world.Name}: {property(world, least, new Random(seed))}\n"
            + string.Join("\n", least.Select(Shown)));
    }

    /// <summary>A property that is planted to fail must be seen to.</summary>
    public static void Fails(Func<int, World> worlds, Property planted) =>
        Assert.That(FirstFailure(worlds, planted, 1_000), Is.Not.Null, "the planted defect was not noticed");

    private static int? FirstFailure(Func<int, World> worlds, Property property, int files) =>
        Enumerable.Range(0, files).AsParallel().AsOrdered()
            .Where(seed => property(worlds(seed), RandomHistory.Of(worlds(seed), seed), new Random(seed)) is not null)
            .Select(seed => (int?)seed).FirstOrDefault();

    private static IReadOnlyList<RegulatoryEvent> Shrunk(
        World world, IReadOnlyList<RegulatoryEvent> history, int seed, Property property)
    {
        for (var i = 0; i < history.Count; i++)
        {
            var without = history.Where((_, place) => place != i).ToList();
            if (property(world, without, new Random(seed)) is not null)
            {
                return Shrunk(world, without, seed, property);
            }
        }

        return history;
    }

    private static string Shown(RegulatoryEvent each) => FormattableString.Invariant(
        $"{each.Id} {each.Kind} {each.OccurredOn:yyyy-MM-dd}/{each.DecidedOn:yyyy-MM-dd} seq {each.Sequence} doc {each.Document} on {each.ActsOn}: ")
        + string.Join(", ", each.Kind.Fields.Where(field => each[field.Name] is not null)
            .Select(field => each[field.Name] is DateOnly day ? $"{field.Name}={day:yyyy-MM-dd}"
                : FormattableString.Invariant($"{field.Name}={each[field.Name]}")));
}
