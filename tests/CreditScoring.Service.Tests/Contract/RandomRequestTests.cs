using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using Json.Schema;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>
/// Random requests, valid and not, made of the contract's own schemas: none is answered with a fault, a status
/// that the operation does not declare, or a body that its schema does not allow. CREDIT_REQUESTS says how many,
/// CREDIT_SEED which.
/// </summary>
public class RandomRequestTests : ContractTest
{
    private static readonly int Requests = Number("CREDIT_REQUESTS", 600);
    private static readonly int Seed = Number("CREDIT_SEED", 1);

    [Test]
    public async Task No_request_is_answered_but_as_the_contract_says()
    {
        var schemas = new AnswerSchemas(Committed);
        var making = new RandomRequests(Committed, new Random(Seed), [null, .. Keys.Values]);
        var (wrong, statuses) = (new List<string>(), new SortedDictionary<int, int>());
        for (var number = 0; number < Requests && wrong.Count < 5; number++)
        {
            var made = making.Next();
            using var request = made.Message();
            using var answer = await Service.Http.SendAsync(request);
            statuses[(int)answer.StatusCode] = statuses.GetValueOrDefault((int)answer.StatusCode) + 1;
            if (await FaultOf(made, answer, schemas) is { } fault)
            {
                wrong.Add($"request {number}: {made}\n  {(int)answer.StatusCode}: {fault}");
            }
        }

        TestContext.Out.WriteLine($"seed {Seed}: {string.Join(", ", statuses.Select(each => $"{each.Value} times {each.Key}"))}");
        Assert.That(wrong, Is.Empty);
        Assert.That(statuses.Keys, Is.SupersetOf(new[] { 200, 400, 401, 403, 404 }), "it goes through all of it");
    }

    [Test]
    public void A_body_that_breaks_its_schema_is_seen()
    {
        var schemas = new AnswerSchemas(Committed);
        Assert.That(schemas.FaultOf("Problem", """{"type":"a","title":"b","status":400,"code":"c","detail":"d","titleZh":"e","detailZh":"f"}"""), Is.Null);
        Assert.That(schemas.FaultOf("Problem", """{"type":"a","title":"b","status":"400","code":"c","detail":"d","titleZh":"e","detailZh":"f"}"""), Is.Not.Null);
        Assert.That(schemas.FaultOf("Problem", """{"type":"a"}"""), Is.Not.Null);
        Assert.That(schemas.FaultOf("Wording", """{"zh":"a","en":"b","fr":"c"}"""), Is.Not.Null);
    }

    private static async Task<string?> FaultOf(MadeRequest made, HttpResponseMessage answer, AnswerSchemas schemas)
    {
        var status = $"{(int)answer.StatusCode}";
        if (made.Operation["responses"]![status] is not { } declared)
        {
            return $"not declared: {await answer.Content.ReadAsStringAsync()}";
        }

        var type = answer.Content.Headers.ContentType?.MediaType;
        if (declared["content"] is not { } content || content.AsObject().Count == 0)
        {
            return (await answer.Content.ReadAsByteArrayAsync()).Length == 0 ? null : "a body where none is declared";
        }

        return content[type ?? ""] is not { } form ? $"a body of {type}"
            : form["schema"] is { } schema && type!.EndsWith("json", StringComparison.Ordinal) && schema["$ref"] is { } name
                ? schemas.FaultOf(((string)name!).Split('/')[^1], await answer.Content.ReadAsStringAsync()) : null;
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}

/// <summary>The schemas of the contract, by name.</summary>
internal sealed class AnswerSchemas(JsonNode contract)
{
    private static readonly EvaluationOptions Options = new()
    {
        OutputFormat = OutputFormat.List, RequireFormatValidation = true,
    };

    private readonly Dictionary<string, JsonSchema> read = [];
    private readonly string parts = contract["components"]!["schemas"]!.ToJsonString()
        .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);

    /// <returns>Null: it keeps to the schema.</returns>
    public string? FaultOf(string name, string body)
    {
        if (!read.TryGetValue(name, out var schema))
        {
            var text = "{\"$id\":\"https://contract.example/" + name + Guid.NewGuid() + "\",\"$ref\":\"#/$defs/" + name + "\",\"$defs\":" + parts + "}";
            read[name] = schema = JsonSchema.FromText(text);
        }

        using var document = JsonDocument.Parse(body);
        var result = schema.Evaluate(document.RootElement, Options);
        return result.IsValid ? null : string.Join("; ", (result.Details ?? [])
            // Of what may be null, also the branch that does not hold is told.
            .Where(each => each.Errors is { Count: > 0 } && !each.EvaluationPath.ToString().Contains("/oneOf/1"))
            .Select(each => $"{each.InstanceLocation}: {string.Join(", ", each.Errors!.Values)}").Take(5))
            + $" in {body[..Math.Min(body.Length, 600)]}";
    }
}

/// <summary>A request that was made.</summary>
internal sealed record MadeRequest(
    string Method, string Path, JsonNode Operation, string? Key, string? Accept, string? Type, byte[]? Body)
{
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Path);
        message.Headers.TryAddWithoutValidation("Authorization", Key is null ? null : $"Bearer {Key}");
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Path} {Accept} {Type} {(Body is null ? "" : Encoding.UTF8.GetString(Body)[..Math.Min(Body.Length, 300)])}";
}
