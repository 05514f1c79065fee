using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Redis.Incoming;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Pages of what was turned away are bounded by their octets; each text can be had whole.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class LongTextTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task A_page_of_long_texts_ends_when_its_octets_are_spent_and_the_next_goes_on()
    {
        await Post(string.Join('\n', Enumerable.Range(0, 400).Select(LongText.Of)));
        var first = await Service.Http.GetByteArrayAsync("/v1/quarantine?limit=1000");
        Assert.That(first, Has.Length.LessThan(5 << 20));
        var seen = new List<JsonNode>();
        for (var (after, page) = (0L, JsonNode.Parse(first)!); page["items"]!.AsArray().Count > 0;)
        {
            seen.AddRange(page["items"]!.AsArray()!);
            after = long.Parse((string)page["next"]!);
            page = await Service.GetAsync($"/v1/quarantine?limit=1000&after={after}");
        }

        Assert.Multiple(() =>
        {
            Assert.That(seen.Select(item => (long)item["position"]!), Is.EqualTo(Enumerable.Range(1, 400)));
            Assert.That(seen.Select(item => (bool)item["textCut"]!), Is.All.True);
            Assert.That((long)seen[7]["textOctets"]!, Is.EqualTo(Encoding.UTF8.GetByteCount(LongText.Of(7))));
            Assert.That(LongText.Of(7), Does.StartWith((string)seen[7]["text"]!));
        });
        var alone = await Service.GetAsync("/v1/quarantine/8");
        Assert.That((string?)alone["text"], Is.EqualTo(LongText.Of(7)));
        Assert.That((bool)alone["textCut"]!, Is.False);
    }

    [Test]
    public async Task A_text_that_is_too_long_to_be_shown_is_had_whole_by_itself()
    {
        var text = $"{{\"id\":\"{new string('中', 200_000)} 113101198506150097\"";
        await Post(text);
        var shown = await Service.GetAsync("/v1/quarantine/1");
        Assert.That((bool)shown["textCut"]!, Is.True);
        Assert.That((long)shown["textOctets"]!, Is.EqualTo(Encoding.UTF8.GetByteCount(text)));
        var whole = await Service.Http.GetAsync("/v1/quarantine/1/text");
        Assert.That(whole.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(await whole.Content.ReadAsStringAsync(),
            Is.EqualTo(text.Replace("113101198506150097", "113101************")));
        Assert.That((await Service.Http.GetAsync("/v1/quarantine/7/text")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_number_of_a_resident_that_a_cut_goes_through_is_not_half_shown()
    {
        var before = new string(' ', (16 << 10) - 13 - 7);
        await Post($"{{\"id\":{before}\"113101198506150097\"");
        var text = (string)(await Service.GetAsync("/v1/quarantine"))["items"]![0]!["text"]!;
        Assert.That(text, Has.Length.GreaterThan(16_000).And.Not.Contain("1131"));
    }

    [Test]
    public async Task What_is_no_UTF_8_is_had_octet_by_octet()
    {
        var sent = Gbk.Line("e1");
        await Post(sent);
        var whole = await Service.Http.GetAsync("/v1/quarantine/1/text");
        Assert.That(whole.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
        var octets = await whole.Content.ReadAsByteArrayAsync();
        Assert.That(octets, Has.Length.EqualTo(sent.Length));
        Assert.That(Encoding.Latin1.GetString(octets), Is.EqualTo(
            Encoding.Latin1.GetString(sent).Replace("113101198506150097", "113101************")));
    }

    private Task Post(string text) => Post(Encoding.UTF8.GetBytes(text));

    private async Task Post(byte[] octets)
    {
        var content = new ByteArrayContent(octets);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson");
        Assert.That((await Service.Http.PostAsync("/v1/events", content)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}

public class LongLetterTests : RedisTest
{
    [Test]
    public async Task Pages_of_dead_letters_are_bounded_by_octets_and_each_is_had_whole()
    {
        await Redis.AddAsync(Enumerable.Range(0, 300).Select(LongText.Of));
        await RunningService.Until(async () => await Redis.CountAsync("XLEN", "credit:dead-letters") == 300);
        var first = await Service.Http.GetByteArrayAsync("/v1/dead-letters?limit=1000");
        Assert.That(first, Has.Length.LessThan(5 << 20));
        var page = JsonNode.Parse(first)!;
        var count = page["items"]!.AsArray().Count;
        Assert.That(count, Is.LessThan(300));
        var rest = await Service.GetAsync($"/v1/dead-letters?limit=1000&after={page["next"]}");
        Assert.That(count + rest["items"]!.AsArray().Count, Is.EqualTo(300));
        var letter = page["items"]![0]!;
        Assert.That((bool)letter["textCut"]!, Is.True);
        var whole = await Service.Http.GetStringAsync($"/v1/dead-letters/{letter["id"]}/text");
        Assert.That(whole, Does.StartWith((string)letter["text"]!));
        Assert.That(whole, Has.Length.EqualTo((int)letter["textOctets"]!));
        Assert.That((bool)(await Service.GetAsync($"/v1/dead-letters/{letter["id"]}"))["textCut"]!, Is.False);
    }

    [Test]
    public async Task Dead_letters_are_bounded_by_what_they_take_at_the_server_too()
    {
        var letters = new DeadLetters(Redis.Redis, 1000, mostOctets: 1 << 20);
        var gone = await letters.BuryAsync(
            Enumerable.Range(0, 100).Select(number => (new string('x', 50_000) + number, "reason", "place")));
        Assert.That(gone, Is.InRange(80, 99));
        Assert.That(await Redis.CountAsync("MEMORY", "USAGE", "credit:dead-letters"), Is.LessThanOrEqualTo(1 << 20));
        Assert.That((await letters.ListAsync(null, 100))[^1].TextOctets, Is.EqualTo(50_002), "the newest stay");
    }

    [Test]
    public async Task An_entry_longer_than_any_request_is_refused_by_its_beginning_and_its_neighbours_are_taken()
    {
        await Redis.AddAsync(Sent.Failed("e1", "2025-07-01").ToJsonString());
        // Made at the server: on a busy machine it takes too long to send.
        await Redis.Redis.RunAsync(
            "return redis.call('XADD', KEYS[1], '*', 'event', string.rep('x', ARGV[1]))",
            ["credit:events"], (32 << 20) + 1);
        await Redis.AddAsync(Sent.Failed("e2", "2025-07-01").ToJsonString());
        await Kept(2);
        await Acknowledged();
        var item = (await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray().Single()!;
        Assert.That((string?)item["reason"], Is.EqualTo("text-too-long"));
        Assert.That((long)item["textOctets"]!, Is.LessThanOrEqualTo(1000));
    }
}

/// <summary>An event that is broken off, too long for a page.</summary>
internal static class LongText
{
    public static string Of(int number) => $"{{\"id\":\"{number:0000} {string.Concat(Enumerable.Repeat("long - ", 4000))}";
}
