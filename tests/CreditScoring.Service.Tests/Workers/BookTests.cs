using System.Text.Json.Nodes;
using CreditScoring.Records;
using CreditScoring.Records.Postgres;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Records;
using Microsoft.Extensions.DependencyInjection;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Workers;

/// <summary>Several workers on one PostgreSQL, and the rule books that they work by.</summary>
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
        TestRules.WriteTo(second, points: 7);
        await using var old = await Start(first);
        await old.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-01", Sent.Factory));
        await using var late = await Start(second);
        await RunningService.Until(async () => (int)(await late.StandingAsync())["points"]! == 7);
        await RunningService.Until(async () => await Behind(late) == 1);
        var changes = await Changes(late);
        await Task.Delay(3000);
        Assert.That(await Changes(late), Is.EqualTo(changes), "nobody assesses without an event");

        TestRules.Publish(first.In("rules"), 7);
        await RunningService.Until(async () => await Behind(old) == 0);
        Assert.That(await Changes(late), Is.EqualTo(changes));
    }

    [Test]
    public async Task A_book_that_all_have_gone_back_to_is_in_use_again()
    {
        using var record = await PostgresRecordTests.OpenOn(connection);
        await record.SignAsync("one", "book-1", false, At);
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, book: "book-1")] });
        await record.SignAsync("two", "book-2", false, At);
        Assert.That(await Due(record, "book-2"), Has.Count.EqualTo(1), "the later book");
        Assert.That(await Due(record, "book-1"), Is.Empty);
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, book: "book-2")] });
        await record.SignAsync("one", "book-1", false, At);
        Assert.That(await Due(record, "book-1"), Is.Empty, "two still works by the one in use");
        Assert.That((await record.WorkersAsync()).Select(each => (each.Name, each.Current)),
            Is.EqualTo(new[] { ("one", false), ("two", true) }));
        await record.SignAsync("two", "book-1", false, At);
        Assert.That(await Due(record, "book-1"), Has.Count.EqualTo(1));
        Assert.That((await record.WorkersAsync()).Select(each => each.Current), Is.All.True);
    }

    [Test]
    public async Task A_book_that_a_running_worker_takes_is_in_use_whoever_works_by_another()
    {
        using var record = await PostgresRecordTests.OpenOn(connection);
        await record.SignAsync("one", "book-1", false, At);
        await record.SignAsync("two", "book-2", false, At);
        var workers = await record.SignAsync("one", "book-1", true, At);
        Assert.That(workers.Select(each => each.Current), Is.EqualTo(new[] { true, false }));
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

    private Task<RunningService> Start(TempFolder folder) => RunningService.StartAsync(
        folder, StoppedClock.At("2025-07-31"), "--postgres", connection);

    private static async Task<int> Behind(RunningService service) =>
        (await service.GetAsync("/v1/workers"))["workers"]!.AsArray()
            .Count(each => !(bool)each!["current"]!);

    private static async Task<long> Changes(RunningService service) =>
        (await service.Services.GetRequiredService<IRecord>().ChangesAsync(0, 1)).Highest;

    private static Task<IReadOnlyList<Enterprises.Subject>> Due(IRecord record, string book) =>
        record.LookAsync(work => work.DueAsync(Day, book, 10));
}
