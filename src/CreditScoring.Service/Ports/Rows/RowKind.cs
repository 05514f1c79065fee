namespace CreditScoring.Service.Ports.Rows;

/// <summary>What the cells of a column hold: a string, or a long.</summary>
public enum Cell
{
    Text,
    Number,
}

/// <summary>A column of a <see cref="RowKind"/>.</summary>
/// <param name="Name">Also its name in the database: small letters.</param>
public sealed record Column(string Name, Cell Holds = Cell.Text)
{
    /// <summary>Whether a row may be without it.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>
    /// Whether no two rows have the same; of two workers that want the same, one finds the record busy.
    /// </summary>
    public bool IsUnique { get; init; }

    /// <summary>
    /// Whether it may be blanked one day, and so is not part of the chain: another column has its hash.
    /// </summary>
    public bool MayGo { get; init; }
}

/// <summary>
/// A kind of row that is added and never changed, declared once: its table in every engine, how it is
/// written and read, and its part in the chain follow. Every row has a position beside, in the order of
/// keeping, and says its batch and when it was recorded.
/// </summary>
/// <param name="Table">
/// Its name in the database and in the chain; neither it nor the columns may change.
/// </param>
/// <param name="Of">The rows of a batch, each with a cell for every column.</param>
public sealed record RowKind(
    string Table, IReadOnlyList<Column> Columns, Func<RecordBatch, IEnumerable<object?[]>> Of)
{
    /// <summary>Columns by which rows are looked for, in order of position.</summary>
    public IReadOnlyList<string> LookedForBy { get; init; } = [];

    /// <summary>The places of the columns that take part in the chain.</summary>
    public IEnumerable<int> Chained => Enumerable.Range(0, Columns.Count).Where(at => !Columns[at].MayGo);
}
