using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// What both engines came to for one text and the same facts. A walk asks most texts again on days on
/// which nothing that they read has changed; the second is not asked what it has just answered.
/// </summary>
/// <typeparam name="T">What the text comes to.</typeparam>
public sealed class AgreedAnswer<T>
{
    /// <summary>Stands for every list in which the text finds nothing to look at.</summary>
    private static readonly object Nothing = new();

    private readonly object?[] facts;
    private readonly T ours;
    private readonly int eventsAt;
    private readonly IReadOnlySet<string>? kinds;

    /// <param name="values">What the names stood for.</param>
    /// <param name="ours">What the first engine came to.</param>
    /// <param name="eventsAt">Place of <c>events</c> among the names; -1: it is not among them.</param>
    /// <param name="kinds">Of the events that the text looks at; null: it looks at all.</param>
    public AgreedAnswer(
        ReadOnlySpan<object?> values, T ours, int eventsAt = -1, IReadOnlySet<string>? kinds = null)
    {
        this.ours = ours;
        this.eventsAt = eventsAt;
        this.kinds = kinds;
        facts = new object?[values.Length];
        IsOfAnyFile = true;
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = values[i] is SubjectView subject ? subject.Facts
                : LooksAtNothing(i, values[i]) ? Nothing : values[i];
            IsOfAnyFile &= facts[i] is null or string or Night
                || ReferenceEquals(facts[i], Nothing) || (facts[i] is ValueType and not SubjectFacts);
        }
    }

    /// <summary>Whether files that have nothing to do with one another can come to the same facts.</summary>
    public bool IsOfAnyFile { get; }

    /// <summary>Whether the first engine says what it said; a list of the same items is the same.</summary>
    public bool Says(T said) => EqualityComparer<T>.Default.Equals(ours, said)
        || (ours is IReadOnlyList<object> one && said is IReadOnlyList<object> other
            && Look.AreOne(one, other));

    /// <summary>
    /// Whether the names stand for the very facts that they stood for, and the first engine says the same.
    /// </summary>
    /// <param name="now">What the names stand for.</param>
    public bool Covers(ReadOnlySpan<object?> now, T said)
    {
        if (!Says(said))
        {
            return false;
        }

        for (var i = 0; i < facts.Length; i++)
        {
            if (!IsOf(i, now[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a name stands for the very fact that it stood for. Lists, events and nights are values: the
    /// same object says the same, in whichever file, and so does every list in which nothing is looked at. A
    /// subject is seen through its scene, and is what its profiles then say.
    /// </summary>
    private bool IsOf(int place, object? now)
    {
        var before = facts[place];
        return now is SubjectView subject ? before is SubjectFacts known && known.Equals(subject.Facts)
            : ReferenceEquals(before, now) || (ReferenceEquals(before, Nothing) ? LooksAtNothing(place, now)
                : before is ValueType or string or Night && before.Equals(now));
    }

    private bool LooksAtNothing(int place, object? fact) =>
        Look.FindsNothing(fact, place == eventsAt ? kinds : null);
}
