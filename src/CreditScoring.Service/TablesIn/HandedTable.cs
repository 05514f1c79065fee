using System.Text.Json.Serialization;
using CreditScoring.Documents;

namespace CreditScoring.Service.TablesIn;

/// <summary>How a table that was handed in stands.</summary>
public enum TableState
{
    /// <summary>Its file is still coming.</summary>
    Coming,

    /// <summary>Its file is here, and is to be looked through.</summary>
    Laid,

    /// <summary>Its file is no table.</summary>
    Unreadable,

    /// <summary>Its mapping is to be looked at, and tried.</summary>
    Ready,

    /// <summary>It is being tried, which changes nothing.</summary>
    Trying,

    /// <summary>What would come of it is known.</summary>
    Tried,

    /// <summary>Its events are being taken in.</summary>
    Keeping,

    /// <summary>Its events are in the record.</summary>
    Kept,

    /// <summary>What was new by it is being annulled.</summary>
    Undoing,

    /// <summary>What was new by it is annulled.</summary>
    Undone,

    /// <summary>Nobody wants it any more; nothing of it is in the record.</summary>
    GivenUp,
}

/// <summary>A table that somebody has handed in (导入的表格).</summary>
/// <param name="By">Who, as acts name him.</param>
public sealed record HandedTable(string Id, string Name, string By, DateTimeOffset At)
{
    [JsonIgnore]
    public long Version { get; init; }

    [JsonIgnore]
    public TableState State { get; init; }

    [JsonIgnore]
    public string Digest { get; init; } = "";

    [JsonIgnore]
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Octets of its file.</summary>
    public long Octets { get; init; }

    /// <summary>The only source whose events who handed it in may send; null: any.</summary>
    public string? OnlySource { get; init; }

    /// <summary>Whether who handed it in may change what was sent before.</summary>
    public bool MayMend { get; init; }

    /// <summary>The text of its mapping; empty: it has none yet.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>
    /// The ready mapping that it was made of, or the table whose mapping it was; null: none.
    /// </summary>
    public string? MadeOf { get; init; }

    /// <summary>What is wrong with file or mapping, as it was found last.</summary>
    public IReadOnlyList<TableFlaw> Flaws { get; init; } = [];

    /// <summary>What came of the trial, or has come of it so far; null: it was not tried.</summary>
    public TableCounts? Trial { get; init; }

    /// <summary>The same of the events that were taken in.</summary>
    public TableCounts? Kept { get; init; }

    /// <summary>Who had its events taken in; null: nobody has.</summary>
    public string? KeptBy { get; init; }

    public DateTimeOffset? KeptAt { get; init; }

    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>The legal day of the annulments.</summary>
    public DateOnly? UndoneOn { get; init; }

    public string? UndoneWhy { get; init; }

    /// <summary>The last act whose events are annulled.</summary>
    public long UndonePosition { get; init; }

    public long Undone { get; init; }

    /// <summary>Annulments that were turned away.</summary>
    public long NotUndone { get; init; }

    /// <summary>Whether its file and what was made of it are gone, since it ended long ago.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>What acts call it.</summary>
    [JsonIgnore]
    public string Target => TargetOf(Id);

    /// <summary>Whether the service works on it, and nobody changes it meanwhile.</summary>
    [JsonIgnore]
    public bool IsUnderWay => State is TableState.Laid or TableState.Trying or TableState.Keeping
        or TableState.Undoing;

    public static string TargetOf(string id) => $"table:{id}";
}

/// <summary>A flaw as it is kept.</summary>
public sealed record TableFlaw(string Name, Wording What, Wording Mend, int Line)
{
    public static TableFlaw Of(Flaw flaw) => new(flaw.Name, flaw.What, flaw.Mend, flaw.Place.Line);
}

/// <summary>What was said of rows: how many there are, and the first of them.</summary>
public sealed record TableRemark(Wording What, long Rows, IReadOnlyList<int> Lines);
