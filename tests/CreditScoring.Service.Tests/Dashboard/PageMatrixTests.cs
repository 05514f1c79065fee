using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Access;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Every page, asked by every role of every region in a session, opens for those whom this table names.</summary>
public class PageMatrixTests : MatrixTest
{
    private const string Standings = "viewer officer scheduler author approver corrector";

    internal static readonly MatrixRow[] Table =
    [
        ("GET /", Standings, Extent.List, 200),
        ("GET /changes", "viewer officer corrector", Extent.List, 200),
        ("GET /todo", Standings, Extent.List, 200),
        ("GET /enterprises", Standings, Extent.List, 200),
        ("GET /enterprises.csv", Standings, Extent.List, 200),
        ("GET /find?q=x", Standings, Extent.List, 302),
        ($"GET /enterprises/{Sent.Shop}", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/why-not?tier=A", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/papers", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/papers.docx", "viewer officer corrector", Extent.Subject, 400),
        ($"GET /enterprises/{Sent.Shop}/notice", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/notice.docx?to=file", "viewer officer corrector", Extent.Subject, 200),
        ("GET /rules", "viewer officer scheduler author approver corrector", Extent.None, 200),
        ("GET /rules/pack?regime=test/points", "viewer officer scheduler author approver corrector", Extent.None, 200),
        ("GET /proposals", "author approver", Extent.Whole, 200),
        ("POST /proposals", "author", Extent.Whole, 409),
        ("GET /proposals/0", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/draft", "author", Extent.Whole, 404),
        ("POST /proposals/0/propose", "author", Extent.Whole, 404),
        ("POST /proposals/0/withdraw", "author", Extent.Whole, 404),
        ("POST /proposals/0/remark", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/approve", "approver", Extent.Whole, 404),
        ("POST /proposals/0/return", "approver", Extent.Whole, 404),
        ("POST /proposals/0/backtest", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/period", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/shadow", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/shadow/stop", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/acknowledge", "approver", Extent.Whole, 404),
        ("POST /proposals/0/publish", "approver", Extent.Whole, 404),
        ("POST /proposals/0/rollback", "approver", Extent.Whole, 404),
        ("POST /proposals/version", "author", Extent.Whole, 409),
        ("POST /proposals/regime", "author", Extent.Whole, 409),
        ("GET /proposals/0/law", "author approver", Extent.Whole, 404),
        ("POST /proposals/0/law/version", "author", Extent.Whole, 404),
        ("POST /proposals/0/law/regime", "author", Extent.Whole, 404),
        ("GET /proposals/0/law/pack", "author approver", Extent.Whole, 404),
        ("GET /proposals/0/law/rule", "author approver", Extent.Whole, 409),
        ("POST /proposals/0/law/rule", "author", Extent.Whole, 409),
        ("POST /proposals/0/law/words", "author approver", Extent.Whole, 404),
        ("GET /proposals/0/law/table", "author approver", Extent.Whole, 409),
        ("GET /proposals/0/law/table.xlsx", "author approver", Extent.Whole, 409),
        ("POST /proposals/0/law/table", "author", Extent.Whole, 409),
        ("GET /proposals/0/law/case", "author approver", Extent.Whole, 409),
        ("POST /proposals/0/law/case", "author", Extent.Whole, 409),
        ("GET /proposals/0/law/article", "author approver", Extent.Whole, 409),
        ("POST /proposals/0/law/article", "author", Extent.Whole, 409),
        ("GET /proposals/0/law/text", "author approver", Extent.Whole, 409),
        ("POST /proposals/0/law/text", "author", Extent.Whole, 409),
        ("POST /proposals/0/law/trial", "author", Extent.Whole, 409),
        ("GET /quarantine", "corrector", Extent.Whole, 200),
        ("GET /quarantine/1", "corrector", Extent.Whole, 200),
        ("POST /quarantine/1/replay", "corrector", Extent.Whole, 302),
        ("GET /tables-in", "corrector", Extent.None, 200),
        ("POST /tables-in", "corrector", Extent.None, 422),
        ("GET /tables-in/0123456789abcdef", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/mapping", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/begin", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/try", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/stop", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/keep", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/give-up", "corrector", Extent.None, 404),
        ("GET /tables-in/0123456789abcdef/to-mend.xlsx", "corrector", Extent.None, 404),
        ("GET /tables-in/0123456789abcdef/to-mend.csv", "corrector", Extent.None, 404),
        ("POST /tables-in/0123456789abcdef/undo", "corrector", Extent.None, 404),
        ("GET /corrections", "corrector", Extent.List, 200),
        ($"GET /corrections/new?subject={Sent.Shop}&event=bureau/e1", "corrector", Extent.Subject, 200),
        ("POST /corrections", "corrector", Extent.List, 400),
        ("GET /corrections/0123456789abcdef", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/confirm", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/refuse", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/withdraw", "corrector", Extent.Subject, 404),
        ("GET /plans", "scheduler approver", Extent.List, 200),
        ("POST /plans", "scheduler", Extent.List, 400),
        ("GET /plans/inspectors", "scheduler approver", Extent.Whole, 200),
        ("POST /plans/inspectors", "scheduler", Extent.Whole, 422),
        ("GET /plans/0123456789abcdef", "scheduler approver", Extent.Subject, 404),
        ("GET /plans/0123456789abcdef/visits.csv", "scheduler approver", Extent.List, 404),
        ("POST /plans/0123456789abcdef/edit", "scheduler", Extent.Subject, 404),
        ("POST /plans/0123456789abcdef/revise", "scheduler", Extent.Subject, 404),
        ("POST /plans/0123456789abcdef/withdraw", "scheduler", Extent.Subject, 404),
        ("POST /plans/0123456789abcdef/publish", "scheduler", Extent.Subject, 404),
        ("POST /plans/0123456789abcdef/approve", "approver", Extent.Subject, 404),
        ("POST /plans/0123456789abcdef/refuse", "approver", Extent.Subject, 404),
        ("GET /effect", "scheduler author approver", Extent.List, 200),
        ("POST /effect", "scheduler author approver", Extent.List, 409),
        ("GET /draws", "scheduler approver", Extent.List, 200),
        ("POST /draws", "scheduler", Extent.List, 422),
        ("GET /draws/0123456789abcdef", "scheduler approver", Extent.Subject, 404),
        ("GET /draws/0123456789abcdef/commit.json", "scheduler approver", Extent.Subject, 404),
        ("POST /draws/0123456789abcdef/announce", "approver", Extent.Subject, 404),
        ("POST /draws/0123456789abcdef/draw", "scheduler", Extent.Subject, 404),
        ("POST /draws/0123456789abcdef/replace", "approver", Extent.Subject, 404),
        ("POST /draws/0123456789abcdef/withdraw", "scheduler", Extent.Subject, 404),
        ("GET /operation", "auditor admin", Extent.None, 200),
        ("GET /register", "admin", Extent.Whole, 200),
        ("POST /register", "admin", Extent.Whole, 400),
        ("GET /audit", "auditor", Extent.List, 200),
        ("GET /password", Everybody, Extent.None, 200),
        ("POST /password", Everybody, Extent.None, 409),
        ("GET /public/draws", Everybody, Extent.None, 404),
        ("GET /public/draws/0123456789abcdef", Everybody, Extent.None, 404),
        ("GET /public/draws/0123456789abcdef/proof.json", Everybody, Extent.None, 404),
        ("GET /sign-in", Everybody, Extent.None, 200),
        ("POST /sign-in", Everybody, Extent.None, 401),
        ("GET /language/en", Everybody, Extent.None, 302),
        ("GET /assets/0/desk.css", Everybody, Extent.None, 404),
        ("POST /sign-out", Everybody, Extent.None, 302),
    ];

    /// <summary>What asks nobody who he is.</summary>
    private static readonly string[] Open = ["/sign-in", "/language/", "/assets/", "/public/"];

    [OneTimeSetUp]
    public Task Admin() => Service.KeyOf("one", [Role.Admin]);

    [Test]
    public async Task Every_cell_of_role_and_page_and_region_is_as_the_table_says()
    {
        var (wrong, cells) = (new List<string>(), 0);
        foreach (var role in Roles.All)
        {
            foreach (var region in Regions)
            {
                var id = $"{role}-{region}p".ToLowerInvariant();
                await Service.PersonAsync(id, [role], region);
                using var browser = await Browser.SignedInAsync(Service, id);
                foreach (var row in Table)
                {
                    // Who has nothing to do with standings is led from the first page to his own.
                    var expected = row.Ask == "GET /" && !row.IsFor(role) ? 302 : row.Expected(role, region);
                    var answered = await Status(browser, row.Ask);
                    cells++;
                    if (answered != expected)
                    {
                        wrong.Add($"{row.Ask} {role} '{region}': {answered}, not {expected}");
                    }
                }

                Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(401), "signed out by the last of them");
            }
        }

        TestContext.Out.WriteLine($"{cells} cells");
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Who_has_not_signed_in_is_led_to_where_one_does_and_back_or_refused()
    {
        foreach (var (ask, _, _, status) in Table)
        {
            using var browser = new Browser(Service);
            var answer = await Ask(browser, ask);
            var path = ask.Split(' ')[1];
            if (Open.Any(each => path.StartsWith(each, StringComparison.Ordinal)))
            {
                Assert.That((int)answer.StatusCode, Is.EqualTo(status), ask);
            }
            else if (ask.StartsWith("GET", StringComparison.Ordinal))
            {
                Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo($"/sign-in?back={Uri.EscapeDataString(path)}"), ask);
            }
            else
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), ask);
            }
        }
    }

    [Test]
    public async Task What_changes_something_without_the_forms_own_token_or_from_another_site_does_not()
    {
        await Service.PersonAsync("chen", [Role.Admin]);
        using var chen = await Browser.SignedInAsync(Service, "chen");
        var token = chen.Token;
        chen.Token = null;
        Assert.That(await Status(chen, "POST /register"), Is.EqualTo(403));
        chen.Token = token;
        Assert.That(
            (int)(await chen.PostFormAsync("/register", [], "https://elsewhere.example")).StatusCode, Is.EqualTo(403));
        Assert.That(await Status(chen, "POST /register"), Is.EqualTo(400));
    }

    [Test]
    public void Every_page_has_a_label_and_stands_in_the_table()
    {
        var pages = Endpoints.Where(each => each.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null).ToList();
        Assert.That(
            pages.Where(each => each.Metadata.GetMetadata<AccessLabel>() is null).Select(each => each.DisplayName), Is.Empty);
        // One goes on saying what changes, and is asked by a test of its own.
        Assert.That(pages.Where(each => each.RoutePattern.RawText != "/changes/live").Count(), Is.EqualTo(Table.Length));
    }

    [Test]
    public async Task Of_what_left_the_house_the_record_says_by_which_question()
    {
        await Service.PersonAsync("wu", [Role.Viewer]);
        using var wu = await Browser.SignedInAsync(Service, "wu");
        Assert.That(await Status(wu, "GET /enterprises.csv?tier=D&name=茶 厂"), Is.EqualTo(200));
        var acts = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
            new ActQuery(0, 10) { Actor = "person:wu", What = "list-exported" });
        Assert.That(acts.Single().Act.Target, Is.EqualTo("/enterprises.csv"));
        Assert.That(acts.Single().Act.Body, Is.EqualTo("""{"query":"?tier=D&name=茶 厂"}"""));
    }

    private static async Task<int> Status(Browser browser, string ask) =>
        (int)(await Ask(browser, ask)).StatusCode;

    private static Task<HttpResponseMessage> Ask(Browser browser, string ask) =>
        ask.StartsWith("GET", StringComparison.Ordinal) ? browser.AskAsync(HttpMethod.Get, ask[4..])
            : browser.PostFormAsync(ask[5..], []);
}
