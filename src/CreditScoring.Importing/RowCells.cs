using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>The cells of a row, and those of the rows of other tables that belong to it.</summary>
internal sealed class RowCells(TableRow row, IReadOnlyDictionary<string, JoinedTable> tables)
{
    public TableRow Row => row;

    /// <summary>Where the cells of a value stand.</summary>
    /// <exception cref="RowRefused">Several rows of the other table belong to the row.</exception>
    public ICells Of(CellRule rule) => rule.Join is null ? row
        : tables[rule.Join].RowOf(row) ?? (ICells)Nothing.Row;

    /// <summary>A row of another table that is not there: all its cells are empty.</summary>
    private sealed class Nothing : ICells
    {
        public static readonly Nothing Row = new();

        public Cell Of(string column) => Cell.Empty;

        public string NameOf(string column) => column;
    }
}
