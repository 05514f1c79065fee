using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CreditScoring.Service.Demo;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Starting;

/// <summary>What only a process of its own can show: death, stop, and how it is started.</summary>
public class ProcessTests
{
    private TempFolder folder = null!;

    [SetUp]
    public void Prepare()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Killed_under_load_it_has_every_event_that_it_answered_for_once()
    {
        var answered = new List<int>();
        for (var round = 0; round < 10; round++)
        {
            using var process = ServiceProcess.On(folder);
            using var http = await process.ServingAsync();
            var count = new StrongBox<int>();
            var senders = Enumerable.Range(0, 4)
                .Select(sender => Send(http, (round * 4) + sender, count)).ToArray();
            // However slow the machine is, some are answered before it dies.
            await RunningService.Until(() => Task.FromResult(count.Value >= 10));
            await Task.Delay(round * 40);
            await process.KillAsync();
            answered.AddRange((await Task.WhenAll(senders)).SelectMany(each => each));
        }

        using var last = ServiceProcess.On(folder);
        using var questions = await last.ServingAsync();
        Assert.That(answered, Is.Not.Empty);
        foreach (var sent in answered.Chunk(500))
        {
            // What is kept is known; an event that were lost would be accepted once more.
            var outcomes = await Outcomes(questions, sent);
            Assert.That(outcomes, Is.All.EqualTo("duplicate"));
        }

        foreach (var number in answered.Where((_, i) => i % 50 == 0))
        {
            var standing = (await questions.GetFromJsonAsync<JsonNode>($"/v1/enterprises/{Codes.Of(number)}"))!
                ["standings"]![0]!;
            Assert.That((int)standing["points"]!, Is.EqualTo(6), "counted once");
        }

        await last.KillAsync();
        using var verify = new ServiceProcess(
            ["verify", "--record", folder.In("credit.db"), "--rules", folder.In("rules")]);
        Assert.That(await verify.ExitAsync(), Is.Zero, verify.Said);
    }

    [Test]
    public async Task Asked_to_stop_it_keeps_what_was_handed_in_and_ends_with_0()
    {
        using var process = ServiceProcess.On(folder);
        using var http = await process.ServingAsync();
        var count = new StrongBox<int>();
        var sending = Send(http, 1, count);
        await RunningService.Until(() => Task.FromResult(count.Value >= 5));
        var watch = Stopwatch.StartNew();
        process.AskToStop();
        Assert.That(await process.ExitAsync(), Is.Zero, process.Said);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        var answered = await sending;

        using var again = ServiceProcess.On(folder);
        using var questions = await again.ServingAsync();
        Assert.That(await Outcomes(questions, [.. answered]), Is.All.EqualTo("duplicate"));
    }

