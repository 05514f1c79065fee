using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Ports;
using CreditScoring.Service.Tests.Postgres;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Work;

/// <summary>Several workers on one PostgreSQL, and the rule books that they work by.</summary>
[Category(Tool.Postgres)]
public class BookTests
{
    private PostgresServer server = null!;
    private string connection = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await SharedPostgres.Server;

    [SetUp]
    public async Task NewDatabase() =>
        connection = server.Connection(await server.NewDatabaseAsync());

    [Test]
    public async Task Workers_with_different_books_do_not_assess_each_others_files_for_ever()
    {
        using var first = new TempFolder();
        using var second = new TempFolder();
        TestRules.WriteTo(first);
        TestRules.WriteTo(second, points: 7);
        using var record = await PostgresRecordTests.OpenOn(connection);
        using var oldProcess = Start(first);
        using var old = await oldProcess.ServingAsync();
        (await old.PostAsJsonAsync("/v1/events", Sent.Failed("e1", Recently))).EnsureSuccessStatusCode();
        using var lateProcess = Start(second);
        using var late = await lateProcess.ServingAsync();
        await RunningService.Until(async () => (await record.FileAsync(Shop))!.Standings[0].Points == 7);
        Assert.That((await record.WorkersAsync()).Count(each => !each.Current), Is.EqualTo(1));
        var changes = await Changes(record);
        await Task.Delay(3000);
        Assert.That(await Changes(record), Is.EqualTo(changes), "nobody assesses without an event");

        TestRules.Publish(first.In("rules"), 7);
        await RunningService.Until(async () => (await old.GetFromJsonAsync<JsonNode>("/v1/workers"))!["items"]!
            .AsArray().All(each => (bool)each!["current"]!));
        Assert.That(await Changes(record), Is.EqualTo(changes));
    }

    [Test]
    public async Task A_book_that_all_have_gone_back_to_is_in_use_again()
    {
        using var record = await PostgresRecordTests.OpenOn(connection);
        await record.SignAsync("one", Book("book-1"), Both, false, At);
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, book: "book-1")] });
        await record.SignAsync("two", Book("book-2"), Both, false, At);
        Assert.That(await Due(record, "book-2"), Has.Count.EqualTo(1), "the later book");
        Assert.That(await Due(record, "book-1"), Is.Empty);
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, book: "book-2")] });
        await record.SignAsync("one", Book("book-1"), Both, false, At);
        Assert.That(await Due(record, "book-1"), Is.Empty, "two still works by the one in use");
        Assert.That((await record.WorkersAsync()).Select(each => (each.Name, each.Current)),
            Is.EqualTo(new[] { ("one", false), ("two", true) }));
        await record.SignAsync("two", Book("book-1"), Both, false, At);
        Assert.That(await Due(record, "book-1"), Has.Count.EqualTo(1));
        Assert.That((await record.WorkersAsync()).Select(each => each.Current), Is.All.True);
    }

    [Test]
    public async Task A_book_that_a_running_worker_takes_is_in_use_whoever_works_by_another()
    {
        using var record = await PostgresRecordTests.OpenOn(connection);
        await record.SignAsync("one", Book("book-1"), Both, false, At);
        await record.SignAsync("two", Book("book-2"), Both, false, At);
        var workers = await record.SignAsync("one", Book("book-1"), Both, true, At);
        Assert.That(workers.Select(each => each.Current), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task Workers_with_different_engines_do_not_assess_each_others_files_for_ever()
    {
        using var record = await PostgresRecordTests.OpenOn(connection);
        await record.SignAsync("one", Book("book-1"), "off", false, At);
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, engines: "off")] });
        await record.SignAsync("two", Book("book-1"), Both, false, At);
        Assert.That(await Due(record, "book-1"), Has.Count.EqualTo(1), "the later engines");
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] });
        await record.SignAsync("one", Book("book-1"), "off", false, At);
        Assert.That(await Due(record, "book-1", "off"), Is.Empty, "two still works by the ones in use");
        Assert.That((await record.WorkersAsync()).Select(each => (each.Name, each.Basis.Engines, each.Current)),
            Is.EqualTo(new[] { ("one", "off", false), ("two", Both, true) }));
        await record.SignAsync("two", Book("book-1"), "off", false, At);
        Assert.That(await Due(record, "book-1", "off"), Has.Count.EqualTo(1));
        Assert.That((await record.WorkersAsync()).Select(each => each.Current), Is.All.True);
    }

    [Test]
    public async Task One_worker_leads_until_it_lets_go_or_its_connection_is_lost()
    {
        using var one = await PostgresRecordTests.OpenOn(connection);
        using var other = await PostgresRecordTests.OpenOn(connection);
        var lead = await one.LeadAsync("tiers");
        Assert.That(lead, Is.Not.Null);
        Assert.That(await other.LeadAsync("tiers"), Is.Null);
        await using (var another = await other.LeadAsync("recommendations"))
        {
            Assert.That(another, Is.Not.Null);
        }

        await lead!.DisposeAsync();
        await using var second = await other.LeadAsync("tiers");
        Assert.That(second!.Lost, Is.False);
        await server.SayAsync("postgres", "SELECT pg_terminate_backend(pid) FROM pg_locks "
            + "WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database "
            + $"WHERE datname = '{new Npgsql.NpgsqlConnectionStringBuilder(connection).Database}')");
        await using var third = await one.LeadAsync("tiers");
        Assert.That(third, Is.Not.Null);
        await RunningService.Until(() => Task.FromResult(second.Lost));
    }

    private ServiceProcess Start(TempFolder folder) => new(
        ["--postgres", connection, "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"]);

    private static async Task<long> Changes(IRecord record) => (await record.ChangesAsync(0, 1)).Highest;

    private static string Recently =>
        TimeProvider.System.GetUtcNow().AddDays(-30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<IReadOnlyList<Enterprises.Subject>> Due(IRecord record, string book, string engines = Both) =>
        record.LookAsync(work => work.DueAsync(Day, By(book, engines), 10));
}
