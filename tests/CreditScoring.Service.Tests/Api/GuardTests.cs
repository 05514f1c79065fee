using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>What is refused before anything is done.</summary>
public class GuardTests : ServiceTest
{
    [TestCase("/v1/enterprises?tier=D&on=2026-10-28", "parameter-unknown", "it takes regime, tier, region")]
    [TestCase("/v1/enterprises?owner=北京", "parameter-unknown", "it takes regime, tier, region")]
    [TestCase("/v1/enterprises?teir=D", "parameter-unknown", "did you mean tier?")]
    [TestCase("/v1/enterprises?tier=d", "parameter-invalid", "did you mean D?")]
    [TestCase("/v1/enterprises?tier=E", "parameter-invalid", "did you mean")]
    [TestCase("/v1/enterprises?tier=", "parameter-invalid", "give it a value")]
    [TestCase("/v1/enterprises?tier=A&tier=D", "parameter-invalid", "give each parameter once")]
    [TestCase("/v1/enterprises?regime=test/point", "parameter-invalid", "did you mean test/points?")]
    [TestCase("/v1/enterprises?kind=planet", "parameter-invalid", "one of operator, product")]
    [TestCase("/v1/enterprises?region=440", "parameter-invalid", "2, 4 or 6 digits")]
    [TestCase($"/v1/enterprises/{Sent.Shop}?knownat=2025-01-01T00:00:00Z", "parameter-unknown", "did you mean knownAt?")]
    [TestCase($"/v1/enterprises/{Sent.Shop}?id=x", "parameter-unknown", "it takes kind, on, knownAt")]
    [TestCase($"/v1/enterprises/{Sent.Shop}/explanation?regime=other", "parameter-invalid", "one of test/points")]
    [TestCase($"/v1/enterprises/{Sent.Shop}/history?on=2025-01-01", "parameter-unknown", "it takes kind, after")]
    [TestCase("/v1/recommendations?tier=D", "parameter-unknown", "it takes after, limit")]
    [TestCase("/v1/quarantine?cursor=1", "parameter-unknown", "it takes after, limit")]
    [TestCase("/v1/rules?on=2025-01-01", "parameter-unknown", "takes no parameters")]
    [TestCase("/v1/sources?on=3", "parameter-unknown", "it takes after, limit")]
    [TestCase("/v1/sources?after=demo", "parameter-invalid", "use the 'next' of the page before")]
    [TestCase("/version?x=1", "parameter-unknown", "takes no parameters")]
    public async Task A_question_that_cannot_be_meant_so_is_refused_with_its_mend(string path, string code, string mend)
    {
        var answer = await Service.Http.GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(((int)answer.StatusCode, (string?)problem["code"]), Is.EqualTo((400, code)));
        Assert.That($"{problem["detail"]}", Does.Contain(mend));
        Assert.That($"{problem["detailZh"]}", Is.Not.Empty);
    }

