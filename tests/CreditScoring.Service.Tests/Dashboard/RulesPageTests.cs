using CreditScoring.Service.Access;
using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What stands beside a rule: how often it put an entry into the ledger, and its worked examples.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class RulesPageTests(On on) : ServiceTest(on)
{
    private const string Pack = "/rules/pack?regime=test/points";

    private const string Cases = """
        { "cases": [
          { "name": "One failure costs six", "citation": "law.md#a", "subject": { "kind": "operator", "id": "91350100M000100Y43" },
            "events": [ { "id": "e1", "kind": "sampling-result", "occurredOn": "2025-07-01", "data": { "result": "failed" } } ],
            "on": "2025-07-02", "expect": { "points": 6, "tier": "C" } },
          { "name": "One failure costs seven", "subject": { "kind": "operator", "id": "91350100M000100Y43" },
            "events": [ { "id": "e1", "kind": "sampling-result", "occurredOn": "2025-07-01", "data": { "result": "failed" } } ],
            "on": "2025-07-02", "expect": { "points": 7 } } ] }
        """;

    [Test]
    public async Task A_rule_is_told_with_the_entries_of_it_that_stand_and_those_that_were_taken_back()
    {
        await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-02", Sent.Factory), Sent.Failed("e3", "2025-07-03", Sent.Factory));
        await Service.SendAsync(Sent.Annulled("x1", "e1", "2025-07-10"));
        Assert.That(
            await Service.Http.GetStringAsync(Pack), Does.Match("在账 <b>2</b>").And.Match("另已冲正 1"));
    }

    [Test]
    public async Task Who_is_competent_for_one_region_is_told_of_the_entries_of_that_region()
    {
        await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01", Codes.Of(1, "350102")), Sent.Failed("e2", "2025-07-02", Codes.Of(2, "441900")),
            Sent.Failed("e3", "2025-07-02", Codes.Of(3, "441900")));
        await Restart(Persons.Cheaply);
        await Service.KeyOf("one", [Role.Admin]);
        await Service.PersonAsync("li", [Role.Viewer], "44");
        await Service.PersonAsync("wu", [Role.Auditor]);
        Assert.That(await PageAsync("li"), Does.Match("在账 <b>2</b>").And.Contain("仅本人管辖地域"));
        Assert.That(await PageAsync("wu"), Does.Not.Contain("在账"), "who has nothing to do with standings");

        async Task<string> PageAsync(string id)
        {
            using var browser = await Browser.SignedInAsync(Service, id);
            return await (await browser.AskAsync(HttpMethod.Get, Pack)).Content.ReadAsStringAsync();
        }
    }

    [Test]
    public async Task Each_worked_example_stands_beside_its_article_and_one_that_fails_with_what_came_out()
    {
        await WithCasesAsync(Cases);
        var page = await Service.Http.GetStringAsync(Pack);
        Assert.That(page, Does.Contain("<span class=\"tag wrong\">1 个不符</span>").And.Contain("成立的算例 2"));
        Assert.That(page, Does.Match("id=\"a\"[^☐]*相符的算例 1 个[^☐]*One failure costs six[^☐]*不引用条文的算例[^☐]*One failure costs seven"));
        Assert.That(page, Does.Contain("2025-07-02: 7 ≠ 6"));
        Assert.That(await Service.Http.GetStringAsync("/rules"), Does.Contain("1 个不符"));
    }

    [Test]
    public async Task A_worked_example_is_told_in_the_words_of_its_pack_and_its_name_comes_behind()
    {
        await WithCasesAsync(Cases);
        var page = await Service.Http.GetStringAsync(Pack);
        Assert.That(page, Does.Match("<p>2025-07-01 监督抽查：结果 failed</p>[^☐]*<p>2025-07-02：记分 6；等级 C</p>[^☐]*lang=\"en\">One failure costs six"));
    }

    [Test]
    public async Task Worked_examples_that_all_pass_are_counted()
    {
        await WithCasesAsync(Cases.Replace("\"points\": 7", "\"points\": 6"));
        Assert.That(await Service.Http.GetStringAsync(Pack), Does.Match("<span class=\"num\">2</span>\\s*<span class=\"tag fine\">全部相符"));
        Assert.That(await Service.Http.GetStringAsync("/rules"), Does.Contain("全部相符"));
    }

    [Test]
    public async Task Many_readers_share_one_count_and_a_minute_later_it_is_counted_anew()
    {
        var asked = 0;
        await Restart(RecordInFront.Doing(async name =>
        {
            if (name == nameof(IRecordQuestions.CountPostedAsync))
            {
                Interlocked.Increment(ref asked);
                await Task.Delay(100);
            }
        }));
        var hits = Service.Services.GetRequiredService<RuleHits>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => hits.OfAsync(TestRules.Regime, RegionScope.All)));
        Assert.That(asked, Is.EqualTo(1));
        await hits.OfAsync(TestRules.Regime, new RegionScope("44"));
        Assert.That(asked, Is.EqualTo(2), "of another region");
        Clock.Turn(Clock.GetUtcNow().AddSeconds(61));
        await hits.OfAsync(TestRules.Regime, RegionScope.All);
        Assert.That(asked, Is.EqualTo(3));
    }

    private async Task WithCasesAsync(string cases)
    {
        var pack = Path.Combine(Folder.In("rules"), "test/points/2020-01-01");
        Directory.CreateDirectory(Path.Combine(pack, "cases"));
        await File.WriteAllTextAsync(Path.Combine(pack, "cases/first.cases.json"), cases);
        await File.WriteAllTextAsync(Path.Combine(pack, "law.md"), "# 第一条 {#a}\n\n抽查不合格，计 6 分。\n");
        await Restart();
    }
}
