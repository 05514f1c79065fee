using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>
/// The process dies in any of its writes, the disk is full, a sync fails: what it said it kept is
/// there once, what it kept is whole batches, and going on ends where an undisturbed run ends.
/// </summary>
public partial class CrashTests
{
    private const int Batches = 8;
    private const int Each = 20;

    private readonly TempFolder folder = new();
    private RuleBook book = null!;
    private string[] events = [];
    private string reference = "";
    private int writes;

    [OneTimeSetUp]
    public async Task Undisturbed()
    {
        Strace.Need();
        TestRules.WriteTo(folder);
        book = TestRules.BookOf(folder);
        var histories = new Histories(seed: 11, enterprises: 12);
        events = [.. histories.Batch(Batches * Each, new DateOnly(2025, 7, 31)).Select(each => each.ToJsonString())];
        await File.WriteAllLinesAsync(folder.In("events.ndjson"), events);
        var (code, kept, seen) = Strace.Run(folder, "whole.db", "");
        Assert.That((code, kept.Length), Is.EqualTo((0, Batches)));
        writes = seen.Count(line => Strace.Writes.Split(',').Any(call => line.Contains($" {call}(")));
        Assert.That(writes, Is.GreaterThan(150));
        reference = await State("whole.db");
    }

    [OneTimeTearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Killed_in_any_write_it_has_lost_nothing_and_counted_nothing_twice()
    {
        // A share of them in each run of all tests; CREDIT_KILLS=150 tries nearly every write.
        var times = int.Parse(Environment.GetEnvironmentVariable("CREDIT_KILLS") ?? "50");
        for (var i = 0; i < times; i++)
        {
            // Spread over the writes of the run, from making the file on; the number of writes
            // differs a little from run to run, and the last ones only tidy up.
            var at = 1 + (i * (writes - 40) / (times - 1));
            var (code, kept, _) = Strace.Run(
                folder, "killed.db", "", "-e", $"inject={Strace.Writes}:signal=KILL:when={at}");
            Assert.That(code, Is.Not.Zero, $"write {at}");
            await Survived("killed.db", kept, $"killed in write {at}");
        }
    }

    [Test]
    public async Task On_a_full_disk_it_says_so_and_has_what_it_said_it_kept()
    {
        for (var i = 0; i < 14; i++)
        {
            var at = 1 + (i * (writes - 60) / 13);
            var (code, kept, _) = Strace.Run(
                folder, "full.db", "", "-e", $"inject=pwrite64:error=ENOSPC:when={at}+");
            // Where only the tidying up at the end failed, all was kept before.
            Assert.That(code, Is.EqualTo(kept.Length == Batches ? 0 : 3), $"full from write {at} on");
            await Survived("full.db", kept, $"full from write {at} on");
        }
    }

    [Test]
    public async Task Where_the_disk_cannot_be_forced_nothing_is_said_to_be_kept()
    {
        for (var at = 1; at <= 6; at++)
        {
            var (code, kept, _) = Strace.Run(
                folder, "forced.db", "", "-e", $"inject=fsync,fdatasync:error=EIO:when={at}+");
            Assert.That(code, Is.EqualTo(3), $"sync {at}");
            await Survived("forced.db", kept, $"no sync from {at} on");
        }
    }

    [Test]
    public void Between_the_writes_of_a_batch_and_its_answer_lies_a_sync() =>
        Assert.That(UnsyncedAnswers(""), Is.Zero);

    [Test]
    public void A_record_that_does_not_force_the_disk_is_found_by_the_same_look() =>
        Assert.That(UnsyncedAnswers("unsynced"), Is.GreaterThan(0));

    [Test]
    public void An_answer_before_the_commit_is_found_by_the_same_kill()
    {
        var lost = 0;
        for (var at = writes / 2; at < writes; at += writes / 8)
        {
            var (_, kept, _) = Strace.Run(
                folder, "early.db", "early", "-e", $"inject={Strace.Writes}:signal=KILL:when={at}");
            using var record = new SqliteRecord(folder.In("early.db"));
            lost += kept.Length > record.RootAsync().Result?.Number ? 1 : 0;
            Remove("early.db");
        }

        Assert.That(lost, Is.GreaterThan(0));
    }

    [Test]
    public async Task A_page_that_was_lost_behind_its_back_is_found_by_the_same_proof()
    {
        var found = 0;
        // From the first batches on: each of these writes says that it was done, and was not.
        for (var at = writes / 2; at < writes - 20; at += 13)
        {
            var (_, kept, _) = Strace.Run(
                folder, "lost.db", "", "-e", $"inject=pwrite64:retval=4096:when={at}..{at + 12}");
            found += await Fault("lost.db", kept) is null ? 0 : 1;
            Remove("lost.db");
        }

        Assert.That(found, Is.GreaterThan(0));
    }

    private int UnsyncedAnswers(string mode)
    {
        var (_, _, seen) = Strace.Run(folder, $"seen{mode}.db", mode);
        Assert.That(seen.Count(line => Answer().IsMatch(line)), Is.EqualTo(Batches), "the look sees the answers");
        var (dirty, answers) = (false, 0);
        foreach (var line in seen)
        {
            dirty = line.Contains(" pwrite64(") || (dirty && !line.Contains("sync("));
            answers += dirty && Answer().IsMatch(line) ? 1 : 0;
        }

        return answers;
    }

    [GeneratedRegex(@" write\(\d+, ""[em]+\d+\\n""")]
    private static partial Regex Answer();

    private async Task Survived(string name, string[] said, string why)
    {
        Assert.That(await Fault(name, said), Is.Null, why);
        Remove(name);
    }

    /// <summary>What is wrong with the record that a run has left; null: nothing.</summary>
    private async Task<string?> Fault(string name, string[] said)
    {
        try
        {
            using (var record = new SqliteRecord(folder.In(name)))
            {
                var kept = (await record.RootAsync())?.Number ?? 0;
                if (kept < said.Length || kept > said.Length + 1)
                {
                    return $"said to have kept {said.Length} batches, and has {kept}";
                }

                var (_, broken) = await Proof.OfAsync(record.ChainAsync(), []);
                var differences = await new Rebuilding(record, _ => book).CompareAsync();
                if (broken.Count + differences.Count > 0)
                {
                    return string.Join('\n', [.. broken, .. differences]);
                }

                await GoOn(record);
            }

            return await State(name) == reference ? null : "went on to another end";
        }
        catch (Exception wrong) when (wrong is RecordUnavailable or RecordRefused)
        {
            return wrong.Message;
        }
    }

    /// <summary>All is sent again, as its senders would who had no answer.</summary>
    private async Task GoOn(SqliteRecord record)
    {
        var batchWork = new BatchWork(record);
        var reader = new EventReader(book.Catalogue);
        foreach (var batch in events.Chunk(Each))
        {
            var arrivals = batch.Select(line => new Arrival(reader.Read(new SourceText("host", line)))).ToList();
            await batchWork.TakeAsync([new Submission(book, arrivals)], book, StoppedClock.At("2025-07-31"));
        }
    }

    /// <summary>All that a user can see of the record, but for positions.</summary>
    private async Task<string> State(string name)
    {
        using var record = new SqliteRecord(folder.In(name));
        var lines = new List<string>();
        lines.AddRange((await record.AllEventsAsync(null, 9999)).Select(each => each.Text));
        lines.AddRange((await record.WaitingAsync(null, 9999)).Select(each => $"{each.Id} waits for {each.Target}"));
        lines.AddRange((await record.QuarantineAsync(0, 9999)).Select(each => each.Turned.ToString()).Order());
        foreach (var subject in await record.SubjectsAsync())
        {
            var file = await record.FileAsync(subject);
            lines.AddRange(file!.Standings.Select(each => each.ToString()));
            lines.AddRange((await record.LedgerAsync(subject, new LedgerKey("", 0), 9999))
                .Select(each => each.Posted.ToString()));
        }

        return string.Join('\n', lines);
    }

    private void Remove(string name) =>
        Directory.GetFiles(folder.Path, $"{name}*").ToList().ForEach(File.Delete);
}
