using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake.Body;

/// <summary>Events that come as CloudEvents, in all three modes.</summary>
public class CloudEventBodyTests : ServiceTest
{
    private const string One = "application/cloudevents+json";
    private const string Several = "application/cloudevents-batch+json";

    [Test]
    public async Task The_example_of_the_manual_is_accepted_and_the_same_event_in_our_own_form_is_its_duplicate()
    {
        var manual = await File.ReadAllTextAsync(Deployed.Path("../../../docs/cloudevents.md"));
        var example = Regex.Match(manual, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.That(await Outcomes(example, One), Is.EqualTo("accepted"));
        var own = Sent.Failed("gd-samr-2025-000123", "2025-03-01").With("source", "gd-samr").With("decidedOn", "2025-03-20")
            .With("region", "441900").With("document", "粤市监抽〔2025〕0123号").With("sequence", 4711);
        Assert.That(await Service.SendAsync(own), Is.EqualTo(new[] { "duplicate" }));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
    }

    [Test]
    public async Task A_batch_is_answered_one_by_one_and_a_bad_one_is_quarantined_alone_and_can_be_read_again()
    {
        var bad = Sent.Cloud("e2").With("time", "2025-08-01T00:00:00+08:00");
        var text = $"[{Sent.Cloud("e1").ToJsonString()},\n{bad.ToJsonString()},\n{Sent.Cloud("e3").ToJsonString()},"
            + $"\n{Sent.Cloud("e1").ToJsonString()},\n{Sent.Failed("e4", "2025-07-01").ToJsonString()}]";
        Assert.That(await Outcomes(text, Several), Is.EqualTo("accepted quarantined accepted duplicate quarantined"));
        var items = (await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray();
        Assert.That(items.Select(each => (string)each!["reason"]!), Is.EqualTo(new[] { "day-in-future", "property-missing" }));
        Assert.That((string?)items[0]!["text"], Is.EqualTo(bad.ToJsonString()), "as it was sent");
        Clock.Turn("2025-08-01");
        var again = await Service.Http.PostAsync("/v1/quarantine/1/replay", Sent.Nothing());
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("\"accepted\""));
    }

    [Test]
    public async Task Attributes_may_be_headers_and_places_in_the_data_are_those_of_the_body()
    {
        Assert.That(await Binary("e1", "{\"result\":\"failed\"}"), Does.Contain("\"accepted\":1"));
        var unlisted = await Binary("e2", "{\n \"result\": \"lost\"}");
        Assert.That(unlisted, Does.Contain("value-not-listed").And.Contain("\"line\":2,\"column\":12"));
        Assert.That(await Binary("e3", "{}, \"region\": \"35\"", 400), Does.Contain("json-broken"));
        Assert.That(await Binary("e4", "{\"result\":\"failed\"}", 200, ("ce-wat", "1")), Does.Contain("unknown-property").And.Contain("\"line\":0"));
        Assert.That(
            await Binary("e5", "{\"result\":\"failed\"}", 200, ("ce-document", "%E7%B2%A4%E5%B8%82%E7%9B%91")),
            Does.Contain("\"accepted\":1"));
        Assert.That(await Service.Http.GetStringAsync($"/v1/enterprises/{Sent.Shop}/explanation"), Does.Contain("粤市监"));
        Assert.That((string?)(await Service.GetAsync("/v1/quarantine"))["items"]![0]!["text"], Does.StartWith("{\"specversion\":\"1.0\""));
    }

    /// <summary>HTTP binding 1.0.2, 3.1.3.2 and 3.1.2: quotes go first, then percent signs; no data has no type.</summary>
    [Test]
    public async Task Headers_in_quotes_and_an_event_without_data_are_as_the_binding_says()
    {
        Assert.That(
            await Binary("e1", "{\"result\":\"failed\"}", 200, ("CE-Document", "\"%E7%B2%A4 \\\"1\\\" %25\"")), Does.Contain("\"accepted\":1"));
        Assert.That(await Service.Http.GetStringAsync($"/v1/enterprises/{Sent.Shop}/explanation"), Does.Contain("粤 \\\"1\\\" %"));
        var bare = Sent.Cloud("m1").With("type", "annulled").With("actson", "e1");
        bare.Remove("subject");
        Assert.That(await Bare(bare), Does.Contain("\"accepted\":1"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("A"));
    }

    [Test]
    public async Task Nothing_without_a_type_is_taken_that_says_of_no_event_what_it_is()
    {
        var answer = await Service.Http.PostAsync("/v1/events", new ByteArrayContent([]));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task An_empty_batch_is_a_batch_and_charset_and_case_of_the_type_do_not_matter()
    {
        Assert.That(await Outcomes("[]", Several), Is.Empty);
        Assert.That(await Outcomes(Sent.Cloud("e1").ToJsonString(), "Application/CloudEvents+JSON; charset=UTF-8"), Is.EqualTo("accepted"));
        Assert.That(await Outcomes($"[{Sent.Cloud("e1").ToJsonString()}]", $"{Several}; charset=utf-8"), Is.EqualTo("duplicate"));
    }

    /// <summary>The attributes that the manual names are those that the contract has, with an example that is taken.</summary>
    [Test]
    public async Task The_contract_has_every_attribute_and_its_examples_are_taken()
    {
        var contract = await Service.GetAsync("/openapi/v1.json");
        var attributes = contract["components"]!["schemas"]!["CloudEvent"]!["properties"]!.AsObject().Select(each => each.Key);
        var manual = await File.ReadAllTextAsync(Deployed.Path("../../../docs/cloudevents.md"));
        var told = Regex.Matches(manual, @"(?<=\n\| )(`[a-z]+` ?)+(?=\|)").SelectMany(row => Regex.Matches(row.Value, "[a-z]+"))
            .Select(each => each.Value);
        Assert.That(attributes, Is.EquivalentTo(told));
        var content = contract["paths"]!["/v1/events"]!["post"]!["requestBody"]!["content"]!;
        Assert.That((string?)content[One]!["schema"]!["$ref"], Is.EqualTo("#/components/schemas/CloudEvent"));
        Assert.That((string?)content[Several]!["schema"]!["items"]!["$ref"], Is.EqualTo("#/components/schemas/CloudEvent"));
        // The kinds of the tests' own law have no field of that name.
        var example = content[One]!["example"]!.DeepClone();
        example["data"] = new JsonObject();
        example["time"] = "2025-03-02T09:30:00+08:00";
        Assert.That(await Outcomes(example.ToJsonString(), One), Is.EqualTo("accepted"));
    }

    [TestCase(One, "[]")]
    [TestCase(Several, "{}")]
    public async Task One_is_no_list_and_a_list_is_not_one(string type, string text)
    {
        var answer = await Service.PostAsync(text, type);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("application/cloudevents"));
    }

    [Test]
    public async Task What_is_taken_is_named_where_something_else_comes_and_CloudEvents_go_nowhere_else()
    {
        var answer = await Service.PostAsync("<e/>", "application/cloudevents+xml");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(One).And.Contain(Several).And.Contain("x-ndjson"));
        var elsewhere = await Service.Http.PostAsync("/v1/quarantine/1/replay", new StringContent("", null, One));
        Assert.That(elsewhere.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    private async Task<string> Outcomes(string text, string type)
    {
        var answer = await Service.PostAsync(text, type);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), said);
        return string.Join(' ', JsonNode.Parse(said)!["events"]!.AsArray().Select(each => (string)each!["outcome"]!));
    }

    private async Task<string> Bare(JsonObject attributes)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events") { Content = new ByteArrayContent([]) };
        foreach (var (name, value) in attributes.Where(each => each.Key != "data"))
        {
            request.Headers.Add($"ce-{name}", (string)value!);
        }

        var answer = await Service.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> Binary(string id, string data, int status = 200, params (string Name, string Value)[] more)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(data)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in Sent.Cloud(id).Where(each => each.Key != "data").Select(each => ($"ce-{each.Key}", (string)each.Value!)).Concat(more))
        {
            request.Headers.Add(name, value);
        }

        var answer = await Service.Http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        return await answer.Content.ReadAsStringAsync();
    }
}
