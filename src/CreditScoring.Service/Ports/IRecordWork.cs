using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Ports;

/// <summary>
/// One piece of work on the record: claim the events, hold the files, look, then keep all of it at
/// once. Dispose to let go. Several workers may each have one; what two of them want, one has first.
/// </summary>
/// <remarks>
/// The order is part of the contract: first all events, then all files, each in a fixed order of the
/// adapter's own, so that two workers never wait for each other. Where they do all the same (an
/// event that released others), the adapter says <see cref="RecordBusy"/> to one of them.
/// </remarks>
public interface IRecordWork : IAsyncDisposable
{
    /// <summary>
    /// Takes new events in, each id once. From here to the end of the work nobody else can add an
    /// event of these ids, nor file or await the targets.
    /// </summary>
    /// <param name="targets">Events that these act on.</param>
    /// <returns>Those that the record has already, and were therefore not taken.</returns>
    Task<IReadOnlyDictionary<EventId, KeptEvent>> ClaimAsync(
        IReadOnlyCollection<NewEvent> events, IReadOnlyCollection<EventId> targets,
        DateTimeOffset at);

    /// <summary>In whose files each of the events is; an event in no file is left out.</summary>
    Task<ILookup<EventId, Subject>> HoldersAsync(IReadOnlyCollection<EventId> ids);

    /// <summary>
    /// Kept mending events that wait for one of these, by the event they wait for.
    /// </summary>
    Task<ILookup<EventId, KeptEvent>> WaitingForAsync(IReadOnlyCollection<EventId> targets);

    /// <summary>Holds these files: nobody else changes them until the work ends.</summary>
    /// <param name="atHand">Each with the version that the caller has at hand; 0: none.</param>
    /// <returns>Those that another worker has changed since.</returns>
    Task<IReadOnlyCollection<Subject>> HoldAsync(IReadOnlyDictionary<Subject, long> atHand);

    /// <summary>The files of these subjects; an empty one where the record has none.</summary>
    Task<IReadOnlyList<StoredFile>> OpenAsync(IReadOnlyCollection<Subject> subjects);

    /// <summary>
    /// Subjects that have to be assessed again on a day: something turns by itself, they were
    /// assessed with another book or other engines, or could not be judged on an earlier day. Those that
    /// another worker holds are left to it.
    /// </summary>
    Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, Basis basis, int limit);

    /// <summary>
    /// The instant that what is kept now has to bear: the clock's, or a later one where the record
    /// has gone further. To be asked for once the files are held.
    /// </summary>
    Task<DateTimeOffset> InstantAsync(DateTimeOffset now);

    /// <summary>Keeps a batch, whole or not at all; afterwards the work is at its end.</summary>
    Task CommitAsync(RecordBatch batch);
}

/// <summary>
/// The record could not be read or written, for a reason outside of this program.
/// </summary>
public class RecordUnavailable(string message, Exception? inner = null)
    : OutsideFault(message, inner);

/// <summary>
/// No law is in force yet, so that nobody can be judged: nothing is kept, and it may be sent again.
/// </summary>
public sealed class LawAwaited() : RecordUnavailable("no law is in force yet");

/// <summary>
/// Another worker was in the way, and nothing was kept: the same batch may be tried at once.
/// </summary>
public sealed class RecordBusy(string message, Exception? inner = null)
    : RecordUnavailable(message, inner);

/// <summary>
/// A question held a view of the record for too long, while what is written meanwhile could not be put
/// in its place: it was cut, and the next one is answered.
/// </summary>
public sealed class QuestionCut(Exception inner) : RecordUnavailable(
    "the question took too long and kept the record's log from being shortened: ask for less, page by page",
    inner);
