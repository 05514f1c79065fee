using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>What would be if events came that have not, and where many stand at once.</summary>
public class SimulationTests : ServiceTest
{
    [Test]
    public async Task What_is_simulated_is_what_comes_of_sending_it_and_leaves_nothing_behind()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var before = await Service.StandingAsync();
        JsonNode[] more = [Sent.Failed("e2", "2025-07-10"), Sent.Failed("e3", "2025-07-20"), Sent.Annulled("a1", "e1", "2025-07-21")];
        var simulated = await SimulateAsync(more);
        Assert.That(Same(simulated["before"]![0]!, before));
        Assert.That(Same(await Service.StandingAsync(), before), "nothing of it is kept");
        Assert.That((int)(await Service.ReadyAsync())["events"]!, Is.EqualTo(1));
        Assert.That(simulated["changes"]![0]!["parts"]!.AsArray().Select(each => (string)each!), Does.Contain("points"));

        await Service.SendAsync(more);
        Assert.That(Same(simulated["after"]![0]!, await Service.StandingAsync()));
    }

    [Test]
    public async Task A_subject_of_which_nothing_is_known_is_simulated_from_nothing()
    {
        var simulated = await SimulateAsync([Sent.Failed("e1", "2025-07-01")]);
        Assert.That(simulated["before"]!.AsArray().Select(each => (decimal?)each!["points"]), Has.All.EqualTo(0m).Or.Empty);
        Assert.That((decimal)simulated["after"]![0]!["points"]!, Is.GreaterThan(0));
    }

    [Test]
    public async Task On_a_day_before_the_events_nothing_changes()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var simulated = await SimulateAsync([Sent.Failed("e2", "2025-07-10")], "&on=2025-07-09");
        Assert.That(simulated["changes"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task An_event_of_others_is_refused_and_so_is_one_that_cannot_be_read()
    {
        Assert.That(await RefusedAsync(new JsonArray(Sent.Failed("e2", "2025-07-10", Sent.Factory))), Is.EqualTo((422, "event-of-others")));
        Assert.That(await RefusedAsync(new JsonArray(Sent.Annulled("a1", "none", "2025-07-10"))), Is.EqualTo((422, "event-of-others")));
        Assert.That(
            await RefusedAsync(new JsonArray(Sent.Failed("e2", "2025-07-10").With("kind", "sampling-resutl"))),
            Is.EqualTo((422, "unknown-kind")));
        Assert.That(await RefusedAsync(JsonValue.Create("x")), Is.EqualTo((400, "json-broken")));
    }

    [Test]
    public async Task Many_are_answered_in_the_order_in_which_they_are_named_also_one_of_whom_nothing_is_known()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-01", Sent.Factory));
        string[] named = [Sent.Factory, Codes.Of(7), Sent.Shop];
        var items = (await NamedAsync(named))["items"]!.AsArray();
        Assert.That(items.Select(each => (string)each!["subject"]!), Is.EqualTo(named));
        Assert.That(items.Select(each => each!["found"] is not null), Is.EqualTo(new[] { true, false, true }));
        Assert.That(Same(items[2]!["found"]!["standings"]![0]!, await Service.StandingAsync()));
    }

    [Test]
    public async Task Nobody_is_named_twice()
    {
        var answer = await AskAsync("/v1/standings", new JsonObject { ["subjects"] = new JsonArray(Sent.Shop, Sent.Shop) });
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("subject-twice"));
    }

    [TestCase(0, "subjects-count")]
    [TestCase(501, "subjects-count")]
    public async Task From_one_to_five_hundred_may_be_named(int count, string code)
    {
        var answer = await AskAsync("/v1/standings", new JsonObject { ["subjects"] = Array(count) });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(code));
        Assert.That((await NamedAsync([.. Enumerable.Range(1, 500).Select(each => Codes.Of(each))]))["items"]!.AsArray(), Has.Count.EqualTo(500));
    }

    private static JsonArray Array(int count) => [.. Enumerable.Range(1, count).Select(each => (JsonNode)Codes.Of(each))];

    private async Task<JsonNode> NamedAsync(string[] named)
    {
        var answer = await AskAsync("/v1/standings", new JsonObject { ["subjects"] = new JsonArray([.. named.Select(each => (JsonNode)each)]) });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<JsonNode> SimulateAsync(JsonNode[] events, string query = "")
    {
        var answer = await AskAsync($"/v1/simulate?subject={Sent.Shop}{query}", new JsonArray([.. events.Select(each => each.DeepClone())]));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<(int, string?)> RefusedAsync(JsonNode body)
    {
        var answer = await AskAsync($"/v1/simulate?subject={Sent.Shop}", body);
        return ((int)answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    private Task<HttpResponseMessage> AskAsync(string path, JsonNode body) =>
        Service.Http.PostAsync(path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

    /// <summary>But for what only the record has.</summary>
    private static bool Same(JsonNode simulated, JsonNode standing)
    {
        var (left, right) = (simulated.DeepClone().AsObject(), standing.DeepClone().AsObject());
        left.Remove("revision");
        right.Remove("revision");
        return JsonNode.DeepEquals(left, right);
    }
}
