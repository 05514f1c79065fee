using System.Diagnostics;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// A clerk who never saw JSON writes a regime with its worked examples, another person approves it, and an
/// enterprise moves; with script and without.
/// </summary>
[Category(Tool.Chromium)]
[TestFixture(true)]
[TestFixture(false)]
public class ClerkTests(bool withScript)
{
    private const string Regime = "cn-gd/platform-complaints";

    private TempFolder folder = null!;
    private RunningService service = null!;
    private Chromium chromium = null!;
    private Visitor clerk = null!;
    private int clicks;

    private IPage Page => clerk.Page;

    [OneTimeSetUp]
    public async Task Begin()
    {
        folder = new TempFolder();
        var clock = StoppedClock.At("2025-03-31");
        var rules = Path.Combine(AppContext.BaseDirectory, "rules");
        await using (var before = await RunningService.StartAsync(folder, clock, "--rules", rules))
        {
            await before.SendAsync(Complaint(1, Sent.Factory));
        }

        service = await RunningService.StartAsync(
            folder, clock, Persons.Cheaply, "--rules", rules, "--trust-folder", "false");
        await service.PersonAsync("zhang", [Role.Author]);
        await service.PersonAsync("wang", [Role.Approver]);
        chromium = await Chromium.StartAsync();
        clerk = await chromium.VisitorAsync(service, 1280, withScript);
        Page.SetDefaultTimeout(60_000);
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await clerk.DisposeAsync();
        await chromium.DisposeAsync();
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Five_upheld_complaints_of_a_platform_are_watched_and_ten_points_are_C_and_nobody_saw_JSON()
    {
        var watch = Stopwatch.StartNew();
        await clerk.SignInAsync("zhang");
        await BeginRegimeAsync();
        await WriteArticleAsync("art-1", "## 第一条 记分 · Points {#art-1}\n\n平台经营者被投诉举报、经核查属实的，每件记 2 分。");
        await WriteArticleAsync("art-2", "## 第二条 等级 · Tiers {#art-2}\n\n10 分以上为 C 级，其余为 A 级。");
        await WriteArticleAsync(
            "art-4", "## 第四条 监管 · Supervision {#art-4}\n\n十二个月内有五件属实的，列为重点监管对象。");
        await AddRuleAsync("记分", "平台投诉举报属实", "upheld complaint", async () =>
        {
            await ChooseAsync("complaint", ("role", "==", "platform"), ("upheld", "==", "true"));
            await ComposeAsync();
            await Page.FillAsync("[name='p.points']", "2");
            await Page.SelectOptionAsync("[name='p.citation']", "law.md#art-1");
        });
        await AddRuleAsync("等级", "10 分以上", "10 points or more", async () =>
        {
            await OpenPhraseAsync();
            await Page.FillAsync("[name='c.points']", "10");
            await ComposeAsync();
            await Page.SelectOptionAsync("[name='p.tier']", "C");
            await Page.SelectOptionAsync("[name='p.citation']", "law.md#art-2");
        });
        await AddRuleAsync("监管频次", "一年五件列为重点", "five a year are watched", async () =>
        {
            await ChooseAsync("complaint", ("role", "==", "platform"), ("upheld", "==", "true"));
            await Page.FillAsync("[name='c.months']", "12");
            await Page.FillAsync("[name='c.count']", "5");
            await ComposeAsync();
            await Page.FillAsync("[name='p.keySupervision']", "true");
            await Page.SelectOptionAsync("[name='p.priority']", "must");
            await Page.SelectOptionAsync("[name='p.citation']", "law.md#art-4");
        });
        await AddCaseAsync("五件属实，10 分，C 级", 5, "10", "C");
        await AddCaseAsync("四件属实，8 分，A 级", 4, "8", "A");
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("算例 2 个，不符 0 个").And.Contain("错误 0 个"));
        await Pictures.KeepAsync(Page, $"clerk-pack-{withScript}");

        await ClickAsync("text=比较与送审");
        await ClickAsync("main button:has-text('送审')");
        var proposal = new Uri(Page.Url).AbsolutePath;
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("送审"));
        var (seconds, count) = (watch.Elapsed.TotalSeconds, clicks);

        await ApproveAsync(proposal);
        for (var at = 2; at <= 6; at++)
        {
            await SentAsync(at);
        }

