using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Incoming;
using CreditScoring.Service.Tests.Given;
using StackExchange.Redis;

namespace CreditScoring.Service.Tests.Redis.Incoming;

/// <summary>Streams that are full, trimmed by others, abandoned, huge or oddly filled.</summary>
public class StreamFaultTests : RedisTest
{
    private const string Stream = "credit:events";

    [Test]
    public async Task A_field_that_comes_twice_gives_both_events()
    {
        await Redis.Redis.AskAsync("XADD", Stream, "*", "event", Event(1), "note", "x", "event", Event(2));
        await Kept(2);
        await Acknowledged();
    }

    [Test]
    public async Task What_a_sender_trims_while_the_service_is_away_is_counted_once_and_told()
    {
        await Redis.AddAsync(Events(0, 5));
        await Kept(5);
        await Acknowledged();
        await Stopped();
        foreach (var each in Events(5, 60))
        {
            await Redis.Redis.AskAsync("XADD", Stream, "MAXLEN", 10, "*", "event", each);
        }

        await Started();
        await Kept(15);
        await RunningService.Until(async () => await Lost() == 50);
        await Status("degraded");
        await Redis.AddAsync(Events(65, 5));
        await Kept(20);
        await Task.Delay(6000);
        Assert.That(await Lost(), Is.EqualTo(50), "once");
        var group = (RedisResult[])((RedisResult[])(await Redis.Redis.AskAsync("XINFO", "GROUPS", Stream))!)[0]!;
        Assert.That((long)group[11], Is.Zero, "lag");
        Clock.Turn("2025-08-01");
        await Status("ready");
    }

    [Test]
    public async Task A_group_that_is_made_again_counts_nothing_as_lost_that_had_gone_before()
    {
        await Redis.AddAsync(Events(0, 50));
        await Kept(50);
        await Acknowledged();
        await Redis.Redis.AskAsync("XTRIM", Stream, "MAXLEN", 0);
        await Redis.Redis.AskAsync("XGROUP", "DESTROY", Stream, "credit");
        await Redis.AddAsync(Events(50, 1));
        await Kept(51);
        await Task.Delay(6000);
        Assert.That(await Lost(), Is.Zero);
    }

