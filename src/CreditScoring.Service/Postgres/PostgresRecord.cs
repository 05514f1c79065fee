using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using Npgsql;
using static CreditScoring.Service.Postgres.PostgresFault;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The record in a PostgreSQL database, for any number of workers. Row locks and unique keys
/// serialise what must be serial; nothing leans on the isolation of the server.
/// </summary>
public sealed class PostgresRecord : IRecord, IDisposable
{
    private readonly PostgresAddress address;
    private readonly NpgsqlDataSource forWork;
    private readonly NpgsqlDataSource forQuestions;
    private readonly UsedBooks used = new();

    private PostgresRecord(PostgresAddress address)
    {
        this.address = address;
        forWork = NpgsqlDataSource.Create(address.ForWork());
        forQuestions = NpgsqlDataSource.Create(address.ForQuestions());
    }

    /// <exception cref="RecordRefused">The server is not safe, the database is another program's,
    /// or newer.</exception>
    /// <exception cref="RecordUnavailable">The server cannot be reached.</exception>
    public static Task<PostgresRecord> OpenAsync(PostgresAddress address) => Name(async () =>
    {
        await using var connection = new NpgsqlConnection(address.ForPreparing());
        await connection.OpenAsync();
        await PostgresServerCheck.RefuseUnfitAsync(connection, address);
        await PostgresSchema.PrepareAsync(connection, address);
        // What is dumped from now on knows where it was born.
        await PostgresIdentity.OfAsync(connection);
        return new PostgresRecord(address);
    });

