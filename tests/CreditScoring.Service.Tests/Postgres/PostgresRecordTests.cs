using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Ports;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Postgres;

[TestFixture]
[Category(Tool.Postgres)]
public class PostgresRecordTests : RecordContract
{
    private PostgresServer server = null!;
    private string? database;

    private static readonly string[] Steps = (string[])typeof(PostgresRecord).Assembly
        .GetType("CreditScoring.Service.Postgres.PostgresSchema")!
        .GetField("Steps", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await SharedPostgres.Server;

    [TearDown]
    public void AnotherDatabase() => database = null;

    protected override IRecord Open()
    {
        database ??= server.NewDatabaseAsync().Result;
        return OpenOn(server.Connection(database)).Result;
    }

    protected override void Close(IRecord record) => ((PostgresRecord)record).Dispose();

    [Test]
    public async Task A_row_of_a_subject_that_was_only_held_is_no_file()
    {
        await using (var work = await Record.BeginAsync(CancellationToken.None))
        {
            await work.HoldAsync(new Dictionary<Enterprises.Subject, long> { [Shop] = 0 });
            await work.CommitAsync(new RecordBatch(At));
        }

        Assert.That(await Record.FileAsync(Shop), Is.Null);
        Assert.That(await Record.SubjectsAsync(), Is.Empty);
        Assert.That((await Record.CountsAsync()).Files, Is.Zero);
        Assert.That(await Record.LookAsync(work => work.DueAsync(Day.AddYears(9), By("b"), 9)), Is.Empty);
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] }, Event("e1", Shop));
        Assert.That((await Record.CountsAsync()).Files, Is.EqualTo(1));
        Assert.That((await Record.LookAsync(work => work.OpenAsync([Shop])))[0].Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Turns_are_in_the_order_in_which_their_batches_were_kept_not_begun()
    {
        var first = await Record.BeginAsync(CancellationToken.None);
        await Record.KeepAsync(new RecordBatch(At) { Files = [Changed(Factory)] });
        await first.KeepAsync(new RecordBatch(At) { Files = [Changed(Shop)] });
        await first.DisposeAsync();
        var turns = await Record.TurnsAsync(new TurnQuery(Day, 9));
        Assert.That(turns.Select(each => each.Subject), Is.EqualTo(new[] { Factory, Shop }));
        var rest = await Record.TurnsAsync(new TurnQuery(Day, 9) { After = turns[0].Place });
        Assert.That(rest.Select(each => each.Subject), Is.EqualTo(new[] { Shop }));
    }

    [Test]
    public async Task A_newer_or_foreign_database_is_refused_and_left_as_it_is()
    {
        await server.SayAsync(database!, "UPDATE credit_schema SET version = 99");
        Assert.That(
            Assert.ThrowsAsync<RecordRefused>(() => OpenOn(server.Connection(database!)))!.Message,
            Does.Contain("schema 99"));
        var foreign = await server.NewDatabaseAsync();
        await server.SayAsync(foreign, "CREATE TABLE theirs ()");
        Assert.That(
            Assert.ThrowsAsync<RecordRefused>(() => OpenOn(server.Connection(foreign)))!.Message,
            Does.Contain("another program"));
    }

    /// <summary>Databases of every older version are about: what made them must stay what it was.</summary>
    [TestCase(1, "c902a2cce82ae6ff")]
    [TestCase(2, "21247e111d797435")]
    [TestCase(3, "fa0b670a222c48eb")]
    [TestCase(4, "44b88232771af783")]
    [TestCase(5, "9cebcb94750483eb")]
    [TestCase(6, "00efc3dfc4ce7e11")]
    [TestCase(7, "56eb38738206ad77")]
    public void A_step_is_never_edited(int step, string hash) =>
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Steps[step - 1])))[..16], Is.EqualTo(hash));

    [Test]
    public async Task A_database_with_rows_that_this_program_does_not_know_is_refused()
    {
        await server.SayAsync(database!, "INSERT INTO row_kinds VALUES ('draws')");
        Assert.That(
            Assert.ThrowsAsync<RecordRefused>(() => OpenOn(server.Connection(database!)))!.Message,
            Does.Contain("(draws)"));
    }

    [Test]
    public async Task An_older_database_goes_on_and_its_files_are_judged_again_since_their_engines_are_not_known()
    {
        var older = await server.NewDatabaseAsync();
        await server.SayAsync(older, "CREATE TABLE credit_schema (version integer NOT NULL);"
            + $"INSERT INTO credit_schema VALUES (3); {string.Join('\n', Steps.Take(3))}"
            + "INSERT INTO activations (book, at) VALUES ('book-1', 5);"
            + $"INSERT INTO files VALUES ('operator', '{Sent.Shop}', 1, '350100', '2025-07-31', NULL, 1, true, 5);"
            + $"INSERT INTO workers VALUES ('old', 'book-1', now() - interval '1 hour');");
        using var record = await OpenOn(server.Connection(older));
        Assert.That((await record.FileAsync(Shop))!.Basis, Is.EqualTo(By("book-1", null)));
        await record.SignAsync("one", Book("book-1"), Both, false, At);
        Assert.That(await record.LookAsync(work => work.DueAsync(Day, By("book-1"), 9)), Is.EqualTo(new[] { Shop }));
        Assert.That((await record.BooksAsync()).Select(each => each.Basis.Engines), Is.EqualTo(new[] { null, Both }));
        Assert.That((await Proof.OfAsync(record.ChainAsync(), [])).Found, Is.Empty);
    }

    [Test]
    public async Task Several_workers_that_start_at_once_make_the_tables_once()
    {
        var fresh = server.Connection(await server.NewDatabaseAsync());
        var records = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => OpenOn(fresh)));
        await records[0].KeepAsync(new RecordBatch(At), Event("e1", Shop));
        Assert.That((await records[4].CountsAsync()).Events, Is.EqualTo(1));
        records.ToList().ForEach(record => record.Dispose());
    }

    [Test]
    public async Task A_database_that_was_copied_or_brought_back_has_another_epoch_for_all_its_workers()
    {
        var source = await server.NewDatabaseAsync();
        var copy = $"{source}_back";
        using var original = await OpenOn(server.Connection(source) + ";Pooling=false");
        var epoch = await original.EpochAsync();
        await server.SayAsync("postgres", $"CREATE DATABASE {copy} TEMPLATE {source}");

        var records = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenOn(server.Connection(copy))));
        var epochs = await Task.WhenAll(records.Select(record => record.EpochAsync()));
        Assert.That(epochs.Distinct().Count(), Is.EqualTo(1));
        Assert.That((epochs[0].Id != epoch.Id, epochs[0].Original), Is.EqualTo((true, false)));
        Assert.That(await original.EpochAsync(), Is.EqualTo(epoch));
        records.ToList().ForEach(record => record.Dispose());
    }

    [TestCase("fsync")]
    [TestCase("full_page_writes")]
    [TestCase("synchronous_commit")]
    public async Task A_server_that_can_lose_what_it_confirmed_is_refused_unless_allowed(string off)
    {
        await using var unsafely = await PostgresServer.StartAsync($"{off}=off");
        var connection = unsafely.Connection("postgres");
        Assert.That(Assert.ThrowsAsync<RecordRefused>(() => OpenOn(connection))!.Message,
            Does.Contain($"{off} is off").And.Contain("Record:AllowUnsafe"));
        using var allowed = await PostgresRecord.OpenAsync(
            PostgresAddress.Parse(connection, false, true, out _)!);
        await allowed.KeepAsync(new RecordBatch(At), Event("e1", Shop));
    }

    [Test]
    public async Task A_commit_is_waited_for_until_it_is_on_the_disk()
    {
        await using var work = await Record.BeginAsync(CancellationToken.None);
        await server.SayAsync(database!, "ALTER DATABASE " + database + " SET synchronous_commit = off");
        using var ours = await PostgresRecord.OpenAsync(
            PostgresAddress.Parse(server.Connection(database!), false, true, out _)!);
        Assert.That(await ours.SettingAsync("synchronous_commit"), Is.EqualTo("on"));
    }

    [TestCase("Host=10.0.0.7;Database=credit", "another machine")]
    [TestCase("Host=127.0.0.1,bureau.example;Database=credit", "another machine")]
    [TestCase("Host=bureau.example;SSL Mode=Prefer", "another machine")]
    [TestCase("Database=credit", "names no server")]
    [TestCase("Hots=1;x", "cannot be read")]
    public void A_connection_that_is_open_to_others_or_unreadable_is_refused(string text, string why)
    {
        Assert.That(PostgresAddress.Parse($"{text};Password=s3cret", false, false, out var flaw), Is.Null);
        Assert.That(flaw, Does.Contain(why).And.Not.Contain("s3cret"));
    }

    [TestCase("Host=bureau.example;SSL Mode=VerifyFull")]
    [TestCase("Host=::1")]
    [TestCase("Host=localhost:5433,127.0.0.2")]
    [TestCase("Host=/var/run/postgresql")]
    public void A_connection_that_nobody_can_listen_to_is_taken(string text) =>
        Assert.That(PostgresAddress.Parse(text, false, false, out _), Is.Not.Null);

    internal static Task<PostgresRecord> OpenOn(string connection) =>
        PostgresRecord.OpenAsync(PostgresAddress.Parse(connection, false, false, out _)!);
}
