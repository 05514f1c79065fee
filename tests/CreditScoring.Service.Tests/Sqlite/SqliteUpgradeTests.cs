using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports.Rows;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>A file that an older program kept is answered from and gone on with, and nothing of it is lost.</summary>
public class SqliteUpgradeTests
{
    private static readonly string[] Tables =
        ["events", "filings", "waiting", "books", "files", "standings", "ledger", "recommendations", "quarantine", "history", "replays"];

    private static readonly string[] Chained =
        ["events", "filings", "ledger", "history", "recommendations", "quarantine", "replays"];

    private static readonly string[] Steps = (string[])typeof(SqliteRecord).Assembly
        .GetType("CreditScoring.Service.Sqlite.SqliteSchema")!
        .GetField("Steps", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    private const string Then = $"/v1/enterprises/{Sent.Shop}?knownAt=2025-08-01T00:00:00Z";

    private StoppedClock clock = null!;
    private TempFolder folder = null!;

    private string Path => folder.In("credit.db");

    [SetUp]
    public void Prepare() => (folder, clock) = (new TempFolder(), StoppedClock.At("2025-07-31"));

    [TearDown]
    public void Clean() => folder.Dispose();

    /// <summary>Files of every older version are about: what made them must stay what it was.</summary>
    [TestCase(1, "a7240a1d4949cb84")]
    [TestCase(2, "e2d1f2c8958c8f65")]
    [TestCase(3, "13fb0a783d7cb753")]
    [TestCase(4, "2db36f830f9e7bdc")]
    [TestCase(5, "65cb2751f46f3691")]
    [TestCase(6, "9cebcb94750483eb")]
    [TestCase(7, "ff50f48dcd20dc16")]
    [TestCase(8, "478314eeb28653db")]
    [TestCase(9, "c0c0eee4fbfe04bb")]
    public void A_step_is_never_edited(int step, string hash) =>
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Steps[step - 1])))[..16], Is.EqualTo(hash));

    /// <summary>Records that have such rows are about: what they are hashed by must stay what it was.</summary>
    [TestCase("acts", "number actor what target region body secret", "0 1 2 3 4 5")]
    [TestCase("backtest_portions", "key run number until_kind until_subject body", "0 1 2 3 4 5")]
    public void A_kind_of_row_is_never_edited(string table, string columns, string chained)
    {
        var kind = RowKinds.All.Single(each => each.Table == table);
        Assert.That(string.Join(' ', kind.Columns.Select(column => column.Name)), Is.EqualTo(columns));
        Assert.That(string.Join(' ', kind.Chained), Is.EqualTo(chained));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(8)]
    public async Task An_older_file_answers_what_it_answered(int version)
    {
        var before = await Keep(version);
        await using var service = await RunningService.StartAsync(folder, clock);
        // By which engines its files were judged was not kept: they are judged again, and said to be stale till then.
        await RunningService.Until(async () =>
            !(await service.GetAsync("/v1/enterprises")).ToJsonString().Contains("\"stale\":true"));
        Assert.That(await Answers(service), Is.EqualTo(before));
        Assert.That(Ask("PRAGMA user_version"), Is.EqualTo("9"));
        Assert.That((await service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_file_of_the_first_version_begins_its_history_with_where_everyone_stands()
    {
        await Keep(1);
        await using var service = await RunningService.StartAsync(folder, clock);
        var turns = (await service.GetAsync($"/v1/enterprises/{Sent.Shop}/history"))["items"]!.AsArray();
        Assert.That(
            turns.Select(turn => ((string?)turn!["on"], (string?)turn["tier"], (decimal)turn["points"]!, (string?)turn["cause"])),
            Is.EqualTo(new[] { ("2025-07-31", "C", 6m, "record:1") }));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    public async Task It_goes_on_as_if_it_had_always_been_of_this_version(int version)
    {
        await Keep(version);
        await using (var service = await RunningService.StartAsync(folder, clock))
        {
            Assert.That(await service.SendAsync(Failed("e1")), Is.EqualTo(new[] { "duplicate" }));
            await service.SendAsync(Failed("late"));
            Assert.That(await service.TierAsync(), Is.EqualTo("C"), "its annulment had waited");
            await service.SendAsync(Failed("e3"));
            Assert.That(await service.TierAsync(), Is.EqualTo("D"));
            clock.Turn("2025-08-05");
            var replay = await service.Http.PostAsync("/v1/quarantine/1/replay", Sent.Nothing());
            Assert.That(await replay.Content.ReadAsStringAsync(), Does.Contain("accepted"));
        }

        await using (var again = await RunningService.StartAsync(folder, clock))
        {
            Assert.That(await again.TierAsync(), Is.EqualTo("D"));
        }

        using var record = new SqliteRecord(Path);
        var (_, broken) = await Proof.OfAsync(record.ChainAsync(), []);
        Assert.That(broken, Is.Empty);
        Assert.That(await new Rebuilding(record, seconding => TestRules.BookOf(folder, seconding)).CompareAsync(), Is.Empty);
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task What_was_known_under_a_book_whose_text_was_not_kept_is_answered_by_no_other(int version)
    {
        await Keep(version);
        clock.Turn("2025-08-02");
        await using (var service = await RunningService.StartAsync(folder, clock))
        {
            Assert.That((await service.Http.GetAsync(Then)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "the same rules");
        }

        File.Delete(Path);
        File.Delete(folder.In("newest.db"));
        clock.Turn("2025-07-31");
        await Keep(version);
        clock.Turn("2025-08-02");
        TestRules.Publish(folder.In("rules"), 12);
        await using var other = await RunningService.StartAsync(folder, clock);
        var answer = await other.Http.GetAsync(Then);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"code\":\"book-not-kept\""));
        Assert.That(await other.TierAsync(), Is.EqualTo("D"), "control: today it is answered");
    }

    [Test]
    public async Task A_file_of_before_engines_were_kept_is_judged_again_and_then_says_by_which()
    {
        await Keep(4);
        using (var record = new SqliteRecord(Path))
        {
            Assert.That((await record.FileAsync(Batches.Shop))!.Basis.Engines, Is.Null);
            Assert.That(await new Rebuilding(record, seconding => TestRules.BookOf(folder, seconding)).CompareAsync(),
                Is.Empty, "not known is no difference");
        }

        await using var service = await RunningService.StartAsync(folder, clock);
        await RunningService.Until(async () => (await service.MetricsAsync())["credit_sweep_files_total"] == 2);
        Assert.That(Ask("SELECT group_concat(DISTINCT b.engines) FROM files f JOIN books b ON b.number = f.book"),
            Does.Match("^RulesEngine 6.*, always$"));
    }

    [Test]
    public void A_file_with_rows_that_this_program_does_not_know_is_refused_and_left_as_it_is()
    {
        new SqliteRecord(Path).Dispose();
        var known = Ask("SELECT group_concat(name) FROM row_kinds");
        Run(Path, "INSERT INTO row_kinds VALUES ('later')");
        Assert.That(() => new SqliteRecord(Path), Throws.TypeOf<RecordRefused>().With.Message.Contains("(later)"));
        Assert.That(Ask("SELECT group_concat(name) FROM row_kinds WHERE name <> 'later'"), Is.EqualTo(known));
        Assert.That(Ask("SELECT count(*) FROM row_kinds WHERE name = 'later'"), Is.EqualTo("1"));
    }

    [Test]
    public async Task An_upgrade_that_fails_leaves_the_file_as_it_was()
    {
        await Keep(1);
        Run(Path, "CREATE TABLE chain (own TEXT)");
        Assert.That(() => new SqliteRecord(Path), Throws.Exception);
        Assert.Multiple(() =>
        {
            Assert.That(Ask("PRAGMA user_version"), Is.EqualTo("1"));
            Assert.That(Ask("SELECT count(*) FROM sqlite_schema WHERE name = 'history'"), Is.EqualTo("0"));
            Assert.That(Ask("SELECT count(*) FROM events"), Is.EqualTo("3"));
        });
    }

    private static System.Text.Json.Nodes.JsonObject Failed(string id) => Sent.Failed(id, "2025-07-01");

    /// <summary>Makes the file that a program of an older version would have kept, and says what it answers.</summary>
    private async Task<string> Keep(int version)
    {
        string answers;
        await using (var service = await RunningService.StartAsync(folder, clock))
        {
            await service.SendAsync(
                Failed("e1"), Sent.Failed("e2", "2025-07-02", Sent.Factory), Sent.Annulled("m1", "late", "2025-07-03"),
                Sent.Failed("tomorrow", "2025-08-05"));
            answers = await Answers(service);
        }

        File.Move(Path, folder.In("newest.db"));
        Run(Path, string.Join('\n', Steps.Take(version))
            + $"PRAGMA user_version = {version}; PRAGMA application_id = {0x43524544};");
        var tables = version == 1 ? Tables[..^2] : version >= 7 ? [.. Tables, "listings", "duties"] : Tables;
        if (version >= 3)
        {
            // As rows of before the chain: the batches of the newest program are not those of an older one.
            Run(folder.In("newest.db"), string.Concat(Chained.Select(table => $"UPDATE {table} SET batch = 0;")));
        }

        Run(Path, $"ATTACH '{folder.In("newest.db")}' AS newest;"
            + string.Concat(tables.Select(table => $"INSERT INTO {table} SELECT {Columns(table)} FROM newest.{table};")));
        return answers;
    }

    private static async Task<string> Answers(RunningService service)
    {
        var answers = new StringBuilder();
        foreach (var path in new[]
        {
            $"/v1/enterprises/{Sent.Shop}", $"/v1/enterprises/{Sent.Factory}", $"/v1/enterprises/{Sent.Shop}/ledger",
            "/v1/enterprises?tier=C", "/v1/recommendations?after=0", "/v1/quarantine",
            $"/v1/enterprises/{Sent.Shop}/explanation",
        })
        {
            answers.AppendLine(await service.Http.GetStringAsync(path));
        }

        // An older file had no epoch: the program that opens it gives it one.
        var epoch = (string)(await service.GetAsync("/v1/recommendations"))["record"]!;
        return answers.Replace(epoch, "EPOCH").ToString();
    }

    private string Columns(string table) => Ask($"SELECT group_concat(name) FROM pragma_table_info('{table}')");

    private string Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!.ToString()!;
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
