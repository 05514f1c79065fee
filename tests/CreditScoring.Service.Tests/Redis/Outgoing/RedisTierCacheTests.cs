using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Outgoing;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Redis.Outgoing;

/// <summary>What a tier cache owes (ITierCache's remarks), asked of the one in Redis.</summary>
[TestFixture]
[Category(Tool.Redis)]
public class RedisTierCacheTests
{
    private const string Key = $"credit:tier:{TestRules.Regime}:{Sent.Shop}";

    private RedisServer server = null!;
    private RedisTierCache cache = null!;

    [SetUp]
    public async Task StartServer()
    {
        server = await RedisServer.StartAsync();
        cache = Cache();
    }

    [TearDown]
    public async Task StopServer()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Test]
    public async Task A_standing_is_one_line()
    {
        await cache.PutAsync([Standing("D", 15.5m, 7, Day.AddDays(2))]);
        Assert.That(await server.TextAsync("GET", Key), Is.EqualTo("D|15.5|7|2025-08-02|2024-01-01"));
        Assert.That(await server.CountAsync("PTTL", Key), Is.InRange(
            (36 * 3600 * 1000) - 60_000, 36 * 3600 * 1000), "from noon to midnight in Shanghai");
    }

    [TestCase(8, "D|15|7||2024-01-01", TestName = "An_older_revision_never_replaces_a_newer_one")]
    [TestCase(7, "C|6|7||2024-01-01", TestName = "The_same_revision_is_replaced_as_time_alone_turns_tiers")]
    [TestCase(6, "C|6|7||2024-01-01", TestName = "A_newer_revision_replaces_an_older_one")]
    public async Task The_order_of_revisions(int first, string last)
    {
        await cache.PutAsync([Standing("D", 15, first)]);
        await cache.PutAsync([Standing("C", 6, 7)]);
        Assert.That(await server.TextAsync("GET", Key),
            Is.EqualTo(first == 8 ? last.Replace("|7|", "|8|") : last));
    }

    [Test]
    public async Task A_line_that_no_longer_holds_is_not_served()
    {
        await cache.PutAsync([Standing("C", 6, 7)]);
        await cache.PutAsync([Standing("D", 15, 7, Day)]);
        Assert.That(await server.TextAsync("GET", Key), Is.Null);
    }

    [Test]
    public async Task It_is_whole_up_to_where_it_was_told()
    {
        Assert.That(await cache.PositionAsync(), Is.Null);
        await cache.BeginAsync(clear: false);
        Assert.That(await Cache().PositionAsync(), Is.Null, "being filled");
        Assert.That(await cache.ReachAsync(42), Is.True);
        Assert.That(await Cache().PositionAsync(), Is.EqualTo(42));
    }

    [Test]
    public async Task A_flush_is_noticed_also_while_it_is_filled()
    {
        await cache.BeginAsync(clear: false);
        await server.Redis.AskAsync("FLUSHALL");
        Assert.That(await cache.ReachAsync(42), Is.False);
        await cache.BeginAsync(clear: false);
        await cache.ReachAsync(42);
        await server.Redis.AskAsync("FLUSHALL");
        Assert.That(await cache.ReachAsync(43), Is.False);
    }

    [Test]
    public async Task A_server_that_comes_back_with_an_older_snapshot_is_not_believed()
    {
        await cache.BeginAsync(clear: false);
        await cache.ReachAsync(42);
        await server.Redis.AskAsync("SAVE");
        await server.KillAsync();
        await server.RestartAsync();
        Assert.That(await server.TextAsync("GET", RedisTierCache.Marker), Does.EndWith(" 42"), "the snapshot");
        Assert.That(await cache.PositionAsync(), Is.Null);
    }

    [Test]
    public async Task Scripts_are_sent_again_to_a_server_that_forgot_them()
    {
        await cache.PutAsync([Standing("C", 6, 1)]);
        await server.Redis.AskAsync("SCRIPT", "FLUSH");
        await cache.PutAsync([Standing("D", 12, 2)]);
        Assert.That(await server.TextAsync("GET", Key), Does.StartWith("D|"));
    }

    [Test]
    public async Task A_hung_server_is_a_time_out_and_not_a_hang()
    {
        await cache.PutAsync([Standing("C", 6, 1)]);
        server.Freeze();
        try
        {
            Assert.ThrowsAsync<RedisUnavailable>(() => cache.PutAsync([Standing("D", 12, 2)]));
            Assert.ThrowsAsync<RedisUnavailable>(() => cache.PositionAsync(), "nor on a new connection");
        }
        finally
        {
            server.Thaw();
        }

        await cache.PutAsync([Standing("D", 12, 2)]);
        Assert.That(await server.TextAsync("GET", Key), Does.StartWith("D|"));
    }

    private RedisTierCache Cache() => new(server.Redis, StoppedClock.At("2025-07-31"));

    private static KeptStanding Standing(string tier, decimal points, int revision, DateOnly? changesOn = null) =>
        new(Shop, TestRules.Regime, Day, "2024-01-01", "illustrative", tier, points, changesOn, revision, null, "{}");
}
