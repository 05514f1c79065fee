using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Logs;

/// <summary>A whole run, with everything that goes wrong on the way, and what its log says.</summary>
[Parallelizable(ParallelScope.Children)]
public class LogTests
{
    /// <summary>What stands for a person in an event: a keyed hash of 64 digits.</summary>
    private static readonly string Person = string.Concat(Enumerable.Repeat("0a9b8c7d", 8));

    private const string Identity = "11010519491231002X";

    [TestCase("json")]
    [TestCase("text")]
    public async Task No_code_of_an_enterprise_and_no_id_of_a_person_is_in_the_log(string form)
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        var said = await Run(folder, form);
        Assert.Multiple(() =>
        {
            foreach (var id in new[] { Sent.Shop, Sent.Factory, Sent.Shop.ToLowerInvariant(), Person, Identity, "Zhang San", "李四明", "13912345678" })
            {
                Assert.That(said, Does.Not.Contain(id));
            }

            Assert.That(said, Does.Contain("serving on").And.Contain("the record is unavailable")
                .And.Contain("events taken in").And.Contain("[masked].ndjson").And.Contain("stopping"));
        });
        foreach (var line in said.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (form == "json")
            {
                var one = JsonNode.Parse(line)!.AsObject();
                Assert.That(one.Select(each => each.Key), Is.SupersetOf(
                    new[] { "at", "level", "event", "name", "category", "message" }).And.Not.Contain("scopes"), line);
                Assert.That((string?)one["at"], Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"));
            }
            else
            {
                Assert.That(line, Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (crit|fail|warn|info): \w"));
            }
        }
    }

    [TestCase("operator 91350100M000100Y43 failed", "operator [masked] failed")]
    [TestCase("/v1/enterprises/91350100m000100y43?on=1", "/v1/enterprises/[masked]?on=1")]
    [TestCase("91350100M000100Y43_2025.ndjson", "[masked]_2025.ndjson")]
    [TestCase("id 11010519491231002X, old 110105491231002", "id [masked], old [masked]")]
    [TestCase("book 0a9b8c7d6e5f at 2025-07-31T00:00:00Z", "book 0a9b8c7d6e5f at 2025-07-31T00:00:00Z", "a hash of 12")]
    [TestCase("file 13912345678.ndjson, 电话13912345678", "file [masked].ndjson, 电话[masked]")]
    [TestCase("12912345678 139123456789", "12912345678 139123456789", "no mobile phones")]
    [TestCase("RedisStreamInboxes", "RedisStreamInboxes", "18 letters")]
    [TestCase("credit:events/1753934400000-0", "credit:events/1753934400000-0", "a stream's entry")]
    public void Ids_are_masked_and_nothing_else(string said, string masked, string reason = "") =>
        Assert.That(CreditScoring.Service.Logs.PersonalData.Masked(said), Is.EqualTo(masked), reason);

    [Test]
    public void What_was_thrown_is_told_without_the_words_of_a_sender()
    {
        var thrown = new InvalidOperationException("Zhang San", new IOException($"disk full at {Sent.Shop}"));
        Assert.That(CreditScoring.Service.Logs.LogForms.Thrown(thrown),
            Does.Contain("InvalidOperationException").And.Contain("disk full at [masked]").And.Not.Contain("Zhang"));
    }

    private static async Task<string> Run(TempFolder folder, string form)
    {
        using var process = new ServiceProcess(
            [
                "--record", folder.In("credit.db"), "--rules", folder.In("rules"),
                "--inbox", folder.Path, "--urls", "http://127.0.0.1:0",
            ],
            ("CREDIT__Logging__Form", form));
        using var http = await process.ServingAsync();
        var good = Sent.Failed("e1", "2025-07-01");
        var note = new JsonObject { ["result"] = "failed", ["note"] = $"李四明 13912345678 {Identity}" };
        await Post(http, Sent.Failed("n1", "2025-07-01", Sent.Factory).With("data", note.DeepClone()).ToJsonString(), HttpStatusCode.OK);
        note["李四明13912345678"] = "x";
        await Post(http, Sent.Failed("13912345678", "2025-07-01").With("data", note).ToJsonString(), HttpStatusCode.OK);
        await Post(http, good.ToJsonString(), HttpStatusCode.OK);
        await Post(http, Sent.Failed("e1", "2025-07-02", Sent.Factory).ToJsonString(), HttpStatusCode.OK);
        await Post(http, Sent.Failed(Person, "2999-01-01").With("document", "Zhang San").ToJsonString(), HttpStatusCode.OK);
        await Post(http, Sent.Failed("e3", "2025-07-01", Identity).ToJsonString(), HttpStatusCode.OK);
        await Post(http, $"{{\"subject\": {Sent.Shop} Zhang San", HttpStatusCode.BadRequest);
        await Post(http, good.ToJsonString(), HttpStatusCode.UnsupportedMediaType, "text/plain");
        foreach (var path in new[]
        {
            $"enterprises/{Sent.Factory}", $"enterprises/{Sent.Shop.ToLowerInvariant()}", $"enterprises/{Identity}",
            $"enterprises/{Person}?kind=person", $"{Sent.Shop}", $"enterprises/{Sent.Shop}?on=never",
            $"enterprises/{Sent.Shop}/explanation?knownAt=2999-01-01T00:00:00Z", $"enterprises?after={Person}",
            "quarantine/x", "quarantine", "enterprises/13912345678", "enterprises?name=李四明", "enterprises?name=13912345678&x=李四明",
        })
        {
            await http.GetAsync($"/v1/{path}");
        }

        File.WriteAllText(folder.In($"inbox/{Sent.Shop}.ndjson"), good.ToJsonString());
        await RunningService.Until(() => Task.FromResult(process.Said.Contains("events taken in")));
        await Broken(folder, "ALTER TABLE ledger RENAME TO lost");
        await Post(http, Sent.Failed("e5", "2025-07-01", Sent.Factory).ToJsonString(), HttpStatusCode.ServiceUnavailable);
        await Broken(folder, "ALTER TABLE lost RENAME TO ledger");
        process.AskToStop();
        Assert.That(await process.ExitAsync(), Is.Zero, process.Said);
        return process.Said;
    }

    private static async Task Post(
        HttpClient http, string text, HttpStatusCode status, string type = "application/json")
    {
        var answer = await http.PostAsync("/v1/events", new StringContent(text, Encoding.UTF8, type));
        Assert.That(answer.StatusCode, Is.EqualTo(status), await answer.Content.ReadAsStringAsync());
    }

    private static async Task Broken(TempFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.In("credit.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
