using System.Net;
using System.Text.RegularExpressions;
using CreditScoring.Service.Access;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What the worked examples of a draft leave untried is found out while its author looks on.</summary>
[Category(Tool.Chromium)]
public class BenchTrialTests : DeskTest
{
    private const string Small = "cn-nx/credit-risk-class/2022-08-17";
    private const string Large = "cn/product-quality-points/2024-01-01";

    private Chromium chromium = null!;
    private Visitor visitor = null!;
    private Browser zhang = null!;
    private string draft = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 5;

    private IPage Page => visitor.Page;

    [OneTimeSetUp]
    public async Task Open()
    {
        chromium = await Chromium.StartAsync();
        await Service.PersonAsync("zhang", [Role.Author]);
        await Service.PersonAsync("qian", [Role.Approver]);
        zhang = await Browser.SignedInAsync(Service, "zhang");
        draft = await DraftAsync();
        visitor = await chromium.VisitorAsync(Service);
        Page.SetDefaultTimeout(60_000);
        await visitor.SignInAsync("zhang");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await visitor.DisposeAsync();
        zhang.Dispose();
        await chromium.DisposeAsync();
    }

    [Test, Order(1)]
    public async Task Of_a_small_pack_what_its_examples_leave_untried_is_there_by_itself()
    {
        await Page.GotoAsync($"{draft}/law/pack?folder={Small}");
        await Page.Locator("#trial:has-text('已完成')").WaitForAsync();
        var told = await Page.InnerTextAsync("#trial");
        TestContext.Out.WriteLine(told);
        Assert.That(told, Does.Contain("算例察觉 56 处（100.0 %）").And.Contain("RulesEngine").And.Contain("0 处不同"));
        await ShotAsync("bench-trial");
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test, Order(2)]
    public async Task A_change_that_no_example_notices_and_a_rule_that_none_tries_are_told_with_the_page_to_mend_them()
    {
        var rule = $"{draft}/law/rule?file={Small}/tier.workflow.json&at=0&new=true";
        var page = await (await zhang.AskAsync(HttpMethod.Get, rule)).Content.ReadAsStringAsync();
        var tier = Regex.Match(page, "<option value=\"([A-D])\"").Groups[1].Value;
        var answer = await zhang.PostFormAsync(rule, new()
        {
            ["content"] = ContentOf(page), ["act"] = "save", ["name"] = "never-tried", ["zh"] = "无人试过",
            ["expression"] = "total >= 4321", ["p.tier"] = tier.Length == 0 ? "D" : tier, ["p.citation"] = "law.md#art-1",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        await Page.GotoAsync($"{draft}/law/pack?folder={Small}");
        await Page.Locator("#trial:has-text('已完成')").WaitForAsync();
        var told = await Page.InnerTextAsync("#trial");
        TestContext.Out.WriteLine(told);
        Assert.That(told, Does.Contain("never-tried：没有算例使它成立").And.Contain("`total >= 4321` 从未为真").And.Contain("4322"));
        await ShotAsync("bench-trial-untried");
        await Page.Locator("#trial a:has-text('去看')").First.ClickAsync();
        Assert.That(await Page.InputValueAsync("[name=expression]"), Is.EqualTo("total >= 4321"));
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test, Order(3)]
    public async Task Of_a_large_pack_the_page_says_how_far_it_has_come_and_its_author_stops_it()
    {
        await Page.GotoAsync($"{draft}/law/pack?folder={Large}");
        Assert.That(await Page.InnerTextAsync("#trial [data-follow-said]"), Is.Empty, "it takes a core that others want");
        await Page.ClickAsync("#trial button[value=begin]");
        await Page.Locator("#trial:has-text('/1047')").WaitForAsync();
        var first = await Page.InnerTextAsync("#trial [data-follow-said]");
        await Page.WaitForFunctionAsync("first => document.querySelector('#trial [data-follow-said]').textContent !== first", first);
        await ShotAsync("bench-trial-running");
        await Page.ClickAsync("#trial button[value=cancel]");
        await Page.Locator("#trial:has-text('已停止')").WaitForAsync();
        await Page.Locator("#trial button[value=begin]").WaitForAsync();
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test, Order(4)]
    public async Task Two_run_at_once_the_others_wait_and_what_was_written_on_since_ends()
    {
        var (desk, trials) = (Service.Services.GetRequiredService<DraftDesk>(), Service.Services.GetRequiredService<DraftTrials>());
        var drafts = new List<string>();
        for (var each = 0; each < 4; each++)
        {
            drafts.Add(await DraftAsync());
            await BegunAsync(drafts[^1]);
        }

        async Task<DraftTrial> Of(string each) =>
            trials.Of((await desk.OfAsync(each.Split('/')[^1]))!.Proposal, Large)!;
        var all = await Task.WhenAll(drafts.Select(Of));
        Assert.That(all.Select(each => each.State), Is.EqualTo(new[]
        {
            DraftTrialState.Running, DraftTrialState.Running, DraftTrialState.Waiting, DraftTrialState.Waiting,
        }));
        var path = $"{drafts[0]}/law/article?folder={Large}&anchor=art-1";
        var page = await (await zhang.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();
        var words = WebUtility.HtmlDecode(page.Split("required>")[1].Split("</textarea>")[0]);
        await zhang.PostFormAsync(path, new() { ["content"] = ContentOf(page), ["words"] = words + "\n又一句。" });
        await zhang.AskAsync(HttpMethod.Get, $"{drafts[0]}/law/pack?folder={Large}");
        await RunningService.Until(() => Task.FromResult(all[0].State == DraftTrialState.Cancelled));
        await RunningService.Until(() => Task.FromResult(all[2].State == DraftTrialState.Running));
        foreach (var each in all)
        {
            each.Cancel();
        }
    }

    private async Task BegunAsync(string each)
    {
        var answer = await zhang.PostFormAsync($"{each}/law/trial?folder={Large}", new() { ["act"] = "begin" });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
    }

    private async Task ShotAsync(string name)
    {
        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            Assert.That(
                await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), $"{name} {width}");
            await Pictures.KeepAsync(Page, $"{name}-{width}");
        }

        await Page.SetViewportSizeAsync(1280, 900);
    }

    private async Task<string> DraftAsync()
    {
        var (status, said) = await zhang.SayAsync(HttpMethod.Post, "/v1/proposals", new System.Text.Json.Nodes.JsonObject
        {
            ["title"] = "检验", ["reason"] = "试写",
        });
        Assert.That(status, Is.EqualTo(200), $"{said}");
        return $"/proposals/{said["id"]}";
    }

    private static string ContentOf(string page) => page.Split("name=\"content\" value=\"")[1][..64];
}
