using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Postgres;

/// <summary>
/// Two or three workers on one record whose events belong together, in every order of their steps:
/// a mending event always ends in the file of what it mends.
/// </summary>
[Category(Tool.Postgres)]
public class MeetingTests
{
    private PostgresServer server = null!;
    private IRecord record = null!;

    [OneTimeSetUp]
    public async Task StartServer() => server = await SharedPostgres.Server;

    [SetUp]
    public async Task Open() => record = await PostgresRecordTests.OpenOn(
        server.Connection(await server.NewDatabaseAsync()));

    [TearDown]
    public void Close() => ((PostgresRecord)record).Dispose();

    /// <summary>Each event with what it acts on; each is brought by a worker of its own.</summary>
    [TestCase("e", "m>e")]
    [TestCase("e", "m>e", "m2>m")]
    [TestCase("e", "m1>e", "m2>e")]
    [TestCase("e", "m>e", "m2>m", "m3>m2")]
    public async Task Whoever_comes_first_all_end_in_the_file(params string[] events)
    {
        foreach (var order in Orders([.. events]))
        {
            foreach (var claimed in new[] { 1, 2, 3 })
            {
                var name = $"{string.Join(" ", order)}, {claimed} at once";
                var tag = name.GetHashCode(StringComparison.Ordinal);
                var workers = order.Select(each => new Carrier(record, each, $"{tag:x8}-")).ToList();
                // Some have begun before the first one ends; the others come while it goes on.
                var running = new List<Task>();
                foreach (var (worker, at) in workers.Select((worker, at) => (worker, at)))
                {
                    running.Add(at < claimed ? worker.RunAsync(TimeSpan.FromMilliseconds(60))
                        : worker.RunAsync(TimeSpan.Zero));
                    await Task.Delay(15);
                }

                await Task.WhenAll(running);
                var file = await record.EventsAsync(new Subject("operator", $"{tag:x8}-"));
                Assert.That(file, Has.Count.EqualTo(events.Length), name);
                Assert.That(await record.WaitingAsync(null, 10), Is.Empty, name);
            }
        }
    }

    [Test]
    public async Task Who_brings_an_event_waits_for_the_worker_that_keeps_what_awaits_it()
    {
        await using var mending = await record.BeginAsync(CancellationToken.None);
        await mending.ClaimAsync([Event("m", "e").New], [Id("e")], At);
        await using var bringing = await record.BeginAsync(CancellationToken.None);
        var claim = bringing.ClaimAsync([Event("e").New], [], At);
        await Task.Delay(200);
        Assert.That(claim.IsCompleted, Is.False);
        await mending.CommitAsync(new RecordBatch(At) { Filed = [Event("m", "e").Filed] });
        Assert.That(await claim, Is.Empty);
        Assert.That((await bringing.WaitingForAsync([Id("e")]))[Id("e")].Single().Id, Is.EqualTo(Id("m")));
    }

    [Test]
    public async Task Who_mends_an_event_waits_for_the_worker_that_keeps_it()
    {
        await using var bringing = await record.BeginAsync(CancellationToken.None);
        await bringing.ClaimAsync([Event("e").New], [], At);
        await using var mending = await record.BeginAsync(CancellationToken.None);
        var claim = mending.ClaimAsync([Event("m", "e").New], [Id("e")], At);
        await Task.Delay(200);
        Assert.That(claim.IsCompleted, Is.False);
        await bringing.CommitAsync(new RecordBatch(At) { Filed = [Event("e", Shop).Filed] });
        await claim;
        Assert.That((await mending.HoldersAsync([Id("e")]))[Id("e")], Is.EqualTo(new[] { Shop }));
    }

    [Test]
    public async Task Who_mends_what_is_being_released_waits_and_finds_its_file()
    {
        await record.KeepAsync(new RecordBatch(At), Event("m", "e"));
        await using var bringing = await record.BeginAsync(CancellationToken.None);
        await bringing.ClaimAsync([Event("e").New], [], At);
        await bringing.WaitingForAsync([Id("e")]);
        await using var mending = await record.BeginAsync(CancellationToken.None);
        var claim = mending.ClaimAsync([Event("m2", "m").New], [Id("m")], At);
        await Task.Delay(200);
        Assert.That(claim.IsCompleted, Is.False, "m is locked by who releases it");
        await bringing.CommitAsync(new RecordBatch(At)
        {
            Filed = [Event("e", Shop).Filed],
            Released = [new ReleasedEvent(Id("m"), Id("e"), [Shop])],
        });
        await claim;
        Assert.That((await mending.HoldersAsync([Id("m")]))[Id("m")], Is.EqualTo(new[] { Shop }));
    }

    [Test]
    public async Task Who_releases_waits_for_the_worker_that_mends_what_is_released()
    {
        await record.KeepAsync(new RecordBatch(At), Event("m", "e"));
        await using var mending = await record.BeginAsync(CancellationToken.None);
        await mending.ClaimAsync([Event("m2", "m").New], [Id("m")], At);
        await using var bringing = await record.BeginAsync(CancellationToken.None);
        await bringing.ClaimAsync([Event("e").New], [], At);
        var released = bringing.WaitingForAsync([Id("e")]);
        await Task.Delay(200);
        Assert.That(released.IsCompleted, Is.False);
        await mending.CommitAsync(new RecordBatch(At) { Filed = [Event("m2", "m").Filed] });
        Assert.That((await released)[Id("e")].Single().Id, Is.EqualTo(Id("m")));
        Assert.That((await bringing.WaitingForAsync([Id("m")]))[Id("m")].Single().Id, Is.EqualTo(Id("m2")));
    }

    [Test]
    public async Task A_target_that_never_came_leaves_no_trace()
    {
        await record.KeepAsync(new RecordBatch(At), Event("m", "e"));
        Assert.That((await record.AllEventsAsync(null, 10)).Select(each => each.Id), Is.EqualTo(new[] { Id("m") }));
        Assert.That((await record.CountsAsync()).Events, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_workers_that_stand_in_each_others_way_one_is_told_to_try_again()
    {
        await record.KeepAsync(new RecordBatch(At), Event("a"), Event("b"));
        await using var one = await record.BeginAsync(CancellationToken.None);
        await using var other = await record.BeginAsync(CancellationToken.None);
        await one.ClaimAsync([], [Id("a")], At);
        await other.ClaimAsync([], [Id("b")], At);
        // Against the order, as only events that release others can come.
        var first = one.ClaimAsync([], [Id("b")], At);
        var second = other.ClaimAsync([], [Id("a")], At);
        Assert.That(async () => await Task.WhenAll(first, second), Throws.InstanceOf<RecordBusy>());
    }

    private static IEnumerable<List<string>> Orders(List<string> all) => all.Count <= 1 ? [all]
        : all.SelectMany(first => Orders([.. all.Where(each => each != first)])
            .Select(rest => (List<string>)[first, .. rest]));
}
