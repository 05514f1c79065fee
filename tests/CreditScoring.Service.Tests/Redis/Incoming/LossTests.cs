using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Outgoing;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Redis.Incoming;

/// <summary>
/// Twenty losses in Redis, one after another, while events come in: nobody lends a hand, what Redis
/// lost before it was read is told by its missing numbers, and sent again it counts once.
/// </summary>
public class LossTests : RedisTest
{
    private const int Times = 20;
    private const int Each = 100;
    private const int Seed = 7;

    private static readonly string[] Losses =
    [
        "FLUSHALL", "DEL credit:events", "XGROUP DESTROY credit:events credit",
        "XTRIM credit:events MAXLEN 0", "DEL credit:recommendations", "CLIENT KILL TYPE normal", "kill",
    ];

    [Test]
    public async Task After_twenty_losses_all_is_as_if_nothing_had_been_lost()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Times; round++)
        {
            var loss = Losses[round < Losses.Length ? round : random.Next(Losses.Length)];
            await Redis.AddAsync(Texts(round));
            await Task.Delay(random.Next(60));
            await Lose(loss);
        }

        await Redis.AddAsync(Texts(Times));
        await NothingButTheLossIsTold();
        await Acknowledged();
        var all = (Times + 1) * Each;
        await RunningService.Until(async () => await Count("lag") == 0);
        var kept = (long)(await Service.ReadyAsync())["events"]!;
        var source = (await Service.GetAsync("/v1/sources"))["items"]![0]!;
        Assert.That((long)source["missing"]!, Is.EqualTo((long)source["highest"]! - (long)source["lowest"]! + 1 - kept));
        Assert.That((long)source["highest"]!, Is.EqualTo(all), "the last ones came after the last loss");

        // Their source sends again, as the missing numbers ask it to; more than is missing does no harm.
        foreach (var round in Enumerable.Range(0, Times + 1))
        {
            await Redis.AddAsync(Texts(round));
        }

        await Kept(all);
        await SameAsTheRecord();
    }

    // What was trimmed unread is told for an hour; the parts themselves work again.
    private Task NothingButTheLossIsTold() => RunningService.Until(async () =>
        (await Service.GetAsync("/health/ready"))["degraded"]!.AsArray()
            .All(each => (string?)each!["part"] == "inbox-loss"));

    private async Task Lose(string loss)
    {
        if (loss == "kill")
        {
            await Redis.KillAsync();
            await Redis.RestartAsync();
            return;
        }

        try
        {
            var words = loss.Split(' ');
            await Redis.Redis.AskAsync(words[0], words[1..]);
        }
        catch (RedisUnavailable)
        {
            // The stream is not there yet again, or it was our own connection that went.
        }
    }

    /// <summary>Every line of the cache, and every recommendation of the stream, is the record's.</summary>
    private async Task SameAsTheRecord()
    {
        var record = (IRecord)Service.Services.GetService(typeof(IRecord))!;
        var standings = await record.StandingsAsync(new StandingQuery(9999));
        Assert.That(standings, Has.Count.EqualTo((Times + 1) * Each / 3));
        foreach (var standing in standings)
        {
            await RunningService.Until(async () =>
                await Redis.TextAsync("GET", TierLine.Key(standing)) == TierLine.Of(standing));
        }

        var feed = await record.FeedAsync(0, 99_999);
        await RunningService.Until(async () =>
            await Redis.TextAsync("XLEN", "credit:recommendations") == $"{feed.Count}");
        var sent = await Redis.StreamAsync("credit:recommendations");
        Assert.That(sent.Select(entry => entry.Fields[1]), Is.EqualTo(feed.Select(item => item.Json)));
    }

    private async Task<long> Count(string what)
    {
        var group = (StackExchange.Redis.RedisResult[])((StackExchange.Redis.RedisResult[])(
            await Redis.Redis.AskAsync("XINFO", "GROUPS", "credit:events"))!)[0]!;
        var at = Array.FindIndex(group, each => (string?)each == what);
        return group[at + 1].IsNull ? 0 : (long)group[at + 1];
    }

    private static IEnumerable<string> Texts(int round) => Enumerable.Range(round * Each, Each).Select(
        number => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number / 3))
            .With("sequence", number + 1).ToJsonString());
}
