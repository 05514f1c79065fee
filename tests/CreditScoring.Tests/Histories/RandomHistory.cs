using CreditScoring.Events;

namespace CreditScoring.Tests.Histories;

/// <summary>
/// Histories as no bureau would send them: late, out of order, mending what was mended, acting on
/// events that come later or never. The same seed gives the same history.
/// </summary>
internal sealed class RandomHistory(World world, int seed)
{
    private static readonly Dictionary<string, string[]> Texts = new()
    {
        ["step"] = ["warn", "ban", "full", "clean-year"],
        ["occasion"] = ["visit-1", "visit-2"],
        ["document"] = ["文1", "文2"],
    };

    private readonly Random random = new(seed);

    public static IReadOnlyList<RegulatoryEvent> Of(World world, int seed) => new RandomHistory(world, seed).All();

    private List<RegulatoryEvent> All()
    {
        var count = random.Next(1, 14);
        return [.. Enumerable.Range(0, count).Select(i => One(i, count))];
    }

    private RegulatoryEvent One(int number, int count)
    {
        var kind = Pick(world.Kinds);
        var occurred = world.DayAt(random.Next(world.Eventful));
        return new RegulatoryEvent(Id(number), kind, occurred)
        {
            Subjects = kind.Mends ? [] : [new Named(null, World.Subject)],
            DecidedOn = Sometimes(2) ? occurred.AddDays(random.Next(-3, 25)) : null,
            Sequence = Sometimes(3) ? random.Next(3) : null,
            Document = Sometimes(3) ? Pick(Texts["document"]) : null,
            ActsOn = kind.ActsOn == ActsOn.Must || (kind.ActsOn == ActsOn.May && Sometimes(2))
                ? Target(number, count) : null,
            Values = [.. kind.Fields.Select(field => Value(kind, field, occurred))],
        };
    }

    /// <summary>Another event of the history, or one that never arrives.</summary>
    private EventId Target(int number, int count)
    {
        var target = random.Next(count + 1);
        return target == number ? Id(count) : Id(target);
    }

    private static EventId Id(int number) => new(number % 3 == 0 ? "city" : "court", $"e{number}");

    private object? Value(EventKind kind, EventField field, DateOnly near) =>
        kind.Amends ? (Sometimes(12) ? Some(field, near) : null)
        : field.Required || Sometimes(2) ? Some(field, near) : field.Default;

    private object? Some(EventField field, DateOnly near) => field.Type switch
    {
        FieldType.Text => Pick(field.Values ?? Texts.GetValueOrDefault(field.Name, ["甲", "乙"])),
        FieldType.Number => field.Unit == "yuan" ? Pick([0m, 9_999.99m, 10_000m, 100_000m]) : random.Next(1, 9) / 2m,
        FieldType.Boolean => Sometimes(2),
        FieldType.Date => near.AddDays(random.Next(-30, 60)),
        FieldType.Texts => new[] { Pick(field.Values ?? ["甲", "乙"]) },
        _ => field.Type == FieldType.Records ? Array.Empty<object?[]>() : null,
    };

    private bool Sometimes(int oneIn) => random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
