using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using StackExchange.Redis;

namespace CreditScoring.Service.Tests.Redis.Incoming;

/// <summary>The service killed while it works off a full stream.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable]
[Category(Tool.Redis)]
public class StreamDeathTests(On on)
{
    private const int Sent = 30_000;

    private RedisServer redis = null!;
    private TempFolder folder = null!;
    private string[] switches = [];

    [SetUp]
    public async Task Prepare()
    {
        redis = await RedisServer.StartAsync();
        switches = ["--redis", redis.Address];
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            switches =
            [
                .. switches, "--postgres", server.Connection(await server.NewDatabaseAsync()),
            ];
        }

        folder = new TempFolder();
        TestRules.WriteTo(folder);
        foreach (var chunk in Enumerable.Range(0, Sent).Chunk(5000))
        {
            await redis.AddAsync(chunk.Select(
                number => Given.Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number / 2)).ToJsonString()));
        }
    }

    [TearDown]
    public async Task Clean()
    {
        if (folder is not null)
        {
            folder.Dispose();
            await redis.DisposeAsync();
        }
    }

    [Test]
    public async Task Killed_at_any_moment_it_has_every_event_once()
    {
        for (var round = 1; round <= 10; round++)
        {
            using var process = await Working(after: round * 2000);
            await process.KillAsync();
        }

        Assert.That(await Kept(), Is.EqualTo(Sent));
    }

    /// <summary>The control: what is acknowledged before it is on disk is lost, and that is seen.</summary>
    [Test]
    public async Task Were_entries_acknowledged_before_the_commit_a_kill_would_lose_events()
    {
        using (var process = await Working(after: 3000))
        {
            process.Freeze();
            var pending = (RedisResult[])(await redis.Redis.AskAsync(
                "XPENDING", "credit:events", "credit", "-", "+", 10_000))!;
            await redis.Redis.AskAsync("XACK",
                ["credit:events", "credit", .. pending.Select(entry => (string)((RedisResult[])entry!)[0]!)]);
            await process.KillAsync();
        }

        Assert.That(await Kept(), Is.LessThan(Sent));
    }

    /// <summary>A service that has acknowledged some and not all.</summary>
    private async Task<ServiceProcess> Working(int after)
    {
        var process = ServiceProcess.On(folder, switches);
        using var http = await process.ServingAsync();
        await RunningService.Until(async () => await Events(http) >= after);
        return process;
    }

    /// <summary>How many events the record has once nothing is left in the stream; each counted once.</summary>
    private async Task<long> Kept()
    {
        using var process = ServiceProcess.On(folder, switches);
        using var http = await process.ServingAsync();
        await RunningService.Until(async () => await Left() == 0);
        var kept = await Events(http);
        var standing = JsonNode.Parse(await http.GetStringAsync($"/v1/enterprises/{Codes.Of(0)}"))!["standings"]![0]!;
        Assert.That((int)standing["points"]!, Is.EqualTo(12));
        return kept;
    }

    private async Task<long> Left()
    {
        var group = ((RedisResult[])((RedisResult[])(await redis.Redis.AskAsync("XINFO", "GROUPS", "credit:events"))!)[0]!);
        // name, consumers, pending, last-delivered-id, entries-read, lag: each after its name.
        return (long)group[5] + (group[11].IsNull ? 0 : (long)group[11]);
    }

    private static async Task<long> Events(HttpClient http)
    {
        var ready = JsonNode.Parse(await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync())!;
        return (long?)ready["events"] ?? 0;
    }
}
