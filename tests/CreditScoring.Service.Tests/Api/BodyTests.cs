using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

public class BodyTests : ServiceTest
{
    [Test]
    public async Task A_damaged_line_of_many_is_quarantined_alone()
    {
        var damaged = Sent.Failed("e2", "2025-07-02").ToJsonString()[..40];
        var text = $"{Sent.Failed("e1", "2025-07-01").ToJsonString()}\n{damaged}\n\n"
            + $"{Sent.Failed("e3", "2025-07-03").ToJsonString()}\n";
        var events = (await Answer(text, "application/x-ndjson"))["events"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(events.Select(each => (string)each!["outcome"]!),
                Is.EqualTo(new[] { "accepted", "quarantined", "accepted" }));
            Assert.That((string?)events[1]!["flaws"]![0]!["flaw"], Is.EqualTo("json-broken"));
            Assert.That((int)events[1]!["flaws"]![0]!["line"]!, Is.EqualTo(2));
        });
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
    }

    [Test]
    public async Task One_event_needs_no_list()
    {
        var answer = await Answer(Sent.Failed("e1", "2025-07-01").ToJsonString(), "application/json");
        Assert.That((int)answer["accepted"]!, Is.EqualTo(1));
    }

    [TestCase("", 1, 1)]
    [TestCase("  \n  hello", 2, 3)]
    [TestCase("{\"id\": \"e1\",\n \"source\" }", 2, 11)]
    public async Task A_body_that_is_no_JSON_at_all_is_refused_with_its_place(string text, int line, int column)
    {
        var answer = await Service.PostAsync(text, "application/json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That((string?)problem["code"], Is.EqualTo("json-broken"));
            Assert.That((int)problem["line"]!, Is.EqualTo(line));
            Assert.That((int)problem["column"]!, Is.EqualTo(column));
            Assert.That((string?)problem["titleZh"], Is.Not.Empty);
        });
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=gb18030")]
    [TestCase("multipart/form-data; boundary=x")]
    public async Task Other_content_types_are_not_taken(string type)
    {
        var answer = await Service.PostAsync(Sent.Failed("e1", "2025-07-01").ToJsonString(), type);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"code\":\"content-type\""));
    }

    [Test]
    public async Task A_body_over_the_limit_is_refused_packed_or_not()
    {
        var large = new string(' ', (32 << 20) + 1);
        var plain = await Plain(large);
        var packed = await Packed(large);
        Assert.That(plain.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(packed.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await packed.Content.ReadAsStringAsync(), Does.Contain("body-too-large"));
    }

    [Test]
    public async Task A_packed_body_is_unpacked()
    {
        var answer = await Packed(Sent.Failed("e1", "2025-07-01").ToJsonString());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
    }

    private async Task<JsonNode> Answer(string text, string type) =>
        JsonNode.Parse(await (await Service.PostAsync(text, type)).Content.ReadAsStringAsync())!;

    /// <summary>
    /// Asks first, as who sends much should: else the refusal may cut off the sending.
    /// </summary>
    private async Task<HttpResponseMessage> Plain(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events");
        request.Headers.ExpectContinue = true;
        request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        return await Service.Http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Packed(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return await Service.Http.PostAsync("/v1/events", content);
    }
}
