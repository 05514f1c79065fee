namespace CreditScoring.Law.Language.Lists;

/// <summary>One key of the rows to be sorted.</summary>
internal interface ISortColumn
{
    int Compare(int row, int other);
}

/// <summary>
/// The values of one key, a value a row; missing ones stand first, texts are ordinal.
/// </summary>
internal sealed class SortColumn<T>(bool descending) : ISortColumn
{
    private static readonly IComparer<T> Order = typeof(T) == typeof(string)
        ? (IComparer<T>)(object)StringComparer.Ordinal : Comparer<T>.Default;

    private readonly List<T> keys = [];

    public void Add(T key) => keys.Add(key);

    public int Compare(int row, int other) =>
        descending ? Order.Compare(keys[other], keys[row]) : Order.Compare(keys[row], keys[other]);
}

/// <summary>Items beside their keys, until they are sorted.</summary>
internal sealed class SortRows<T>(ISortColumn[] columns)
{
    private readonly List<T> items = [];

    public void Add(T item) => items.Add(item);

    public IReadOnlyList<T> Sorted()
    {
        var rows = new int[items.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        Array.Sort(rows, Compare);
        return Array.ConvertAll(rows, row => items[row]);
    }

    private int Compare(int row, int other)
    {
        foreach (var column in columns)
        {
            var order = column.Compare(row, other);
            if (order != 0)
            {
                return order;
            }
        }

        return row.CompareTo(other);
    }
}
