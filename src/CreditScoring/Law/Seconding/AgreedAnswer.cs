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

    /// <summary>Whether the first engine says what it said.</summary>
    public bool Says(T said) => EqualityComparer<T>.Default.Equals(ours, said);

    /// <summary>
    /// Whether a name stands for the very fact that it stood for. Lists, events and nights are values: the
    /// same object says the same, in whichever file. A subject is seen through its scene, and is what its
    /// profiles then say.
    /// </summary>
    /// <param name="place">Of the name, among those that the text reads.</param>
    public bool IsOf(int place, object? now) => AreOne(facts[place], now);

    private static bool AreOne(object? before, object? now) => now is SubjectView subject
        ? before is SubjectFacts facts && facts.Equals(subject.Facts)
        : ReferenceEquals(before, now) || (before is ValueType or string && before.Equals(now));
}
