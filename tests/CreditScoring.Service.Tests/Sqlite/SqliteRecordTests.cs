using CreditScoring.Service.Ports;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Ports;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Sqlite;

[TestFixture]
public class SqliteRecordTests : RecordContract
{
    private readonly TempFolder folder = new();
    private int number;

    private string Path => folder.In($"{number}.db");

    [SetUp]
    public void NewFile()
    {
        // Each test has a file of its own: the contract's record was opened on the one before.
        Close(Record);
        number++;
        OpenRecord();
    }

    [OneTimeTearDown]
    public void RemoveFolder() => folder.Dispose();

    protected override IRecord Open() => new SqliteRecord(Path);

    protected override void Close(IRecord record) => ((SqliteRecord)record).Dispose();

    [Test]
    public void Every_commit_is_forced_to_the_disk()
    {
        // The pragma of the writing connection itself: a reader's own would prove nothing.
        Assert.That(((SqliteRecord)Record).Setting("synchronous"), Is.EqualTo(2), "FULL");
        Assert.That(Ask("PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public void The_SQLite_that_writes_is_one_whose_log_two_checkpoints_do_not_corrupt() =>
        Assert.That(new Version(Ask("SELECT sqlite_version()")), Is.AtLeast(new Version(3, 51, 3)));

    [Test]
    public void A_second_writer_is_refused()
    {
        var refused = Assert.Throws<RecordRefused>(() => new SqliteRecord(Path));
        Assert.That(refused!.Message, Does.Contain("in use by another process"));
    }

    [Test]
    public async Task It_closes_behind_who_has_the_turn_to_write_and_gives_it_to_nobody_after()
    {
        var work = await Record.BeginAsync(CancellationToken.None);
        var closing = Task.Run(() => Close(Record));
        Assert.That(await Task.WhenAny(closing, Task.Delay(500)), Is.Not.SameAs(closing));
        await work.DisposeAsync();
        await closing;
        Assert.ThrowsAsync<ObjectDisposedException>(() => Record.BeginAsync(CancellationToken.None));
        Assert.ThrowsAsync<ObjectDisposedException>(() => Record.ProbeAsync());
    }

    [TestCase("PRAGMA user_version = 99", "schema 99")]
    [TestCase("PRAGMA application_id = 7", "another program")]
    public void A_newer_or_foreign_file_is_refused_and_left_as_it_is(string change, string why)
    {
        Close(Record);
        using (var connection = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = change;
            command.ExecuteNonQuery();
        }

        Assert.That(Assert.Throws<RecordRefused>(() => Open())!.Message, Does.Contain(why));
        number++;
        OpenRecord();
    }

    [Test]
    public void A_file_that_is_no_database_is_unavailable()
    {
        var text = folder.In("text.db");
        File.WriteAllText(text, new string('x', 10_000));
        Assert.Throws<RecordUnavailable>(() => new SqliteRecord(text));
    }

    private string Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!.ToString()!;
    }
}
