using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Every page, asked by every role of every region in a session, opens for those whom this table names.</summary>
public class PageMatrixTests
{
    private const string Everybody = "viewer ingest scheduler author approver corrector auditor admin";
    private const string Standings = "viewer scheduler author approver corrector";

    /// <summary>Method and path, who may, how far regions matter, and the status of who may.</summary>
    private static readonly (string Ask, string Who, Extent Extent, int Status)[] Table =
    [
        ("GET /", Standings, Extent.List, 200),
        ("GET /changes", "viewer corrector", Extent.List, 200),
        ("GET /todo", Standings, Extent.List, 200),
        ("GET /enterprises", Standings, Extent.List, 200),
        ("GET /enterprises.csv", Standings, Extent.List, 200),
        ("GET /find?q=x", Standings, Extent.List, 302),
        ($"GET /enterprises/{Sent.Shop}", "viewer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/why-not?tier=A", "viewer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/notice", "viewer corrector", Extent.Subject, 200),
        ($"GET /enterprises/{Sent.Shop}/notice.docx?to=file", "viewer corrector", Extent.Subject, 200),
        ("GET /rules", "viewer scheduler author approver corrector", Extent.None, 200),
        ("GET /rules/pack?regime=test/points", "viewer scheduler author approver corrector", Extent.None, 200),
        ("GET /quarantine", "corrector", Extent.Whole, 200),
        ("GET /quarantine/1", "corrector", Extent.Whole, 200),
        ("POST /quarantine/1/replay", "corrector", Extent.Whole, 302),
        ("GET /corrections", "corrector", Extent.List, 200),
        ($"GET /corrections/new?subject={Sent.Shop}&event=bureau/e1", "corrector", Extent.Subject, 200),
        ("POST /corrections", "corrector", Extent.List, 400),
        ("GET /corrections/0123456789abcdef", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/confirm", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/refuse", "corrector", Extent.Subject, 404),
        ("POST /corrections/0123456789abcdef/withdraw", "corrector", Extent.Subject, 404),
        ("GET /operation", "auditor admin", Extent.None, 200),
        ("GET /register", "admin", Extent.Whole, 200),
        ("POST /register", "admin", Extent.Whole, 400),
        ("GET /audit", "auditor", Extent.List, 200),
        ("GET /password", Everybody, Extent.None, 200),
        ("POST /password", Everybody, Extent.None, 409),
        ("GET /sign-in", Everybody, Extent.None, 200),
        ("POST /sign-in", Everybody, Extent.None, 401),
        ("GET /language/en", Everybody, Extent.None, 302),
        ("GET /assets/0/desk.css", Everybody, Extent.None, 404),
        ("POST /sign-out", Everybody, Extent.None, 302),
    ];

    /// <summary>What asks nobody who he is.</summary>
    private static readonly string[] Open = ["/sign-in", "/language/", "/assets/"];

    private static readonly string[] Regions = ["", "3501", "44"];

    private TempFolder folder = null!;
    private RunningService service = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        await using (var open = await RunningService.StartAsync(folder, clock))
        {
            await open.SendAsync(Sent.Failed("e1", "2025-07-01"));
            await open.PostAsync("{\"id\": 7}", "application/json");
        }

        service = await RunningService.StartAsync(folder, clock, Persons.Cheaply);
        await RunningService.Until(async () => (string?)(await service.GetAsync("/health/ready"))["status"] == "ready");
        await service.KeyOf("one", [Role.Admin]);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Every_cell_of_role_and_page_and_region_is_as_the_table_says()
    {
        var (wrong, cells) = (new List<string>(), 0);
        foreach (var role in Roles.All)
        {
            foreach (var region in Regions)
            {
                var id = $"{role}-{region}p".ToLowerInvariant();
                await service.PersonAsync(id, [role], region);
                using var browser = await Browser.SignedInAsync(service, id);
                foreach (var (ask, who, extent, status) in Table)
                {
                    // Who has nothing to do with standings is led from the first page to his own.
                    var expected = ask == "GET /" && !who.Split(' ').Contains(role.Word()) ? 302
                        : !who.Split(' ').Contains(role.Word())
                        || (extent == Extent.Whole && region.Length > 0) ? 403
                        : extent == Extent.Subject && region == "44" ? 404 : status;
                    var answered = await Status(browser, ask);
                    cells++;
                    if (answered != expected)
                    {
                        wrong.Add($"{ask} {role} '{region}': {answered}, not {expected}");
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
            using var browser = new Browser(service);
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
        await service.PersonAsync("chen", [Role.Admin]);
        using var chen = await Browser.SignedInAsync(service, "chen");
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
        var pages = service.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(each => each.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null).ToList();
        Assert.That(
            pages.Where(each => each.Metadata.GetMetadata<AccessLabel>() is null).Select(each => each.DisplayName), Is.Empty);
        // One goes on saying what changes, and is asked by a test of its own.
        Assert.That(pages.Where(each => each.RoutePattern.RawText != "/changes/live").Count(), Is.EqualTo(Table.Length));
    }

    private static async Task<int> Status(Browser browser, string ask) =>
        (int)(await Ask(browser, ask)).StatusCode;

    private static Task<HttpResponseMessage> Ask(Browser browser, string ask) =>
        ask.StartsWith("GET", StringComparison.Ordinal) ? browser.AskAsync(HttpMethod.Get, ask[4..])
            : browser.PostFormAsync(ask[5..], []);
}
