using System.Globalization;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Cli;

/// <summary>
/// The verbs that read files say of a live service's record the same as of a file with the same events.
/// </summary>
[Parallelizable(ParallelScope.Fixtures)]
public class ServerVerbTests
{
    private TempFolder folder = null!;
    private ServiceProcess process = null!;
    private string url = null!;
    private string key = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        var events = string.Join('\n', new[]
        {
            Sent.Failed("e1", "2024-07-01"), Sent.Failed("e2", "2025-07-01"), Sent.Failed("e3", "2025-07-02"),
            Sent.Annulled("m1", "e3", "2025-07-20"), Sent.Failed("e4", "2025-07-03", Sent.Factory),
        }.Select(each => each.ToJsonString()));
        await File.WriteAllTextAsync(folder.In("events.ndjson"), events);
        var soon = TimeProvider.System.Today().AddDays(30);
        await using (var service = await RunningService.StartAsync(folder, TimeProvider.System, Keyed.Wanted))
        {
            key = folder.In("key");
            File.WriteAllText(key, await service.KeyOf("viewer", [Role.Viewer], expires: soon) + "\n");
            Mode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await using (var open = await RunningService.StartAsync(folder, TimeProvider.System))
        {
            Assert.That((int)(await open.PostAsync(events, "application/x-ndjson")).StatusCode, Is.EqualTo(200));
        }

        process = new ServiceProcess(
            ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            ("CREDIT__Access__Mode", "keys"));
        using var http = await process.ServingAsync();
        url = http.BaseAddress!.ToString();
        await RunningService.Until(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        process.Dispose();
        folder.Dispose();
    }

    [TestCase("explain", Sent.Shop, "--lang", "zh")]
    [TestCase("explain", Sent.Shop, "--lang", "en")]
    [TestCase("explain", Sent.Shop, "--lang", "en", "--notice")]
    [TestCase("explain", $"operator/{Sent.Shop}", "--file-note")]
    [TestCase("explain", Sent.Shop, "--json")]
    [TestCase("why-not", Sent.Shop, "--tier", "A", "--lang", "zh")]
    [TestCase("why-not", Sent.Shop, "--tier", "D", "--lang", "en")]
    [TestCase("assess", "--lang", "zh")]
    [TestCase("assess", "--lang", "en")]
    public async Task What_is_said_of_a_record_is_what_is_said_of_a_file(params string[] asked)
    {
        var ofFile = await CreditCommand.RunAsync([.. asked, "--on", "2025-07-31", "--events", folder.In("events.ndjson"), "--rules", folder.In("rules")]);
        var ofRecord = await Ask([.. asked, "--on", "2025-07-31"]);
        Assert.That(ofRecord.Out, Is.EqualTo(ofFile.Out).And.Not.Empty, ofRecord.Error);
        Assert.That(ofRecord.Exit, Is.EqualTo(ofFile.Exit));
    }

    [Test]
    public async Task Without_a_day_it_is_asked_as_of_today()
    {
        var today = TimeProvider.System.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.That((await Ask("explain", Sent.Shop, "--lang", "en")).Out, Does.Contain(today));
        Assert.That((await Ask("assess", "--json")).Out, Does.Contain($"\"on\":\"{today}\"").And.Contain("\"revision\""));
    }

    [Test]
    public async Task Subjects_are_listed_by_tier_and_what_is_recommended_is_told_in_its_order()
    {
        var all = await Ask("list", "--lang", "en");
        Assert.That(all.Out, Does.Contain(Sent.Shop).And.Contain(Sent.Factory).And.Contain("test/points"));
        var none = await Ask("list", "--tier", "D", "--region", "11", "--json");
        Assert.That((none.Exit, none.Out), Is.EqualTo((0, "")));
        var advice = await Ask("changes", "--lang", "zh");
        Assert.That(advice.Out.Trim().Split('\n'), Has.Length.EqualTo(2).And.All.Contain("每年"));
        Assert.That(advice.Error, Does.Contain("--after "));
        var after = advice.Error.Split("--after ")[1].Trim();
        Assert.That((await Ask("changes", "--after", after)).Out, Is.Empty);
        var since = await Ask("changes", "--since", "2024-01-01", "--direction", "other", "--lang", "zh");
        Assert.That(since.Out, Does.Contain(Sent.Shop).And.Contain("- -> C (6)"), since.Error);
        Assert.That((await Ask("list", "--points-from", "1", "--sort", "-points", "--json")).Error, Is.Empty);
        Assert.That((await Ask("duties", "--state", "open")).Exit, Is.Zero);
        Assert.That((await Ask("windows", "--due-before", "2030-01-01", "--overdue", "true")).Exit, Is.Zero);
        var history = await Ask("changes", Sent.Shop, "--lang", "en");
        Assert.That(history.Out, Does.Contain("test/points 2020-01-01"));
    }

    [TestCase("zh", "服务答复 404 subject-unknown：没有", "explain", "UNKNOWN")]
    [TestCase("en", "the service answers 404 subject-unknown: there is no credit file", "explain", "UNKNOWN")]
    [TestCase("zh", "服务答复 400 parameter-invalid：参数 tier 无效（是否指 A？）", "why-not", Sent.Shop, "--tier", "Z")]
    public async Task What_the_service_refuses_is_said_in_the_language_of_the_user(string language, string said, params string[] asked)
    {
        var (exit, _, error) = await Ask([.. asked.Select(each => each.Replace("UNKNOWN", Codes.Of(77))), "--lang", language]);
        Assert.That(error, Does.Contain(said));
        Assert.That(exit, Is.EqualTo(2));
    }

    [Test]
    public async Task A_key_is_taken_from_a_file_that_nobody_else_can_read_and_never_from_the_command_line()
    {
        var without = await CreditCommand.RunAsync("explain", Sent.Shop, "--server", url, "--lang", "en");
        Assert.That((without.Exit, without.Error.Contains("401 key-wanted")), Is.EqualTo((2, true)), without.Error);
        var open = folder.In("open");
        File.Copy(key, open);
        Mode(open, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var read = await CreditCommand.RunAsync("explain", Sent.Shop, "--server", url, "--key-file", open, "--lang", "zh");
        Assert.That((read.Exit, read.Error.Contains("chmod 600")), Is.EqualTo((2, true)));
        var none = await CreditCommand.RunAsync("list", "--server", url, "--key-file", folder.In("none"), "--lang", "zh");
        Assert.That((none.Exit, none.Error.Contains("没有文件")), Is.EqualTo((2, true)));
        var option = await CreditCommand.RunAsync("list", "--server", url, "--key", "ccs_x", "--lang", "en");
        Assert.That((option.Exit, option.Error.Contains("there is no option --key")), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Files_and_a_service_are_not_asked_at_once_and_one_of_them_is()
    {
        var both = await Ask("explain", Sent.Shop, "--events", "e.ndjson", "--lang", "en");
        Assert.That((both.Exit, both.Error.Contains("--events is for files")), Is.EqualTo((2, true)), both.Error);
        var neither = await CreditCommand.RunAsync("explain", Sent.Shop, "--lang", "en");
        Assert.That((neither.Exit, neither.Error.Contains("the option --events is missing")), Is.EqualTo((2, true)), neither.Error);
        var away = await CreditCommand.RunAsync("list", "--server", "http://127.0.0.1:1", "--lang", "zh");
        Assert.That((away.Exit, away.Error.Contains("没有应答")), Is.EqualTo((2, true)));
    }

    private static void Mode(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    private Task<(int Exit, string Out, string Error)> Ask(params string[] asked) =>
        CreditCommand.RunAsync([.. asked, "--server", url, "--key-file", key]);
}
