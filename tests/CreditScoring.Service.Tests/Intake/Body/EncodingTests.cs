using System.Net.Http.Headers;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake.Body;

/// <summary>What is sent in another encoding than UTF-8 is kept octet by octet.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class EncodingTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task What_is_no_UTF_8_is_kept_by_its_octets_shown_safely_and_read_again_as_it_was()
    {
        var (sent, other) = (Gbk.Line("e1"), Gbk.Line("e2"));
        await Post([.. sent, (byte)'\n', .. other]);
        Assert.That(await Kept(1), Is.EqualTo(sent));
        Assert.That(await Kept(2), Is.EqualTo(other), "told apart from what differs in other octets");
        var item = await Service.GetAsync("/v1/quarantine/1");
        Assert.Multiple(() =>
        {
            Assert.That((string?)item["reason"], Is.EqualTo("text-damaged"));
            Assert.That((string?)item["text"], Does.Contain("\"document\":\"\\xD6\\xD0 113101************\""));
            Assert.That((string?)item["encoding"], Is.EqualTo("octets"));
        });
        var again = await Service.Http.PostAsync("/v1/quarantine/1/replay", Sent.Nothing());
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("text-damaged"));
        Assert.That(await Kept(1), Is.EqualTo(sent));
        await Post(sent);
        Assert.That((await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Has.Count.EqualTo(2), "known");
    }

    [Test]
    public async Task A_text_in_UTF_8_is_said_to_be_one()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01").With("document", "\uFFFD中"));
        var item = (await Service.GetAsync("/v1/quarantine"))["items"]![0]!;
        Assert.That((string?)item["encoding"], Is.EqualTo("utf-8"));
        Assert.That((string?)item["text"], Does.Contain("\\uFFFD"));
    }

    private async Task Post(byte[] octets)
    {
        var content = new ByteArrayContent(octets);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson");
        await Service.Http.PostAsync("/v1/events", content);
    }

    private async Task<byte[]> Kept(long position) => EscapedUtf8.Octets(
        (await Service.Services.GetRequiredService<IRecord>().QuarantineItemAsync(position))!.Turned.Text);
}

public class EncodingOfStreamTests : RedisTest
{
    [Test]
    public async Task An_entry_that_is_no_UTF_8_becomes_a_letter_with_the_same_octets_and_goes_in_again_so()
    {
        var sent = Gbk.Line("e1");
        await Redis.Redis.AskAsync("XADD", "credit:events", "*", "event", sent);
        await RunningService.Until(async () => await Redis.CountAsync("XLEN", "credit:dead-letters") == 1);
        Assert.That(await EventOf("credit:dead-letters"), Is.EqualTo(sent));
        await Acknowledged();
        await Stopped();
        var letters = new CreditScoring.Service.Redis.Incoming.DeadLetters(Redis.Redis, 10);
        var letter = (await letters.ListAsync(null, 10)).Single();
        var id = await letters.ReplayAsync(letter.Id);
        Assert.That(await EventOf("credit:events", id!), Is.EqualTo(sent));
        Assert.That(await Redis.CountAsync("XLEN", "credit:dead-letters"), Is.Zero);
    }

    private async Task<byte[]> EventOf(string stream, string from = "-")
    {
        var entries = (StackExchange.Redis.RedisResult[])(await Redis.Redis.AskAsync("XRANGE", stream, from, "+"))!;
        var fields = (StackExchange.Redis.RedisResult[])((StackExchange.Redis.RedisResult[])entries[0]!)[1]!;
        return (byte[])fields[1]!;
    }
}