    [Test]
    public async Task A_second_process_on_the_same_record_is_refused()
    {
        using var first = ServiceProcess.On(folder);
        using var http = await first.ServingAsync();
        using var second = ServiceProcess.On(folder);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Said, Does.Contain("in use by another process"));
    }

    [Test]
    public async Task An_address_that_is_taken_is_told_without_a_stack_trace()
    {
        using var first = ServiceProcess.On(folder);
        using var http = await first.ServingAsync();
        using var second = new ServiceProcess(
            ["--record", folder.In("other.db"), "--rules", folder.In("rules"),
                "--urls", http.BaseAddress!.ToString()]);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1), second.Said);
        Assert.That(second.Said, Does.Contain("--urls").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Settings_come_from_the_environment_too()
    {
        using var process = new ServiceProcess(
            ["--urls", "http://127.0.0.1:0"],
            ("CREDIT__Record__Path", folder.In("named.db")), ("CREDIT__Rules__Path", folder.In("rules")));
        using var http = await process.ServingAsync();
        Assert.That(File.Exists(folder.In("named.db")), Is.True);
    }

    [Test]
    public async Task The_demo_shows_tiers_and_visits_serves_and_leaves_nothing_behind()
    {
        using var process = new ServiceProcess(["--demo", "--urls", "http://127.0.0.1:0"]);
        using var http = await process.ServingAsync();
        await RunningService.Until(() => Task.FromResult(process.Said.Contains("Ctrl-C")));
        Assert.That(process.Said, Does.Contain("等级 tier").And.Contain("开始 opens"));
        var ready = await http.GetFromJsonAsync<JsonNode>("/health/ready");
        Assert.That((int)ready!["files"]!, Is.GreaterThanOrEqualTo(2000));
        Assert.That((int)ready["quarantined"]!, Is.Zero, "the sample is sound");
        var serving = process.Said.Split('\n').First(line => line.Contains("serving on"));
        var record = serving.Split("record ")[1].Split(", rules")[0];
        Assert.That(File.Exists(record), Is.True);
        process.AskToStop();
        Assert.That(await process.ExitAsync(), Is.Zero);
        Assert.That(Directory.Exists(Path.GetDirectoryName(record)), Is.False);
    }

    [TestCase("open")]
    [TestCase("keys")]
    public async Task The_demo_makes_somebody_for_each_role_whose_password_and_key_are_good(string mode)
    {
        using var process = new ServiceProcess(["--demo", "--urls", "http://127.0.0.1:0"], ("CREDIT__Access__Mode", mode));
        using var http = await process.ServingAsync();
        await RunningService.Until(() => Task.FromResult(process.Said.Contains("Ctrl-C")));
        var said = process.Said.Split('\n');
        var table = said.SkipWhile(line => !line.Contains("初始口令")).ToArray();
        Assert.That(table.TakeWhile(line => !line.Contains("keys in")).Select(TextTable.WidthOf), Is.All.LessThanOrEqualTo(80));
        var folder = table.Single(line => line.Contains("keys in")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        string[] roles = ["viewer", "officer", "scheduler", "author", "approver", "corrector", "auditor", "admin1", "admin2", "sampling"];
        foreach (var id in roles)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/v1/session");
            request.Headers.Add("Authorization", $"Bearer {(await File.ReadAllTextAsync(Path.Combine(folder, $"{id}.key"))).Trim()}");
            var who = JsonNode.Parse(await (await http.SendAsync(request)).Content.ReadAsStringAsync())!;
            Assert.That((string?)who["actor"], Is.EqualTo(id == "sampling" ? "system:sampling" : $"person:{id}"));
        }

        foreach (var id in roles.Where(each => each != "sampling").Take(mode == "open" ? 8 : 1))
        {
            var password = table.First(line => line.Contains($" {id} ")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
            using var content = new StringContent($"{{\"id\":\"{id}\",\"password\":\"{password}\"}}", System.Text.Encoding.UTF8, "application/json");
            Assert.That((int)(await http.PostAsync("/v1/session", content)).StatusCode, Is.EqualTo(200), id);
        }

        using var stranger = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = http.BaseAddress };
        Assert.That((int)(await stranger.GetAsync("/v1/rules")).StatusCode, Is.EqualTo(mode == "open" ? 200 : 401));
        Assert.That(process.Said, Does.Not.Contain("no admin has"));
    }

    [Test]
    public async Task Where_keys_are_wanted_and_no_admin_can_come_in_the_start_warns()
    {
        using var process = new ServiceProcess(
            ["--urls", "http://127.0.0.1:0", "--record", folder.In("keyed.db"), "--rules", folder.In("rules")],
            ("CREDIT__Access__Mode", "keys"));
        using var http = await process.ServingAsync();
        await RunningService.Until(() => Task.FromResult(process.Said.Contains("no admin has a key or a password")));
        Assert.That(process.Said, Does.Contain("first-admin"));
    }

    [TestCase("--demo --urls http://0.0.0.0:0", "open to other machines")]
    [TestCase("--urls http://bureau.example:80", "open to other machines")]
    [TestCase("--rules /no/such/folder", "there is no folder")]
    [TestCase("--demo --record x.db", "temporary folder")]
    [TestCase("--rule x", "--rule is not known")]
    [TestCase("--urls", "--urls wants a value")]
    public async Task A_wrong_start_is_refused_with_what_to_do(string arguments, string said)
    {
        using var process = new ServiceProcess(arguments.Split(' '));
        Assert.That(await process.ExitAsync(), Is.EqualTo(2));
        Assert.That(process.Said, Does.Contain(said).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Flawed_rules_are_printed_and_end_it_with_1()
    {
        TestRules.Publish(folder.In("rules"), "6 +");
        using var process = ServiceProcess.On(folder);
        Assert.That(await process.ExitAsync(), Is.EqualTo(1));
        Assert.That(process.Said, Does.Contain("points.workflow.json:3:").And.Contain("judges nobody"));
    }

    /// <summary>Sends single events of different enterprises until the service is gone.</summary>
    private static async Task<List<int>> Send(
        HttpClient http, int sender, StrongBox<int>? count = null)
    {
        var answered = new List<int>();
        try
        {
            for (var number = sender * 10_000; ; number++)
            {
                var answer = await http.PostAsJsonAsync("/v1/events", Event(number));
                if (!answer.IsSuccessStatusCode)
                {
                    return answered;
                }

                answered.Add(number);
                _ = count is null ? 0 : Interlocked.Increment(ref count.Value);
            }
        }
        catch (HttpRequestException)
        {
            return answered;
        }
    }

    private static async Task<string[]> Outcomes(HttpClient http, int[] numbers)
    {
        var answer = await http.PostAsJsonAsync("/v1/events", new JsonArray([.. numbers.Select(Event)]));
        var events = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["events"]!.AsArray();
        return [.. events.Select(each => (string)each!["outcome"]!)];
    }

    private static JsonObject Event(int number) =>
        Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number));
}