    [Test]
    public async Task A_full_server_without_our_group_is_read_and_made_room_on()
    {
        await Stopped();
        await Redis.Redis.AskAsync("DEL", Stream);
        await Redis.AddAsync(Events(0, 40));
        await Redis.AddAsync("broken");
        await Redis.Redis.AskAsync("CONFIG", "SET", "maxmemory-policy", "noeviction");
        await Redis.Redis.AskAsync("CONFIG", "SET", "maxmemory", "1mb");
        Assert.ThrowsAsync<RedisUnavailable>(() => Redis.Redis.AskAsync("SET", "a", "b"), "it is full");
        await Started();
        await Kept(40);
        await RunningService.Until(async () => await Redis.CountAsync("XLEN", Stream) == 0);
        Assert.That((await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Has.Count.EqualTo(1));
        await Redis.Redis.AskAsync("CONFIG", "SET", "maxmemory", "0");
        await Redis.AddAsync(Events(40, 1));
        await Kept(41);
        await Status("ready");
    }

    [Test]
    public async Task Dead_letters_for_which_a_full_server_has_no_room_keep_nothing_from_being_acknowledged()
    {
        await Redis.AddAsync(Event(0));
        await Kept(1);
        await Stopped();
        await Redis.AddAsync("broken", Event(1));
        await Redis.Redis.AskAsync("CONFIG", "SET", "maxmemory", "1mb");
        await Started();
        await Kept(2);
        await Acknowledged();
        Assert.That((await Service.MetricsAsync())["credit_dead_letters_dropped_total"], Is.EqualTo(1));
        await RunningService.Until(async () => await Redis.CountAsync("XLEN", Stream) <= 1);
    }

    [Test]
    public async Task One_read_is_bounded_by_octets()
    {
        var stream = new EventStream(Redis.Redis, Redis.Redis, "other");
        await Stopped();
        var large = new string('x', 1 << 20);
        foreach (var _ in Enumerable.Range(0, 60))
        {
            await Redis.AddAsync(large);
        }

        var first = await stream.NewAsync();
        Assert.That(first, Has.Count.InRange(8, 8 + 16));
        Assert.That(await stream.MineAsync("0"), Has.Count.InRange(8, 8 + 16));
        var rest = 0;
        while (await stream.NewAsync() is { Count: > 0 } more)
        {
            Assert.That(more, Has.Count.LessThanOrEqualTo(8 + 16));
            rest += more.Count;
        }

        Assert.That(first.Count + rest, Is.EqualTo(60));
        Assert.That((await stream.ClaimAsync(TimeSpan.Zero, "0-0")).Entries, Has.Count.InRange(4, 8 + 16));
    }

    [Test]
    public async Task A_group_that_stands_still_for_a_day_is_told_with_what_to_do()
    {
        await Redis.Redis.AskAsync("XGROUP", "CREATE", Stream, "audit", "0", "MKSTREAM");
        await Redis.AddAsync(Events(0, 10));
        await Kept(10);
        await Acknowledged();
        await Task.Delay(6000);
        Clock.Turn("2025-08-02");
        await Status("degraded");
        Assert.That((await Service.ReadyAsync()).ToJsonString(), Does.Contain("XGROUP DESTROY credit:events audit"));
        await Redis.Redis.AskAsync("XGROUP", "DESTROY", Stream, "audit");
        await Status("ready");
        Assert.That(await Redis.CountAsync("XLEN", Stream), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public async Task Names_of_workers_that_have_long_gone_and_left_nothing_are_removed()
    {
        await Redis.AddAsync(Event(0));
        await Kept(1);
        await Acknowledged();
        var stream = new EventStream(Redis.Redis, Redis.Redis, "me");
        foreach (var name in new[] { "me", "gone", "left-something" })
        {
            await Redis.Redis.AskAsync("XGROUP", "CREATECONSUMER", Stream, "credit", name);
        }

        await Stopped();
        await Redis.AddAsync(Event(1));
        await Redis.Redis.AskAsync("XREADGROUP", "GROUP", "credit", "left-something", "STREAMS", Stream, ">");
        await Task.Delay(20);
        await stream.ForgetWorkersAsync(TimeSpan.FromMilliseconds(10));
        var left = ((RedisResult[])(await Redis.Redis.AskAsync("XINFO", "CONSUMERS", Stream, "credit"))!)
            .Select(each => (string)((RedisResult[])each!)[1]!);
        Assert.That(left, Does.Contain("me").And.Contain("left-something").And.Not.Contain("gone"));
    }

    [TestCase("*2\r\n$3\r\n0-0\r\n*1\r\n*-1\r\n", TestName = "An_entry_without_a_name_as_6_2_tells_of_trimmed_ones_ends_nothing")]
    [TestCase("*2\r\n$3\r\n0-0\r\n:7\r\n", TestName = "An_answer_of_an_unknown_form_ends_nothing")]
    [TestCase("*0\r\n", TestName = "An_empty_answer_ends_nothing")]
    public async Task Whatever_is_answered_to_a_claim(string instead)
    {
        await Stopped();
        const string Nothing = "*3\r\n$3\r\n0-0\r\n*0\r\n*0\r\n";
        var told = 0;
        using var garbling = new Rewriting(Redis.Port, answer =>
        {
            told += answer.Contains(Nothing, StringComparison.Ordinal) ? 1 : 0;
            return answer.Replace(Nothing, instead);
        });
        Service = await RunningService.StartAsync(Folder, Clock, "--redis", $"127.0.0.1:{garbling.Port}");
        await RunningService.Until(() => Task.FromResult(Volatile.Read(ref told) > 0));
        await Redis.AddAsync(Events(0, 20));
        await Kept(20);
        await Acknowledged();
        await Service.SendAsync(Sent.Failed("h", "2025-07-01"));
    }

    [Test]
    public async Task A_server_that_is_too_old_is_told_and_the_rest_goes_on()
    {
        await Stopped();
        using var old = new Rewriting(Redis.Port, answer => System.Text.RegularExpressions.Regex.Replace(
            answer, @"redis_version:\d", "redis_version:5"));
        Service = await RunningService.StartAsync(Folder, Clock, "--redis", $"127.0.0.1:{old.Port}");
        await Status("degraded");
        Assert.That((await Service.ReadyAsync()).ToJsonString(), Does.Contain("6.2 or newer"));
        await Service.SendAsync(Sent.Failed("h", "2025-07-01"));
    }

    private async Task<double> Lost() => (await Service.MetricsAsync())["credit_stream_lost_total"];

    private static string Event(int number) => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)).ToJsonString();

    private static IEnumerable<string> Events(int first, int count) => Enumerable.Range(first, count).Select(Event);
}
