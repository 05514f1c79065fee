using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Redis.Outgoing;

public class RelayTests : RedisTest
{
    [Test]
    public async Task Every_recommendation_of_the_feed_is_in_the_stream_once_and_in_order()
    {
        await Send(0, 50);
        await SameAsFeed(50);
        await Stopped();
        await Started();
        await Send(50, 10);
        await SameAsFeed(60);
    }

    [TestCase("FLUSHALL")]
    [TestCase("DEL credit:recommendations")]
    public async Task After_a_loss_all_are_sent_again(string loss)
    {
        await Send(0, 50);
        await SameAsFeed(50);
        var words = loss.Split(' ');
        await Redis.Redis.AskAsync(words[0], words[1..]);
        await Send(50, 5);
        await SameAsFeed(55);
    }

    [Test]
    public async Task A_server_killed_and_back_on_an_older_snapshot_gets_what_it_lacks()
    {
        await Send(0, 20);
        await SameAsFeed(20);
        await LineIs(Codes.Of(3), Expected);
        await Redis.Redis.AskAsync("SAVE");
        await Send(20, 20);
        await SameAsFeed(40);
        await LineIs(Codes.Of(33), Expected);
        await Redis.KillAsync();
        await Status("degraded");
        await Send(40, 5);
        await Redis.RestartAsync();
        await SameAsFeed(45);
        await LineIs(Codes.Of(33), Expected);
        await LineIs(Codes.Of(44), Expected);
        await Status("ready");
    }

    [Test]
    public async Task While_Redis_hangs_events_are_taken_by_HTTP_and_questions_are_answered()
    {
        await Send(0, 1);
        Redis.Freeze();
        try
        {
            await Send(1, 20);
            Assert.That((int)(await Service.StandingAsync(Codes.Of(20)))["points"]!, Is.EqualTo(6));
            await Status("degraded");
            Assert.That((await Service.Http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
        finally
        {
            Redis.Thaw();
        }

        await SameAsFeed(21);
        await Status("ready");
    }

    [Test]
    public async Task A_stream_that_is_ahead_of_the_record_is_said_to_be_and_not_written_to()
    {
        await Redis.Redis.AskAsync("XADD", "credit:recommendations", "900-0", "recommendation", "{}");
        await Status("degraded");
        await Send(0, 3);
        await Task.Delay(500);
        Assert.That(await Redis.StreamAsync("credit:recommendations"), Has.Count.EqualTo(1));
        await Redis.Redis.AskAsync("DEL", "credit:recommendations");
        await SameAsFeed(3);
    }

    [Test]
    public async Task A_stream_fed_before_the_record_was_restored_is_not_written_to_and_the_tiers_are_filled_anew()
    {
        await Send(0, 3);
        await SameAsFeed(3);
        await LineIs(Codes.Of(2), Expected);
        await Stopped();
        await Restored();
        await Redis.Redis.AskAsync("SET", $"credit:tier:{TestRules.Regime}:gone", Expected);
        await Started();
        await Status("degraded");
        await Send(3, 3);
        await LineIs(Codes.Of(5), Expected);
        Assert.That(await Line("gone"), Is.Null, "of what the record no longer has");
        Assert.That(await Redis.StreamAsync("credit:recommendations"), Has.Count.EqualTo(3));
        await Redis.Redis.AskAsync("DEL", "credit:recommendations");
        await SameAsFeed(6);
    }

    [Test]
    public async Task A_stream_that_is_lost_under_a_record_that_was_restored_once_is_still_its_own()
    {
        await Stopped();
        await Restored();
        await Started();
        await Send(0, 3);
        await SameAsFeed(3);
        await Redis.Redis.AskAsync("FLUSHALL");
        await Send(3, 3);
        await SameAsFeed(6);
        await Stopped();
        await Started();
        await Send(6, 3);
        await SameAsFeed(9);
    }

    [Test]
    public async Task A_tier_that_turns_with_the_day_turns_in_the_cache()
    {
        await Service.SendAsync(Sent.Failed("e1", "2024-01-10"), Sent.Failed("e2", "2025-07-31"));
        Clock.Turn("2026-01-11");
        await LineIs(Sent.Shop, "C|6|2|2027-08-01|2020-01-01");
    }

    private async Task Restored()
    {
        using var process = new ServiceProcess(["restored", "--record", Folder.In("credit.db")]);
        Assert.That(await process.ExitAsync(), Is.Zero, process.Said);
    }

    private static string Expected => "C|6|1|2027-07-02|2020-01-01";

    private async Task Send(int first, int count)
    {
        await Service.SendAsync([.. Enumerable.Range(first, count)
            .Select(number => (JsonNode)Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)))]);
    }

    private async Task SameAsFeed(int count)
    {
        await RunningService.Until(async () => await Redis.CountAsync("XLEN", "credit:recommendations") >= count);
        var feed = (await Service.GetAsync("/v1/recommendations?limit=1000"))["items"]!.AsArray();
        var stream = await Redis.StreamAsync("credit:recommendations");
        Assert.That(stream.Select(entry => entry.Id), Is.EqualTo(feed.Select(item => $"{item!["position"]}-0")));
        Assert.That(stream.Select(entry => Id(JsonNode.Parse(entry.Fields[1])!)),
            Is.EqualTo(feed.Select(item => Id(item!["recommendation"]!))));
    }

    private static string Id(JsonNode recommendation) => (string)recommendation["id"]!;
}
