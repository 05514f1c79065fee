using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Persons, programs and keys over HTTP, from the first admin at the machine on.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class KeyTests(On on) : ServiceTest(on)
{
    private string one = null!;
    private string two = null!;

    [SetUp]
    public async Task Two_admins()
    {
        await Restart(Keyed.Wanted);
        one = await Service.KeyOf("one", [Role.Admin]);
        two = await Service.KeyOf("two", [Role.Admin]);
    }

    [Test]
    public async Task An_admin_enters_a_program_and_its_key_sends_its_own_events_and_no_others()
    {
        await Enter(one, "{\"what\":\"system-added\",\"target\":\"system:bureau\",\"name\":\"抽检系统\",\"region\":\"3501\"}");
        await Enter(one, "{\"what\":\"role-granted\",\"target\":\"system:bureau\",\"role\":\"ingest\"}");
        var key = (string)(await Enter(one, "{\"what\":\"key-issued\",\"owner\":\"system:bureau\",\"roles\":[\"ingest\"],"
            + "\"source\":\"bureau\",\"region\":\"3501\",\"expires\":\"2025-08-01\"}"))["key"]!;
        Assert.That(await Post(key, $"[{Sent.Failed("e1", "2025-07-01").ToJsonString()}]"), Does.Contain("accepted"));
        var foreign = await Post(key, $"[{Sent.Failed("e2", "2025-07-01").ToJsonString()},"
            + $"\n{Sent.Failed("e3", "2025-07-01").With("source", "other").ToJsonString()}]");
        Assert.That(foreign, Does.Contain("source-foreign").And.Contain("\"line\":2"));
        Assert.That((long)(await Service.ReadyAsync())["events"]!, Is.EqualTo(1), "nothing of it was kept");
        Clock.Turn("2025-08-01");
        Assert.That(await Post(key, "[]"), Does.Not.Contain("key-wanted"), "the last day in");
        Clock.Turn("2025-08-02");
        Assert.That(await Post(key, "[]"), Does.Contain("key-wanted"), "the first day out");
    }

    [Test]
    public async Task A_key_is_in_one_answer_and_neither_in_the_register_nor_in_the_audit()
    {
        var issued = await Enter(one, "{\"what\":\"key-issued\",\"owner\":\"person:two\",\"roles\":[\"admin\"],\"expires\":\"2025-09-01\"}");
        var secret = ((string)issued["key"]!)[^64..];
        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        var register = (await Ask(one, "/v1/register")).ToJsonString();
        var audit = (await Ask(auditor, "/v1/audit?limit=1000")).ToJsonString();
        Assert.That(register, Does.Contain((string)issued["target"]!).And.Not.Contain(secret));
        Assert.That(audit, Does.Contain((string)issued["target"]!).And.Not.Contain(secret));
    }

    [Test]
    public async Task The_second_admin_is_another_person_whichever_key_is_shown()
    {
        await Enter(one, "{\"what\":\"person-added\",\"target\":\"person:li\",\"name\":\"李\"}");
        await Enter(one, "{\"what\":\"role-granted\",\"target\":\"person:li\",\"role\":\"author\"}");
        var issued = await Enter(
            two, "{\"what\":\"key-issued\",\"owner\":\"person:one\",\"roles\":[\"admin\"],\"expires\":\"2025-09-01\"}");
        var other = (string)issued["key"]!;
        const string confirm = "{\"what\":\"role-confirmed\",\"target\":\"person:li\",\"role\":\"author\"}";
        Assert.That((await Refused(other, confirm)).Item1, Is.EqualTo(401), "until the one whose key it is agrees");
        await Enter(one, $"{{\"what\":\"key-confirmed\",\"target\":\"{issued["target"]}\"}}");
        Assert.That(await Refused(other, confirm), Is.EqualTo((409, "second-person")));
        await Enter(two, confirm);
        var holders = (await Ask(one, "/v1/register"))["holders"]!.AsArray();
        var li = holders.Single(each => (string?)each!["target"] == "person:li")!["roles"]![0]!;
        Assert.That(((bool)li["counts"]!, (string?)li["by"]), Is.EqualTo((true, "person:one")));
    }

    [Test]
    public async Task A_look_into_a_file_is_told_before_it_is_answered_and_a_look_at_a_standing_is_not()
    {
        var corrector = await Service.KeyOf("corrector", [Role.Corrector]);
        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        var near = await Service.KeyOf("near", [Role.Auditor], "44");
        await Post(corrector, $"[{Sent.Failed("e1", "2025-07-01").ToJsonString()}]");
        foreach (var part in new[] { "", "/explanation", "/ledger", "/history" })
        {
            await Ask(corrector, $"/v1/enterprises/{Sent.Shop}{part}");
        }

        await Service.AskAsync(corrector, HttpMethod.Get, $"/v1/enterprises/{Sent.Factory}/ledger");
        var told = (await Ask(auditor, $"/v1/audit?target=operator/{Sent.Shop}"))["items"]!.AsArray();
        Assert.That(
            told.Select(each => ((string?)each!["actor"], (string?)each["what"], (string?)each["region"])),
            Is.EqualTo(new[] { "explanation-read", "ledger-read", "history-read" }
                .Select(what => ("person:corrector", what, "350100"))));
        Assert.That((await Ask(auditor, $"/v1/audit?target=operator/{Sent.Factory}"))["items"]!.AsArray(), Is.Empty);
        Assert.That((await Ask(near, "/v1/audit"))["items"]!.AsArray(), Is.Empty, "of another region");
        Assert.That((await Proof.OfAsync(Service.Services.GetRequiredService<IRecord>().ChainAsync(), [])).Found, Is.Empty);
    }

    [Test]
    public async Task Who_sent_events_is_kept_with_them_and_how_they_ended()
    {
        var corrector = await Service.KeyOf("corrector", [Role.Corrector]);
        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        var sent = Sent.Failed("e1", "2025-07-01").ToJsonString();
        await Post(corrector, $"[{sent},{sent},{Sent.Failed("e2", "2025-07-01").With("data", null).ToJsonString()}]");
        await Post(corrector, $"[{Sent.Failed("x", "2025-07-01").With("source", "other").ToJsonString()}]");
        var told = (await Ask(auditor, "/v1/audit?what=events-sent"))["items"]!.AsArray();
        Assert.That(told.Select(each => $"{each!["actor"]} {each["target"]} {each["body"]!.ToJsonString()}"), Is.EqualTo(new[]
        {
            "person:corrector source:bureau {\"accepted\":1,\"duplicate\":1,\"quarantined\":1,\"first\":\"e1\",\"last\":\"e2\"}",
            "person:corrector source:other {\"accepted\":1,\"first\":\"x\",\"last\":\"x\"}",
        }));
    }

    [Test]
    public async Task What_was_turned_away_is_looked_at_and_read_again_under_a_name()
    {
        var corrector = await Service.KeyOf("corrector", [Role.Corrector]);
        var auditor = await Service.KeyOf("auditor", [Role.Auditor]);
        await Post(corrector, "[{\"id\": 7}]");
        await Ask(corrector, "/v1/quarantine?limit=5");
        await Service.AskAsync(corrector, HttpMethod.Get, "/v1/quarantine/1/text");
        await Service.AskAsync(corrector, HttpMethod.Post, "/v1/quarantine/1/replay");
        await Service.AskAsync(auditor, HttpMethod.Get, "/v1/quarantine/1/text");
        var told = (await Ask(auditor, "/v1/audit?actor=person:corrector&after=0&limit=100"))["items"]!.AsArray();
        Assert.That(told.Select(each => $"{each!["what"]} {$"{each["target"]}".Split("turned:")[0]}"), Is.EqualTo(new[]
        {
            "events-sent source:", "event-turned ", "quarantine-read /v1/quarantine", "quarantine-read /v1/quarantine/1/text",
            "quarantine-replayed /v1/quarantine/1/replay", "events-sent source:",
        }));
    }

    [Test]
    public async Task What_was_entered_is_there_after_a_restart()
    {
        await Restart(Keyed.Wanted);
        Assert.That((await Ask(one, "/v1/register"))["holders"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Many_who_enter_at_once_each_enter_theirs()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Enter(
            one, $"{{\"what\":\"person-added\",\"target\":\"person:p{number}\",\"name\":\"p\"}}")));
        Assert.That((await Ask(one, "/v1/register"))["holders"]!.AsArray(), Has.Count.EqualTo(22));
        var entries = await Service.Services.GetRequiredService<IRecord>().RegisterAsync(0, 1000);
        Assert.That(entries.Select(each => each.Act.Number), Is.EqualTo(Enumerable.Range(1, entries.Count)));
    }

    [Test]
    public async Task Of_many_who_enter_the_same_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Service.AskAsync(
            one, HttpMethod.Post, "/v1/register", "{\"what\":\"person-added\",\"target\":\"person:p\",\"name\":\"p\"}")));
        Assert.That(answers.Select(each => each.StatusCode).Order(),
            Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Conflict, 7).Prepend(HttpStatusCode.OK)));
    }

    private async Task<JsonNode> Enter(string key, string entry) =>
        await Service.AskAsync(key, HttpMethod.Post, "/v1/register", entry).ReadAsync();

    private Task<JsonNode> Ask(string key, string path) => Service.AskAsync(key, HttpMethod.Get, path).ReadAsync();

    private async Task<(int, string)> Refused(string key, string entry)
    {
        var answer = await Service.AskAsync(key, HttpMethod.Post, "/v1/register", entry);
        return ((int)answer.StatusCode, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!);
    }

    private async Task<string> Post(string key, string events) =>
        await (await Service.AskAsync(key, HttpMethod.Post, "/v1/events", events)).Content.ReadAsStringAsync();
}