    public Task<IRecordWork> BeginAsync(CancellationToken stop) => Name(async () =>
    {
        var connection = await forWork.OpenConnectionAsync(stop);
        NpgsqlTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync(
                System.Data.IsolationLevel.ReadCommitted, stop);
            var (number, safe) = (await connection.RowsAsync(
                row => (row.GetInt64(0), row.GetBoolean(1)),
                "SELECT nextval('batches'), current_setting('fsync')::boolean "
                + "AND current_setting('full_page_writes')::boolean")).Single();
            return safe || address.AllowUnsafe
                ? (IRecordWork)new PostgresWork(connection, transaction, used, number)
                : throw new RecordUnavailable($"{address} can lose what it has confirmed: fsync "
                    + "or full_page_writes has been turned off");
        }
        catch
        {
            await LetGo(transaction, connection);
            throw;
        }
    });

    public Task<RecordedInstants> InstantsAsync() => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        return await PostgresBooks.InstantsAsync(connection);
    });

    public Task SettledAsync(Subject subject, DateTimeOffset knownAt) => Name(async () =>
    {
        // First this: whoever holds the file after us, or puts a book in use, sees it.
        await using (var connection = await forWork.OpenConnectionAsync())
        {
            await PostgresBooks.AnswerAsync(connection, knownAt);
        }

        // A file that is being made has no row that could be seen: whoever inserts the same waits
        // for it. Nothing of this is kept.
        await using var work = (PostgresWork)await BeginAsync(CancellationToken.None);
        await work.HoldAsync(new Dictionary<Subject, long> { [subject] = 0 });
        await work.BooksSettledAsync();
        return true;
    });

    public Task<ILead?> LeadAsync(string task) => Name(() => PostgresLead.TryAsync(address, task));

    public Task<IReadOnlyList<SeenWorker>> SignAsync(
        string worker, BookText book, string? engines, bool taken, DateTimeOffset at) => Name(async () =>
        {
            await using var work = (PostgresWork)await BeginAsync(CancellationToken.None);
            return await work.SignAsync(worker, book, engines, taken, at);
        });

    public Task<BookInForce?> BookAtAsync(DateTimeOffset instant) => Ask(each => each.BookAtAsync(instant));

    public Task<BookText?> BookTextAsync(string book) => Ask(each => each.BookTextAsync(book));

    public Task<IReadOnlyList<BookInForce>> BooksAsync() => Ask(each => each.BooksAsync());

    public Task<IReadOnlyList<SeenWorker>> WorkersAsync() => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        return await new PostgresWorkers(connection).AllAsync();
    });

    public Task<KeptFile?> FileAsync(Subject subject) => Ask(each => each.FileAsync(subject));

    public Task<IReadOnlyList<KeptEvent>> EventsAsync(Subject subject, DateTimeOffset? knownAt) =>
        Ask(each => each.EventsAsync(subject, knownAt));

    public Task<IReadOnlyList<KeptStanding>> StandingsAsync(StandingQuery query) =>
        Ask(each => each.StandingsAsync(query));

    public Task<IReadOnlyList<FeedItem>> FeedAsync(long after, int limit) =>
        Ask(each => each.FeedAsync(after, limit));

    public Task<ChangedStandings> ChangesAsync(long after, int limit) =>
        Ask(each => each.ChangesAsync(after, limit));

    public Task<IReadOnlyList<QuarantineItem>> QuarantineAsync(
        long after, int limit, PageBounds? page = null) =>
        Ask(each => each.QuarantineAsync(after, limit, page));

    public Task<QuarantineItem?> QuarantineItemAsync(long position, int? most = null) =>
        Ask(each => each.QuarantineItemAsync(position, most));

    public Task<IReadOnlyList<RecordedChange>> HistoryAsync(Subject subject, long after, int limit) =>
        Ask(each => each.HistoryAsync(subject, after, limit));

    public Task<IReadOnlyList<LedgerLine>> LedgerAsync(
        Subject subject, LedgerKey after, int limit) =>
        Ask(each => each.LedgerAsync(subject, after, limit));

    public Task<IReadOnlyList<WaitingEvent>> WaitingAsync(int limit) =>
        Ask(each => each.WaitingAsync(limit));

    public Task<IReadOnlyList<KeptEvent>> AllEventsAsync(EventId? after, int limit) =>
        Ask(each => each.AllEventsAsync(after, limit));

    public Task<IReadOnlyList<Subject>> SubjectsAsync() => Ask(each => each.SubjectsAsync());

    public Task<RecordCounts> CountsAsync() => Ask(each => each.CountsAsync());

    public Task<IReadOnlyList<SourceNumbers>> SourcesAsync(int gaps) => Ask(each => each.SourcesAsync(gaps));

    public Task<Link?> RootAsync() => Ask(each => each.RootAsync());

    public async IAsyncEnumerable<(Link Link, string? Content)> ChainAsync()
    {
        await using var connection = await Name(() => forWork.OpenConnectionAsync().AsTask());
        await using var view = await Name(() => connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead).AsTask());
        using var links = new PostgresProof(connection).Chain().GetEnumerator();
        while (await Name(() => Task.FromResult(links.MoveNext())))
        {
            yield return links.Current;
        }
    }

    // The server minds its own log.
    public Task<LogState> TidyAsync() => Task.FromResult(new LogState(0, Held: false));

    public Task<int> ForgetAsync(DateTimeOffset before) => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        return (await connection.RowsAsync(row => row.GetInt64(0),
            "UPDATE quarantine SET body = '', flaws = convert_to('[]', 'UTF8') "
            + "WHERE recorded_at < $1 AND length(body) > 0 RETURNING position",
            before.ToUnixTimeMilliseconds())).Count;
    });

    public Task<RecordEpoch> EpochAsync() => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        return await PostgresIdentity.OfAsync(connection);
    });

    public Task<RecordEpoch> RenewAsync() => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        await PostgresIdentity.RenewAsync(connection);
        return await PostgresIdentity.OfAsync(connection);
    });

    public Task ProbeAsync() => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        await connection.RunAsync(Say(PostgresIdentity.Probe), Say(PostgresIdentity.TakeProbeBack));
        return true;
    });

    /// <summary>What a working connection says of one of its settings.</summary>
    public Task<string> SettingAsync(string name) => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        return (await connection.RowsAsync(
            row => row.GetString(0), "SELECT current_setting($1)", name)).Single();
    });

    public void Dispose()
    {
        forWork.Dispose();
        forQuestions.Dispose();
    }

    /// <summary>One view for all that a question looks at.</summary>
    private Task<T> Ask<T>(Func<PostgresReading, Task<T>> question) => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        await using var view = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead);
        return await question(new PostgresReading(connection));
    });

    private static async Task LetGo(NpgsqlTransaction? transaction, NpgsqlConnection connection)
    {
        try
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the transaction with it.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }
}
