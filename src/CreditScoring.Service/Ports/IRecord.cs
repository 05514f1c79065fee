namespace CreditScoring.Service.Ports;

/// <summary>
/// The record (档案库): events, the points ledger, standings and recommendations, for ever.
/// </summary>
/// <remarks>
/// What every adapter owes, and the contract tests ask of it:
/// <list type="bullet">
/// <item>A batch is kept whole or not at all. Once <see cref="IRecordWork.CommitAsync"/> has
/// returned, the batch survives the loss of the process and of power.</item>
/// <item>What cannot be read or kept for a reason outside of this program (disk, network, lock) is
/// a <see cref="RecordUnavailable"/>. Nothing of the batch is then kept, and it may be tried again;
/// if the reason is known only after the commit, the events of the batch come back as known.</item>
/// <item>What a work has claimed and holds, nobody else adds or changes until it ends; of two
/// workers that take in the same event, one finds it known.</item>
/// <item>Questions see whole batches only, and never wait for one that is being kept.</item>
/// <item>A position of the feed is given once, and whoever has read up to a position never misses a
/// lower one.</item>
/// <item>What is recorded of a subject, and of the books in force, never bears an earlier instant than
/// what was recorded of it before, whatever the clock does; nor one of which was answered already what
/// was known by then.</item>
/// </list>
/// </remarks>
public interface IRecord
    : IWorkingRecord, IRecordQuestions, IRecordProof, IShadowRecord, ITableRecord, IDisposable;
