using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// The record in one SQLite file. SQLite before 3.51.3 can corrupt its write-ahead log when two
/// connections write or checkpoint at once: exactly one connection does either, in one process, and
/// all others may only read.
/// </summary>
public sealed class SqliteRecord : SqlRecord<SqliteRow>, IRecord
{
    /// <summary>As long as a stop may take, and then some.</summary>
    private static readonly TimeSpan LastTurn = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<FileStream> soleWriter;
    private readonly SqliteFiles files;
    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;
    private readonly SqliteInstants instants;
    private readonly SqliteQuestions questions;
    private readonly SqliteLog log;
    private readonly SemaphoreSlim turn = new(1, 1);
    private IReadOnlyList<SeenWorker> seen = [];
    private bool closed;

    /// <exception cref="RecordRefused">The file is not ours, newer, or another process has
    /// it.</exception>
    /// <exception cref="RecordUnavailable">The file cannot be opened.</exception>
    public SqliteRecord(string path, SqliteBounds? bounds = null) : base(SqliteView.Dialect)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            soleWriter = [.. Claim(path)];
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path, Pooling = false,
            }.ToString());
            connection.Open();
            SqliteSchema.BePatient(connection);
            SqliteSchema.Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                + "PRAGMA wal_autocheckpoint = 40000; PRAGMA cache_size = -65536;");
            SqliteSchema.Prepare(connection, path);
            instants = new SqliteInstants(connection);
        }
        catch (Exception wrong)
        {
            // The database first: to close any handle of its file lets go of the locks on it.
            connection?.Dispose();
            LetGo(soleWriter);
            if (wrong is SqliteException or UnauthorizedAccessException)
            {
                throw new RecordUnavailable($"{path}: {wrong.Message}", wrong);
            }

            throw;
        }

        files = new SqliteFiles(path);
        statements = new SqliteStatements(connection);
        questions = new SqliteQuestions(path, files);
        log = new SqliteLog(connection, path, bounds ?? SqliteBounds.Usual, questions);
    }

    public async Task<IRecordWork> BeginAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            files.Check();
            SqliteSchema.Run(connection, "BEGIN IMMEDIATE");
            return new SqliteWork(statements, connection, files, instants, () => turn.Release());
        }
        catch (Exception wrong)
        {
            turn.Release();
            throw wrong is SqliteException ? new RecordUnavailable(wrong.Message, wrong) : wrong;
        }
    }

    public override Task<RecordedInstants> InstantsAsync() => Task.FromResult(instants.Given);

    // Who has the turn to write is the only one who could add anything.
    public override Task SettledAsync(Subject subject, DateTimeOffset knownAt) => Write(() =>
    {
        instants.Answer(knownAt);
        return true;
    });

    public Task<ILead?> LeadAsync(string task) => Task.FromResult<ILead?>(new SoleLead());

    // One process has the file, so that its book is the one in use.
    public async Task<IReadOnlyList<SeenWorker>> SignAsync(
        string worker, BookText book, string? engines, bool taken, DateTimeOffset at)
    {
        var basis = new Basis(book.Book, engines);
        if (seen is not [{ Basis: var signed }] || signed != basis)
        {
            await using var work = (SqliteWork)await BeginAsync(CancellationToken.None);
            await work.SignAsync(book, engines, at);
        }

        return seen = [new SeenWorker(worker, basis, at, Current: true)];
    }

    public override Task<IReadOnlyList<SeenWorker>> WorkersAsync() => Task.FromResult(seen);

    public IAsyncEnumerable<(Link Link, string? Content)> ChainAsync() =>
        questions.Walk(connection => new SqliteProof(connection).Chain()).ToAsyncEnumerable();

    public Task<LogState> TidyAsync() => Write(log.Shorten);

    public Task<int> ForgetAsync(DateTimeOffset before) => Write(() => statements.Forget.Run(before));

    public override Task<RecordEpoch> EpochAsync() => questions.Ask(async view => (await view.RowsAsync(
        row => new RecordEpoch(row.Text(0), row.Truth(1)), "SELECT epoch, original FROM identity")).Single());

    public async Task<RecordEpoch> RenewAsync()
    {
        await Write(() =>
        {
            SqliteIdentity.Renew(connection);
            return true;
        });
        return await EpochAsync();
    }

    public Task ProbeAsync() => Write(() =>
    {
        SqliteSchema.Run(connection, SqliteIdentity.Probe);
        SqliteSchema.Run(connection, SqliteIdentity.TakeProbeBack);
        return true;
    });

    public Task<bool> KeepShadowAsync(ShadowStep step) => Write(() =>
        SqliteSteps.Run(connection, ShadowSql.Of(step), firstDecides: true));

    public Task ForgetShadowAsync(string run) => Write(() =>
        SqliteSteps.Run(connection, ShadowSql.Forget(run), firstDecides: false));

    public Task<bool> KeepTableAsync(KeptTable table) => Write(() =>
        SqliteSteps.Run(connection, TableSql.Keep(table), firstDecides: true));

    public Task KeepPieceAsync(TablePiece piece) => Write(() =>
        SqliteSteps.Run(connection, TableSql.Keep(piece), firstDecides: false));

    public Task ForgetPiecesAsync(string table, string what) => Write(() =>
        SqliteSteps.Run(connection, TableSql.Forget(table, what), firstDecides: false));

    /// <summary>What the writing connection says of one of its settings.</summary>
    public long Setting(string pragma) => SqliteSchema.Ask(connection, $"PRAGMA {pragma}");

    /// <summary>
    /// Once: the host has it under several names, and closes each. Behind who has the turn, since memory
    /// of SQLite that is let go while somebody writes with it takes the process down; who never gives
    /// the turn back keeps the file until the process ends.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true) || !turn.Wait(LastTurn))
        {
            return;
        }

        questions.Dispose();
        statements.Dispose();
        connection.Dispose();
        LetGo(soleWriter);
        turn.Release();
    }

    protected override Task<T> Ask<T>(Func<ISqlView<SqliteRow>, Task<T>> question) => questions.Ask(question);

    /// <summary>A sentence that is a transaction of its own.</summary>
    private async Task<T> Write<T>(Func<T> say)
    {
        await turn.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            files.Check();
            var said = say();
            files.Check();
            return said;
        }
        catch (SqliteException wrong)
        {
            throw new RecordUnavailable(wrong.Message, wrong);
        }
        finally
        {
            turn.Release();
        }
    }

    private static void LetGo(IReadOnlyList<FileStream>? held)
    {
        foreach (var each in held ?? [])
        {
            each.Dispose();
        }
    }

    /// <summary>
    /// Held while the process lives; the system lets go of it however the process ends. By the name,
    /// as older programs do, and the file itself, which may have several names.
    /// </summary>
    private static List<FileStream> Claim(string path)
    {
        var held = new List<FileStream>();
        try
        {
            held.Add(SqliteFiles.Hold($"{path}-writer"));
            // Windows would keep the database itself from opening it.
            held.AddRange(OperatingSystem.IsWindows() ? [] : [SqliteFiles.Hold(path)]);
            return held;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            LetGo(held);
            throw wrong is IOException io && SqliteFiles.IsHeld(io)
                ? new RecordRefused($"{path} is in use by another process: stop it, or name another file")
                : new RecordUnavailable($"{wrong.Message}: {SqliteFiles.ReadOnlyMedia}", wrong);
        }
    }
}
