using System.Collections;
using System.Collections.Immutable;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The events of a file in order, as a value. A long one (a platform's hundred thousand complaints) is
/// indexed by kind, so that a rule about accidents does not look at the complaints.
/// </summary>
public sealed class EventRoll : IReadOnlyList<Happening>, IByKind
{
    public static readonly EventRoll Empty = new(Roll<Happening>.Empty, null);

    /// <summary>Looking through so few costs less than an index.</summary>
    private const int Long = 48;

    private readonly Roll<Happening> all;
    private readonly ImmutableDictionary<string, Roll<Happening>>? byKind;

    private EventRoll(Roll<Happening> all, ImmutableDictionary<string, Roll<Happening>>? byKind)
    {
        this.all = all;
        this.byKind = byKind;
    }

    public int Count => all.Count;

    public Happening this[int index] => all[index];

    public EventRoll Add(Happening happening)
    {
        var more = all.Add(happening);
        return new EventRoll(
            more, byKind is not null ? Filed(byKind, happening)
                : more.Count > Long ? more.Aggregate(ImmutableDictionary<string, Roll<Happening>>.Empty, Filed)
                : null);
    }

    public IReadOnlyList<Happening> OfKind(string kind) => byKind is null ? all
        : byKind.GetValueOrDefault(kind, Roll<Happening>.Empty);

    public IEnumerator<Happening> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ImmutableDictionary<string, Roll<Happening>> Filed(
        ImmutableDictionary<string, Roll<Happening>> byKind, Happening happening) =>
        byKind.SetItem(happening.Kind, byKind.GetValueOrDefault(happening.Kind, Roll<Happening>.Empty).Add(happening));
}