        await RunningService.Until(async () => await StandingAsync() is ("C", 10, true));
        TestContext.Out.WriteLine(
            $"written and proposed in {count} clicks, {seconds:0} s by a program; script {withScript}");
        Assert.That(clerk.Complaints, Is.Empty);
    }

    private async Task BeginRegimeAsync()
    {
        await Page.GotoAsync("/proposals");
        await Page.ClickAsync("summary:has-text('为尚无规则的事项起草')");
        var form = Page.Locator("form[action='/proposals/regime']");
        foreach (var (name, text) in new[]
        {
            ("zh", "网络交易平台投诉记分（示例规则，数值为自拟）"), ("en", "Platform complaints (illustrative; the numbers are ours)"),
            ("regime", Regime), ("months", "12"), ("repair", "6"), ("from", "2025-01-01"),
            ("title", "平台投诉记分"), ("reason", "投诉集中"),
        })
        {
            await form.Locator($"[name={name}]").FillAsync(text);
        }

        clicks++;
        await form.Locator("button").ClickAsync();
        await Page.WaitForURLAsync("**/law/pack*");
    }

    private async Task WriteArticleAsync(string anchor, string words)
    {
        await ClickAsync($"a[href$='anchor={anchor}']");
        await Page.FillAsync("textarea[name=words]", words);
        await KeepAsync("form .main");
    }

    private async Task AddRuleAsync(string role, string zh, string en, Func<Task> fill)
    {
        await ClickAsync($"section:has(> h2:text-matches('^{role}')) > h2 a:has-text('加规则')");
        await fill();
        await Page.FillAsync("[name=zh]", zh);
        await Page.FillAsync("[name=en]", en);
        await Page.FillAsync("[name=name]", en.Replace(' ', '-'));
        await Page.SelectOptionAsync("[name='p.provenance']", "illustrative");
        if (withScript)
        {
            await Page.Locator("#checked-sentence:has-text('读作')").WaitForAsync();
            await Page.Locator("#checked-sentence:not(.busy)").WaitForAsync();
        }

        await Pictures.KeepAsync(Page, $"clerk-rule-{en.Replace(' ', '-')}-{withScript}");
        await KeepAsync("button[value=save]");
    }

    private async Task ChooseAsync(string kind, params (string Field, string Is, string Value)[] tests)
    {
        await OpenPhraseAsync();
        await Page.SelectOptionAsync("[name='c.kind']", kind);
        if (!withScript)
        {
            await ClickAsync("button[value=kind]");
        }

        await Page.Locator("[name='c.field0']").WaitForAsync();
        foreach (var (at, (field, comparison, value)) in tests.Index())
        {
            await Page.SelectOptionAsync($"[name='c.field{at}']", field);
            await Page.SelectOptionAsync($"[name='c.is{at}']", comparison);
            await Page.FillAsync($"[name='c.value{at}']", value);
        }
    }

    private async Task OpenPhraseAsync()
    {
        if (await Page.Locator("details:has([name='c.kind'])").GetAttributeAsync("open") is null)
        {
            await ClickAsync("summary:has-text('用选项拼写条件')");
        }
    }

    private async Task ComposeAsync()
    {
        await ClickAsync("button[value=compose]");
        await Page.Locator("#checked-sentence:has-text('读作')").WaitForAsync();
    }

    private async Task AddCaseAsync(string name, int complaints, string points, string tier)
    {
        await ClickAsync("a:has-text('加算例')");
        await Page.FillAsync("[name=subjectId]", Sent.Shop);
        for (var at = 0; at < complaints; at++)
        {
            await Page.SelectOptionAsync("select[name=kind]", "complaint");
            await ClickAsync("button[value=event]");
            await Page.FillAsync($"[name='e{at}.occurredOn']", $"2025-02-0{at + 1}");
            await Page.SelectOptionAsync($"[name='e{at}.f.upheld']", "true");
            await Page.SelectOptionAsync($"[name='e{at}.role']", "platform");
        }

        await Page.FillAsync("[name=name]", name);
        await Page.SelectOptionAsync("[name=citation]", "law.md#art-1");
        await Page.FillAsync("[name='d0.on']", "2025-02-28");
        await Page.FillAsync("[name='d0.points']", points);
        await Page.SelectOptionAsync("[name='d0.tier']", tier);
        await ClickAsync("button[value=run]");
        await Pictures.KeepAsync(Page, $"clerk-ran-{complaints}-{withScript}");
        await Page.Locator("#checked-result:has-text('相符')").WaitForAsync();
        await Pictures.KeepAsync(Page, $"clerk-case-{complaints}-{withScript}");
        await KeepAsync("button[value=save]");
    }

    private async Task ApproveAsync(string proposal)
    {
        await using var other = await chromium.VisitorAsync(service, 1280, withScript);
        await other.SignInAsync("wang");
        await RunningService.Until(async () =>
        {
            await other.Page.GotoAsync(proposal);
            return await other.Page.Locator("form[action$='/acknowledge'] button").CountAsync() > 0;
        });
        await other.Page.ClickAsync("form[action$='/acknowledge'] button");
        await other.Page.ClickAsync("form[action$='/approve'] button:not([disabled])");
        await other.Page.ClickAsync("form[action$='/publish'] button");
        Assert.That(await other.Page.InnerTextAsync("main"), Does.Contain("公布"));
    }

    private async Task SentAsync(int number) => Assert.That(
        await SendAsync(Complaint(number, Sent.Shop)), Is.EqualTo("accepted"));

    private async Task<string?> SendAsync(JsonObject sent)
    {
        var key = sender ??= await service.KeyOf("sender", [Role.Ingest, Role.Viewer], isSystem: true, source: "bureau");
        var answer = await service.AskAsync(key, HttpMethod.Post, "/v1/events", sent.ToJsonString());
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["events"]?[0]?["outcome"];
    }

    private string? sender;

    private async Task<(string? Tier, decimal? Points, bool? Watched)> StandingAsync()
    {
        var answer = await service.AskAsync(sender!, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}");
        var standing = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["standings"]?.AsArray()
            .FirstOrDefault(each => (string?)each!["regime"] == Regime);
        return ((string?)standing?["tier"], (decimal?)standing?["points"], (bool?)standing?["frequency"]?["keySupervision"]);
    }

    private static JsonObject Complaint(int number, string subject) => new()
    {
        ["id"] = $"c{number}", ["source"] = "bureau", ["kind"] = "complaint",
        ["subjects"] = new JsonArray(new JsonObject { ["kind"] = "operator", ["id"] = subject, ["role"] = "platform" }),
        ["occurredOn"] = $"2025-03-0{number}", ["data"] = new JsonObject { ["upheld"] = true },
    };

    private async Task ClickAsync(string what)
    {
        clicks++;
        await Page.ClickAsync(what);
    }

    /// <summary>Kept, one is back at the rules.</summary>
    private async Task KeepAsync(string button)
    {
        await ClickAsync(button);
        await Page.WaitForURLAsync("**/law/pack*");
    }
}
