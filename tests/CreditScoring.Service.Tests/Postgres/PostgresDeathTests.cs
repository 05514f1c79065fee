using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Postgres;

/// <summary>The server dies, hangs or drops its connections while events come in.</summary>
[Parallelizable]
[Category(Tool.Postgres)]
public class PostgresDeathTests
{
    private const string Backends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        + "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

    private PostgresServer server = null!;
    private TempFolder folder = null!;
    private RunningService service = null!;
    private string database = null!;

    [SetUp]
    public async Task Start()
    {
        server = await PostgresServer.StartAsync();
        folder = new TempFolder();
        database = await server.NewDatabaseAsync();
        service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"),
            "--postgres", server.Connection(database).Replace("Command Timeout=20", "Command Timeout=3"));
    }

    [TearDown]
    public async Task Stop()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
            folder.Dispose();
            await server.DisposeAsync();
        }
    }

    [Test]
    public Task Connections_ended_in_the_middle_of_batches_lose_nothing_and_count_nothing_twice() =>
        Survives(10, () => server.SayAsync("postgres", Backends));

    [Test]
    public Task A_postmaster_killed_under_load_loses_nothing_and_counts_nothing_twice() =>
        Survives(5, async () =>
        {
            await server.KillAsync();
            await server.RestartAsync();
        });

    [Test]
    public async Task A_server_that_hangs_is_told_in_time_and_taken_up_again()
    {
        await service.SendAsync(Failed(0));
        server.Freeze();
        var answer = await service.PostAsync(Failed(1).ToJsonString(), "application/json")
            .WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await service.Http.GetAsync("/health/ready")).StatusCode,
            Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        server.Thaw();
        await Ready();
        await service.SendAsync(Failed(1));
        await AllOnce(2);
    }

    /// <summary>Kills while four senders send, each again until it is answered.</summary>
    private async Task Survives(int kills, Func<Task> kill)
    {
        using var enough = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 4).Select(each => Send(each * 100_000, enough.Token)).ToList();
        for (var killed = 0; killed < kills; killed++)
        {
            await Task.Delay(150 + (killed * 37));
            await kill();
            await Ready();
        }

        await enough.CancelAsync();
        var sent = (await Task.WhenAll(senders)).Sum();
        TestContext.Out.WriteLine($"{sent} events through {kills} kills");
        await AllOnce(sent);
    }

    private async Task<int> Send(int from, CancellationToken enough)
    {
        var sent = 0;
        while (!enough.IsCancellationRequested)
        {
            var events = new JsonArray([.. Enumerable.Range(from + sent, 50).Select(Failed)]);
            while (!(await service.PostAsync(events.ToJsonString(), "application/json")).IsSuccessStatusCode)
            {
                await Task.Delay(20, CancellationToken.None);
            }

            sent += 50;
        }

        return sent;
    }

    private async Task Ready()
    {
        for (var tries = 0; ; tries++)
        {
            if ((await service.Http.GetAsync("/health/ready")).IsSuccessStatusCode)
            {
                return;
            }

            Assert.That(tries, Is.LessThan(300), "not ready again");
            await Task.Delay(100);
        }
    }

    /// <summary>Each event is kept and posted once, and all follows from the events.</summary>
    private async Task AllOnce(int events)
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await Ask("SELECT count(*) FROM events"), Is.EqualTo(events));
            Assert.That(await Ask("SELECT count(*) FROM ledger"), Is.EqualTo(events));
            Assert.That(await Ask("SELECT sum(points)::bigint FROM ledger"), Is.EqualTo(6 * events));
            Assert.That(await Ask("SELECT events FROM head"), Is.EqualTo(events));
            Assert.That(await Ask("SELECT link - (SELECT count(*) FROM chain) FROM head"), Is.Zero);
            Assert.That(await Ask("SELECT feed - (SELECT count(*) FROM feed) FROM head"), Is.Zero);
        });
        var rebuilding = new Rebuilding(
            service.Services.GetRequiredService<IRecord>(), seconding => TestRules.BookOf(folder, seconding));
        Assert.That(await rebuilding.CompareAsync(), Is.Empty);
    }

    private Task<long> Ask(string sql) => server.AskAsync<long>(database, sql);

    private static JsonNode Failed(int number) =>
        Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number));
}
