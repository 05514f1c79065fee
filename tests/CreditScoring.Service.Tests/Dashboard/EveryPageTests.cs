using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// Every page in both languages, at both widths, with and without script: it is there, its browser complains of
/// nothing, nothing is broader than the window, and who cannot see it all the same can read it.
/// </summary>
[Category(Tool.Chromium)]
public class EveryPageTests : DeskTest
{
    private const string Pack = "cn/product-quality-points/2024-01-01";

    private Chromium chromium = null!;
    private readonly Dictionary<string, string> tables = [];
    private string? plan;
    private string? inForce;
    private string? draft;
    private string? draw;
    private string? drawn;

    [OneTimeSetUp]
    public async Task Open() => chromium = await Chromium.StartAsync();

    [OneTimeTearDown]
    public async Task Close() => await chromium.DisposeAsync();

    /// <summary>Pages whose tables become cards, and what is behind the first of them folds.</summary>
    private static readonly string[] Folded = ["todo", "plan", "plan-in-force", "rule-pack", "why-not"];

    /// <summary>Any two of language, width and script together; with CREDIT_FORMS=all, all three.</summary>
    private static IEnumerable<TestCaseData> Forms =>
        from language in new[] { "zh", "en" }
        from width in new[] { 1280, 390 }
        from script in new[] { true, false }
        where Environment.GetEnvironmentVariable("CREDIT_FORMS") == "all"
            || script == ((language == "zh") == (width == 1280))
        select new TestCaseData(language, width, script);

    [TestCaseSource(nameof(Forms))]
    public async Task Every_page_stands_and_reads_well(string language, int width, bool withScript)
    {
        await using var visitor = await chromium.VisitorAsync(Service, width, withScript, language);
        var wrong = new List<string>();
        foreach (var (name, path) in await PagesAsync())
        {
            var answer = await visitor.Page.GotoAsync(path);
            if (answer!.Status != 200)
            {
                wrong.Add($"{path}: {answer.Status}");
            }

            if (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
            {
                wrong.Add($"{path}: {wide} wide");
            }

            // Looking through a page takes longer the longer it is: once at full width, else the short ones and
            // those that are made anew for a telephone.
            var looked = withScript && (width > 500 || path.Length < 14 || Folded.Contains(name));
            wrong.AddRange((await FindingsAsync(visitor, looked)).Select(each => $"{path}: {each}"));
            await Pictures.KeepAsync(visitor.Page, $"{name}-{language}-{width}");
        }

        Assert.That(wrong.Concat(visitor.Complaints), Is.Empty);
    }

    [Test]
    public async Task A_page_that_breaks_the_rules_of_reading_is_found()
    {
        await using var visitor = await chromium.VisitorAsync(Service);
        await visitor.Page.GotoAsync("/enterprises");
        await visitor.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('button'))");
        Assert.That(await FindingsAsync(visitor, true), Has.Some.Contains("button-name"));
        await visitor.Page.EvaluateAsync(
            "() => { const p = document.createElement('p'); p.setAttribute('onclick', 'alert(1)'); document.body.append(p); p.click(); }");
        Assert.That(visitor.Complaints, Has.Some.Contains("Content Security Policy"));
    }

