using System.Text.Json.Nodes;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Governance;

namespace CreditScoring.Service.Tests.Backtests;

/// <summary>Everybody is judged by what is proposed and by what is in force, on the record as it is.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class BacktestTests(On on)
{
    private const int Subjects = 30;

    private TempFolder folder = null!;
    private StoppedClock clock = null!;
    private RunningService service = null!;
    private string rules = null!;
    private Governance.Law law = null!;

    /// <summary>Of thirty, ten have no failed sampling, ten one (tier C), ten two (tier D).</summary>
    [SetUp]
    public async Task Begin()
    {
        (folder, clock) = (new TempFolder(), StoppedClock.At("2025-07-31"));
        rules = TestRules.WriteTo(folder);
        string[] record = [];
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        await using (var before = await RunningService.StartAsync(folder, clock, record))
        {
            await before.SendAsync([.. Enumerable.Range(0, Subjects).SelectMany(Events)]);
        }

        service = await GovernedService.StartAsync(folder, clock, record);
        law = await service.LawAsync();
    }

    [TearDown]
    public async Task Clean()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        folder.Dispose();
    }

    [Test]
    public async Task It_says_who_is_moved_and_why_and_nobody_approves_before_he_has_opened_it()
    {
        TestRules.Publish(rules, 12);
        var (id, content) = await law.ProposeAsync(rules);
        var test = await law.TestedAsync(id);
        Assert.That(((long)test["subjects"]!, (long)test["moved"]!, (long)test["beforeTheDay"]!), Is.EqualTo((30L, 10L, 0L)));
        Assert.That(
            test["tiers"]!.AsArray().Select(each => $"{each!["before"]}->{each["after"]} {each["subjects"]}"),
            Is.EquivalentTo(new[] { "A->A 10", "C->D 10", "D->D 10" }));
        Assert.That((long)test["outright"]![0]!["subjects"]!, Is.EqualTo(10));
        Assert.That((long)test["pointsOnly"]![0]!["subjects"]!, Is.EqualTo(10), "those of D have twice the points, and are D");
        Assert.That(((decimal)test["rules"]![0]!["pointsBefore"]!, (decimal)test["rules"]![0]!["pointsAfter"]!), Is.EqualTo((180m, 360m)));
        var (_, movers) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/backtest/movers");
        Assert.That(movers["items"]!.AsArray(), Has.Count.EqualTo(10));
        Assert.That((string?)movers["items"]![0]!["why"], Is.EqualTo("failed 6 -> 12 [law.md#a]; some -> high"));
        Assert.That(((decimal?)movers["items"]![0]!["pointsBefore"], (decimal?)movers["items"]![0]!["pointsAfter"]), Is.EqualTo((6m, 12m)));

        await law.RefusedAsync("backtest-unread", law.Approver, $"/v1/proposals/{id}/approve", Governance.Law.Naming(content));
        var run = new JsonObject { ["run"] = (string)test["run"]! };
        await law.DoneAsync(law.Both, $"/v1/proposals/{id}/backtest/acknowledge", run);
        await law.RefusedAsync("backtest-unread", law.Approver, $"/v1/proposals/{id}/approve", Governance.Law.Naming(content));
        await law.DoneAsync(law.Approver, $"/v1/proposals/{id}/backtest/acknowledge", run);
        await law.DoneAsync(law.Approver, $"/v1/proposals/{id}/approve", Governance.Law.Naming(content));
        var acts = await service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
            new ActQuery(0, 100) { What = "law-backtest-read" });
        Assert.That(acts.Select(each => each.Act.Actor), Is.EqualTo(new[] { "person:both", "person:approver" }));
    }

    [Test]
    public async Task Stopped_after_any_portion_it_goes_on_and_comes_to_the_same_octets()
    {
        TestRules.Publish(rules, 12);
        var (id, _) = await law.ProposeAsync(rules);
        var whole = await law.TestedAsync(id);
        var test = (await service.Services.GetRequiredService<LawDesk>().CurrentAsync()).Proposals[id].Backtest!;
        for (var stop = 1; stop < 5; stop++)
        {
            var again = test with { Run = $"again{stop}", Report = null };
            var left = stop;
            Assert.That(await RunOf(again).GoOnAsync(() => Task.FromResult(--left > 0)), Is.Null);
            var (report, text) = (await RunOf(again).GoOnAsync(() => Task.FromResult(true)))!.Value;
            Assert.That(text.Book, Is.EqualTo(test.Report), $"stopped after {stop}");
            Assert.That(report.Movers, Is.EqualTo((string)whole["moversHash"]!));
        }
    }

    [Test]
    public async Task What_comes_in_meanwhile_changes_nothing_of_it()
    {
        TestRules.Publish(rules, 12);
        var (id, _) = await law.ProposeAsync(rules);
        await law.TestedAsync(id);
        var test = (await service.Services.GetRequiredService<LawDesk>().CurrentAsync()).Proposals[id].Backtest!;
        clock.Turn(clock.GetUtcNow().AddMinutes(1));
        await law.DoneAsync(law.Sender, "/v1/events", new JsonArray(
            Named(Sent.Failed("late", "2025-07-30", Codes.Of(0))), Named(Sent.Failed("new", "2025-07-30", Codes.Of(77)))));
        var (_, text) = (await RunOf(test with { Run = "later", Report = null }).GoOnAsync(() => Task.FromResult(true)))!.Value;
        Assert.That(text.Book, Is.EqualTo(test.Report));
    }

    [Test]
    public async Task A_version_to_come_moves_nobody_before_its_day()
    {
        Copy("test/points/2025-09-01", text => text
            .Replace("\"inForceFrom\": \"2020-01-01\"", "\"inForceFrom\": \"2025-09-01\"")
            .Replace("total >= 6", "total >= 3").Replace("total >= 12", "total >= 6"));
        // A template judges nobody, and so differs on no day.
        Copy("idle/points/2020-01-01", text => text
            .Replace("test/points", "idle/points").Replace("illustrative", "template"));

        var (id, _) = await law.ProposeAsync(rules);
        var test = await law.TestedAsync(id);
        Assert.That((string?)test["day"], Is.EqualTo("2025-09-01"), "by itself the first day on which it can differ");
        Assert.That(((long)test["moved"]!, (long)test["beforeTheDay"]!), Is.EqualTo((10L, 0L)));
        await law.DoneAsync(law.Author, $"/v1/proposals/{id}/backtest", new JsonObject { ["day"] = "2025-08-31" });
        test = await law.TestedAsync(id);
        Assert.That(((string?)test["day"], (long)test["subjects"]!, (long)test["moved"]!), Is.EqualTo(("2025-08-31", 30L, 0L)));
    }

    [Test]
    public async Task Its_page_tells_rules_regimes_tiers_and_regions_by_their_names()
    {
        TestRules.Publish(rules, 12);
        var points = Path.Combine(rules, "test/points/2020-01-01/points.workflow.json");
        await File.WriteAllTextAsync(points, (await File.ReadAllTextAsync(points)).Replace(
            "\"citation\"", "\"title\": { \"zh\": \"抽查不合格\", \"en\": \"failed sampling\" }, \"citation\""));
        var (id, _) = await law.ProposeAsync(rules);
        await law.TestedAsync(id);
        var page = await (await service.AskAsync(law.Approver, HttpMethod.Get, $"/proposals/{id}")).Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("记分 › 抽查不合格 › 分值").And.Contain("<b>抽查不合格</b>"));
        Assert.That(page, Does.Contain("抽查不合格 6 → 12; some → high"));
        Assert.That(page, Does.Match("title=\"4419\">东莞市 10 / 30").And.Contain("人员 author"));
        Assert.That(page, Does.Match("<td>测试</td>").And.Not.Contain("<code>test/points</code>"));
        Assert.That(page, Does.Match("aria-label=\"等级 C\"[^☐]*→[^☐]*aria-label=\"等级 D\""));
    }

    private void Copy(string to, Func<string, string> change)
    {
        Directory.CreateDirectory(Path.Combine(rules, to));
        foreach (var file in Directory.GetFiles(Path.Combine(rules, "test/points/2020-01-01")))
        {
            File.WriteAllText(Path.Combine(rules, to, Path.GetFileName(file)), change(File.ReadAllText(file)));
        }
    }

    private BacktestRun RunOf(Backtest test)
    {
        var record = service.Services.GetRequiredService<IRecord>();
        return new BacktestRun(test, record, record, new Activation(false), clock) { PortionOf = 7 };
    }

    private static IEnumerable<JsonNode> Events(int subject)
    {
        var code = Codes.Of(subject);
        var inspected = Sent.Failed($"i{subject}", "2025-05-01", code);
        inspected["data"] = new JsonObject { ["result"] = "passed" };
        yield return inspected;
        for (var failed = 0; failed < subject % 3; failed++)
        {
            yield return Sent.Failed($"e{subject}-{failed}", $"2025-06-0{failed + 1}", code);
        }
    }

    private static JsonObject Named(JsonObject sent)
    {
        sent["source"] = "gd-samr";
        return sent;
    }
}
