namespace CreditScoring.Service.Ports.Chaining;

/// <summary>A row of the record as it takes part in the content of its batch.</summary>
public readonly record struct ChainedRow(long Batch, Action<BatchContent> Add);

/// <summary>
/// Puts the rows of several tables together batch by batch, with one batch in memory at a time.
/// </summary>
public static class ByBatch
{
    /// <param name="tables">The rows of each, in order of batch.</param>
    /// <returns>Each batch that has rows, in order, with the hash of its content.</returns>
    public static IEnumerable<(long Batch, string Hash)> Contents(
        IReadOnlyList<IEnumerable<ChainedRow>> tables)
    {
        var open = tables.Select(table => table.GetEnumerator()).ToList();
        try
        {
            open = Begun(open);
            while (open.Count > 0)
            {
                var batch = open.Min(table => table.Current.Batch);
                var content = new BatchContent();
                foreach (var table in open.ToList())
                {
                    while (table.Current.Batch == batch)
                    {
                        table.Current.Add(content);
                        if (!table.MoveNext())
                        {
                            open.Remove(table);
                            table.Dispose();
                            break;
                        }
                    }
                }

                yield return (batch, content.Hash());
            }
        }
        finally
        {
            open.ForEach(table => table.Dispose());
        }
    }

    private static List<IEnumerator<ChainedRow>> Begun(List<IEnumerator<ChainedRow>> tables)
    {
        var begun = new List<IEnumerator<ChainedRow>>();
        foreach (var table in tables)
        {
            if (table.MoveNext())
            {
                begun.Add(table);
            }
            else
            {
                table.Dispose();
            }
        }

        return begun;
    }
}
