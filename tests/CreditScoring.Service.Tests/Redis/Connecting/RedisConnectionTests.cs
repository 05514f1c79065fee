using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Outgoing;
using CreditScoring.Service.Tests.Given;
using StackExchange.Redis;

namespace CreditScoring.Service.Tests.Redis.Connecting;

/// <summary>How the client is set: what fails in silence where it is set otherwise.</summary>
[TestFixture]
[Category(Tool.Redis)]
public class RedisConnectionTests
{
    private RedisServer server = null!;

    /// <summary>Not the one that waits for the server to come back.</summary>
    private RedisConnection redis = null!;

    [SetUp]
    public async Task StartServer()
    {
        server = await RedisServer.StartAsync();
        redis = Connection("");
    }

    [TearDown]
    public async Task StopServer()
    {
        if (redis is not null)
        {
            await redis.DisposeAsync();
            await server.DisposeAsync();
        }
    }

    [Test]
    public async Task Streams_answer_with_lists_whatever_protocol_the_setting_names()
    {
        await using var third = Connection(",protocol=resp3");
        await third.AskAsync("XGROUP", "CREATE", "s", "g", "0", "MKSTREAM");
        await third.AskAsync("XADD", "s", "1-0", "event", "text");
        var read = (RedisResult[])(await third.AskAsync("XREADGROUP", "GROUP", "g", "w", "STREAMS", "s", ">"))!;
        var stream = (RedisResult[])read.Single()!;
        Assert.That((string?)stream[0], Is.EqualTo("s"));
        Assert.That((string[]?)((RedisResult[])((RedisResult[])stream[1]!)[0]!)[1], Is.EqualTo(new[] { "event", "text" }));
        var group = (RedisResult[])((RedisResult[])(await third.AskAsync("XINFO", "GROUPS", "s"))!)[0]!;
        Assert.That((string?)group[0], Is.EqualTo("name"), "names and values by turns");
    }

    [Test]
    public async Task What_is_asked_while_the_server_is_away_is_never_sent_to_what_comes_back()
    {
        await redis.AskAsync("PING");
        await server.KillAsync();
        var asked = redis.AskAsync("SET", "asked", "of another run");
        await server.RestartAsync();
        Assert.ThrowsAsync<RedisUnavailable>(() => asked);
        Assert.That(await server.TextAsync("GET", "asked"), Is.Null);
    }

    [Test]
    public async Task A_restart_on_an_older_snapshot_is_noticed_though_nobody_asked_meanwhile()
    {
        var cache = new RedisTierCache(redis, StoppedClock.At("2025-07-31"));
        await cache.BeginAsync(clear: false);
        await cache.ReachAsync(42);
        await server.Redis.AskAsync("SAVE");
        await server.KillAsync();
        await server.RestartAsync();
        await RunningService.Until(async () =>
        {
            try
            {
                Assert.That(await cache.ReachAsync(43), Is.False);
                return true;
            }
            catch (RedisUnavailable)
            {
                return false;
            }
        });
        Assert.That(await server.TextAsync("GET", RedisTierCache.Marker), Does.EndWith(" 42"), "the snapshot");
    }

    [Test]
    public void What_the_client_itself_refuses_is_told_as_what_the_server_refuses() =>
        Assert.ThrowsAsync<RedisUnavailable>(() => redis.AskAsync("NO-SUCH-COMMAND-AT-ALL"));

    private RedisConnection Connection(string more) =>
        new(RedisAddress.Parse(server.Address + more, false, out _)!);
}
