using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Backtests;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Cli;

/// <summary>
/// <c>credit shadow</c> and <c>credit backtest --from --to</c> as processes of their own, of a live service: half
/// the points are enough for each tier.
/// </summary>
[Parallelizable(ParallelScope.Fixtures)]
public class LawVerbTests
{
    private ShadowedService given = null!;
    private TempFolder folder = null!;
    private string key = null!;
    private string id = null!;

    [OneTimeSetUp]
    public async Task Begin()
    {
        folder = new TempFolder();
        given = await ShadowedService.StartAsync(On.Sqlite);
        given.Change("tier.workflow.json", text =>
            text.Replace("total >= 6", "total >= 3").Replace("total >= 12", "total >= 6"));
        (id, _) = await given.Law.ProposeAsync(given.Rules);
        await given.Law.TestedAsync(id);
        key = folder.In("key");
        File.WriteAllText(key, given.Law.Approver);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await given.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task A_shadow_is_begun_told_of_exported_and_stopped()
    {
        var begun = await AskAsync("shadow", id, "--days", "14", "--lang", "zh");
        Assert.That((begun.Exit, begun.Error), Is.EqualTo((0, "")));
        Assert.That(begun.Out, Does.Contain("影子运行 2025-07-31 至 2025-08-13：进行中"));
        await given.FailAsync("x0", 0);
        await given.UntilAsync(id, each => (long)each["behind"]! == 0 && (long)each["subjects"]! > 0);
        var told = await AskAsync("shadow", id, "--lang", "en", "--out", folder.In("movers.csv"));
        TestContext.Out.WriteLine(told.Out);
        Assert.That(told.Out, Does.Contain("1 with another tier").And.Contain("0 changes behind").And.Match(@"C -> D +1"));
        var rows = (await File.ReadAllTextAsync(folder.In("movers.csv"))).Trim().Split('\n');
        Assert.That(rows, Has.Length.EqualTo(2));
        Assert.That(rows[1], Does.Contain(Codes.Of(0)).And.Contain("C").And.Contain("D"));
        var json = JsonNode.Parse((await AskAsync("shadow", id, "--json")).Out)!;
        Assert.That(((string?)json["state"], (long)json["moved"]!), Is.EqualTo(("running", 1L)));
        var stopped = await AskAsync("shadow", id, "--stop", "--lang", "zh");
        Assert.That(stopped.Out, Does.Contain("已停止"), stopped.Error);
        Assert.That((await AskAsync("shadow", id, "--lang", "en")).Out, Does.Contain("stopped"));
    }

    [TestCase("0")]
    [TestCase("100000")]
    public async Task A_shadow_of_no_day_or_of_years_is_refused_with_what_to_do(string days)
    {
        var (exit, _, error) = await AskAsync("shadow", id, "--days", days, "--lang", "zh");
        Assert.That(exit, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain("服务答复 4"));
    }

    [Test]
    public async Task A_past_period_is_judged_at_each_end_of_a_month_and_who_differs_is_exported()
    {
        var told = await AskAsync(
            "backtest", id, "--from", "2025-05-10", "--to", "2025-07-31", "--lang", "zh", "--out", folder.In("period.csv"));
        TestContext.Out.WriteLine(told.Out + told.Error);
        Assert.That(told.Exit, Is.Zero, told.Error);
        Assert.That(told.Out, Does.Contain("2025-05-31：").And.Contain("2025-06-30：评定 20 个主体，10 个等级变动")
            .And.Match(@"2025-07-31：评定 30 个主体，1\d 个等级变动").And.Match("test/points  C -> D +1"));
        var rows = (await File.ReadAllTextAsync(folder.In("period.csv"))).Trim().Split('\n');
        Assert.That(rows, Has.Length.InRange(11, 13));
        var json = JsonNode.Parse((await AskAsync("backtest", id, "--from", "2025-05-10", "--to", "2025-07-31", "--json")).Out)!;
        Assert.That(json["days"]!.AsArray().Count, Is.EqualTo(3));
        Assert.That((long)json["beforeTheDay"]!, Is.Zero);
    }

    [TestCase("--from", "2025-05-10")]
    [TestCase("--to", "2025-05-10")]
    [TestCase("--from", "2025-05-10", "--to", "2025-05-01")]
    [TestCase("--from", "2025-05-10", "--to", "2030-05-01")]
    [TestCase("--from", "2025-02-30", "--to", "2025-05-01")]
    public async Task A_period_that_is_none_is_wrong_use(params string[] days)
    {
        var (exit, said, error) = await AskAsync(["backtest", id, .. days, "--lang", "en"]);
        Assert.That((exit, said), Is.EqualTo((2, "")), error);
        Assert.That(error, Is.Not.Empty.And.Not.Contain("   at "));
    }

    [Test]
    public async Task Of_one_day_it_is_as_it_was_begun_when_it_was_proposed()
    {
        var told = await AskAsync("backtest", id, "--lang", "en", "--out", folder.In("movers.parquet"));
        Assert.That(told.Exit, Is.Zero, told.Error);
        Assert.That(told.Out, Does.Contain("30 subjects").And.Contain("test/points"));
        Assert.That(new FileInfo(folder.In("movers.parquet")).Length, Is.GreaterThan(100));
        var none = await AskAsync("backtest", "0123456789abcdef", "--lang", "zh");
        Assert.That(none.Exit, Is.EqualTo(2));
        Assert.That(none.Error, Does.Contain("服务答复 404"));
    }

    private Task<(int Exit, string Out, string Error)> AskAsync(params string[] asked) =>
        CreditCommand.RunAsync([.. asked, "--server", $"{given.Service.Http.BaseAddress}", "--key-file", key]);
}
