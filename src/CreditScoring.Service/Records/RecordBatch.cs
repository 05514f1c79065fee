using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Ledger;

namespace CreditScoring.Records;

/// <summary>Everything that one transaction keeps.</summary>
/// <param name="At">The instant of recording (system time), on every row.</param>
public sealed record RecordBatch(DateTimeOffset At)
{
    public IReadOnlyList<NewEvent> Events { get; init; } = [];

    public IReadOnlyList<ReleasedEvent> Released { get; init; } = [];

    public IReadOnlyList<Turned> Quarantine { get; init; } = [];

    public IReadOnlyList<Replay> Replays { get; init; } = [];

    public IReadOnlyList<Assessed> Files { get; init; } = [];
}

/// <summary>What came of assessing one file.</summary>
/// <param name="Posted">The rows to add to the ledger.</param>
/// <param name="Advice">What the schedulers are to be told; null: nothing new.</param>
public sealed record Assessed(KeptFile File, IReadOnlyList<PostedRow> Posted, Advice? Advice)
{
    /// <summary>Why it was assessed, for its history: an event, a book, or the day.</summary>
    public string Cause { get; init; } = "";
}

/// <summary>A ledger row with the regime in which it is posted.</summary>
public sealed record PostedRow(string Regime, LedgerEntry Row);

/// <summary>A recommendation to be sent.</summary>
/// <param name="Id">Stable: derived from subject, number and content.</param>
/// <param name="Content">What it says but for the day; equal content is not sent twice.</param>
/// <param name="Json">The whole of it.</param>
public sealed record Advice(Subject Subject, int Number, string Id, string Content, string Json);

/// <summary>An event that was turned away.</summary>
/// <param name="Id">As far as it could be read.</param>
/// <param name="Text">As it was sent.</param>
/// <param name="Reason">The name of the first flaw.</param>
/// <param name="Flaws">All flaws, a JSON list.</param>
public sealed record Turned(EventId Id, string Text, string Reason, string Flaws);

/// <summary>What came of reading an item of the quarantine again.</summary>
/// <param name="Outcome">accepted or duplicate: it has left the quarantine.</param>
/// <param name="Flaws">All flaws, a JSON list.</param>
public sealed record Replay(long Item, string Outcome, string Flaws)
{
    public DateTimeOffset RecordedAt { get; init; }
}
