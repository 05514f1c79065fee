using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Service.Ports;

/// <summary>An event as the record has it.</summary>
/// <param name="Text">Its canonical text, which the event reader reads back.</param>
/// <param name="Hash">SHA-256 of the text, 64 small hexadecimal digits.</param>
/// <param name="RecordedAt">When the record took it in (system time).</param>
public sealed record KeptEvent(EventId Id, string Text, string Hash, DateTimeOffset RecordedAt);

/// <summary>An event that the record may not have yet, in its canonical text.</summary>
/// <param name="Sequence">Its source's running number, for finding gaps; null: it has none.</param>
public sealed record NewEvent(EventId Id, string Text, string Hash, long? Sequence);

/// <summary>Where a new event goes.</summary>
/// <param name="Files">
/// Whose files it goes into; none: it mends an unknown event, and waits.
/// </param>
public sealed record FiledEvent(
    EventId Id, EventId? ActsOn, IReadOnlyCollection<Subject> Files);

/// <summary>A kept event that now goes into files, since what it mends has arrived.</summary>
public sealed record ReleasedEvent(
    EventId Id, EventId Target, IReadOnlyCollection<Subject> Files);

/// <summary>A mending event whose target has not arrived.</summary>
public sealed record WaitingEvent(EventId Id, EventId Target, DateTimeOffset RecordedAt);
