using CreditScoring.Documents;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// A table as it is looked at while its mapping is fitted: its first rows, and what they become.
/// </summary>
public sealed record TablePreview
{
    /// <summary>Names of its sheets; of a text none.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet that is shown.</summary>
    public string Sheet { get; init; } = "";

    public IReadOnlyList<PreviewRow> Rows { get; init; } = [];

    /// <summary>What its columns are called, without those that have no name.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Rows that name the columns; none: they were not found.</summary>
    public IReadOnlyList<int> HeaderLines { get; init; } = [];

    /// <summary>The row that a person has chosen as the header; null: it is found.</summary>
    public int? ChosenHeader { get; init; }

    public IReadOnlyList<PreviewColumn> Columns { get; init; } = [];

    /// <summary>Columns of the table that are not read.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>What no column says and therefore stands by default.</summary>
    public IReadOnlyList<PreviewField> Assumed { get; init; } = [];

    /// <summary>What it means that the table lacks columns that it may lack.</summary>
    public IReadOnlyList<Wording> Lacks { get; init; } = [];

    /// <summary>The first rows as events, or why they are none.</summary>
    public IReadOnlyList<PreviewEvent> Events { get; init; } = [];

    /// <summary>What is wrong with the mapping.</summary>
    public IReadOnlyList<TableFlaw> Flaws { get; init; } = [];

    /// <summary>What the mapping is for; null: it does not say.</summary>
    public Wording? Title { get; init; }

    public string? Source { get; init; }

    public bool HasMapping => Columns.Count > 0;
}

/// <summary>A row as it stands in the table.</summary>
/// <param name="What">title, header, data or other.</param>
/// <param name="Why">Why it is no data; null: it is, or is the header.</param>
public sealed record PreviewRow(int Line, IReadOnlyList<string> Cells, string What, Wording? Why);

/// <summary>Something that the mapping reads, and the column of the table in which it stands.</summary>
/// <param name="ReadAs">What of an event is made of it.</param>
/// <param name="Header">Null: the table has none.</param>
/// <param name="First">What stands in it first.</param>
/// <param name="Times">What its amounts are multiplied by; null: it is no amount of money.</param>
public sealed record PreviewColumn(
    string Name, IReadOnlyList<Wording> ReadAs, bool IsOptional, string? Header, IReadOnlyList<string> First,
    decimal? Times);

public sealed record PreviewField(Wording Label, Wording Value, string? Unit);

/// <summary>A row as an event in words, or why it is none.</summary>
public sealed record PreviewEvent(int Line)
{
    public Wording Kind { get; init; }

    public string Id { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Day { get; init; } = "";

    public IReadOnlyList<PreviewField> Fields { get; init; } = [];

    /// <summary>Null: it is one.</summary>
    public Wording? Rejection { get; init; }
}
