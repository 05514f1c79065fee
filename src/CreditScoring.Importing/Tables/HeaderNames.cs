namespace CreditScoring.Importing.Tables;

/// <summary>
/// The names of columns in a row, or in two together, to be looked up in: a sheet can have 16,384.
/// </summary>
internal sealed class HeaderNames
{
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private Dictionary<string, int>? seen;

    /// <summary>What the rows say of each column together, the upper first, each once.</summary>
    public HeaderNames(IReadOnlyList<RawRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        Names =
        [
            .. Enumerable.Range(0, width).Select(place => string.Concat(rows
                .Select(row => place < row.Cells.Count ? row.Cells[place].Clean : "").Distinct())),
        ];
        foreach (var (place, name) in Names.Index())
        {
            exact.TryAdd(name, place);
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// By its likeliest name that is there as written, else as people see it; -1: there is none.
    /// </summary>
    public int PlaceOf(ColumnSought column)
    {
        foreach (var name in column.Names)
        {
            if (exact.TryGetValue(name, out var place))
            {
                return place;
            }
        }

        seen ??= Seen();
        foreach (var name in column.Names)
        {
            if (seen.TryGetValue(ColumnSought.KeyOf(name), out var place))
            {
                return place;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Seen()
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, name) in Names.Index())
        {
            keys.TryAdd(ColumnSought.KeyOf(name), place);
        }

        return keys;
    }
}
