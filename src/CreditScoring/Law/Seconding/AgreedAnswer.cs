using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// What both engines came to for one text and the same facts. A walk asks most texts again on days on
/// which nothing that they read has changed; the second is not asked what it has just answered.
/// </summary>
/// <param name="values">What the names stood for.</param>
/// <param name="ours">What the first engine came to.</param>
public sealed class AgreedAnswer<T>(object?[] values, T ours)
{
    /// <summary>
    /// Whether these are the very facts, and the first engine says of them what it said. Lists, events
    /// and nights are values: the same object says the same, in whichever file. A subject is seen through
    /// its scene and is never taken for what it was.
    /// </summary>
    public bool Covers(object?[] now, T said)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!AreOne(values[i], now[i]))
            {
                return false;
            }
        }

        return EqualityComparer<T>.Default.Equals(ours, said);
    }

    private static bool AreOne(object? before, object? now) =>
        ReferenceEquals(before, now) ? now is not SubjectView
        : before is ValueType or string && before.Equals(now);
}
