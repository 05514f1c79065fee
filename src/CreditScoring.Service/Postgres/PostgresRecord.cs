using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.PostgresFault;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The record in a PostgreSQL database, for any number of workers. Row locks and unique keys
/// serialise what must be serial; nothing leans on the isolation of the server.
/// </summary>
public sealed class PostgresRecord : SqlRecord<PostgresRow>, IRecord
{
    private readonly PostgresAddress address;
    private readonly NpgsqlDataSource forWork;
    private readonly NpgsqlDataSource forQuestions;
    private readonly UsedBooks used = new();

    private PostgresRecord(PostgresAddress address) : base(PostgresView.Dialect)
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
                row => (row.Long(0), row.Truth(1)),
                "SELECT nextval('batches'), current_setting('fsync')::boolean "
                + "AND current_setting('full_page_writes')::boolean")).Single();
            return safe || address.AllowUnsafe
                ? (IRecordWork)new PostgresWork(connection, transaction, used, number)
                : throw new RecordUnavailable($"{address} can lose what it has confirmed: fsync "
                    + "or full_page_writes has been turned off");
        }
        catch
        {
            await PostgresWork.LetGoAsync(transaction, connection);
            throw;
        }
    });

    public override Task<RecordedInstants> InstantsAsync() => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        return await PostgresBooks.InstantsAsync(connection);
    });

    public override Task SettledAsync(Subject subject, DateTimeOffset knownAt) => Name(async () =>
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

    public override Task<IReadOnlyList<SeenWorker>> WorkersAsync() => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        return await new PostgresWorkers(connection).AllAsync();
    });

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
        return (await connection.RowsAsync(row => row.Long(0),
            "UPDATE quarantine SET body = '', flaws = convert_to('[]', 'UTF8') "
            + "WHERE recorded_at < $1 AND length(body) > 0 RETURNING position",
            before.ToUnixTimeMilliseconds())).Count;
    });

    public override Task<RecordEpoch> EpochAsync() => Name(async () =>
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
            row => row.Text(0), "SELECT current_setting($1)", name)).Single();
    });

    public Task<bool> KeepShadowAsync(ShadowStep step) => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var said = ShadowSql.Of(step).Select(each => Say(each.Sql, each.Values)).ToArray();
        await using (var first = Of(connection, said[..1]))
        {
            if (await first.ExecuteNonQueryAsync() == 0)
            {
                return false;
            }
        }

        await connection.RunAsync(said[1..]);
        await transaction.CommitAsync();
        return true;
    });

    public Task ForgetShadowAsync(string run) => Name(async () =>
    {
        await using var connection = await forWork.OpenConnectionAsync();
        await connection.RunAsync([.. ShadowSql.Forget(run).Select(each => Say(each.Sql, each.Values))]);
        return true;
    });

    public Task<bool> KeepTableAsync(KeptTable table) => Name(async () =>
        await RunAsync(TableSql.Keep(table)) > 0);

    public Task KeepPieceAsync(TablePiece piece) => Name(() => RunAsync(TableSql.Keep(piece)));

    public Task ForgetPiecesAsync(string table, string what) =>
        Name(() => RunAsync(TableSql.Forget(table, what)));

    /// <returns>How many rows it changed.</returns>
    private async Task<int> RunAsync((string Sql, object?[] Values)[] said)
    {
        await using var connection = await forWork.OpenConnectionAsync();
        await using var batch = Of(connection, said.Select(each => Say(each.Sql, each.Values)));
        return await batch.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        forWork.Dispose();
        forQuestions.Dispose();
    }

    /// <summary>One view for all that a question looks at.</summary>
    protected override Task<T> Ask<T>(Func<ISqlView<PostgresRow>, Task<T>> question) => Name(async () =>
    {
        await using var connection = await forQuestions.OpenConnectionAsync();
        await using var view = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead);
        return await question(new PostgresView(connection));
    });
}
