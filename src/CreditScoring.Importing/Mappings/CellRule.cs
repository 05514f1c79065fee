using CreditScoring.Documents;

namespace CreditScoring.Importing.Mappings;

/// <summary>How one value of an event is made from the cells of a row.</summary>
internal sealed record CellRule(Template Text)
{
    /// <summary>The code of a code table for whatever else the table says.</summary>
    public const string AnyOther = "*";

    /// <summary>Code table: what a text of the table means; null: there is none.</summary>
    public IReadOnlyDictionary<string, JsonPiece>? Codes { get; init; }

    /// <summary>The forms in which days are written.</summary>
    public IReadOnlyList<DayForm> Forms { get; init; } = [];

    /// <summary>Turns the table's unit into the catalogue's: 10000 for 万元 into yuan.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>What stands between the texts of one cell, such as 、; empty: a cell is one text.</summary>
    public IReadOnlyList<string> Split { get; init; } = [];

    /// <summary>What people write into a cell that has nothing to say: / or 无.</summary>
    public IReadOnlySet<string> Absent { get; init; } = new HashSet<string>();

    /// <summary>The value where the cell says nothing; null: it is left out.</summary>
    public JsonPiece? Default { get; init; }

    /// <summary>Whether the value is how many texts stand in the cell.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Another column that says the same amount in words; null: none is asked.</summary>
    public AmountCheck? Check { get; init; }

    /// <summary>The other table in whose row the cells stand; null: in the row itself.</summary>
    public string? Join { get; init; }

    /// <summary>Whether the value names a person, and is kept as a keyed hash alone.</summary>
    public bool IsHashed { get; init; }

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<string> Columns => Check is null ? Text.Columns : Text.Columns.Append(Check.Column);
}
