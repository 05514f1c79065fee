namespace CreditScoring.Importing.Tables;

/// <summary>A cell (单元格): what a person sees of it, and what the workbook holds behind that.</summary>
/// <param name="Text">As it is shown: 0012 where the workbook holds 12 and shows four digits.</param>
internal readonly record struct Cell(string Text)
{
    public static readonly Cell Empty = new("");

    /// <summary>The number as it is held, which its format may round; null: it is none.</summary>
    public string? Number { get; init; }

    /// <summary>The day and time of a number that is shown as a date; null: it is none.</summary>
    public DateTime? Moment { get; init; }

    /// <summary>
    /// Whether it is merged with a cell to its left, so that its column has no value of its own.
    /// </summary>
    public bool IsSpanned { get; init; }

    /// <summary>Whether it shows that a formula failed (#N/A), which is a value of nothing.</summary>
    public bool IsError => Text.Length is > 3 and < 9 && Text[0] == '#'
        && Text is "#N/A" or "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NUM!" or "#NULL!"
            or "#SPILL!";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text without the blanks around it; line ends within it are one blank.</summary>
    public string Clean
    {
        get
        {
            var text = Text.AsSpan().Trim();
            return text.IndexOfAny('\n', '\r') < 0 ? (text.Length == Text.Length ? Text : text.ToString())
                : string.Join(' ', text.ToString().Split(
                    ['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }
}

/// <summary>A row of a sheet as it stands there, before anybody knows which row names the columns.</summary>
/// <param name="Line">The row of the sheet, or the line of the text, from 1.</param>
/// <param name="Cells">Without the empty ones at its end, where they come from a workbook.</param>
/// <param name="IsDamaged">Whether its quotes do not fit together.</param>
/// <param name="IsHidden">Whether the sheet does not show it.</param>
/// <param name="IsRagged">
/// Whether it may be shorter than the header: a workbook leaves empty cells out.
/// </param>
internal sealed record RawRow(
    int Line, IReadOnlyList<Cell> Cells, bool IsDamaged = false, bool IsHidden = false, bool IsRagged = false)
{
    public bool IsBlank => Cells.All(cell => cell.IsEmpty);
}
