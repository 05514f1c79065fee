using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.Tests.Given;
using Npgsql;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Postgres;

/// <summary>What has an order on PostgreSQL, while several workers commit at once.</summary>
[Category(Tool.Postgres)]
public class OrderTests
{
    private const int Workers = 6;
    private const int Each = 40;

    private PostgresServer server = null!;
    private string connection = null!;
    private IRecord record = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await SharedPostgres.Server;

    [SetUp]
    public async Task Open()
    {
        connection = server.Connection(await server.NewDatabaseAsync());
        record = await PostgresRecordTests.OpenOn(connection);
    }

    [TearDown]
    public void Close() => ((PostgresRecord)record).Dispose();

    [Test]
    public async Task Who_follows_the_feed_or_the_changes_misses_nothing_and_sees_no_gap()
    {
        var feed = new List<long>();
        var changes = 0L;
        var writing = Task.WhenAll(Enumerable.Range(0, Workers).Select(Write));
        for (var last = false; !last;)
        {
            last = writing.IsCompleted;
            feed.AddRange((await record.FeedAsync(feed.LastOrDefault(), 50)).Select(item => item.Position));
            var changed = await record.ChangesAsync(changes, 50);
            Assert.That(changed.Standings, Has.Count.EqualTo(changed.Last - changes));
            changes = changed.Last;
            last &= feed.Count == Workers * Each && changes == changed.Highest;
        }

        await writing;
        Assert.That(feed, Is.EqualTo(Enumerable.Range(1, Workers * Each)));
        Assert.That(changes, Is.EqualTo(Workers * Each));
    }

    [Test]
    public async Task Batches_are_chained_in_the_order_of_commits()
    {
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(Write));
        var before = Link.Nothing;
        var links = await Links();
        Assert.That(links.Select(link => link.Number), Is.EqualTo(Enumerable.Range(1, Workers * Each)));
        foreach (var link in links)
        {
            Assert.That(link, Is.EqualTo(
                Link.After(link.Number, before, link.Batch, link.At, link.Content)));
            before = link.Hash;
        }
    }

    [Test]
    public async Task Files_that_another_worker_holds_are_left_to_it()
    {
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop), File(Factory)] });
        await using var other = await record.BeginAsync(CancellationToken.None);
        await other.HoldAsync(new Dictionary<Subject, long> { [Shop] = 1 });
        Assert.That(await record.LookAsync(work => work.DueAsync(Day, By("book-2"), 9)), Is.EqualTo(new[] { Factory }));
    }

    [Test]
    public async Task Who_has_an_older_file_at_hand_is_told()
    {
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop), File(Factory)] });
        await record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] });
        var changed = await record.LookAsync(work => work.HoldAsync(
            new Dictionary<Subject, long> { [Shop] = 1, [Factory] = 1 }));
        Assert.That(changed, Is.EqualTo(new[] { Shop }));
    }

    private async Task Write(int worker)
    {
        for (var number = 0; number < Each; number++)
        {
            var subject = new Subject("operator", $"{worker}-{number}");
            await record.KeepAsync(
                new RecordBatch(At) { Files = [File(subject, advice: Advice(subject, 1))] },
                Event($"e{subject.Id}", subject));
        }
    }

    private async Task<List<Link>> Links()
    {
        await using var open = new NpgsqlConnection($"{connection};Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT number, batch, at, algorithm, content, hash FROM chain ORDER BY number", open);
        await using var row = await command.ExecuteReaderAsync();
        var links = new List<Link>();
        while (await row.ReadAsync())
        {
            links.Add(new Link(
                row.GetInt64(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.GetString(3), row.GetString(4), row.GetString(5)));
        }

        return links;
    }
}
