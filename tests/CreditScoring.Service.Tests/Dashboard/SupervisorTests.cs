using System.Diagnostics;
using System.Text;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What a supervisor does who never used a terminal, by links and forms alone.</summary>
[Category(Tool.Chromium)]
[TestFixture(true)]
[TestFixture(false)]
public class SupervisorTests(bool withScript) : DeskTest
{
    private Chromium chromium = null!;
    private Visitor visitor = null!;
    private int clicks;

    protected override bool WantsKeys => true;

    [OneTimeSetUp]
    public async Task Open()
    {
        chromium = await Chromium.StartAsync();
        await Service.PersonAsync("li", [Role.Viewer]);
    }

    [OneTimeTearDown]
    public async Task Close() => await chromium.DisposeAsync();

    [SetUp]
    public async Task Come()
    {
        visitor = await chromium.VisitorAsync(Service, 1280, withScript);
        clicks = 0;
    }

    [TearDown]
    public async Task Leave() => await visitor.DisposeAsync();

    [Test]
    public async Task Who_comes_is_led_to_sign_in_and_then_to_where_he_was_going_and_out_again()
    {
        await visitor.Page.GotoAsync("/enterprises?tier=D");
        Assert.That(visitor.Page.Url, Does.Contain("/sign-in?back="));
        await visitor.Page.FillAsync("input[name=id]", "li");
        await visitor.Page.FillAsync("input[name=password]", "wrong");
        await Click("main button.main", "[role=alert]");
        Assert.That(await visitor.Page.TextContentAsync("[role=alert]"), Does.Contain("口令"));
        await visitor.Page.FillAsync("input[name=password]", Browser.Good);
        await Click("main button.main", OnEnterprises);
        Assert.That(visitor.Page.Url, Does.EndWith("/enterprises?tier=D"));
        await Click(".who button", "input[name=password]");
        await visitor.Page.GoBackAsync();
        Assert.That(visitor.Page.Url, Does.Contain("/sign-in?back="), "what was seen is not kept for who comes back");
        await visitor.Page.GotoAsync("/enterprises");
        Assert.That(visitor.Page.Url, Does.Contain("/sign-in?back="));
    }

    [Test]
    public async Task Why_is_this_enterprise_in_D_and_when_does_it_leave()
    {
        await visitor.SignInAsync("li");
        var code = await GraveAsync();
        var watch = Stopwatch.StartNew();
        await visitor.Page.FillAsync("input[name=q]", code);
        await Click(".find button", "[id='cn.product-quality-points']");
        var regime = visitor.Page.Locator("section:has(> details > [id='cn.product-quality-points'])");
        var told = await regime.InnerTextAsync();
        Assert.That(told, Does.Contain("质量信用分类 D 级").And.Contain("等级由此条决定").And.Contain("等级转好"));
        await regime.Locator("details.cited > summary").First.ClickAsync();
        clicks++;
        Assert.That(await regime.Locator("details.cited .words").First.InnerTextAsync(), Does.Contain("规则包自己的表述").And.Contain("条"));
        Tell("why D and until when", watch);
    }

    [Test]
    public async Task What_the_table_counts_adds_up_to_the_points()
    {
        await visitor.SignInAsync("li");
        var code = await GraveAsync();
        var points = (decimal)(await KeyedAsync($"/v1/enterprises/{code}"))["standings"]!.AsArray()
            .First(each => (string)each!["regime"]! == Points)!["points"]!;
        await visitor.Page.GotoAsync($"/enterprises/{code}");
        var rows = await visitor.Page.Locator("[id='cn.product-quality-points'] table.points tbody td:nth-child(4) b").AllInnerTextsAsync();
        Assert.That(rows.Sum(each => decimal.Parse(each, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(points));
        Assert.That(
            await visitor.Page.Locator("[id='cn.product-quality-points'] table.points tfoot td b").First.InnerTextAsync(),
            Is.EqualTo($"{points:0.####}"));
    }

    [Test]
    public async Task All_D_of_one_city_as_a_spreadsheet()
    {
        await visitor.SignInAsync("li");
        var region = (string)(await KeyedAsync($"/v1/enterprises?regime={Points}&tier=D&limit=1"))["items"]![0]!["region"]!;
        var watch = Stopwatch.StartNew();
        await Click(".doors a[href='/enterprises']", OnEnterprises);
        await visitor.Page.CheckAsync("input[name=tier][value=D]");
        await visitor.Page.FillAsync("input[name=region]", Divisions.NameOf(region)!.Value.Zh);
        clicks++;
        await Click("main button.main", "a[href*='.xlsx'][href*='tier=D']");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => Click("a:text('XLSX')"));
        Tell("all D of one city", watch);
        var listed = await KeyedAsync($"/v1/enterprises?regime={Points}&tier=D&region={region}");
        var sheet = Workbooks.Rows(await File.ReadAllBytesAsync((await download.PathAsync())!));
        Assert.That(
            sheet.Skip(1).Select(row => row[0]).Order(),
            Is.EqualTo(listed["items"]!.AsArray().Select(each => (string)each!["subject"]!).Order()));
        Assert.That(sheet, Has.Count.GreaterThan(1));
    }

    [Test]
    public async Task All_D_of_one_city_by_figures_alone_without_writing_anything()
    {
        await visitor.SignInAsync("li");
        var region = (string)(await KeyedAsync($"/v1/enterprises?regime={Points}&tier=D&limit=1"))["items"]![0]!["region"]!;
        await visitor.Page.GotoAsync("/");
        var watch = Stopwatch.StartNew();
        if (!region.EndsWith("0000", StringComparison.Ordinal))
        {
            await Click(
                $"main table a[href*='region={region[..2]}']:not([href*='tier='])",
                $"main table a[href*='tier=D'][href*='region={region.TrimEnd('0')}']");
        }

        await Click($"main table a[href*='tier=D'][href*='region={region.TrimEnd('0')}']", "a[href*='.xlsx'][href*='tier=D']");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => Click("a:text('XLSX')"));
        Tell("all D of one city by figures", watch);
        var listed = await KeyedAsync($"/v1/enterprises?regime={Points}&tier=D&region={region}");
        var sheet = Workbooks.Rows(await File.ReadAllBytesAsync((await download.PathAsync())!));
        Assert.That(
            sheet.Skip(1).Select(row => row[0]).Order(),
            Is.EqualTo(listed["items"]!.AsArray().Select(each => (string)each!["subject"]!).Order()));
    }

    /// <summary>What stands on the page of enterprises alone.</summary>
    private const string OnEnterprises = ".doors a[aria-current][href='/enterprises']";

    /// <param name="expected">What the page has to which it leads, and the one before has not; null: it leads to none.</param>
    private async Task Click(string what, string? expected = null)
    {
        clicks++;
        await visitor.Page.Locator(what).First.ClickAsync();
        if (expected is not null)
        {
            await visitor.Page.Locator(expected).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
    }

    private void Tell(string task, Stopwatch watch) =>
        TestContext.Out.WriteLine($"{task}: {clicks} clicks, {watch.Elapsed.TotalSeconds:0.0} s");

    private async Task<string> GraveAsync() => (string)(await KeyedAsync(
        $"/v1/enterprises?regime={Points}&tier=D&limit=1&sort=-points"))["items"]![0]!["subject"]!;

    private async Task<System.Text.Json.Nodes.JsonNode> KeyedAsync(string path)
    {
        key ??= await Service.KeyOf("reader", [Role.Viewer]);
        return await Service.AskAsync(key, HttpMethod.Get, path).ReadAsync();
    }

    private string? key;
}
