using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using Npgsql;
using static CreditScoring.Service.Postgres.PostgresFault;

namespace CreditScoring.Service.Postgres;

/// <summary>One piece of work: a connection and a transaction of its own.</summary>
internal sealed class PostgresWork : IRecordWork
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly BatchContent content = new();
    private readonly PostgresClaims claims;
    private readonly PostgresFiles files;
    private readonly UsedBooks used;
    private readonly long number;

    /// <param name="number">That all rows of the batch carry.</param>
    public PostgresWork(
        NpgsqlConnection connection, NpgsqlTransaction transaction, UsedBooks used, long number)
    {
        (this.connection, this.transaction) = (connection, transaction);
        (this.used, this.number) = (used, number);
        claims = new PostgresClaims(connection, content, number);
        files = new PostgresFiles(connection);
    }

    public Task<IReadOnlyDictionary<EventId, KeptEvent>> ClaimAsync(
        IReadOnlyCollection<NewEvent> events, IReadOnlyCollection<EventId> targets,
        DateTimeOffset at) => Name(() => claims.ClaimAsync(events, targets, at));

    public Task<ILookup<EventId, Subject>> HoldersAsync(IReadOnlyCollection<EventId> ids) =>
        Name(() => claims.HoldersAsync(ids));

    public Task<ILookup<EventId, KeptEvent>> WaitingForAsync(
        IReadOnlyCollection<EventId> targets) => Name(() => claims.WaitingForAsync(targets));

    public Task<IReadOnlyCollection<Subject>> HoldAsync(
        IReadOnlyDictionary<Subject, long> atHand) => Name(() => files.HoldAsync(atHand));

    public Task<IReadOnlyList<StoredFile>> OpenAsync(IReadOnlyCollection<Subject> subjects) =>
        Name(() => files.OpenAsync(subjects));

    public Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, Basis basis, int limit) =>
        Name(() => files.DueAsync(day, basis, limit));

    public Task<DateTimeOffset> InstantAsync(DateTimeOffset now) => Name(async () =>
        (await PostgresBooks.InstantsAsync(connection)).NoEarlierThan(now));

    /// <summary>Waits for whoever is putting a book in use.</summary>
    public Task BooksSettledAsync() => connection.RunAsync(
        Sentence.Say($"SELECT pg_advisory_xact_lock_shared({PostgresBooks.Lock})"));

    /// <summary>Puts a book and engines in use and keeps its text, where either is news.</summary>
    public async Task<IReadOnlyList<SeenWorker>> SignAsync(
        string worker, BookText book, string? engines, bool taken, DateTimeOffset now)
    {
        var workers = new PostgresWorkers(connection);
        var (use, keep) = await workers.SignAsync(worker, new Basis(book.Book, engines), taken);
        if (use || keep)
        {
            await CommitAsync(new RecordBatch(await InstantAsync(now))
            {
                Books = keep ? [book] : [], PutInUse = use ? [new Basis(book.Book, engines)] : [],
            });
        }
        else
        {
            await transaction.CommitAsync();
        }

        return await workers.AllAsync();
    }

    public Task CommitAsync(RecordBatch whole) => Name(async () =>
    {
        // A book that nobody has put in use by name counts as put in use now.
        var never = await used.NeverAmongAsync(whole.Files.Select(each => each.File.Basis), connection);
        var batch = whole with { PutInUse = [.. whole.PutInUse, .. never.Except(whole.PutInUse)] };
        var newFiles = files.NewAmong(batch.Files.Select(each => each.File.Subject));
        var keeping = new PostgresKeeping(batch, number);
        // The hashes are reckoned while the server writes the rows.
        var written = connection.RunAsync(keeping.Statements());
        content.Batch(batch);
        await written;
        var head = new PostgresHead(connection, batch, number);
        await head.TurnAsync(content);
        await head.CloseAsync(content.Hash(), claims.Taken, newFiles);
        await transaction.CommitAsync();
        used.Add(batch.PutInUse);
        return true;
    });

    public ValueTask DisposeAsync() => LetGoAsync(transaction, connection);

    /// <param name="transaction">Null: it could not be begun.</param>
    public static async ValueTask LetGoAsync(NpgsqlTransaction? transaction, NpgsqlConnection connection)
    {
        try
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and with it the transaction: that is what was wanted.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }
}
