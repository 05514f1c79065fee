using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

public class QuestionTests : ServiceTest
{
    [TestCase("a%2Fb", "a%252Fb")]
    [TestCase("插座 50%+", "%E6%8F%92%E5%BA%A7%2050%25%2B")]
    public async Task A_product_is_read_by_the_id_that_was_sent(string category, string escaped)
    {
        var sent = Sent.Failed("e1", "2025-07-01", $"{Sent.Shop}/{category}");
        sent["subject"]!["kind"] = "product";
        Assert.That(await Service.SendAsync(sent), Is.EqualTo(new[] { "accepted" }));
        foreach (var path in new[] { "", "/explanation", "/history", "/ledger" })
        {
            var answer = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}%2F{escaped}{path}?kind=product");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }

    [Test]
    public async Task Another_day_is_answered_from_the_events()
    {
        await Service.SendAsync(Sent.Failed("e1", "2024-01-10"), Sent.Failed("e2", "2025-07-31"));
        Assert.Multiple(async () =>
        {
            Assert.That(await Service.TierAsync(query: "?on=2025-07-30"), Is.EqualTo("C"));
            Assert.That(await Service.TierAsync(query: "?on=2025-07-31"), Is.EqualTo("D"));
            Assert.That(await Service.TierAsync(query: "?on=2026-01-11"), Is.EqualTo("C"));
        });
    }

    [Test]
    public async Task The_kept_answer_of_today_and_one_computed_anew_are_the_same()
    {
        await Service.SendAsync(Sent.Failed("e1", "2024-01-10"), Sent.Failed("e2", "2025-07-31"));
        Clock.Turn("2025-09-01");
        var kept = await Service.Http.GetStringAsync($"/v1/enterprises/{Sent.Shop}");
        Assert.That(kept, Does.Contain("\"on\":\"2025-09-01\""));
        var rules = await Service.GetAsync("/v1/rules");
        Assert.That(kept, Does.Contain($"\"book\":\"{rules["book"]}\""), "by which rules");
        // As known at an instant is always computed; it differs only in saying so.
        var computed = await Service.Http.GetStringAsync(
            $"/v1/enterprises/{Sent.Shop}?knownAt=2025-09-01T00:00:00Z");
        Assert.That(
            computed.Replace("\"knownAt\":\"2025-09-01T00:00:00Z\"", "\"knownAt\":null,\"revision\":2"),
            Is.EqualTo(kept));
    }

    [Test]
    public async Task What_was_known_then_stays_answerable()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-15");
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-08-10"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("A"));
        Assert.That(await Service.TierAsync(query: "?knownAt=2025-08-01T00:00:00Z"), Is.EqualTo("C"));
    }

    [Test]
    public async Task A_subject_whose_id_has_a_slash_is_asked_for_by_kind()
    {
        var sent = Sent.Failed("e1", "2025-07-01");
        sent["subject"] = new JsonObject { ["kind"] = "product", ["id"] = $"{Sent.Shop}/电动自行车" };
        await Service.SendAsync(sent);
        var id = Uri.EscapeDataString($"{Sent.Shop}/电动自行车");
        Assert.That(await Service.TierAsync(id, "?kind=product"), Is.EqualTo("C"));
        var item = (await Service.GetAsync("/v1/enterprises?kind=product"))["items"]![0]!;
        Assert.That((string?)item["region"], Is.EqualTo("350100"), "the digits of its operator's code");
    }

    [TestCase($"/v1/enterprises/{Sent.Factory}", 404, "subject-unknown")]
    [TestCase("/v1/enterprises/91350100M000100Y4Z", 400, "subject-invalid")]
    [TestCase($"/v1/enterprises/{Sent.Shop}?kind=planet", 400, "subject-invalid")]
    [TestCase($"/v1/enterprises/{Sent.Shop}?on=31.7.2025", 400, "parameter-invalid")]
    [TestCase("/v1/enterprises?region=99", 400, "parameter-invalid")]
    [TestCase("/v1/enterprises?after=wat", 400, "parameter-invalid")]
    [TestCase("/v1/enterprises?limit=0", 400, "parameter-invalid")]
    [TestCase("/v1/recommendations?after=x", 400, "parameter-invalid")]
    [TestCase("/v2/events", 404, "path-unknown")]
    [TestCase("/v1/events", 405, "method-not-allowed")]
    public async Task A_wrong_question_gets_a_stable_code(string path, int status, string code)
    {
        var answer = await Service.Http.GetAsync(path);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.That(((int)answer.StatusCode, (string?)problem["code"]), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Who_has_the_answer_already_is_told_so()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var first = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}");
        Assert.That(await Again(first.Headers.ETag!.Tag), Is.EqualTo(HttpStatusCode.NotModified));
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        Assert.That(await Again(first.Headers.ETag!.Tag), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Every_point_is_explained()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var all = (await Service.GetAsync($"/v1/enterprises/{Sent.Shop}/explanation"))["explanations"]!;
        Assert.That(all[0]!["events"]![0]!.ToJsonString(), Does.Contain("failed").And.Contain("law.md#a"));
    }

    [Test]
    public async Task The_description_of_the_service_names_every_path()
    {
        var paths = (await Service.GetAsync("/openapi/v1.json"))["paths"]!.AsObject().Select(path => path.Key);
        Assert.That(paths, Is.SupersetOf(new[]
        {
            "/v1/events", "/v1/enterprises", "/v1/enterprises/{id}", "/v1/enterprises/{id}/explanation",
            "/v1/recommendations", "/v1/quarantine", "/v1/rules", "/health/ready", "/version",
        }));
    }

    private async Task<HttpStatusCode> Again(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await Service.Http.SendAsync(request)).StatusCode;
    }
}
