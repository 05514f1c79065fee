using CreditScoring.Documents;

namespace CreditScoring.Cli.Importing;

/// <summary>How one value of an event is made from the cells of a row.</summary>
internal sealed record CellRule(Template Text)
{
    /// <summary>Code table: what a text of the table means; null: there is none.</summary>
    public IReadOnlyDictionary<string, JsonPiece>? Codes { get; init; }

    /// <summary>The forms in which days are written.</summary>
    public IReadOnlyList<DayForm> Forms { get; init; } = [];

    /// <summary>Turns the table's unit into the catalogue's: 10000 for 万元 into yuan.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>What stands between the texts of one cell, such as 、</summary>
    public string? Split { get; init; }
}
