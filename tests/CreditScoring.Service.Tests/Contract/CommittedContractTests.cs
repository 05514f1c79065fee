using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>The contract that is committed (docs/openapi.json) is that of the service, whole, and its examples are taken.</summary>
public class CommittedContractTests : ContractTest
{
    /// <summary>What the service of these tests does not have: Redis, passwords, allowed hosts of webhooks.</summary>
    private static readonly Dictionary<string, int> Elsewhere = new()
    {
        ["GET /v1/dead-letters"] = 404,
        ["GET /v1/enterprises/{id}/papers/{position}"] = 404,
        ["GET /v1/dead-letters/{id}"] = 404,
        ["GET /v1/dead-letters/{id}/text"] = 404,
        ["POST /v1/dead-letters/{id}/replay"] = 404,
        ["GET /v1/proposals/{id}"] = 404,
        ["GET /v1/proposals/{id}/difference"] = 404,
        ["GET /v1/proposals/{id}/files"] = 404,
        ["POST /v1/proposals/{id}/propose"] = 404,
        ["POST /v1/proposals/{id}/withdraw"] = 404,
        ["POST /v1/proposals/{id}/remark"] = 404,
        ["POST /v1/proposals/{id}/approve"] = 404,
        ["POST /v1/proposals/{id}/return"] = 404,
        ["POST /v1/proposals/{id}/publish"] = 409,
        ["POST /v1/proposals/{id}/rollback"] = 409,
        ["GET /v1/proposals/{id}/backtest"] = 404,
        ["GET /v1/proposals/{id}/backtest/movers"] = 404,
        ["POST /v1/proposals/{id}/backtest"] = 404,
        ["POST /v1/proposals/{id}/backtest/cancel"] = 409,
        ["POST /v1/proposals/{id}/backtest/acknowledge"] = 409,
        ["GET /v1/proposals/{id}/backtest/period"] = 404,
        ["GET /v1/proposals/{id}/backtest/period/movers"] = 404,
        ["POST /v1/proposals/{id}/backtest/period"] = 404,
        ["GET /v1/proposals/{id}/shadow"] = 404,
        ["GET /v1/proposals/{id}/shadow/movers"] = 404,
        ["POST /v1/proposals/{id}/shadow"] = 404,
        ["POST /v1/proposals/{id}/shadow/stop"] = 404,
        ["GET /v1/tables/{id}"] = 404,
        ["POST /v1/tables/{id}/mapping"] = 404,
        ["POST /v1/tables/{id}/try"] = 404,
        ["POST /v1/tables/{id}/keep"] = 404,
        ["POST /v1/tables/{id}/give-up"] = 404,
        ["POST /v1/tables/{id}/undo"] = 404,
        ["GET /v1/plans/{id}"] = 404,
        ["GET /v1/plans/{id}/visits"] = 404,
        ["POST /v1/plans/{id}/edit"] = 404,
        ["POST /v1/plans/{id}/revise"] = 404,
        ["POST /v1/plans/{id}/withdraw"] = 404,
        ["POST /v1/plans/{id}/publish"] = 404,
        ["POST /v1/plans/{id}/approve"] = 404,
        ["POST /v1/plans/{id}/refuse"] = 404,
        ["GET /v1/draws/{id}"] = 404,
        ["GET /v1/draws/{id}/results"] = 404,
        ["GET /v1/draws/{id}/files/{file}"] = 404,
        ["POST /v1/draws"] = 409,
        ["POST /v1/draws/{id}/announce"] = 404,
        ["POST /v1/draws/{id}/draw"] = 404,
        ["POST /v1/draws/{id}/replace"] = 404,
        ["POST /v1/draws/{id}/withdraw"] = 404,
        ["GET /v1/session/provider"] = 404,
        ["POST /v1/session"] = 401,
        ["DELETE /v1/session"] = 409,
        ["POST /v1/session/password"] = 409,
        ["POST /v1/webhooks"] = 409,
        ["GET /v1/webhooks/{id}"] = 404,
        ["DELETE /v1/webhooks/{id}"] = 404,
        ["POST /v1/webhooks/{id}/replay"] = 404,
    };

    [Test]
    public async Task The_committed_contract_is_what_the_service_answers()
    {
        var answered = await Service.Http.GetStringAsync("/openapi/v1.json");
        Assert.That(
            await File.ReadAllTextAsync(CommittedPath), Is.EqualTo(answered),
            "the contract has changed; where that is meant: bash tests/contract.sh writes docs/openapi.json");
    }

