using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The one piece of work on the writing connection, inside a transaction of its own.
/// </summary>
internal sealed class SqliteWork(
    SqliteStatements say, SqliteConnection connection, SqliteFiles files, SqliteInstants instants,
    Action letGo)
    : IRecordWork
{
    private readonly BatchContent content = new();
    private readonly (long Number, string Hash) last = SqliteChain.Last(say);
    private bool ended;

    /// <summary>The number of the batch, and of its link in the chain.</summary>
    private long Batch => last.Number + 1;

    // The targets need no claim: nobody else can write until this work ends.
    public Task<IReadOnlyDictionary<EventId, KeptEvent>> ClaimAsync(
        IReadOnlyCollection<NewEvent> events, IReadOnlyCollection<EventId> targets,
        DateTimeOffset at) => Try<IReadOnlyDictionary<EventId, KeptEvent>>(() =>
        {
            var known = new Dictionary<EventId, KeptEvent>();
            foreach (var (id, text, hash, sequence) in events)
            {
                if (say.AddEvent.Run(id.Source, id.Id, hash, text, sequence, Batch, at) == 1)
                {
                    content.Event(id, hash, at);
                }
                else
                {
                    known[id] = say.Known.Rows(row => RowValues.Event(row), id.Source, id.Id)[0];
                }
            }

            return known;
        });

    // One writer: what it has at hand is what the record has.
    public Task<IReadOnlyCollection<Subject>> HoldAsync(
        IReadOnlyDictionary<Subject, long> atHand) =>
        Task.FromResult<IReadOnlyCollection<Subject>>([]);

    public Task<ILookup<EventId, Subject>> HoldersAsync(IReadOnlyCollection<EventId> ids) => Try(
        () => ids
            .SelectMany(id => say.Holders.Rows(row => (id, row.SubjectAt(0)), id.Source, id.Id))
            .ToLookup(pair => pair.id, pair => pair.Item2));

    // Almost always nothing waits, and then nobody need be asked for each event.
    public Task<ILookup<EventId, KeptEvent>> WaitingForAsync(
        IReadOnlyCollection<EventId> targets) => Try(() =>
            (say.AnyWaiting.Rows(_ => true).Count == 0 ? [] : targets)
            .SelectMany(id => say.WaitingFor.Rows(row => (id, RowValues.Event(row)), id.Source, id.Id))
            .ToLookup(pair => pair.id, pair => pair.Item2));

    public Task<IReadOnlyList<StoredFile>> OpenAsync(IReadOnlyCollection<Subject> subjects) =>
        Try<IReadOnlyList<StoredFile>>(() => [.. subjects.Select(Open)]);

    public Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, Basis basis, int limit) =>
        Try<IReadOnlyList<Subject>>(() =>
        {
            var current = say.Book.Rows(row => row.Long(0), basis.Book, basis.Engines) is [var number]
                ? number
                : -1;
            return
            [
                .. say.DueByDay.Rows(row => row.SubjectAt(0), day, limit)
                    .Concat(say.DueByBook.Rows(row => row.SubjectAt(0), current, limit))
                    .Concat(say.DueUnjudged.Rows(row => row.SubjectAt(0), day, limit))
                    .Concat(say.DueUnlisted.Rows(row => row.SubjectAt(0), limit))
                    .Distinct().Take(limit),
            ];
        });

    public Task<DateTimeOffset> InstantAsync(DateTimeOffset now) =>
        Task.FromResult(instants.Given.NoEarlierThan(now));

    /// <summary>Puts a book and engines in use and keeps its text, where either is news.</summary>
    public Task SignAsync(BookText book, string? engines, DateTimeOffset now)
    {
        var basis = new Basis(book.Book, engines);
        var inUse = say.NewestBook.Rows(row => row.BasisAt(0)) is [var newest] && newest == basis;
        var kept = say.BookText.Rows(_ => true, book.Book).Count > 0;
        return inUse && kept ? Task.CompletedTask
            : CommitAsync(new RecordBatch(instants.Given.NoEarlierThan(now))
            {
                Books = kept ? [] : [book], PutInUse = inUse ? [] : [basis],
            });
    }

    public Task CommitAsync(RecordBatch batch) => Try(() =>
    {
        new SqliteKeeping(say, content, Batch, batch.At).Keep(batch);
        SqliteChain.Add(
            say, Link.After(Batch, last.Hash, Batch, batch.At, content.Hash()));
        instants.Keep(batch.At);
        SqliteSchema.Run(connection, "COMMIT");
        ended = true;
        instants.Kept(batch.At);
        // Kept in a file that nobody will find is not kept.
        files.Check();
        return true;
    });

    public ValueTask DisposeAsync()
    {
        try
        {
            if (!ended)
            {
                SqliteSchema.Run(connection, "ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, which is what was wanted.
        }
        finally
        {
            letGo();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A subject is in the files if anything is kept of it.</summary>
    private StoredFile Open(Subject subject) =>
        say.File.Rows(RowValues.File, subject.Kind, subject.Id) is [var kept]
            ? Open(subject, kept) : new StoredFile(subject);

    private StoredFile Open(Subject subject, KeptFile kept) => new(subject)
    {
        Kept = kept with
        {
            Standings = say.FileStandings.Rows(RowValues.Standing, subject.Kind, subject.Id),
        },
        Events = say.FileEvents.Rows(row => RowValues.Event(row), subject.Kind, subject.Id),
        Posted = RowValues.ByRegime(
            say.FileLedger.Rows(row => RowValues.Ledger(row), subject.Kind, subject.Id)),
        LastAdvice = say.LastAdvice.Rows(row => new LastAdvice(row.Int(0), row.Text(1)),
            subject.Kind, subject.Id).FirstOrDefault(),
    };

    private static Task<T> Try<T>(Func<T> ask)
    {
        try
        {
            return Task.FromResult(ask());
        }
        catch (SqliteException taken) when (
            taken.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            throw new RecordBusy(taken.Message, taken);
        }
        catch (SqliteException wrong)
        {
            throw new RecordUnavailable(wrong.Message, wrong);
        }
    }
}
