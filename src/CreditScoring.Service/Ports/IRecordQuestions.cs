using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Service.Ports;

/// <summary>
/// The record as those see it who ask: each question sees whole batches only, and never waits for one that
/// is being kept, but <see cref="SettledAsync"/>, which is there to wait.
/// </summary>
public interface IRecordQuestions
{
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

    /// <summary>
    /// All books that were in force, the first first; one may come back, or with other engines.
    /// </summary>
    Task<IReadOnlyList<BookInForce>> BooksAsync();

    /// <summary>All workers that were seen lately, by name.</summary>
    Task<IReadOnlyList<SeenWorker>> WorkersAsync();

    /// <summary>A subject's file as last assessed; null: the record has none.</summary>
    Task<KeptFile?> FileAsync(Subject subject);

    /// <summary>What subjects are called now; those that have no name are left out.</summary>
    /// <param name="subjects">Some hundreds at the most.</param>
    Task<IReadOnlyDictionary<Subject, string>> NamesAsync(IReadOnlyCollection<Subject> subjects);

    /// <summary>
    /// The events in a subject's file that were recorded by an instant; null: until now.
    /// </summary>
    Task<IReadOnlyList<KeptEvent>> EventsAsync(Subject subject, DateTimeOffset? knownAt = null);

    /// <summary>Standings in order of (regime, kind, subject).</summary>
    Task<IReadOnlyList<KeptStanding>> StandingsAsync(StandingQuery query);

    /// <summary>Standings as lists look for them, in the order asked for within each regime.</summary>
    Task<IReadOnlyList<ListedRow>> ListAsync(ListQuery query);

    /// <summary>How many standings there are, as they are.</summary>
    Task<IReadOnlyList<StandingCount>> CountStandingsAsync(ListFilter filter, CountBy by);

    /// <summary>
    /// By how many the standings of each kind became more or less in each month after a day, as it was
    /// recorded; of the filter regime, kind and region count.
    /// </summary>
    Task<IReadOnlyList<StandingCount>> CountTurnsAsync(ListFilter filter, CountBy by, DateOnly after);

    /// <summary>
    /// Of the standings of a regime that turned after a day: how many were so at its end, so at the end of
    /// another day, and are so now; of the filter regime, kind and region count.
    /// </summary>
    Task<IReadOnlyList<Migration>> MovedAsync(ListFilter filter, DateOnly from, DateOnly to);

    /// <summary>Standings that turned since a day, each once, in the order of their last turn.</summary>
    Task<IReadOnlyList<NetTurn>> TurnsAsync(TurnQuery query);

    /// <summary>Rows of several ledgers that were recorded since a day or lapse since it.</summary>
    Task<IReadOnlyList<SubjectRow>> PostedSinceAsync(
        IReadOnlyCollection<(Subject Subject, string Regime)> whose, DateOnly since);

    /// <summary>How often each rule of a regime put an entry into a ledger.</summary>
    /// <param name="region">The digits with which the subject's region begins; null: any.</param>
    Task<IReadOnlyList<PostedCount>> CountPostedAsync(string regime, string? region);

    /// <summary>How many duties of each name are open or were missed in a regime.</summary>
    /// <param name="region">The digits with which the subject's region begins; null: any.</param>
    Task<IReadOnlyList<DutyCount>> CountDutiesByNameAsync(string regime, string? region);

    /// <summary>Duties that are open or were missed, in order of their last day.</summary>
    Task<IReadOnlyList<SubjectDuty>> DutiesAsync(DutyQuery query);

    /// <summary>Windows of the next inspections, in order of their last day.</summary>
    Task<IReadOnlyList<SubjectWindow>> WindowsAsync(WindowQuery query);

    /// <summary>How many duties fit; limit and place are not asked.</summary>
    Task<long> CountDutiesAsync(DutyQuery query);

    /// <summary>How many windows fit; limit and place are not asked.</summary>
    Task<long> CountWindowsAsync(WindowQuery query);

    /// <summary>Whether a file has not been assessed yet on the day on which it turns.</summary>
    Task<bool> TurnedAsync(DateOnly day);

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
    /// <param name="after">Only those behind it; null: from the first.</param>
    Task<IReadOnlyList<WaitingEvent>> WaitingAsync(EventId? after, int limit);

    Task<RecordCounts> CountsAsync();

    /// <summary>How the running numbers of each source stand, by source.</summary>
    /// <param name="after">Only those behind it; null: from the first.</param>
    /// <param name="gaps">So many ranges of missing numbers are told of each.</param>
    Task<IReadOnlyList<SourceNumbers>> SourcesAsync(string? after, int limit, int gaps);

    /// <summary>Acts in order of position.</summary>
    Task<IReadOnlyList<KeptAct>> ActsAsync(ActQuery query);

    /// <summary>Acts that change the register after a number, in order of number, which has no gap.</summary>
    Task<IReadOnlyList<KeptAct>> RegisterAsync(long after, int limit);

    /// <summary>
    /// Files in order of (kind, subject), with what was recorded of them by an instant; of one that was not
    /// known then nothing.
    /// </summary>
    /// <param name="after">Only those behind it; null: from the first.</param>
    /// <param name="until">The last one.</param>
    Task<IReadOnlyList<KnownFile>> KnownFilesAsync(Subject? after, Subject until, DateTimeOffset knownAt);

    /// <summary>Of the files in that order every so manieth, and the last of all.</summary>
    Task<IReadOnlyList<Subject>> FileMarksAsync(int every);

    /// <summary>Portions of a back-test after a number, in order.</summary>
    Task<IReadOnlyList<BacktestPortion>> PortionsAsync(string run, long after, int limit);

    /// <summary>The numbers of all portions of a back-test that are there, in order.</summary>
    Task<IReadOnlyList<long>> PortionNumbersAsync(string run);

    /// <summary>To which epoch of the record its positions belong.</summary>
    Task<RecordEpoch> EpochAsync();
}
