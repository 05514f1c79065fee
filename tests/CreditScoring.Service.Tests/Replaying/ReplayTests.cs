using CreditScoring.Service.Hosting;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Replaying;

/// <summary>All that is derived comes of the events: rebuilt, it is what the worker has kept.</summary>
public class ReplayTests
{
    private TempFolder folder = null!;

    [SetUp]
    public void Prepare() => folder = new TempFolder();

    [TearDown]
    public void Clean() => folder.Dispose();

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(20260731)]
    public async Task What_files_kept_open_have_led_to_is_what_the_events_make(int seed)
    {
        await Live(seed, batches: 10);
        Assert.That(await Differences(), Is.Empty, $"seed {seed}");
    }

    [TestCase("UPDATE ledger SET points = '7' WHERE reverses IS NULL AND rowid_of", "ledger")]
    [TestCase("UPDATE ledger SET until_day = '2099-01-01' WHERE rowid_of", "ledger")]
    [TestCase("DELETE FROM ledger WHERE rowid_of", "ledger")]
    [TestCase("UPDATE standings SET tier = 'B' WHERE subject_of", "standing")]
    [TestCase("UPDATE standings SET rest = replace(rest, '\"points\":', '\"points\":1') WHERE subject_of", "standing")]
    [TestCase("UPDATE files SET changes_on = '2099-01-01' WHERE subject_of", "standing")]
    [TestCase("DELETE FROM filings WHERE subject_of", "filing")]
    [TestCase("UPDATE recommendations SET content = 'x' WHERE subject_of", "recommendation")]
    [TestCase("UPDATE events SET body = replace(body, 'failed', 'passed') WHERE id = 'e1'", "event")]
    public async Task A_planted_difference_is_found(string sql, string what)
    {
        await Two();
        Change(sql.Replace("rowid_of", $"subject = '{Sent.Shop}' AND number = 1")
            .Replace("subject_of", $"subject = '{Sent.Shop}'"));
        var found = await Differences();
        Assert.That(found.Select(each => each.What), Does.Contain(what));
        Assert.That(found.Select(each => each.Where), Has.None.Contain(Sent.Factory), "its neighbour is true");
    }

    [Test]
    public async Task The_command_ends_with_1_where_there_is_a_difference_and_else_with_0()
    {
        await Two();
        var (same, text) = await Run("--verify");
        Assert.That(same, Is.Zero, text);
        Assert.That(text, Does.Contain("2 events, 2 files").And.Contain(" 0 differences"));
        Change($"UPDATE standings SET tier = 'A' WHERE subject = '{Sent.Shop}'");
        var (differs, told) = await Run("--verify");
        Assert.That(differs, Is.EqualTo(1));
        Assert.That(told, Does.Contain($"operator/{Sent.Shop} {TestRules.Regime}: standing: kept A"));
    }

    [Test]
    public async Task A_record_that_is_not_there_is_not_made()
    {
        TestRules.WriteTo(folder);
        Assert.That((await Run()).Code, Is.EqualTo(2));
        Assert.That(File.Exists(folder.In("credit.db")), Is.False);
    }

    private async Task Live(int seed, int batches)
    {
        var clock = StoppedClock.At("2025-07-31");
        var histories = new Histories(seed, enterprises: 15);
        await using var service = await RunningService.StartAsync(folder, clock);
        for (var batch = 0; batch < batches; batch++)
        {
            await service.SendAsync(histories.Batch(60, clock.Today()));
            clock.Turn(clock.GetUtcNow().AddDays(histories.Pick(2) * histories.Pick(300)));
        }
    }

    private async Task Two()
    {
        await using var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"));
        await service.SendAsync(
            Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-02", Sent.Factory));
    }

    private async Task<IReadOnlyList<Difference>> Differences()
    {
        using var record = new SqliteRecord(folder.In("credit.db"));
        return await new Rebuilding(record, seconding => TestRules.BookOf(folder, seconding)).CompareAsync();
    }

    private async Task<(int Code, string Said)> Run(params string[] switches)
    {
        using var process = new ServiceProcess(
            ["replay", .. switches, "--record", folder.In("credit.db"), "--rules", folder.In("rules")]);
        return (await process.ExitAsync(), process.Said);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.In("credit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(command.ExecuteNonQuery(), Is.Positive, "planted");
    }
}