    [Test]
    public void A_reader_of_OpenAPI_finds_no_fault_in_it()
    {
        var read = OpenApiDocument.Parse(File.ReadAllText(CommittedPath), "json");
        Assert.That(read.Diagnostic!.Errors.Select(each => each.ToString()), Is.Empty);
        Assert.That(read.Diagnostic.Warnings.Select(each => each.ToString()), Is.Empty);
        Assert.That(read.Diagnostic.SpecificationVersion, Is.EqualTo(OpenApiSpecVersion.OpenApi3_1));
        Assert.That(read.Document!.Paths, Has.Count.GreaterThan(20));
    }

    [Test]
    public void Every_operation_parameter_member_and_answer_says_what_it_is_in_Chinese_and_in_English()
    {
        var silent = Operations().SelectMany(each => Silent(each.Operation, each.Name))
            .Concat(Committed["components"]!["schemas"]!.AsObject().SelectMany(schema =>
                (schema.Value!["properties"]?.AsObject() ?? []).Where(member => !Says(member.Value!, "description"))
                .Select(member => $"{schema.Key}.{member.Key}")));
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Every_operation_says_its_refusals_and_what_it_takes_by_example()
    {
        var wrong = new List<string>();
        foreach (var (name, operation) in Operations())
        {
            var statuses = operation["responses"]!.AsObject().Select(each => each.Key).ToList();
            foreach (var status in new[] { "200", "400", "429", "503" }
                .Concat(operation["security"]!.AsArray().Count > 0 ? ["401", "403"] : []))
            {
                if (!statuses.Contains(status))
                {
                    wrong.Add($"{name} says nothing of {status}");
                }
            }

            wrong.AddRange((operation["parameters"]?.AsArray() ?? [])
                .Where(each => each!["example"] is null && (string)each["name"]! != "after")
                .Select(each => $"{name}: no example of {each!["name"]}"));
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Every_example_is_taken()
    {
        var wrong = new List<string>();
        var sent = 0;
        foreach (var (name, operation) in Operations())
        {
            var (method, path) = (name.Split(' ')[0], name.Split(' ')[1]);
            var key = await KeyForAsync(method, Filled(path, operation));
            foreach (var query in Queries(operation))
            {
                var type = operation["requestBody"]?["content"]?.AsObject().First();
                var answer = await Service.AskAsync(
                    key, new HttpMethod(method), Filled(path, operation) + query, type?.Value!["example"]?.ToJsonString() ?? "{}");
                sent++;
                var expected = Elsewhere.GetValueOrDefault(name, 200);
                if ((int)answer.StatusCode != expected)
                {
                    wrong.Add($"{name}{query}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                }
            }
        }

        TestContext.Out.WriteLine($"{sent} requests");
        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<(string Name, JsonNode Operation)> Operations() =>
        Committed["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(each => ($"{each.Key.ToUpperInvariant()} {path.Key}", each.Value!)));

    /// <summary>With what must be given alone, and with each other parameter of the query beside.</summary>
    private static IEnumerable<string> Queries(JsonNode operation)
    {
        var all = (operation["parameters"]?.AsArray() ?? [])
            .Where(each => (string)each!["in"]! == "query" && each["example"] is not null)
            .Select(each => (
                Required: (bool?)each!["required"] == true,
                Text: $"{each["name"]}={Uri.EscapeDataString($"{each["example"]}")}")).ToList();
        var must = all.Where(each => each.Required).Select(each => each.Text).ToList();
        return all.Where(each => !each.Required).Select(each => must.Append(each.Text)).Prepend(must)
            .Select(each => string.Join('&', each)).Select(each => each.Length == 0 ? "" : $"?{each}");
    }

    private static string Filled(string path, JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Where(each => (string)each!["in"]! == "path").Aggregate(
            path, (filled, each) => filled.Replace($"{{{each!["name"]}}}", $"{each["example"]}"));

    private static IEnumerable<string> Silent(JsonNode operation, string name) =>
        (Says(operation, "summary") ? Array.Empty<string>() : [name])
            .Concat((operation["parameters"]?.AsArray() ?? []).Where(each => !Says(each!, "description"))
                .Select(each => $"{name} {each!["name"]}"))
            .Concat(operation["responses"]!.AsObject().Where(each => !Says(each.Value!, "description"))
                .Select(each => $"{name} {each.Key}"));

    private static bool Says(JsonNode node, string property) =>
        ((string?)node[property])?.Split(" · ") is [{ Length: > 0 } zh, { Length: > 0 }]
        && zh.EnumerateRunes().Any(rune => rune.Value > 0x2E80 || zh == "ready");
}
