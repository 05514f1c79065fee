using System.Collections;

namespace CreditScoring.Law.Language;

/// <summary>The items that have one key in common.</summary>
internal sealed class Group<TKey, T>(TKey key) : IReadOnlyList<T>
{
    private readonly List<T> items = [];

    public TKey Key { get; } = key;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public void Add(T item) => items.Add(item);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>
/// Groups in the order in which their keys were first met; a missing key is a key.
/// </summary>
internal sealed class Groups<TKey, T>
{
    private readonly Dictionary<ValueTuple<TKey>, Group<TKey, T>> byKey = [];
    private readonly List<Group<TKey, T>> groups = [];

    public IReadOnlyList<Group<TKey, T>> All => groups;

    public void Add(TKey key, T item)
    {
        if (!byKey.TryGetValue(new(key), out var group))
        {
            group = new Group<TKey, T>(key);
            byKey.Add(new(key), group);
            groups.Add(group);
        }

        group.Add(item);
    }
}
