using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Records;

/// <summary>
/// One piece of work on the record: look, then keep all of it at once. Dispose to let go.
/// </summary>
public interface IRecordWork : IAsyncDisposable
{
    /// <summary>Those of the events that the record has.</summary>
    Task<IReadOnlyDictionary<EventId, KeptEvent>> KnownAsync(IReadOnlyCollection<EventId> ids);

    /// <summary>In whose files each of the events is; an event in no file is left out.</summary>
    Task<ILookup<EventId, Subject>> HoldersAsync(IReadOnlyCollection<EventId> ids);

    /// <summary>
    /// Kept mending events that wait for one of these, by the event they wait for.
    /// </summary>
    Task<ILookup<EventId, KeptEvent>> WaitingForAsync(IReadOnlyCollection<EventId> targets);

    /// <summary>The files of these subjects; an empty one where the record has none.</summary>
    Task<IReadOnlyList<StoredFile>> OpenAsync(IReadOnlyCollection<Subject> subjects);

    /// <summary>
    /// Subjects that have to be assessed again on a day: something turns by itself, they were
    /// assessed with another book, or could not be judged on an earlier day.
    /// </summary>
    Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, string book, int limit);

    /// <summary>Keeps a batch, whole or not at all; afterwards the work is at its end.</summary>
    Task CommitAsync(RecordBatch batch);
}

/// <summary>
/// The record could not be read or written, for a reason outside of this program.
/// </summary>
public sealed class RecordUnavailable(string message, Exception? inner = null)
    : Exception(message, inner);
