using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Backtests;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// A proposal's page, clicked: a shadow is begun and compared, a past period is tested, the back-test is
/// acknowledged, and only then approved; with script and without.
/// </summary>
[Category(Tool.Chromium)]
[TestFixture(true)]
[TestFixture(false)]
public class ProposalClickedTests(bool withScript)
{
    private ShadowedService given = null!;
    private Chromium chromium = null!;
    private Visitor wang = null!;
    private string id = null!;

    private IPage Page => wang.Page;

    [OneTimeSetUp]
    public async Task Begin()
    {
        given = await ShadowedService.StartAsync(On.Sqlite);
        given.Change("tier.workflow.json", text =>
            text.Replace("total >= 6", "total >= 3").Replace("total >= 12", "total >= 6"));
        (id, _) = await given.Law.ProposeAsync(given.Rules);
        await given.Law.TestedAsync(id);
        await given.Service.PersonAsync("wang", [Role.Approver]);
        chromium = await Chromium.StartAsync();
        wang = await chromium.VisitorAsync(given.Service, 1280, withScript);
        Page.SetDefaultTimeout(60_000);
        await wang.SignInAsync("wang");
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await wang.DisposeAsync();
        await chromium.DisposeAsync();
        await given.DisposeAsync();
    }

    [Test, Order(1)]
    public async Task A_shadow_is_begun_and_the_page_compares()
    {
        await Page.GotoAsync($"/proposals/{id}");
        await Page.FillAsync("form[action$='/shadow'] [name=days]", "7");
        await Page.ClickAsync("form[action$='/shadow'] button");
        await Page.Locator("#shadow:has-text('进行中')").WaitForAsync();
        Assert.That(await Page.InnerTextAsync("#shadow"), Does.Contain("2025-07-31 至 2025-08-06"));
        await given.FailAsync("x0", 0);
        await given.UntilAsync(id, each => (long)each["behind"]! == 0 && (long)each["moved"]! == 1);
        await Page.ReloadAsync();
        var told = string.Join(' ', (await Page.InnerTextAsync("#shadow")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(told, Does.Contain("1 个等级不同").And.Contain("C → D").And.Contain(Codes.Of(0)).And.Contain("x0"));
        await ShotAsync("proposal-shadow");
        await Page.ClickAsync("form[action$='/shadow/stop'] button");
        await Page.Locator("#shadow:has-text('已停止')").WaitForAsync();
        Assert.That(wang.Complaints, Is.Empty);
    }

    [Test, Order(2)]
    public async Task A_past_period_is_tested()
    {
        await Page.GotoAsync($"/proposals/{id}");
        await Page.FillAsync("form[action$='/period'] [name=from]", "2025-05-10");
        await Page.FillAsync("form[action$='/period'] [name=to]", "2025-07-31");
        await Page.ClickAsync("form[action$='/period'] button");
        await RunningService.Until(async () =>
        {
            await Page.ReloadAsync();
            return (await Page.InnerTextAsync("main")).Contains("20 个主体，10 个等级不同", StringComparison.Ordinal);
        });
        await ShotAsync("proposal-period");
        Assert.That(wang.Complaints, Is.Empty);
    }

    [Test, Order(3)]
    public async Task A_period_that_is_none_is_told_and_the_page_stays()
    {
        await Page.GotoAsync($"/proposals/{id}");
        await Page.FillAsync("form[action$='/period'] [name=from]", "2025-07-10");
        await Page.FillAsync("form[action$='/period'] [name=to]", "2025-06-30");
        await Page.ClickAsync("form[action$='/period'] button");
        await Page.Locator("[role=alert]").WaitForAsync();
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("批准此内容"));
    }

    [Test, Order(4)]
    public async Task It_is_approved_when_its_back_test_is_acknowledged_and_not_before_and_published()
    {
        await Page.GotoAsync($"/proposals/{id}");
        Assert.That(await Page.Locator("form[action$='/approve'] button").IsDisabledAsync(), Is.True);
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("回测：对全部主体的影响"));
        await Page.ClickAsync("form[action$='/acknowledge'] button");
        await Page.Locator("form[action$='/approve'] button:enabled").WaitForAsync();
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("已阅并确认：").And.Contain("wang"));
        await ShotAsync("proposal-acknowledged");
        await Page.ClickAsync("form[action$='/approve'] button");
        await Page.Locator("form[action$='/publish'] button").WaitForAsync();
        await Page.ClickAsync("form[action$='/publish'] button");
        await given.Law.InForce(id);
        await Page.ReloadAsync();
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("施行"));
        await RunningService.Until(async () => await given.Service.TierOfAsync(given.Law, 1) == "D");
    }

    private async Task ShotAsync(string name)
    {
        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            Assert.That(
                await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), $"{name} {width}");
            await Pictures.KeepAsync(Page, $"{name}-{withScript}-{width}");
        }

        await Page.SetViewportSizeAsync(1280, 900);
    }
}
