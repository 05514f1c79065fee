namespace CreditScoring.Cli.Importing;

/// <summary>The columns of a table, from its first row.</summary>
internal sealed class TableHeader(IReadOnlyList<string> names)
{
    private readonly Dictionary<string, int> places = names
        .Select((name, place) => (name, place))
        .DistinctBy(column => column.name, StringComparer.Ordinal)
        .ToDictionary(column => column.name, column => column.place, StringComparer.Ordinal);

    public IReadOnlyList<string> Names { get; } = names;

    public bool Has(string column) => places.ContainsKey(column);

    public int PlaceOf(string column) => places[column];
}

/// <summary>One row of a table and the line on which it begins.</summary>
/// <param name="Header">The columns.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Fields">The cells as written.</param>
/// <param name="Damaged">Whether its quotes do not fit together.</param>
internal sealed record TableRow(
    TableHeader Header, int Line, IReadOnlyList<string> Fields, bool Damaged)
{
    /// <summary>A cell without the blanks around it.</summary>
    public string this[string column] => Fields[Header.PlaceOf(column)].Trim();

    /// <summary>What keeps the row from being read at all; null: nothing.</summary>
    public Reason? Fault =>
        Damaged ? new Reason("引号不成对", "its quotes do not fit together")
        : Fields.Count != Header.Names.Count ? new Reason(
            $"有 {Fields.Count} 格，表头有 {Header.Names.Count} 格",
            $"has {Fields.Count} cells; the header has {Header.Names.Count}")
        : null;
}
