using System.Collections;

namespace CreditScoring.Standings;

/// <summary>
/// A list that only grows, as a value: adding gives a new list that shares what it can with the old
/// one, so that a state can be kept and gone on from without copying the file.
/// </summary>
public sealed class Roll<T> : IReadOnlyList<T>
{
    public static readonly Roll<T> Empty = new(new Store(), 0);

    private readonly Store store;

    private Roll(Store store, int count)
    {
        this.store = store;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] => index < Count ? store.Items[index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public static Roll<T> Of(IEnumerable<T> items)
    {
        var all = items.ToArray();
        return all.Length == 0 ? Empty : new Roll<T>(new Store { Items = all, Used = all.Length }, all.Length);
    }

    public Roll<T> Add(T item)
    {
        lock (store)
        {
            if (store.Used == Count && Count > 0)
            {
                store.Append(item);
                return new Roll<T>(store, Count + 1);
            }
        }

        // Somebody else went on from here: a branch of its own.
        var branch = new Store { Items = new T[Math.Max(4, Count + (Count / 2))], Used = Count };
        Array.Copy(store.Items, branch.Items, Count);
        branch.Append(item);
        return new Roll<T>(branch, Count + 1);
    }

    public Roll<T> AddRange(IEnumerable<T> items) => items.Aggregate(this, (roll, item) => roll.Add(item));

    public IEnumerator<T> GetEnumerator() => store.Items.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Store
    {
        public T[] Items { get; set; } = [];

        public int Used { get; set; }

        public void Append(T item)
        {
            if (Used == Items.Length)
            {
                var larger = Items;
                Array.Resize(ref larger, Math.Max(4, Used * 2));
                Items = larger;
            }

            Items[Used++] = item;
        }
    }
}
