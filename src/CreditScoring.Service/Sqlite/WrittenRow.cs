namespace CreditScoring.Service.Sqlite;

/// <summary>
/// How rows of a table are replaced: whole, or where it is known what stands there, by the cells that differ,
/// so that no index is touched whose columns are as they were.
/// </summary>
/// <param name="get">Prepares a sentence, to be kept.</param>
/// <param name="put">Puts a row of which nothing is known.</param>
/// <param name="columns">In the order of a row's values, those of the key first.</param>
/// <param name="key">How many they are.</param>
/// <param name="sought">Columns that stand in an index of their own.</param>
internal sealed class WrittenRow(
    Func<string, Statement> get, string put, string table, string[] columns, int key, string[] sought)
{
    private readonly int[] places = [.. sought.Select(each => Array.IndexOf(columns, each))];
    private readonly Dictionary<int, Statement> changing = [];

    /// <summary>
    /// What else is said where a column changes; it may name values after those of the columns.
    /// </summary>
    public Dictionary<string, string> With { get; } = [];

    private Statement Whole => field ??= get(put);

    /// <param name="row">Of the columns, and after them what is said beside them.</param>
    /// <param name="before">The same of what stands there; null: it is not known.</param>
    public void Put(object?[] row, object?[]? before)
    {
        if (before is null)
        {
            Whole.Run(row);
        }
        else if (!row.AsSpan(key..columns.Length).SequenceEqual(before.AsSpan(key..columns.Length)))
        {
            Change(row, before);
        }
    }

    private void Change(object?[] row, object?[] before)
    {
        var (differ, beside) = (0, false);
        for (var i = 0; i < places.Length; i++)
        {
            if (!Equals(row[places[i]], before[places[i]]))
            {
                differ |= 1 << i;
                beside |= With.ContainsKey(sought[i]);
            }
        }

        if (!changing.TryGetValue(differ, out var change))
        {
            changing[differ] = change = get(Sentence(differ));
        }

        change.Run(row.AsSpan(0, beside ? row.Length : columns.Length));
    }

    /// <summary>Sets what stands in no index, and of the rest what differs.</summary>
    private string Sentence(int differ)
    {
        var said = columns.Skip(key).Except(sought)
            .Concat(sought.Where((_, at) => (differ & (1 << at)) != 0)).ToList();
        var sets = said.Select(each => $"{each} = ?{Array.IndexOf(columns, each) + 1}")
            .Concat(said.Where(With.ContainsKey).Select(each => With[each]));
        var keys = columns.Take(key).Select((each, at) => $"{each} = ?{at + 1}");
        return $"UPDATE {table} SET {string.Join(", ", sets)} WHERE {string.Join(" AND ", keys)}";
    }
}
