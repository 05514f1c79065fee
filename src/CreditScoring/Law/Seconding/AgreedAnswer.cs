using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// What both engines came to for one text and the same facts. A walk asks most texts again on days on
/// which nothing that they read has changed; the second is not asked what it has just answered.
/// </summary>
/// <typeparam name="T">What the text comes to.</typeparam>
public sealed class AgreedAnswer<T>
{
    private readonly object?[] facts;
    private readonly T ours;

    /// <param name="values">What the names stood for.</param>
    /// <param name="ours">What the first engine came to.</param>
    public AgreedAnswer(object?[] values, T ours)
    {
        facts = Array.TrueForAll(values, value => value is not SubjectView) ? values
            : Array.ConvertAll(values, value => value is SubjectView subject ? subject.Facts : value);
        this.ours = ours;
    }

    /// <summary>
    /// Whether these are the very facts, and the first engine says of them what it said. Lists, events
    /// and nights are values: the same object says the same, in whichever file. A subject is seen through
    /// its scene, and is what its profiles then say.
    /// </summary>
    public bool Covers(object?[] now, T said)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (!AreOne(facts[i], now[i]))
            {
                return false;
            }
        }

        return EqualityComparer<T>.Default.Equals(ours, said);
    }

    private static bool AreOne(object? before, object? now) => now is SubjectView subject
        ? before is SubjectFacts facts && facts.Equals(subject.Facts)
        : ReferenceEquals(before, now) || (before is ValueType or string && before.Equals(now));
}
