using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Disk;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>What author and approver ask of a service whose law its record decides.</summary>
public static class GovernedService
{
    /// <summary>A service that takes no folder as it is, and wants keys.</summary>
    public static Task<RunningService> StartAsync(TempFolder folder, TimeProvider clock, params string[] switches) =>
        RunningService.StartAsync(folder, clock, Persons.Cheaply, ["--trust-folder", "false", .. switches]);

    public static async Task<Law> LawAsync(this RunningService service) => new(
        service, await service.KeyOf("author", [Role.Author]), await service.KeyOf("approver", [Role.Approver]),
        await service.KeyOf("both", [Role.Author, Role.Approver]),
        await service.KeyOf("sender", [Role.Ingest, Role.Viewer], isSystem: true, source: "gd-samr"));

    /// <summary>The files of a folder of rules, as they are given.</summary>
    public static JsonObject FilesOf(string rules) => new(RuleFolder.Read(rules)
        .Select(each => KeyValuePair.Create(each.File, (JsonNode?)JsonValue.Create(each.Text))));
}

/// <summary>The keys of those who change the law.</summary>
public sealed record Law(RunningService Service, string Author, string Approver, string Both, string Sender)
{
    public async Task<(int Status, JsonNode Body)> AskAsync(string key, string path, JsonNode? body = null, HttpMethod? method = null)
    {
        var answer = await Service.AskAsync(
            key, method ?? (body is null ? HttpMethod.Get : HttpMethod.Post), path, body?.ToJsonString());
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public async Task<JsonNode> DoneAsync(string key, string path, JsonNode body)
    {
        var (status, said) = await AskAsync(key, path, body);
        Assert.That(status, Is.EqualTo((int)HttpStatusCode.OK), said.ToJsonString());
        return said;
    }

    public async Task RefusedAsync(string code, string key, string path, JsonNode body)
    {
        var (_, said) = await AskAsync(key, path, body);
        Assert.That((string?)said["code"], Is.EqualTo(code), said.ToJsonString());
    }

    /// <summary>Drafts a folder as it is now, and proposes it.</summary>
    public async Task<(string Id, string Content)> ProposeAsync(string rules)
    {
        var draft = await DoneAsync(Author, "/v1/proposals", new JsonObject
        {
            ["title"] = "points", ["reason"] = "as decided", ["files"] = GovernedService.FilesOf(rules),
        });
        var (id, content) = ((string)draft["id"]!, (string)draft["content"]!);
        await DoneAsync(Author, $"/v1/proposals/{id}/propose", Naming(content));
        return (id, content);
    }

    public async Task<string> PublishAsync(string rules, string? from = null)
    {
        var (id, content) = await ProposeAsync(rules);
        await ApproveAsync(Approver, id, content);
        var asked = Naming(content);
        if (from is not null)
        {
            asked["from"] = from;
        }

        await DoneAsync(Approver, $"/v1/proposals/{id}/publish", asked);
        return id;
    }

    /// <summary>The back-test of a proposal, once it is done.</summary>
    public async Task<JsonNode> TestedAsync(string id)
    {
        JsonNode? test = null;
        await RunningService.Until(async () =>
            (string?)(test = (await AskAsync(Approver, $"/v1/proposals/{id}/backtest")).Body)["state"] == "done");
        return test!;
    }

    /// <summary>Whoever approves has opened the back-test first.</summary>
    public async Task ApproveAsync(string key, string id, string content)
    {
        var test = await TestedAsync(id);
        await DoneAsync(key, $"/v1/proposals/{id}/backtest/acknowledge", new JsonObject { ["run"] = (string)test["run"]! });
        await DoneAsync(key, $"/v1/proposals/{id}/approve", Naming(content));
    }

    public Task InForce(string id) => RunningService.Until(async () =>
        (string?)(await AskAsync(Author, "/v1/rules")).Body["publication"] == id);

    public static JsonObject Naming(string content) => new() { ["content"] = content };

    public async Task<decimal?> PointsAsync()
    {
        var (status, said) = await AskAsync(Sender, $"/v1/enterprises/{Sent.Shop}");
        return status == 200 ? (decimal?)said["standings"]![0]!["points"] : null;
    }
}
