using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Tests.Given;
using Microsoft.Playwright;
using MiniExcelLibs;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What happens while one writes on a draft, and what does not get in.</summary>
[Category(Tool.Chromium)]
public class WorkbenchTests : DeskTest
{
    private const string Pack = "cn/product-quality-points/2024-01-01";

    private Chromium chromium = null!;
    private Visitor visitor = null!;
    private Browser zhang = null!;
    private Browser li = null!;
    private string draft = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 5;

    private IPage Page => visitor.Page;

    [OneTimeSetUp]
    public async Task Open()
    {
        chromium = await Chromium.StartAsync();
        await Service.PersonAsync("zhang", [Role.Author]);
        await Service.PersonAsync("li", [Role.Author]);
        zhang = await Browser.SignedInAsync(Service, "zhang");
        li = await Browser.SignedInAsync(Service, "li");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        zhang.Dispose();
        li.Dispose();
        await chromium.DisposeAsync();
    }

    [SetUp]
    public async Task Begin()
    {
        var answer = await zhang.PostFormAsync("/proposals/version", new()
        {
            ["folder"] = Pack, ["from"] = "2026-07-01", ["title"] = "次版", ["reason"] = "试写",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        draft = answer.Headers.Location!.ToString().Split("/law/")[0];
        visitor = await chromium.VisitorAsync(Service);
        Page.SetDefaultTimeout(60_000);
        await visitor.SignInAsync("zhang");
    }

    [TearDown]
    public async Task Leave() => await visitor.DisposeAsync();

    private static string Next => "cn/product-quality-points/2026-07-01";

    [Test]
    public async Task Words_are_offered_at_the_caret_and_taken_by_the_keys_and_what_is_wrong_is_told_while_one_types()
    {
        await Page.GotoAsync($"{draft}/law/rule?file={Next}/tier.workflow.json&at=2");
        var field = Page.Locator("[name=expression]");
        await field.FillAsync("");
        await field.PressSequentiallyAsync("tot");
        await Page.Locator("#words-list li:has-text('total')").WaitForAsync();
        await field.PressAsync("Enter");
        Assert.That(await field.InputValueAsync(), Is.EqualTo("total"));
        await field.PressSequentiallyAsync(" >= 12 &&");
        await Page.Locator("#checked-sentence .note.wrong").WaitForAsync();
        await field.FillAsync("total >= 15");
        await Page.Locator("#checked-sentence:has-text('不小于 15')").WaitForAsync();
        await Page.Locator("#checked-cases .failed").First.WaitForAsync();
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test]
    public async Task What_was_typed_before_is_not_waited_for_and_its_examples_are_not_run()
    {
        var desk = Service.Services.GetRequiredService<DraftDesk>();
        var at = (await desk.OfAsync(draft.Split('/')[^1]))!;
        using var gone = new CancellationTokenSource();
        var tier = at.Files.At($"{Next}/tier.workflow.json")!;
        var pack = at.Rules.PackWith(new(tier.File, tier.Text.Replace("total >= 12", "total >= 13", StringComparison.Ordinal)), Next, gone.Token);
        await gone.CancelAsync();
        Assert.That(() => pack.Cases, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(pack.Bound, Is.Not.Null);

        await Page.GotoAsync($"{draft}/law/rule?file={Next}/tier.workflow.json&at=2");
        await Page.EvaluateAsync(
            """
            () => {
              const fetched = window.fetch;
              window.held = [];
              window.fetch = (address, asked) => asked?.signal
                ? new Promise((done, fail) => { window.held.push(asked.signal); asked.signal.addEventListener("abort", () => fail(asked.signal.reason)); if (window.held.length > 1) done(fetched(address, asked)); })
                : fetched(address, asked);
            }
            """);
        await Page.FillAsync("[name=expression]", "total >= 14");
        await Page.WaitForFunctionAsync("() => window.held.length === 1");
        await Page.FillAsync("[name=expression]", "total >= 15");
        await Page.Locator("#checked-sentence:has-text('不小于 15')").WaitForAsync();
        Assert.That(await Page.EvaluateAsync<bool[]>("() => window.held.map(each => each.aborted)"), Is.EqualTo(new[] { true, false }));
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_block_of_a_spreadsheet_goes_into_the_cells_and_what_is_otherwise_than_in_force_is_marked()
    {
        await Page.GotoAsync($"{draft}/law/table?file={Next}/tables/sampling.json");
        var column = await Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('.edited th')].findIndex(each => each.textContent === 'points')");
        await Page.EvaluateAsync(
            """
            column => {
              const cell = document.querySelector(`[data-cell="0.${column}"]`);
              const data = new DataTransfer();
              data.setData("text/plain", "41\r\n42\r\n");
              cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, column);
        Assert.That(await Page.InputValueAsync($"[data-cell='1.{column}']"), Is.EqualTo("42"));
        await Page.ClickAsync("button[value=save]");
        await Page.WaitForURLAsync("**/law/pack*");
        Assert.That(await Page.InnerTextAsync("main"), Does.Contain("42"));
    }

    [Test]
    public async Task A_table_goes_out_as_a_workbook_and_comes_in_again_as_it_is()
    {
        var address = $"{draft}/law/table.xlsx?file={Next}/tables/sampling.json";
        var octets = await (await zhang.AskAsync(HttpMethod.Get, address)).Content.ReadAsByteArrayAsync();
        using var stream = new MemoryStream(octets);
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.That(rows[0].Keys, Does.Contain("points"));
        await Page.GotoAsync($"{draft}/law/table?file={Next}/tables/sampling.json");
        var before = await Page.Locator("[data-cell]").EvaluateAllAsync<string[]>("all => all.map(each => each.value)");
        await Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "表.xlsx", MimeType = "", Buffer = octets });
        await Page.ClickAsync("button[value=file]");
        await Page.Locator("[data-cell='0.0']").WaitForAsync();
        var after = await Page.Locator("[data-cell]").EvaluateAllAsync<string[]>("all => all.map(each => each.value)");
        Assert.That(after, Is.EqualTo(before));
    }

    [Test]
    public async Task Who_keeps_later_than_another_is_told_and_overwrites_nothing()
    {
        var path = $"{draft}/law/article?folder={Next}&anchor=art-1";
        var page = await (await zhang.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();
        var content = page.Split("name=\"content\" value=\"")[1][..64];
        var words = WebUtility.HtmlDecode(page.Split("required>")[1].Split("</textarea>")[0]);
        var first = await li.PostFormAsync(path, new() { ["content"] = content, ["words"] = words + "\n又一句。" });
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Found), await first.Content.ReadAsStringAsync());
        var second = await zhang.PostFormAsync(path, new() { ["content"] = content, ["words"] = words + "\n别的。" });
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var told = await second.Content.ReadAsStringAsync();
        Assert.That(told, Does.Contain("草案内容已变").And.Contain("别的。"), "what was typed is still there");
        Assert.That(await (await li.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync(), Does.Contain("又一句。"));
    }

    [TestCase("rule?file=../../etc/passwd&at=0")]
    [TestCase("rule?file=cn/product-quality-points/2026-07-01/points.workflow.json&at=999")]
    [TestCase("rule?file=cn/product-quality-points/2026-07-01/points.workflow.json&at=0.0.0.0.0.0.0.0.0")]
    [TestCase("rule?file=cn/product-quality-points/2026-07-01/points.workflow.json&at=99999999999999999999")]
    [TestCase("table?file=cn/product-quality-points/2026-07-01/pack.json")]
    [TestCase("case?file=cn/product-quality-points/2026-07-01/cases/sampling.cases.json&at=-1")]
    [TestCase("case?file=x.cases.json&at=0")]
    [TestCase("article?folder=cn/product-quality-points/2026-07-01&anchor=no-such")]
    [TestCase("pack?folder=..")]
    public async Task What_is_not_there_is_told_as_such(string spot)
    {
        var answer = await zhang.AskAsync(HttpMethod.Get, $"{draft}/law/{spot}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), spot);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("草案中没有此处"));
    }

    [TestCase("../x")]
    [TestCase("CN/x")]
    [TestCase("x")]
    [TestCase("cn/x/")]
    [TestCase("cn//x")]
    [TestCase("cn/product-quality-points")]
    [TestCase("events/x")]
    public async Task A_regime_of_a_name_that_is_none_or_is_taken_is_refused(string name)
    {
        var answer = await zhang.PostFormAsync("/proposals/regime", new()
        {
            ["zh"] = "甲", ["en"] = "a", ["regime"] = name, ["subject"] = "operator", ["from"] = "2026-01-01",
            ["tiers"] = "AB", ["months"] = "12", ["repair"] = "", ["title"] = "t", ["reason"] = "r",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), await answer.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task What_an_author_writes_is_text_on_every_page_and_runs_nowhere()
    {
        const string Evil = "<img src=x onerror=alert(1)>\"'{{x}}";
        var rule = $"{draft}/law/rule?file={Next}/points.workflow.json&at=0&new=true";
        var page = await (await zhang.AskAsync(HttpMethod.Get, rule)).Content.ReadAsStringAsync();
        var answer = await zhang.PostFormAsync(rule, new()
        {
            ["content"] = page.Split("name=\"content\" value=\"")[1][..64], ["act"] = "save", ["name"] = "evil", ["zh"] = Evil,
            ["en"] = Evil, ["expression"] = $"happened.kind == \"{Evil.Replace("\"", "", StringComparison.Ordinal)}\"",
            ["p.points"] = Evil, ["p.citation"] = "law.md#art-8-1",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        foreach (var path in new[] { $"{draft}/law/pack?folder={Next}", $"{draft}/law/rule?file={Next}/points.workflow.json&at=0", draft })
        {
            await Page.GotoAsync(path);
            Assert.That(await Page.Locator("img[src=x]").CountAsync(), Is.Zero, path);
        }

        Assert.That(visitor.Complaints, Is.Empty);
    }
}
