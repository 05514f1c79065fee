using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Redis.Incoming;

public class RedisStreamInboxTests : RedisTest
{
    [Test]
    public async Task Events_of_the_stream_leave_the_standings_that_the_assessor_gives_for_them()
    {
        // Shuffled, one in twenty sent twice, some annulled before or after they arrive.
        var sent = Enumerable.Range(0, 2000).Select(each => each % 7 == 6
            ? Sent.Annulled($"m{each}", $"e{each - 3}", "2025-07-20").ToJsonString()
            : Sent.Failed($"e{each}", $"2025-0{1 + (each % 6)}-1{each % 9}", Codes.Of(each % 300)).ToJsonString())
            .ToList();
        var mixed = sent.Concat(sent.Where((_, i) => i % 20 == 0))
            .OrderBy(text => text.Sum(letter => letter * 7919L) % 1009).ToList();
        await Redis.AddAsync(mixed);
        await Kept(sent.Count);
        await Acknowledged();

        var book = Service.Services.GetRequiredService<Shelf>().Book;
        var reader = new EventReader(book.Catalogue);
        var events = sent.Select(text => reader.Read(new SourceText("sent", text)).Event!).ToList();
        foreach (var number in Enumerable.Range(0, 300))
        {
            var subject = new Subject("operator", Codes.Of(number));
            var own = events.Where(each => each.Subjects.Any(named => named.Subject == subject)).ToList();
            var ids = own.Select(each => each.Id).ToHashSet();
            own.AddRange(events.Where(each => each.ActsOn is { } target && ids.Contains(target)));
            var expected = Assessor.Assess(new CreditFile(subject, own), book, new(2025, 7, 31)).Standings.Single();
            var found = await Service.StandingAsync(subject.Id);
            Assert.That(((string?)found["tier"], (decimal)found["points"]!),
                Is.EqualTo((expected.Tier, expected.Points!.Value.Value)), subject.Id);
            var line = $"{expected.Tier}|{expected.Points.Value.Value:0.##}|";
            await RunningService.Until(async () => (await Line(subject.Id))?.StartsWith(line, StringComparison.Ordinal) == true);
        }
    }

    [Test]
    public async Task CloudEvents_come_by_the_stream_too()
    {
        await Redis.AddAsync([Sent.Cloud("e1").ToJsonString(), Sent.Failed("e2", "2025-07-02").ToJsonString()]);
        await Kept(2);
        await Acknowledged();
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
    }

    [Test]
    public async Task Poison_is_laid_aside_with_reason_and_place_and_its_neighbours_are_kept()
    {
        var good = Enumerable.Range(0, 200)
            .Select(each => Sent.Failed($"e{each}", "2025-07-01", Codes.Of(each)).ToJsonString()).ToList();
        string[] poison =
        [
            "", "{", "[]", "null", "{\"id\":1}", good[0][..60], good[0].Replace("failed", "eaten"),
            Sent.Failed("e0", "2025-07-02").ToJsonString(), Sent.Failed("f", "2025-08-01").ToJsonString(),
            Sent.Failed("c", "2025-07-01", "91350100M000100Y44").ToJsonString(), "\0", new string('[', 100_000),
        ];
        await Redis.AddAsync(good);
        await Kept(good.Count);
        await Redis.AddAsync(poison);
        await Redis.Redis.AskAsync("XADD", "credit:events", "*", "other", "field");
        await Redis.AddAsync(Sent.Failed("last", "2025-07-01").ToJsonString());
        await Kept(good.Count + 1);
        await Acknowledged();

        var letters = await Redis.StreamAsync("credit:dead-letters");
        Assert.That(letters, Has.Count.EqualTo(poison.Length + 1));
        Assert.Multiple(() =>
        {
            foreach (var (_, fields) in letters)
            {
                Assert.That(new[] { fields[0], fields[2], fields[4] }, Is.EqualTo(new[] { "event", "reason", "place" }));
                Assert.That(fields[3], Is.Not.Empty);
                Assert.That(fields[5], Does.StartWith("credit:events/"));
            }
        });
        Assert.That(letters.Select(letter => letter.Fields[3]), Does.Contain("id-taken").And.Contain("json-broken"));
    }

    [Test]
    public async Task What_a_dead_worker_left_is_taken_over()
    {
        await Stopped();
        await Redis.AddAsync(Sent.Failed("e1", "2025-07-01").ToJsonString());
        await Redis.Redis.AskAsync("XREADGROUP", "GROUP", "credit", "dead", "STREAMS", "credit:events", ">");
        var id = (await Redis.StreamAsync("credit:events"))[0].Id;
        await Redis.Redis.AskAsync("XCLAIM", "credit:events", "credit", "dead", 0, id, "IDLE", 120_000, "JUSTID");
        await Started();
        await Kept(1);
        await Acknowledged();
    }

    [TestCase("XGROUP DESTROY credit:events credit")]
    [TestCase("FLUSHALL")]
    [TestCase("DEL credit:events")]
    [TestCase("XTRIM credit:events MAXLEN 0")]
    public async Task A_loss_in_Redis_needs_no_human_hand(string loss)
    {
        await Redis.AddAsync(Sent.Failed("e1", "2025-07-01").ToJsonString());
        await Kept(1);
        var words = loss.Split(' ');
        await Redis.Redis.AskAsync(words[0], words[1..]);
        await Redis.AddAsync(Sent.Failed("e2", "2025-07-02").ToJsonString());
        await Kept(2);
        await LineIs(Sent.Shop, "D|12|2|2027-07-02|2020-01-01");
        await Status("ready");
        Assert.That((int)(await Service.StandingAsync())["points"]!, Is.EqualTo(12), "repeats fell out");
    }

    [Test]
    public async Task Entries_go_only_when_every_group_has_done_with_them()
    {
        await Redis.Redis.AskAsync("XGROUP", "CREATE", "credit:events", "audit", "0", "MKSTREAM");
        await Redis.AddAsync(Enumerable.Range(0, 10)
            .Select(each => Sent.Failed($"e{each}", "2025-07-01", Codes.Of(each)).ToJsonString()));
        await Kept(10);
        await Acknowledged();
        var all = await Redis.StreamAsync("credit:events");
        await Redis.Redis.AskAsync("XREADGROUP", "GROUP", "audit", "a", "COUNT", 6, "STREAMS", "credit:events", ">");
        await Redis.Redis.AskAsync("XACK", ["credit:events", "audit", .. all.Take(3).Select(entry => entry.Id)]);
        await new StreamTrim(Redis.Redis, "credit:events", "credit", Clock).RunAsync();
        Assert.That((await Redis.StreamAsync("credit:events")).Select(entry => entry.Id),
            Is.EqualTo(all.Skip(3).Select(entry => entry.Id)), "from the lowest that is pending");
    }
}
