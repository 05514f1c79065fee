using System.Diagnostics;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Two weeks into a month an enterprise fails a sampling: the desk says so by itself, and why.</summary>
[Category(Tool.Chromium)]
public class BecameWorseTests : DeskTest
{
    private Chromium chromium = null!;
    private string code = null!;
    private string name = null!;

    protected override int Enterprises => 30;

    [OneTimeSetUp]
    public async Task Open()
    {
        chromium = await Chromium.StartAsync();
        Clock.Turn("2026-01-15");
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["day"] == "2026-01-15");
        code = await OneInAsync("A");
        name = (string)(await Service.GetAsync($"/v1/enterprises?regime={Points}&tier=A&limit=1&sort=-points"))["items"]![0]!["name"]!;
    }

    [OneTimeTearDown]
    public async Task Close() => await chromium.DisposeAsync();

    [Test]
    public async Task The_first_page_tells_it_without_being_asked_again_and_the_list_says_why()
    {
        await using var visitor = await chromium.VisitorAsync(Service);
        await visitor.Page.GotoAsync($"/?regime={Points}");
        Assert.That(await visitor.Page.Locator("#changes").InnerTextAsync(), Does.Contain("本月没有变差的"));
        await Service.SendAsync(new JsonObject
        {
            ["id"] = "late", ["source"] = "bureau", ["kind"] = "sampling-result", ["occurredOn"] = "2026-01-14",
            ["document"] = "市监抽〔2026〕7号", ["subject"] = new JsonObject { ["kind"] = "operator", ["id"] = code },
            ["data"] = new JsonObject { ["result"] = "failed", ["severity"] = "serious" },
        });
        await visitor.Page.Locator("#changes li").First.WaitForAsync();
        Assert.That(await visitor.Page.Locator("#changes li").First.InnerTextAsync(), Does.Contain(name).And.Contain("0 → 6").And.Not.Contain("计入"), "reasons are of the file, and each look at them is told");

        var (watch, clicks) = (Stopwatch.StartNew(), 1);
        await visitor.Page.ClickAsync("#changes a:text('谁变差了')");
        await visitor.Page.Locator("form[action='/changes']").WaitForAsync();
        var row = visitor.Page.Locator("main li").First;
        Assert.That(await row.InnerTextAsync(), Does.Contain(name).And.Contain("监督抽查").And.Contain("0 → 6"));
        Assert.That(await row.Locator("svg.chip").First.GetAttributeAsync("aria-label"), Does.Contain("A"));
        TestContext.Out.WriteLine($"who became worse and why: {clicks} clicks, {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.That(await visitor.Page.Locator("main li").CountAsync(), Is.EqualTo(1), "only who became worse");
        Assert.That(visitor.Complaints, Is.Empty);
    }
}
