using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>A new record, in which no law is in force yet.</summary>
public class FirstLawTests
{
    private static readonly (string, string) Untrusted = ("CREDIT__Rules__TrustFolder", "false");

    private TempFolder folder = null!;

    private string[] Switches =>
        ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"];

    [SetUp]
    public void Begin() => TestRules.WriteTo(folder = new TempFolder());

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Where_nobody_could_approve_a_law_a_service_without_one_does_not_start_and_says_what_to_do()
    {
        using var process = new ServiceProcess(Switches, Untrusted);
        Assert.That(await process.ExitAsync(), Is.EqualTo(2));
        Assert.That(process.Said, Does.Contain("no law is in force").And.Contain("Rules:TrustFolder=true").And.Contain("docs/law.md"));
    }

    [Test]
    public async Task Nobody_is_judged_before_two_persons_have_put_a_law_in_force_and_then_everybody_is()
    {
        var (author, approver, sender) = await KeysAsync();
        using var process = new ServiceProcess(Switches, Untrusted, ("CREDIT__Access__Mode", "keys"));
        using var http = await process.ServingAsync();
        await RunningService.Until(() => Task.FromResult(process.Said.Contains("no law is in force in this record")));
        var (status, said) = await Ask(http, sender, HttpMethod.Post, "/v1/events", Sent.Failed("e1", "2025-07-01"));
        Assert.That((status, (string?)said["code"]), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "law-awaited")));
        (status, said) = await Ask(http, null, HttpMethod.Get, "/health/ready");
        Assert.That((status, (string?)said["code"]), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "law-awaited")));

        (status, said) = await Ask(http, author, HttpMethod.Post, "/v1/proposals",
            new JsonObject { ["title"] = "首次施行", ["reason"] = "安装" });
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), said.ToJsonString());
        var path = $"/v1/proposals/{said["id"]}";
        var content = new JsonObject { ["content"] = said["content"]!.DeepClone() };
        foreach (var (key, act) in new[] { (author, "propose"), (approver, "approve"), (approver, "publish") })
        {
            (status, said) = await Ask(http, key, HttpMethod.Post, $"{path}/{act}", content);
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK), said.ToJsonString());
        }

        await RunningService.Until(async () => (await Ask(http, null, HttpMethod.Get, "/health/ready")).Status == HttpStatusCode.OK);
        (status, said) = await Ask(http, sender, HttpMethod.Post, "/v1/events", Sent.Failed("e1", "2025-07-01"));
        Assert.That((string?)said["events"]![0]!["outcome"], Is.EqualTo("accepted"), said.ToJsonString());
        (_, said) = await Ask(http, null, HttpMethod.Get, "/version");
        Assert.That((string?)said["law"], Is.EqualTo("approved"));
    }

    private async Task<(string Author, string Approver, string Sender)> KeysAsync()
    {
        var clock = TimeProvider.System;
        using var record = new SqliteRecord(folder.In("credit.db"));
        var desk = new RegisterDesk(record, record, clock);
        return (await Key("author", Role.Author), await Key("approver", Role.Approver), await Key("sender", Role.Ingest));

        async Task<string> Key(string id, Role role)
        {
            var (isSystem, made) = (role == Role.Ingest, KeyText.New());
            var target = Holder.TargetOf(id, isSystem);
            await Enter(new HolderAdded(id, isSystem, id, RegionScope.All));
            await Enter(new RoleGranted(target, role));
            if (!isSystem)
            {
                await Enter(new RoleConfirmed(target, role), "person:two");
            }

            await Enter(new KeyIssued(new AccessKey(
                made.Id, target, [role], isSystem ? "bureau" : null, RegionScope.All,
                CreditScoring.Service.Hosting.LegalDay.Of(clock.GetUtcNow()).AddDays(9), made.Hash)));
            if (!isSystem)
            {
                await Enter(new KeyConfirmed(made.Id), "person:two");
            }

            return $"{made}";
        }

        async Task Enter(RegisterEntry entry, string by = "command") =>
            Assert.That(await desk.EnterAsync(entry, by), Is.Null);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Said)> Ask(
        HttpClient http, string? key, HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
