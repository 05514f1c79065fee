namespace CreditScoring.Importing.Tables;

/// <summary>The columns of a table, where each of those that are read stands.</summary>
/// <param name="names">What the header says, a name a column.</param>
/// <param name="places">
/// The place of each column that is read, by what the mapping calls it; -1: there is none.
/// </param>
/// <param name="lines">The rows that name the columns.</param>
internal sealed class TableHeader(
    IReadOnlyList<string> names, IReadOnlyDictionary<string, int> places, IReadOnlyList<int> lines)
{
    public IReadOnlyList<string> Names { get; } = names;

    public IReadOnlyList<int> Lines { get; } = lines;

    /// <summary>Where a column of the mapping stands; -1: it is optional, and the table has it not.</summary>
    public int PlaceOf(string column) => places[column];
}

/// <summary>Cells that a mapping reads, by what it calls their columns.</summary>
internal interface ICells
{
    Cell Of(string column);

    /// <summary>What the table calls a column.</summary>
    string NameOf(string column);
}

/// <summary>One row of a table and the line on which it begins.</summary>
internal sealed record TableRow(TableHeader Header, RawRow Raw) : ICells
{
    public int Line => Raw.Line;

    public IReadOnlyList<Cell> Cells => Raw.Cells;

    /// <summary>What keeps the row from being read at all; null: nothing.</summary>
    public Reason? Fault =>
        Raw.IsDamaged ? new Reason("引号不成对", "its quotes do not fit together")
        : Cells.Count > Header.Names.Count || (Cells.Count < Header.Names.Count && !Raw.IsRagged)
            ? new Reason(
            $"有 {Cells.Count} 格，表头有 {Header.Names.Count} 格",
            $"has {Cells.Count} cells; the header has {Header.Names.Count}")
        : null;

    public Cell Of(string column)
    {
        var place = Header.PlaceOf(column);
        return place >= 0 && place < Cells.Count ? Cells[place] : Cell.Empty;
    }

    public string NameOf(string column) =>
        Header.PlaceOf(column) is >= 0 and var place ? Header.Names[place] : column;
}