    private async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync()
    {
        var (grave, mild) = (await OneInAsync("D"), await OneInAsync("A"));
        var (form, correction) = await ProposedAsync(grave);
        return
        [
            ("corrections", "/corrections"), ("correction-kinds", form), ("correction-new", $"{form}&how=amended"), ("correction", correction),
            ("tables-in", "/tables-in"), ("table-unmapped", await HandedInAsync("序,码\nA-1,1\n"u8.ToArray(), "unmapped")),
            ("table-ready", await HandedInAsync(TablesIn.DownloadedTable.Octets, "ready")),
            ("table-tried", await HandedInAsync(TablesIn.DownloadedTable.Csv(20, "看"), "tried", "try")),
            ("table-kept", await HandedInAsync(TablesIn.DownloadedTable.Csv(12, "留"), "kept", "try", "keep")),
            ("overview", "/"), ("overview-publicity", "/?regime=cn/penalty-publicity&region=44"),
            ("changes", "/changes?since=2025-01-01"), ("todo", "/todo"), ("todo-overdue", "/todo?overdue=true&state=missed"),
            ("sign-in", "/sign-in"), ("list", "/enterprises"), ("list-none", "/enterprises?name=nobody"),
            ("list-grave", $"/enterprises?regime={Points}&tier=D&sort=-points"),
            ("enterprise", $"/enterprises/{grave}"), ("enterprise-mild", $"/enterprises/{mild}"),
            ("enterprise-then", $"/enterprises/{grave}?on=2024-12-31"),
            ("why-not", $"/enterprises/{grave}/why-not?tier=A"), ("notice", $"/enterprises/{grave}/notice"),
            ("papers", $"/enterprises/{grave}/papers?samples=true"), ("papers-official", $"/enterprises/{grave}/papers"),
            ("notice-file", $"/enterprises/{grave}/notice?to=file&lang=en"), ("rules", "/rules"),
            ("rule-pack", $"/rules/pack?regime={Points}"), ("quarantine", "/quarantine"), ("quarantined", "/quarantine/1"),
            ("operation", "/operation"), ("audit", "/audit"), ("plans", "/plans"), ("plan", await PlanAsync()),
            ("inspectors", await InspectorsAsync()), ("plan-crews", await PlannedAsync("")), ("plan-in-force", await InForceAsync()),
            ("plan-alone", $"{await InForceAsync()}?unit={await UnitAsync(await InForceAsync())}&alone=true"), ("effect", await EffectAsync()),
            ("draws", "/draws"), ("draw-prepared", await DrawAsync()), ("draw", await DrawnAsync()),
            ("public-draws", "/public/draws"), ("public-draw", $"/public{await DrawnAsync()}"),
            ("proposals", "/proposals"), ("proposal", await DraftAsync()), ("bench", $"{await DraftAsync()}/law"),
            ("bench-pack", $"{await DraftAsync()}/law/pack?folder={Pack}"),
            ("bench-rule", $"{await DraftAsync()}/law/rule?file={Pack}/points.workflow.json&at=1"),
            ("bench-rule-new", $"{await DraftAsync()}/law/rule?file={Pack}/tier.workflow.json&at=0&new=true"),
            ("bench-table", $"{await DraftAsync()}/law/table?file={Pack}/tables/sampling.json"),
            ("bench-case", $"{await DraftAsync()}/law/case?file={Pack}/cases/sampling.cases.json&at=0"),
            ("bench-article", $"{await DraftAsync()}/law/article?folder={Pack}&anchor=art-8-1"),
            ("bench-text", $"{await DraftAsync()}/law/text?file={Pack}/tables/sampling.json"),
        ];
    }

    /// <summary>The page of a table that is handed in here, once, and of which something is asked.</summary>
    private async Task<string> HandedInAsync(byte[] octets, string name, params string[] asked)
    {
        if (!tables.TryGetValue(name, out var page))
        {
            using var browser = new Browser(Service);
            var answer = await browser.PostFileAsync("/tables-in", $"{name}.{(octets[0] == 'P' ? "xlsx" : "csv")}", octets);
            Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
            tables[name] = page = answer.Headers.Location!.ToString();
            foreach (var ask in asked)
            {
                await browser.PostFormAsync($"{page}/{ask}", []);
            }
        }

        return page;
    }

    /// <summary>An annulment of the last thing that counts against somebody, as a form and as proposed.</summary>
    private async Task<(string Form, string Correction)> ProposedAsync(string subject)
    {
        var kept = await Service.Services.GetRequiredService<CreditScoring.Service.Ports.IRecordQuestions>()
            .EventsAsync(new Subject("operator", subject));
        var target = kept.First(each => each.Text.Contains("\"kind\":\"penalty\"") || each.Text.Contains("\"kind\":\"sampling-result\"")).Id;
        using var browser = new Browser(Service);
        var answer = await browser.PostFormAsync("/corrections", new()
        {
            ["subject"] = subject, ["event"] = $"{target}", ["how"] = "annulled", ["day"] = "2025-12-30", ["reason"] = "复议撤销",
        });
        return ($"/corrections/new?subject={subject}&event={Uri.EscapeDataString($"{target}")}", answer.Headers.Location!.ToString());
    }

