using System.Net;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Commands;

/// <summary>An operator proves, saves and brings back a record from the command line.</summary>
public class MaintenanceTests
{
    private TempFolder folder = null!;

    private string Record => folder.In("credit.db");

    private string Backup => folder.In("backup.db");

    [SetUp]
    public void Prepare() => folder = new TempFolder();

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task A_backup_of_a_running_service_is_one_whole_state_that_can_be_proven_and_restored()
    {
        string root;
        await using (var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31")))
        {
            await service.SendAsync(Sent.Failed("e1", "2025-07-01"));
            root = await service.Http.GetStringAsync("/v1/root");
            await service.SendAsync(Sent.Failed("e2", "2025-07-02"));
            Assert.That(await service.Http.GetStringAsync("/operation"), Does.Contain("用 backup 命令备份"));
            Assert.That(await Run("backup", "--to", Backup, "--record", Record), Is.Zero);
            Assert.That(LastBackup.Of(Record)!.To, Is.EqualTo(Backup), "the page of operation tells of it");
            Assert.That(await service.Http.GetStringAsync("/operation"), Does.Contain("最近备份").And.Not.Contain("用 backup 命令备份"));
            await service.SendAsync(Sent.Failed("e3", "2025-07-03"));
        }

        await File.WriteAllTextAsync(folder.In("roots"), root);
        Assert.That(await Run("verify", "--root", folder.In("roots"), "--record", Backup, "--rules", folder.In("rules")),
            Is.Zero);
        Assert.That(said, Does.Contain("chain: 3 batches, 1 roots kept elsewhere, 0 faults")
            .And.Contain("2 events, 1 files, 0 differences"));

        Assert.That(await Run("restore", "--from", Backup, "--record", Record), Is.EqualTo(2), "a record is there");
        Assert.That(said, Does.Contain("move it away first"));
        var restored = folder.In("restored.db");
        Assert.That(await Run("restore", "--verify", "--from", Backup, "--record", restored), Is.Zero);
        Assert.That(await Run("root", "--record", restored), Is.Zero);
        Assert.That(said, Does.Contain("\"number\":3"));
        Assert.That(await Run("verify", "--chain-only", "--record", restored), Is.Zero);
    }

    [Test]
    public async Task A_record_that_was_tampered_with_is_neither_proven_nor_restored()
    {
        await using (var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31")))
        {
            await service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        }

        using (var connection = new SqliteConnection($"Data Source={Record};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE ledger SET points = '1'";
            Assert.That(command.ExecuteNonQuery(), Is.EqualTo(1));
        }

        Assert.That(await Run("verify", "--record", Record, "--rules", folder.In("rules")), Is.EqualTo(1));
        Assert.That(said, Does.Contain("batch 2: its rows are not those that were kept").And.Contain("ledger"));
        Assert.That(await Run("backup", "--to", Backup, "--record", Record), Is.Zero);
        var target = folder.In("restored.db");
        Assert.That(await Run("restore", "--verify", "--from", Backup, "--record", target), Is.EqualTo(1));
        Assert.That(said, Does.Contain("nothing was restored"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(target)!, "restored*"), Is.Empty);
    }

    [TestCase("backup")]
    [TestCase("verify")]
    public async Task Where_nothing_can_be_written_beside_a_record_it_is_said_what_is_needed(string command)
    {
        await using (var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31")))
        {
            await service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        }

        // Names under which no file can be made, by root neither.
        File.Delete($"{Record}-writer");
        File.CreateSymbolicLink($"{Record}-writer", folder.In("none/none"));
        File.CreateSymbolicLink($"{Record}-shm", folder.In("none/none"));
        string[] arguments = command == "verify" ? ["--chain-only"] : ["--to", Backup];
        Assert.That(await Run([command, "--record", Record, .. arguments]), Is.Not.Zero);
        Assert.That(said, Does.Contain("read-only media").And.Contain("name the copy with --record"));
    }

    [Test]
    public async Task A_damaged_backup_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(Backup, new string('x', 8192));
        Assert.That(await Run("restore", "--from", Backup, "--record", Record), Is.EqualTo(1));
        Assert.That(said, Does.Contain("not a database").And.Not.Contain("   at "));
        Assert.That(File.Exists(Record), Is.False);
    }

    [Test]
    public async Task Who_follows_the_feed_of_a_record_that_was_restored_is_told_to_read_it_anew()
    {
        string next;
        await using (var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31")))
        {
            await Send(service, 0, 3);
            Assert.That(await Run("backup", "--to", Backup, "--record", Record), Is.Zero);
            await Send(service, 3, 3);
            var feed = await service.GetAsync("/v1/recommendations?after=0");
            Assert.That(feed["items"]!.AsArray(), Has.Count.EqualTo(6));
            next = (string)feed["next"]!;
            Assert.That(next, Does.EndWith(".6").And.StartWith((string)feed["record"]!));
            foreach (var position in new[] { next, "6" })
            {
                var rest = await service.GetAsync($"/v1/recommendations?after={position}");
                Assert.That((string?)rest["next"], Is.EqualTo(next), "a number alone, while it can only be its own");
            }

            var ahead = await service.Http.GetAsync("/v1/recommendations?after=7");
            Assert.That(ahead.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        }

        Directory.GetFiles(folder.Path, "credit.db*").ToList().ForEach(File.Delete);
        Assert.That(await Run("restore", "--verify", "--from", Backup, "--record", Record), Is.Zero, said);
        await using var restored = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"));
        await Send(restored, 10, 3);
        foreach (var position in new[] { next, "6", "3" })
        {
            var answer = await restored.Http.GetAsync($"/v1/recommendations?after={position}");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone), position);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("position-foreign"));
        }

        var anew = await restored.GetAsync("/v1/recommendations");
        Assert.That(anew["items"]!.AsArray(), Has.Count.EqualTo(6));
        var rest2 = await restored.GetAsync($"/v1/recommendations?after={anew["next"]}");
        Assert.That(rest2["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_record_beside_which_nothing_can_be_written_is_not_said_to_be_in_use()
    {
        await File.WriteAllTextAsync(Record, "");
        // A name that leads to itself cannot be opened, by root neither.
        File.CreateSymbolicLink($"{Record}-writer", $"{Record}-writer");
        Assert.That(await Run("verify", "--chain-only", "--record", Record), Is.EqualTo(1));
        Assert.That(said, Does.Contain("copy it with its -wal").And.Not.Contain("in use"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_file_that_holds_nothing_is_no_backup(bool isRecord)
    {
        if (isRecord)
        {
            await using var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"));
            Assert.That(await Run("backup", "--to", Backup, "--record", Record), Is.Zero);
        }
        else
        {
            await File.WriteAllTextAsync(Backup, "");
        }

        Assert.That(
            await Run("restore", "--verify", "--from", Backup, "--record", folder.In("restored.db")), Is.EqualTo(1));
        Assert.That(said, Does.Contain("holds nothing"));
        Assert.That(Directory.GetFiles(folder.Path, "restored*"), Is.Empty);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_the_service_writes_when_started_by_hand_is_for_its_owner_alone()
    {
        TestRules.WriteTo(folder);
        using (var process = ServiceProcess.On(folder))
        {
            using var http = await process.ServingAsync();
            await http.PostAsJsonAsync("/v1/events", Sent.Failed("e1", "2025-07-01"));
            Assert.That(await Run("backup", "--to", Backup, "--record", Record), Is.Zero);
            foreach (var file in Directory.GetFiles(folder.Path))
            {
                Assert.That(File.GetUnixFileMode(file),
                    Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
            }
        }
    }

    [TestCase("verify", "--root")]
    [TestCase("backup")]
    [TestCase("restore", "--verify")]
    [TestCase("root", "--nonsense")]
    public async Task What_is_asked_wrongly_ends_with_2(params string[] arguments) =>
        Assert.That(await Run(arguments), Is.EqualTo(2), said);

    private static async Task Send(RunningService service, int first, int count) => await service.SendAsync(
        [.. Enumerable.Range(first, count).Select(i => Sent.Failed($"e{i}", "2025-07-01", Codes.Of(i)))]);

    private string said = "";

    private async Task<int> Run(params string[] arguments)
    {
        using var process = new ServiceProcess(arguments);
        var code = await process.ExitAsync();
        said = process.Said;
        return code;
    }
}