    [Test]
    public async Task What_is_asked_by_HEAD_is_answered_as_by_GET_without_the_body()
    {
        await Service.ReadyAsync();
        foreach (var path in new[]
        {
            "/health/live", "/health/ready", "/version", "/metrics", "/v1/rules", "/v1/enterprises?tier=D",
            "/v1/quarantine", "/v1/waiting", "/v1/sources", "/v1/workers", "/v1/recommendations", "/v2/none", "/v1/events",
        })
        {
            var get = await Service.Http.GetAsync(path);
            var head = await Service.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode), path);
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty, path);
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(get.Content.Headers.ContentType), path);
        }
    }

    [TestCase("/v1/quarantine/1/replay")]
    [TestCase("/v1/dead-letters/1-0/replay")]
    [TestCase("/v1/events")]
    public async Task What_changes_something_is_taken_from_no_other_site_and_as_JSON_alone(string path)
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await Sending(path, null), Is.EqualTo((415, "content-type")));
            Assert.That(await Sending(path, "text/plain"), Is.EqualTo((415, "content-type")));
            Assert.That(await Sending(path, "application/json", ("Origin", "https://evil.example")),
                Is.EqualTo((403, "origin-foreign")));
            Assert.That(await Sending(path, "application/json", ("Origin", "null")), Is.EqualTo((403, "origin-foreign")));
            Assert.That(await Sending(path, "application/json", ("Sec-Fetch-Site", "cross-site")),
                Is.EqualTo((403, "origin-foreign")));
            Assert.That(await Sending(path, "application/json", ("Sec-Fetch-Site", "same-site")),
                Is.EqualTo((403, "origin-foreign")));
            var own = Service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
            Assert.That((await Sending(path, "application/json", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status,
                Is.Not.EqualTo(403).And.Not.EqualTo(415));
        });
    }

    [Test]
    public async Task A_million_events_in_three_kilobytes_are_refused_and_none_is_kept()
    {
        var list = $"[{string.Join(',', Enumerable.Repeat("{}", 1_000_000))}]";
        var answer = await Packed(Squeezed(list));
        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((413, "events-too-many")));
        var lines = await Packed(Squeezed(string.Concat(Enumerable.Repeat("{}\n", 10_001))), "application/x-ndjson");
        Assert.That(((int)lines.Status, lines.Code), Is.EqualTo((413, "events-too-many")));
        Assert.That((long)(await Service.ReadyAsync())["quarantined"]!, Is.Zero);
    }

    [TestCase(0.5)]
    [TestCase(0.999)]
    public async Task A_packed_body_that_is_cut_off_is_refused_whole(double share)
    {
        var whole = Squeezed(string.Concat(Enumerable.Range(0, 2000)
            .Select(number => Sent.Failed($"e{number}", "2025-07-01").ToJsonString() + "\n")));
        var answer = await Packed(whole[..(int)(share * whole.Length)], "application/x-ndjson");
        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((400, "body-damaged")));
        Assert.That((long)(await Service.ReadyAsync())["events"]!, Is.Zero);
    }

    [Test]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused()
    {
        var answer = await Packed(Encoding.UTF8.GetBytes(Sent.Failed("e1", "2025-07-01").ToJsonString()));
        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((400, "body-damaged")));
    }

    [TestCase("fffffffffffffffff")]
    [TestCase("zz")]
    public async Task A_size_of_a_chunk_that_is_none_is_the_senders_fault(string size)
    {
        using var sender = await RawAsync(
            $"POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n");
        Assert.That(await FirstLineAsync(sender), Does.Contain(" 400 "));
    }

    [Test]
    public async Task What_is_announced_takes_no_room_until_it_comes()
    {
        using var sender = await RawAsync(
            "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {32 << 20}\r\n\r\n[");
        var room = Service.Services.GetRequiredService<InboxQueue>().Room;
        await RunningService.Until(() => Task.FromResult(room.Taken > 0));
        Assert.That(room.Taken, Is.LessThanOrEqualTo(64 << 10));
        Assert.That(await Service.SendAsync(Sent.Failed("e1", "2025-07-01")), Is.EqualTo(new[] { "accepted" }));
    }

    private async Task<TcpClient> RawAsync(string text)
    {
        var sender = new TcpClient();
        await sender.ConnectAsync(IPAddress.Loopback, Service.Http.BaseAddress!.Port);
        await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return sender;
    }

    private static async Task<string?> FirstLineAsync(TcpClient sender)
    {
        using var reader = new StreamReader(sender.GetStream());
        return await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task<(int Status, string? Code)> Sending(
        string path, string? type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("[]") };
        request.Content.Headers.ContentType = type is null ? null : new(type);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await Service.Http.SendAsync(request);
        return ((int)answer.StatusCode, CodeOf(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<(HttpStatusCode Status, string? Code)> Packed(byte[] packed, string type = "application/json")
    {
        var content = new ByteArrayContent(packed);
        content.Headers.ContentType = new(type);
        content.Headers.ContentEncoding.Add("gzip");
        var answer = await Service.Http.PostAsync("/v1/events", content);
        return (answer.StatusCode, CodeOf(await answer.Content.ReadAsStringAsync()));
    }

    private static string? CodeOf(string body) => (string?)JsonNode.Parse(body)!["code"];

    private static byte[] Squeezed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
