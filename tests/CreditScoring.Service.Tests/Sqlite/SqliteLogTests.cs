using CreditScoring.Service.Ports;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>The write-ahead log of a record is shortened while it is used, and who holds it is told.</summary>
public class SqliteLogTests
{
    private const long Threshold = 1 << 20;

    private TempFolder folder = null!;
    private SqliteRecord? record;

    private string Path => folder.In("credit.db");

    [SetUp]
    public void NewFolder() => folder = new TempFolder();

    [TearDown]
    public void Clean()
    {
        record?.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task The_log_is_shortened_once_it_passes_its_threshold_and_all_is_still_there()
    {
        var kept = Open(TimeSpan.FromMinutes(1));
        Assert.That((await kept.TidyAsync()).Octets, Is.LessThan(Threshold), "control: nothing to do");
        await FillAsync(kept);
        Assert.That(Log, Is.GreaterThan(Threshold), "control");
        Assert.That(await kept.TidyAsync(), Is.EqualTo(new LogState(0, false)));
        Assert.That(Log, Is.Zero);
        Assert.That((await kept.QuarantineAsync(0, 1000)).Count, Is.EqualTo(30));
    }

    [Test]
    public async Task A_reader_of_our_own_that_holds_the_log_beyond_its_time_is_cut_and_says_so()
    {
        var kept = Open(TimeSpan.Zero);
        await FillAsync(kept);
        await using var reader = kept.ChainAsync().GetAsyncEnumerator();
        Assert.That(await reader.MoveNextAsync(), Is.True);
        await FillAsync(kept);
        Assert.That((await kept.TidyAsync()).Held, Is.True);
        var cut = Assert.ThrowsAsync<QuestionCut>(async () =>
        {
            while (await reader.MoveNextAsync())
            {
            }
        });
        Assert.That(cut!.Message, Does.Contain("page by page"));
        await reader.DisposeAsync();
        Assert.That(await kept.TidyAsync(), Is.EqualTo(new LogState(0, false)));
        Assert.That(await kept.RootAsync(), Is.Not.Null, "the next question is answered");
    }

    [Test]
    public async Task A_reader_that_is_younger_goes_on_and_what_is_kept_meanwhile_waits_for_nobody()
    {
        var kept = Open(TimeSpan.FromMinutes(10));
        await FillAsync(kept);
        await using var reader = kept.ChainAsync().GetAsyncEnumerator();
        Assert.That(await reader.MoveNextAsync(), Is.True);
        await FillAsync(kept);
        Assert.That((await kept.TidyAsync()).Held, Is.True);
        await FillAsync(kept);
        var read = 1;
        for (; await reader.MoveNextAsync(); read++)
        {
        }

        Assert.That(read, Is.EqualTo(30), "one view, whatever came since");
    }

    [Test]
    public async Task A_reader_of_another_program_degrades_the_part_that_says_so_until_it_ends()
    {
        TestRules.WriteTo(folder);
        using var process = new ServiceProcess(
            ["--record", Path, "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            ("CREDIT__Record__LogMiB", "1"), ("CREDIT__Record__ReadSeconds", "1"));
        using var http = await process.ServingAsync();
        using (var other = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False"))
        {
            other.Open();
            using var view = other.BeginTransaction(deferred: true);
            using var look = new SqliteCommand("SELECT count(*) FROM events", other, view);
            look.ExecuteScalar();
            var body = string.Join('\n', Enumerable.Range(0, 2000).Select(i => Sent.Failed($"e{i}", "2025-07-01")
                .With("data", new System.Text.Json.Nodes.JsonObject { ["result"] = "failed", ["note"] = new string('x', 1000) })
                .ToJsonString()));
            (await http.PostAsync("/v1/events", new StringContent(body, null, "application/x-ndjson")))
                .EnsureSuccessStatusCode();
            await RunningService.Until(async () =>
                (await http.GetStringAsync("/health/ready")).Contains("\"part\":\"record-log\""));
            Assert.That(await LogMetricAsync(http), Is.GreaterThan(Threshold));
            Assert.That(process.Said, Does.Contain("credit.db-wal").And.Contain("日志"));
        }

        await RunningService.Until(async () =>
            !(await http.GetStringAsync("/health/ready")).Contains("record-log"));
        Assert.That(await LogMetricAsync(http), Is.LessThan(Threshold));
    }

    private long Log => new FileInfo($"{Path}-wal").Length;

    private SqliteRecord Open(TimeSpan readers) => record = new SqliteRecord(Path, new SqliteBounds(Threshold, readers));

    private static async Task FillAsync(IRecord record)
    {
        var begun = (await record.QuarantineAsync(0, 1000)).Count;
        for (var i = 0; i < 30; i++)
        {
            await record.KeepAsync(new RecordBatch(At)
            {
                Quarantine = [new TurnedAwayEvent(Id($"q{begun + i}"), new string('x', 100_000), "json-broken", "[]")],
            });
        }
    }

    private static async Task<double> LogMetricAsync(HttpClient http) =>
        PrometheusParser.Read(await http.GetStringAsync("/metrics"))["credit_record_log_bytes"];
}
