using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// Five hundred enterprises whose names would like to be something else: markup, script, a formula, an address.
/// Each is shown as it was sent, and nothing of it is run.
/// </summary>
[Category(Tool.Chromium)]
public class HostileNameTests : DeskTest
{
    private const int Count = 500;

    private static readonly string[] Beginnings =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "' onmouseover='alert(3)", "=HYPERLINK(\"http://x\")",
        "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "</title><script>alert(4)</script>", "javascript:alert(5)", "{{7*7}}", "${7*7}",
        "%3Cscript%3Ealert(6)%3C/script%3E", "&lt;b&gt;", "--><script>alert(7)</script>", "]]><svg onload=alert(8)>", "`alert(9)`",
        "<iframe srcdoc='<script>alert(10)</script>'>", "\\\"-alert(11)-\\\"", "＜ｓｃｒｉｐｔ＞", "公司<style>*{display:none}</style>",
    ];

    private Chromium chromium = null!;

    protected override int Enterprises => 1;

    private static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        .. Enumerable.Range(1, Count).Select(number => (
            SampleCode.Of(9, number, "350100", trader: false), $"{Beginnings[number % Beginnings.Length].Trim()} {number}")),
    ];

    [OneTimeSetUp]
    public async Task Open()
    {
        chromium = await Chromium.StartAsync();
        var lines = All.Select((each, number) => new JsonObject
        {
            ["id"] = $"n{number}", ["source"] = "register", ["kind"] = "profile", ["occurredOn"] = "2025-01-01",
            ["subject"] = new JsonObject { ["kind"] = "operator", ["id"] = each.Code },
            ["data"] = new JsonObject { ["name"] = each.Name },
        }.ToJsonString());
        var answer = await Service.PostAsync(string.Join('\n', lines), "application/x-ndjson");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"quarantined\":0"));
    }

    [OneTimeTearDown]
    public async Task Close() => await chromium.DisposeAsync();

    [Test]
    public async Task On_pages_each_is_a_name_and_no_script_runs()
    {
        await using var visitor = await chromium.VisitorAsync(Service);
        var seen = new List<string>();
        await visitor.Page.GotoAsync($"/enterprises?regime={Points}&region=35&sort=name");
        for (var pages = 0; pages < 20; pages++)
        {
            var names = await visitor.Page.Locator("tbody td:nth-child(2) b").AllTextContentsAsync();
            var first = names[0];
            seen.AddRange(names);
            var next = visitor.Page.Locator(".pages a", new() { HasText = "下一页" });
            if (await next.CountAsync() == 0)
            {
                break;
            }

            await next.ClickAsync();
            // Names are of one enterprise each: another first one is another page.
            await visitor.Page.WaitForFunctionAsync(
                "last => { const b = document.querySelector('tbody td:nth-child(2) b'); return b && b.textContent !== last; }", first);
        }

        Assert.That(seen.Order(), Is.EqualTo(All.Select(each => each.Name).Order()));
        foreach (var (code, name) in All.Take(Beginnings.Length))
        {
            await visitor.Page.GotoAsync($"/enterprises/{code}");
            Assert.That(await visitor.Page.Locator("h1").TextContentAsync(), Is.EqualTo(name));
            Assert.That(await visitor.Page.TitleAsync(), Does.StartWith(name));
        }

        Assert.That(visitor.Complaints, Is.Empty);
    }

    [Test]
    public async Task In_tables_no_cell_is_a_formula()
    {
        var query = $"?regime={Points}&region=35";
        var sheet = Workbooks.Rows(await Service.Http.GetByteArrayAsync("/enterprises.xlsx" + query));
        var column = Array.IndexOf(sheet[0], "名称");
        Assert.That(sheet.Skip(1).Select(row => row[column]).Order(), Is.EqualTo(All.Select(each => each.Name).Order()));
        var csv = Encoding.UTF8.GetString(await Service.Http.GetByteArrayAsync("/enterprises.csv" + query));
        Assert.That(csv.Split('\n').SelectMany(line => line.Split(',')).Select(cell => cell.Trim('"', '\uFEFF')),
            Has.None.Matches<string>(cell => cell.Length > 0 && cell[0] is '=' or '@' or '\t'));
        Assert.That(csv, Does.Contain("'=HYPERLINK").And.Contain("'@SUM").And.Contain("'+1+1").And.Contain("'-2+3"));
    }
}
