using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>What a text that looks at events of some kinds alone finds in a list.</summary>
internal static class Look
{
    /// <summary>Looking through more costs as much as asking.</summary>
    private const int Few = 64;

    /// <param name="fact">What a name stands for.</param>
    /// <param name="kinds">Of events that are looked at; null: any.</param>
    /// <returns>False also where that would be long to tell.</returns>
    public static bool FindsNothing(object? fact, IReadOnlySet<string>? kinds)
    {
        if (IsInDoubt(fact))
        {
            return false;
        }

        if (fact is not IReadOnlyCollection<object> list || list.Count is 0 or > Few
            || kinds is null || fact is not IReadOnlyList<Happening> events)
        {
            return fact is IReadOnlyCollection<object> { Count: 0 };
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (kinds.Contains(events[i].Kind))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two lists are of the very same items.</summary>
    public static bool AreOne(IReadOnlyList<object> one, IReadOnlyList<object> other)
    {
        if (IsInDoubt(one) || IsInDoubt(other) || one.Count != other.Count || one.Count > Few)
        {
            return false;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (!ReferenceEquals(one[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether nobody knows all that is in a list: it may not be looked through.</summary>
    private static bool IsInDoubt(object? fact) => fact is IByKind { IsWhole: false };
}
