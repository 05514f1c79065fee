using CreditScoring.Enterprises;
using CreditScoring.Events;

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
{
    /// <summary>Opens a piece of work, which alone can change the record.</summary>
    Task<IRecordWork> BeginAsync(CancellationToken stop);

    /// <summary>How far the instants go that the record has given.</summary>
    Task<RecordedInstants> InstantsAsync();

    /// <summary>
    /// Waits until what is being kept of a subject's file, and of the books in force, is kept: from
    /// then on nothing is added to either that bears this instant or an earlier one.
    /// </summary>
    Task SettledAsync(Subject subject, DateTimeOffset knownAt);

    /// <summary>The book that was in force at an instant, and by which engines was judged; null: none had
    /// been put in use.</summary>
    Task<BookInForce?> BookAtAsync(DateTimeOffset instant);

    /// <summary>The text of a book; null: it was in use before the record kept them.</summary>
    Task<BookText?> BookTextAsync(string book);

    /// <summary>All books that were in force, the first first; one may come back, or with other engines.</summary>
    Task<IReadOnlyList<BookInForce>> BooksAsync();

    /// <summary>Takes the lead of a task that is enough to be done by one worker.</summary>
    /// <returns>Null: another worker leads.</returns>
    Task<ILead?> LeadAsync(string task);

    /// <summary>
    /// A worker says that it is here, and by which book it works; before it first uses a book, whose
    /// text is kept, and which is in force from then on unless the others work by a later one.
    /// </summary>
    /// <param name="engines">By which engines it judges.</param>
    /// <param name="taken">Whether the book has just replaced another one of this worker.</param>
    /// <returns>All workers that were seen lately.</returns>
    Task<IReadOnlyList<SeenWorker>> SignAsync(
        string worker, BookText book, string? engines, bool taken, DateTimeOffset at);

    /// <summary>All workers that were seen lately, by name.</summary>
    Task<IReadOnlyList<SeenWorker>> WorkersAsync();

    /// <summary>A subject's file as last assessed; null: the record has none.</summary>
    Task<KeptFile?> FileAsync(Subject subject);

    /// <summary>
    /// The events in a subject's file that were recorded by an instant; null: until now.
    /// </summary>
    Task<IReadOnlyList<KeptEvent>> EventsAsync(Subject subject, DateTimeOffset? knownAt = null);

    /// <summary>Standings in order of (regime, kind, subject).</summary>
    Task<IReadOnlyList<KeptStanding>> StandingsAsync(StandingQuery query);

    /// <summary>Recommendations after a position, in order of position.</summary>
    Task<IReadOnlyList<FeedItem>> FeedAsync(long after, int limit);

    /// <summary>
    /// What changed in the standings after a position. The record forgets old changes: who is too
    /// far behind, or ahead since it followed another state of the record, is told so.
    /// </summary>
    Task<ChangedStandings> ChangesAsync(long after, int limit);

    /// <summary>What is in quarantine after a position, in order of position.</summary>
    /// <param name="page">How much of the texts; null: all of them.</param>
    Task<IReadOnlyList<QuarantineItem>> QuarantineAsync(long after, int limit, PageBounds? page = null);

    /// <summary>One item, in quarantine or out of it, with what came of reading it again.</summary>
    /// <param name="most">Octets of its text; of a longer one its beginning; null: all of it.</param>
    Task<QuarantineItem?> QuarantineItemAsync(long position, int? most = null);

    /// <summary>How a subject's standings went, after a position, in order of recording.</summary>
    Task<IReadOnlyList<RecordedChange>> HistoryAsync(Subject subject, long after, int limit);

    /// <summary>Rows of a subject's ledger after a key, in order of (regime, number).</summary>
    Task<IReadOnlyList<LedgerLine>> LedgerAsync(Subject subject, LedgerKey after, int limit);

    /// <summary>Mending events whose target has not arrived, by source and id.</summary>
    Task<IReadOnlyList<WaitingEvent>> WaitingAsync(int limit);

    /// <summary>All events after one, in order of (source, id); null: from the first.</summary>
    Task<IReadOnlyList<KeptEvent>> AllEventsAsync(EventId? after, int limit);

    /// <summary>All subjects that have a file, in order.</summary>
    Task<IReadOnlyList<Subject>> SubjectsAsync();

    Task<RecordCounts> CountsAsync();

    /// <summary>How the running numbers of each source stand, by source.</summary>
    /// <param name="gaps">So many ranges of missing numbers are told of each.</param>
    Task<IReadOnlyList<SourceNumbers>> SourcesAsync(int gaps);

    /// <summary>The last link of the chain; null: nothing has been kept yet.</summary>
    Task<Link?> RootAsync();

    /// <summary>
    /// All links in order of number, each with the content that the rows of its batch have now; the
    /// content is null where no batch of that number has rows. The rows of batches without a link
    /// come last, in links of number 0.
    /// </summary>
    IAsyncEnumerable<(Link Link, string? Content)> ChainAsync();

    /// <summary>To which epoch of the record its positions belong.</summary>
    Task<RecordEpoch> EpochAsync();

    /// <summary>The record was restored: what it had given positions before is not in it.</summary>
    Task<RecordEpoch> RenewAsync();

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
}
