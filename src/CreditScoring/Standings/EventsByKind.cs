using System.Collections;
using System.Collections.Immutable;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The events of a file in order, as a value. A long one (a platform's hundred thousand complaints) is
/// indexed by kind, so that a rule about accidents does not look at the complaints.
/// </summary>
public sealed class EventsByKind : IReadOnlyList<Happening>, IByKind
{
    public static readonly EventsByKind Empty = new(SharedList<Happening>.Empty, null);

    /// <summary>Looking through so few costs less than an index.</summary>
    private const int Long = 48;

    private readonly SharedList<Happening> all;
    private readonly ImmutableDictionary<string, SharedList<Happening>>? byKind;

    private EventsByKind(
        SharedList<Happening> all, ImmutableDictionary<string, SharedList<Happening>>? byKind)
    {
        this.all = all;
        this.byKind = byKind;
    }

    public bool IsWhole => true;

    public int Count => all.Count;

    public Happening this[int index] => all[index];

    public EventsByKind Add(Happening happening)
    {
        var more = all.Add(happening);
        return new EventsByKind(
            more, byKind is not null ? Filed(byKind, happening)
                : more.Count > Long ? more.Aggregate(
                    ImmutableDictionary<string, SharedList<Happening>>.Empty, Filed)
                : null);
    }

    public IReadOnlyList<Happening> OfKind(string kind) => byKind is null ? all
        : byKind.GetValueOrDefault(kind, SharedList<Happening>.Empty);

    public IEnumerator<Happening> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ImmutableDictionary<string, SharedList<Happening>> Filed(
        ImmutableDictionary<string, SharedList<Happening>> byKind, Happening happening) =>
        byKind.SetItem(happening.Kind, byKind.GetValueOrDefault(
            happening.Kind, SharedList<Happening>.Empty).Add(happening));
}
