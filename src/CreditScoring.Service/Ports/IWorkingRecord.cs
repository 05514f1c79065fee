namespace CreditScoring.Service.Ports;

/// <summary>The record as those see it who change it or mind it.</summary>
public interface IWorkingRecord
{
    /// <summary>Opens a piece of work, which alone can change the record.</summary>
    Task<IRecordWork> BeginAsync(CancellationToken stop);

    /// <summary>
    /// A worker says that it is here, and by which book it works; before it first uses a book, whose
    /// text is kept, and which is in force from then on unless the others work by a later one.
    /// </summary>
    /// <param name="engines">By which engines it judges.</param>
    /// <param name="taken">Whether the book has just replaced another one of this worker.</param>
    /// <returns>All workers that were seen lately.</returns>
    Task<IReadOnlyList<SeenWorker>> SignAsync(
        string worker, BookText book, string? engines, bool taken, DateTimeOffset at);

    /// <summary>Takes the lead of a task that is enough to be done by one worker.</summary>
    /// <returns>Null: another worker leads.</returns>
    Task<ILead?> LeadAsync(string task);

    /// <summary>Writes something and takes it back: after a failure it tells that the record can be
    /// written again, without an event.</summary>
    /// <exception cref="RecordUnavailable">It cannot.</exception>
    Task ProbeAsync();

    /// <summary>
    /// Shortens the log in which the record writes before its file, where it has grown beyond its
    /// bound. To be called every few seconds.
    /// </summary>
    Task<LogState> TidyAsync();

    /// <summary>
    /// Blanks the texts of quarantined items that were recorded before an instant. Their hashes
    /// stay, and so the chain holds; events that were accepted are never removed.
    /// </summary>
    /// <returns>How many.</returns>
    Task<int> ForgetAsync(DateTimeOffset before);

    /// <summary>The record was restored: what it had given positions before is not in it.</summary>
    Task<RecordEpoch> RenewAsync();
}
