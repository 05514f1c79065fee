using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using StackExchange.Redis;

namespace CreditScoring.Service.Tests.Work;

/// <summary>
/// Three service processes, one Redis, one PostgreSQL, the shipped rules; events shuffled, one in
/// twenty twice. One worker is killed for good and one is stopped and started again.
/// <c>tests/three-workers.sh</c> runs it with more events.
/// </summary>
[Parallelizable]
[Category(Tool.Redis)]
[Category(Tool.Postgres)]
public class ThreeWorkersTests
{
    private static readonly int Events = int.Parse(
        Environment.GetEnvironmentVariable("CREDIT_EVENTS") ?? "20000", CultureInfo.InvariantCulture);

    /// <summary>As `credit assess` does, which asks nobody whether it may.</summary>
    private static readonly (string, string) AllPacks = ("CREDIT__Rules__AcceptRecalled", "true");

    private readonly List<ServiceProcess> workers = [];
    private TempFolder folder = null!;
    private RedisServer redis = null!;
    private PostgresServer server = null!;
    private string connection = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        redis = await RedisServer.StartAsync();
        server = await PostgresServer.StartAsync();
        folder = new TempFolder();
        connection = server.Connection(await server.NewDatabaseAsync());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        workers.ForEach(worker => worker.Dispose());
        if (folder is not null)
        {
            folder.Dispose();
            await server.DisposeAsync();
            await redis.DisposeAsync();
        }
    }

    [Test]
    public async Task Three_workers_leave_what_one_process_computes_subject_by_subject()
    {
        var lines = await Sample();
        await Fill(lines);
        var watch = Stopwatch.StartNew();
        var (one, two, three) = (Worker("one"), Worker("two"), Worker("three"));
        using var http = await three.ServingAsync();
        await RunningService.Until(async () => await Kept(http) >= lines.Count / 4);
        await one.KillAsync();
        await RunningService.Until(async () => await Kept(http) >= lines.Count / 2);
        two.AskToStop();
        Assert.That(await two.ExitAsync(), Is.Zero, two.Said);
        var again = Worker("two");
        while (await Left() > 0)
        {
            await Task.Delay(200);
        }

        TestContext.Out.WriteLine($"{lines.Count} events in {watch.Elapsed.TotalSeconds:0} s");
        Assert.That(await Kept(http), Is.EqualTo(lines.Count), "none lost, none twice");
        using var other = await again.ServingAsync();
        await SameAsAssessed(http, other);
        await StreamIsWhole(http);
        await Rebuilds();
    }

    private ServiceProcess Worker(string name)
    {
        var worker = new ServiceProcess(
            ["--postgres", connection, "--redis", redis.Address, "--urls", "http://127.0.0.1:0"],
            ("CREDIT__Redis__Worker", name), AllPacks);
        workers.Add(worker);
        return worker;
    }

    private async Task<List<string>> Sample()
    {
        // The sample has about 5 events an enterprise in three years.
        var enterprises = (Events / 5).ToString(CultureInfo.InvariantCulture);
        var lines = (await Credit("sample", "--enterprises", enterprises, "--years", "3"))
            .Where(line => line.Length > 0).ToList();
        await File.WriteAllLinesAsync(folder.In("events.ndjson"), lines);
        return lines;
    }

    private async Task Fill(List<string> lines)
    {
        var random = new Random(1);
        var sent = lines.Concat(lines.Where(_ => random.Next(20) == 0)).ToArray();
        random.Shuffle(sent);
        foreach (var chunk in sent.Chunk(5000))
        {
            await redis.AddAsync(chunk);
        }
    }

    private async Task SameAsAssessed(HttpClient http, HttpClient other)
    {
        var day = (string)(await http.GetFromJsonAsync<JsonNode>("/health/ready"))!["day"]!;
        var assessed = (await Credit("assess", "--events", folder.In("events.ndjson"), "--on", day, "--json"))
            .Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!)
            .GroupBy(each => (Kind: (string)each["kind"]!, Subject: (string)each["subject"]!)).ToList();
        Assert.That(assessed, Has.Count.GreaterThan(Events / 10));
        var differ = new List<string>();
        await Parallel.ForEachAsync(assessed, async (subject, stop) =>
        {
            var path = $"/v1/enterprises/{Uri.EscapeDataString(subject.Key.Subject)}?kind={subject.Key.Kind}";
            var from = subject.Key.GetHashCode() % 2 == 0 ? http : other;
            var answer = (await from.GetFromJsonAsync<JsonNode>(path, stop))!;
            var (kept, computed) = (Plain(answer["standings"]!.AsArray()!, answer), Plain(subject!));
            if (kept != computed)
            {
                lock (differ)
                {
                    differ.Add($"{subject.Key}\n{kept}\n{computed}");
                }
            }
        });
        TestContext.Out.WriteLine(
            $"{assessed.Count} subjects, {assessed.Sum(each => each.Count())} standings, {differ.Count} differ");
        Assert.That(differ.Take(3), Is.Empty);
    }

    /// <summary>
    /// Standings but for what counts postings and what was asked, with the engines before. The book of
    /// `credit assess` has templates too, which a service leaves idle.
    /// </summary>
    /// <param name="answer">Says by which engines; null: each standing does.</param>
    private static string Plain(IEnumerable<JsonNode> standings, JsonNode? answer = null) => string.Join("\n", standings
        .Select(each =>
        {
            var standing = each.AsObject();
            var engines = (string?)(answer ?? each)["secondOpinion"];
            foreach (var other in new[] { "revision", "knownAt", "book", "secondOpinion" })
            {
                standing.Remove(other);
            }

            return $"{engines} {standing.ToJsonString()}";
        }).Order(StringComparer.Ordinal));

    private async Task StreamIsWhole(HttpClient http)
    {
        var feed = await server.AskAsync<long>(
            new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!, "SELECT feed FROM head");
        Assert.That(feed, Is.Positive);
        await RunningService.Until(async () =>
        {
            var stream = await redis.StreamAsync("credit:recommendations");
            return stream.Count > 0 && stream[^1].Id == $"{feed}-0" && stream.Count == feed;
        });
        Assert.That((string?)(await http.GetFromJsonAsync<JsonNode>("/health/ready"))!["status"], Is.EqualTo("ready"));
    }

    /// <summary>Files, ledger, standings and recommendations all follow from the events.</summary>
    private async Task Rebuilds()
    {
        foreach (var worker in workers)
        {
            worker.AskToStop();
        }

        using var replay = new ServiceProcess(["replay", "--verify", "--postgres", connection], AllPacks);
        Assert.That(await replay.ExitAsync(TimeSpan.FromMinutes(10)), Is.Zero, replay.Said);
        TestContext.Out.WriteLine(replay.Said.Trim());
    }

    private static async Task<long> Kept(HttpClient http)
    {
        var ready = JsonNode.Parse(await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync())!;
        return (long?)ready["events"] ?? 0;
    }

    private async Task<long> Left()
    {
        var group = (RedisResult[])((RedisResult[])(await redis.Redis.AskAsync("XINFO", "GROUPS", "credit:events"))!)[0]!;
        // name, consumers, pending, last-delivered-id, entries-read, lag: each after its name.
        return (long)group[5] + (group[11].IsNull ? 0 : (long)group[11]);
    }

    private static async Task<string[]> Credit(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "credit.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        using var credit = Process.Start(start)!;
        return (await credit.StandardOutput.ReadToEndAsync()).Split('\n');
    }
}
