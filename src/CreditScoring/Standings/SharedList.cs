using System.Collections;

namespace CreditScoring.Standings;

/// <summary>
/// A list that only grows, as a value: adding gives a new list that shares what it can with the old
/// one, so that a state can be kept and gone on from, more than once, without copying the file.
/// </summary>
public sealed class SharedList<T> : IReadOnlyList<T>
{
    public static readonly SharedList<T> Empty = new(new Store(), 0);

    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly Store store;

    private SharedList(Store store, int count)
    {
        this.store = store;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] => (uint)index < (uint)Count
        ? store.Chunks[index >> ChunkBits][index & (ChunkSize - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public static SharedList<T> Of(IEnumerable<T> items)
    {
        var own = new Store();
        foreach (var item in items)
        {
            own.Append(item);
        }

        return own.Used == 0 ? Empty : new SharedList<T>(own, own.Used);
    }

    public SharedList<T> Add(T item)
    {
        var own = store;
        lock (own)
        {
            if (own.Used == Count && Count > 0)
            {
                own.Append(item);
                return new SharedList<T>(own, Count + 1);
            }
        }

        // Somebody else has gone on from here: a branch of its own.
        var branch = own.Branch(Count);
        branch.Append(item);
        return new SharedList<T>(branch, Count + 1);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Chunks that several rolls share; a slot, once used, never changes.</summary>
    private sealed class Store
    {
        public T[][] Chunks { get; private set; } = [];

        public int Used { get; private set; }

        public void Append(T item)
        {
            var (chunk, slot) = (Used >> ChunkBits, Used & (ChunkSize - 1));
            if (chunk == Chunks.Length)
            {
                Chunks = [.. Chunks, new T[chunk == 0 ? 4 : ChunkSize]];
            }

            if (slot == Chunks[chunk].Length)
            {
                Chunks = [.. Chunks[..chunk], Resized(Chunks[chunk], slot * 2)];
            }

            Chunks[chunk][slot] = item;
            Used++;
        }

        /// <summary>The first items again: whole chunks shared, the last one copied.</summary>
        public Store Branch(int count)
        {
            var (whole, rest) = (count >> ChunkBits, count & (ChunkSize - 1));
            return new Store
            {
                Chunks = rest == 0
                    ? Chunks[..whole]
                    : [.. Chunks[..whole], Resized(Chunks[whole], Chunks[whole].Length)],
                Used = count,
            };
        }

        private static T[] Resized(T[] items, int length)
        {
            var copy = new T[length];
            Array.Copy(items, copy, Math.Min(items.Length, length));
            return copy;
        }
    }
}