/// <summary>Two workers on one record, and whoever sits at the machine.</summary>
[Category(Tool.Postgres)]
public class SharedRegisterTests
{
    [Test]
    public async Task A_key_that_one_worker_revokes_is_refused_by_the_other_within_a_moment()
    {
        var server = await SharedPostgres.Server;
        string[] record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        using var folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        await using var first = await RunningService.StartAsync(folder, clock, Keyed.Wanted, record);
        await using var second = await RunningService.StartAsync(folder, clock, Keyed.Wanted, record);
        var admin = await first.KeyOf("one", [Role.Admin]);
        var viewer = await first.KeyOf("viewer", [Role.Viewer]);
        await RunningService.Until(async () => await Status(second, viewer) == 200);
        await first.Enter(new KeyRevoked(KeyText.Parse(viewer)!.Value.Id), "person:one");
        Assert.That(await Status(first, viewer), Is.EqualTo(401), "at once");
        await Task.Delay(300);
        Assert.That(await Status(second, viewer), Is.EqualTo(401));
        Assert.That(await Status(second, admin), Is.EqualTo(403), "control: known there, and may not read rules");
    }

    private static async Task<int> Status(RunningService service, string key) =>
        (int)(await service.AskAsync(key, HttpMethod.Get, "/v1/rules")).StatusCode;
}