    /// <summary>The page of a draft of the rules folder, which is begun here, once.</summary>
    private async Task<string> DraftAsync()
    {
        if (draft is null)
        {
            using var browser = new Browser(Service);
            var answer = await browser.PostFormAsync(
                "/proposals", new() { ["title"] = "规则文件夹的草案", ["reason"] = "试看" });
            Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
            draft = answer.Headers.Location!.ToString();
        }

        return draft;
    }

    /// <summary>The register of inspectors, which is entered here.</summary>
    private async Task<string> InspectorsAsync()
    {
        using var browser = new Browser(Service);
        var units = new[] { "3501", "3502", "4401", "4403", "3205" }.SelectMany(unit => Enumerable.Range(1, 4).Select(
            number => $"{unit}-{number}\t稽查一科\t{unit}\t食品,特种设备\t{(number == 1 ? "2026-01-05/2026-01-16" : "")}\t91350100M000100Y43"));
        var answer = await browser.PostFormAsync("/plans/inspectors", new() { ["table"] = string.Join('\n', units) });
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return "/plans/inspectors";
    }

    /// <summary>The page of the effect, which is reckoned here.</summary>
    private async Task<string> EffectAsync()
    {
        using var browser = new Browser(Service);
        var answer = await browser.PostFormAsync(
            "/effect", new() { ["from"] = "2024-01-01", ["to"] = "2025-12-31", ["profile"] = "illustrative" });
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return "/effect";
    }

    /// <summary>The page of a plan that is proposed here, once.</summary>
    private async Task<string> PlanAsync() => plan ??= await PlannedAsync("3");

    /// <summary>The page of a plan that is published here, once, so that it tells what was made of it.</summary>
    private async Task<string> InForceAsync()
    {
        if (inForce is null)
        {
            inForce = await PlannedAsync("");
            using var browser = new Browser(Service);
            await browser.PostFormAsync($"{inForce}/approve", new() { ["edits"] = "0" });
            await browser.PostFormAsync($"{inForce}/publish", []);
        }

        return inForce;
    }

    private async Task<string> UnitAsync(string page)
    {
        using var browser = new Browser(Service);
        var said = await (await browser.AskAsync(HttpMethod.Get, page)).Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Match(said, "unit=([0-9]{4})").Groups[1].Value;
    }

    private async Task<string> PlannedAsync(string capacity)
    {
        using var browser = new Browser(Service);
        var answer = await browser.PostFormAsync(
            "/plans", new() { ["quarter"] = "2026Q1", ["profile"] = "illustrative", ["capacity"] = capacity, ["reason"] = "一季度" });
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The page of a draw that is prepared here, once.</summary>
    private async Task<string> DrawAsync() => draw ??= await PreparedAsync("试〔2026〕1号");

    /// <summary>The page of a draw that is made here, once.</summary>
    private async Task<string> DrawnAsync()
    {
        if (drawn is null)
        {
            drawn = await PreparedAsync("试〔2026〕2号");
            using var browser = new Browser(Service);
            await browser.PostFormAsync($"{drawn}/announce", new() { ["public"] = "none" });
            await browser.PostFormAsync($"{drawn}/draw", new() { ["value"] = "" });
        }

        return drawn;
    }

    private async Task<string> PreparedAsync(string number)
    {
        using var browser = new Browser(Service);
        var answer = await browser.PostFormAsync(
            "/draws", new() { ["number"] = number, ["title"] = "产品质量抽查", ["profile"] = "cn-ha", ["regime"] = Points });
        Assert.That((int)answer.StatusCode, Is.EqualTo(302), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>What axe calls serious or critical; it needs script.</summary>
    private static async Task<IEnumerable<string>> FindingsAsync(Visitor visitor, bool withScript) => !withScript ? []
        : (await visitor.Page.RunAxe()).Violations
            .Where(each => each.Impact is "serious" or "critical")
            .SelectMany(each => each.Nodes.Take(2).Select(node => $"{each.Id}: {node.Html}"));
}

/// <summary>Pictures of pages, kept for a look where CREDIT_PICTURES names a folder.</summary>
internal static class Pictures
{
    public static async Task KeepAsync(Microsoft.Playwright.IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CREDIT_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
