using CreditScoring.Service.Ports;
using CreditScoring.Service.TablesIn;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.TablesIn;

/// <summary>An import that is stopped in the middle, however, leaves the record that it would have left.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class TableResumeTests(On on) : TableTest(on, shipped: false)
{
    private static async Task<string> BegunAsync(Browser browser, int rows, string number = "")
    {
        var page = await HandInAsync(browser, DownloadedTable.Samplings(rows, number));
        await PostAsync(browser, $"{page}/begin", ("with", "kind:sampling-result"));
        return page;
    }

    [Test]
    public async Task Stopped_between_the_events_and_what_is_noted_of_them_it_goes_on_and_counts_each_once()
    {
        // The third time that it notes how far it has come, the process is as if it were gone: the events are in the
        // record, and nothing says so but they themselves.
        var kept = 0;
        var down = false;
        var li = await AsAsync("li");
        var page = await BegunAsync(li, 9_000);
        await PostAsync(li, $"{page}/try");
        await UntilAsync(page, TableState.Tried);
        await Restart(RecordInFront.Answering(nameof(ITableRecord.KeepTableAsync), arguments =>
            ((KeptTable)arguments[0]!).State == nameof(TableState.Keeping) && (down || ++kept == 4)
                ? Down(() => down = true) : null));
        li = await AsAsync("li");
        await PostAsync(li, $"{page}/keep");
        await RunningService.Until(async () => await Task.FromResult(down) && await EventsAsync() >= 6_000);
        Assert.That((await TableAsync(page)).Kept!.Read, Is.EqualTo(4_000), "one portion is in the record and not noted");
        await Restart();
        var done = await UntilAsync(page, TableState.Kept);
        Assert.That((done.Kept!.Read, done.Kept.New, done.Kept.Known, done.Kept.ToMend), Is.EqualTo((9_000, 9_000, 0, 0)));
        Assert.That(await EventsAsync(), Is.EqualTo(9_000));

        var wang = await AsAsync("wang");
        await PostAsync(wang, $"{page}/undo", ("reason", "误传"));
        await Restart();
        Assert.That((await UntilAsync(page, TableState.Undone)).Undone, Is.EqualTo(9_000), "also what was not noted");
        Assert.That(await EventsAsync(), Is.EqualTo(18_000));
    }

    [Test]
    public async Task A_copy_that_a_killed_process_left_is_gone_with_the_next_start_and_one_in_use_is_not()
    {
        var (lost, used) = (Path.Combine(Path.GetTempPath(), $"credit-table-lost-{OnPostgres}"), Path.Combine(Path.GetTempPath(), $"credit-table-used-{OnPostgres}"));
        await File.WriteAllTextAsync(lost, "x");
        await File.WriteAllTextAsync(used, "x");
        try
        {
            File.SetLastWriteTimeUtc(lost, File.GetLastWriteTimeUtc(used).AddHours(-25));
            await Restart();
            await RunningService.Until(() => Task.FromResult(!File.Exists(lost)));
            Assert.That(File.Exists(used), Is.True);
        }
        finally
        {
            File.Delete(lost);
            File.Delete(used);
        }
    }

    [Test]
    public async Task Two_workers_at_once_do_each_table_once()
    {
        await using var other = OnPostgres ? await AnotherAsync() : null;
        var li = await AsAsync("li");
        var there = await AsAsync("li", other);
        var pages = new List<string>();
        foreach (var at in Enumerable.Range(1, 3))
        {
            pages.Add(await BegunAsync(at % 2 == 0 ? there : li, 2_500, $"{at}-"));
        }

        await Task.WhenAll(pages.Select(page => PostAsync(li, $"{page}/try")));
        foreach (var page in pages)
        {
            await UntilAsync(page, TableState.Tried);
        }

        // Two clerks press the same button at both workers.
        await Task.WhenAll(pages.SelectMany(page => new[] { PostAsync(li, $"{page}/keep"), PostAsync(there, $"{page}/keep") }));
        foreach (var page in pages)
        {
            Assert.That((await UntilAsync(page, TableState.Kept)).Kept!.New, Is.EqualTo(2_500));
        }

        Assert.That(await EventsAsync(), Is.EqualTo(7_500));
    }

    [Test]
    public async Task Fifty_thousand_rows_are_tried_and_taken_in_with_progress()
    {
        var li = await AsAsync("li");
        var page = await BegunAsync(li, 50_000);
        await UntilAsync(page, TableState.Ready);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await PostAsync(li, $"{page}/try");
        var tried = await UntilAsync(page, TableState.Tried);
        var trial = watch.Elapsed.TotalSeconds;
        Assert.That((tried.Trial!.New, tried.Trial.Subjects), Is.EqualTo((50_000, 50_000)));
        Assert.That(tried.Trial.Effect!.Judged, Is.InRange(1, 500), "as many as can be judged in a moment");
        watch.Restart();
        await PostAsync(li, $"{page}/keep");
        var seen = new HashSet<long>();
        await RunningService.Until(async () =>
        {
            var table = await TableAsync(page);
            seen.Add(table.Kept?.Read ?? 0);
            return table.State == TableState.Kept;
        });
        Assert.That((await TableAsync(page)).Kept!.New, Is.EqualTo(50_000));
        Assert.That(seen, Has.Count.GreaterThan(2), "it says how far it has come");
        TestContext.Out.WriteLine($"50,000 rows: tried in {trial:0.0} s, taken in in {watch.Elapsed.TotalSeconds:0.0} s");
    }

    private static Task Down(Action note)
    {
        note();
        return Task.FromException<bool>(new RecordUnavailable("as if the process were gone"));
    }
}
