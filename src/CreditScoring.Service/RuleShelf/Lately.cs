namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// Values that were found out lately, for those who ask again: the one not asked for longest goes.
/// </summary>
/// <param name="room">So many are kept.</param>
internal sealed class Lately<TKey, TValue>(int room)
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly LinkedList<(TKey Key, TValue Value)> all = [];

    /// <returns>Null: it is not known, or no longer.</returns>
    public TValue? Of(TKey key)
    {
        lock (gate)
        {
            for (var each = all.First; each is not null; each = each.Next)
            {
                if (each.Value.Key.Equals(key))
                {
                    all.Remove(each);
                    all.AddLast(each);
                    return each.Value.Value;
                }
            }

            return null;
        }
    }

    /// <returns>The one that is kept: of two who found it out at once, the first's.</returns>
    public TValue Keep(TKey key, TValue value)
    {
        lock (gate)
        {
            if (Of(key) is { } known)
            {
                return known;
            }

            all.AddLast((key, value));
            if (all.Count > room)
            {
                all.RemoveFirst();
            }

            return value;
        }
    }
}
