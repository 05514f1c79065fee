using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Records.Chaining;
using Npgsql;
using static CreditScoring.Records.Postgres.PostgresFault;

namespace CreditScoring.Records.Postgres;

/// <summary>One piece of work: a connection and a transaction of its own.</summary>
internal sealed class PostgresWork : IRecordWork
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly BatchContent content = new();
    private readonly PostgresClaims claims;
    private readonly PostgresFiles files;
    private readonly long number;

    /// <param name="number">That all rows of the batch carry.</param>
    public PostgresWork(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long number)
    {
        (this.connection, this.transaction, this.number) = (connection, transaction, number);
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

    public Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, string book, int limit) =>
        Name(() => files.DueAsync(day, book, limit));

    public Task CommitAsync(RecordBatch batch) => Name(async () =>
    {
        var newFiles = files.NewAmong(batch.Files.Select(each => each.File.Subject));
        var keeping = new PostgresKeeping(batch, number);
        // The hashes are reckoned while the server writes the rows.
        var written = connection.RunAsync(keeping.Statements());
        keeping.Into(content);
        await written;
        var head = new PostgresHead(connection, batch, number);
        await head.TurnAsync(content);
        await head.CloseAsync(content.Hash(), claims.Taken, newFiles);
        await transaction.CommitAsync();
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
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
