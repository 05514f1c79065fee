using System.CodeDom.Compiler;
using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Every endpoint, asked by every role of every region, answers those whom this table names and no others.</summary>
public class MatrixTests : MatrixTest
{
    /// <summary>Everybody who says who he is.</summary>
    private const string Somebody = "admin auditor corrector approver author scheduler ingest officer viewer";
    private const string Rules = "viewer officer ingest scheduler author approver corrector";
    private const string Standings = "viewer officer scheduler author approver corrector";

    internal static readonly MatrixRow[] Table =
    [
        ("POST /v1/events", "ingest corrector", Extent.None, 200),
        ("GET /v1/enterprises", Standings, Extent.List, 200),
        ("GET /v1/enterprises/counts", Standings, Extent.List, 200),
        ($"GET /v1/enterprises/migration?regime={TestRules.Regime}&from=2025-01-01", Standings, Extent.List, 200),
        ("GET /v1/changes?since=2025-01-01", "viewer officer corrector", Extent.List, 200),
        ("GET /v1/duties", Standings, Extent.List, 200),
        ("GET /v1/windows", "viewer officer scheduler", Extent.List, 200),
        ($"GET /v1/enterprises/{Sent.Shop}", Standings, Extent.Subject, 200),
        ($"GET /v1/enterprises/{Sent.Shop}/explanation", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /v1/enterprises/{Sent.Shop}/why-not?tier=A", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /v1/enterprises/{Sent.Shop}/papers", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /v1/enterprises/{Sent.Shop}/papers/1", "viewer officer corrector", Extent.Subject, 404),
        ($"GET /v1/enterprises/{Sent.Shop}/history", "viewer officer corrector", Extent.Subject, 200),
        ($"GET /v1/enterprises/{Sent.Shop}/ledger", "viewer officer corrector", Extent.Subject, 200),
        ($"POST /v1/simulate?subject={Sent.Shop}", "viewer officer corrector", Extent.Subject, 200),
        ("POST /v1/standings", Standings, Extent.List, 200),
        ("GET /v1/recommendations", "viewer officer scheduler", Extent.List, 200),
        ("GET /v1/quarantine", "corrector", Extent.Whole, 200),
        ("GET /v1/quarantine/1", "corrector", Extent.Whole, 200),
        ("GET /v1/quarantine/1/text", "corrector", Extent.Whole, 200),
        ("POST /v1/quarantine/1/replay", "corrector", Extent.Whole, 200),
        ("GET /v1/waiting", "corrector", Extent.Whole, 200),
        ("GET /v1/dead-letters", "corrector", Extent.Whole, 404),
        ("GET /v1/dead-letters/1-1", "corrector", Extent.Whole, 404),
        ("GET /v1/dead-letters/1-1/text", "corrector", Extent.Whole, 404),
        ("POST /v1/dead-letters/1-1/replay", "corrector", Extent.Whole, 404),
        ("GET /v1/sources", "corrector", Extent.Whole, 200),
        ("GET /v1/rules", Rules, Extent.None, 200),
        .. LawRows.All,
        ("GET /v1/tables", "ingest corrector", Extent.None, 200),
        ("POST /v1/tables", "ingest corrector", Extent.None, 400),
        ("GET /v1/tables/0", "ingest corrector", Extent.None, 404),
        ("POST /v1/tables/0/mapping", "ingest corrector", Extent.None, 404),
        ("POST /v1/tables/0/try", "ingest corrector", Extent.None, 404),
        ("POST /v1/tables/0/keep", "ingest corrector", Extent.None, 404),
        ("POST /v1/tables/0/give-up", "ingest corrector", Extent.None, 404),
        ("POST /v1/tables/0/undo", "corrector", Extent.None, 404),
        ("GET /v1/plans", "scheduler approver", Extent.List, 200),
        ("GET /v1/plans/0", "scheduler approver", Extent.Subject, 404),
        ("POST /v1/plans", "scheduler", Extent.List, 400),
        ("GET /v1/plans/0/visits", "scheduler approver", Extent.Subject, 404),
        ("POST /v1/plans/0/edit", "scheduler", Extent.Subject, 404),
        ("POST /v1/plans/0/revise", "scheduler", Extent.Subject, 404),
        ("POST /v1/plans/0/withdraw", "scheduler", Extent.Subject, 404),
        ("POST /v1/plans/0/publish", "scheduler", Extent.Subject, 404),
        ("POST /v1/plans/0/approve", "approver", Extent.Subject, 404),
        ("POST /v1/plans/0/refuse", "approver", Extent.Subject, 404),
        ("GET /v1/effect", "scheduler author approver", Extent.List, 200),
        ("POST /v1/effect", "scheduler author approver", Extent.List, 400),
        ("GET /v1/inspectors", "scheduler approver", Extent.Whole, 200),
        ("POST /v1/inspectors", "scheduler", Extent.Whole, 400),
        ("GET /v1/draws", "scheduler approver", Extent.List, 200),
        ("GET /v1/draws/0", "scheduler approver", Extent.Subject, 404),
        ("GET /v1/draws/0/results", "scheduler approver", Extent.Subject, 404),
        ("GET /v1/draws/0/files/commit.json", "scheduler approver", Extent.Subject, 404),
        ("POST /v1/draws", "scheduler", Extent.List, 400),
        ("POST /v1/draws/0/announce", "approver", Extent.Subject, 404),
        ("POST /v1/draws/0/draw", "scheduler", Extent.Subject, 404),
        ("POST /v1/draws/0/replace", "approver", Extent.Subject, 404),
        ("POST /v1/draws/0/withdraw", "scheduler", Extent.Subject, 404),
        ("GET /v1/root", "auditor admin", Extent.None, 200),
        ("GET /v1/workers", "auditor admin", Extent.None, 200),
        ("GET /v1/audit", "auditor", Extent.List, 200),
        ("GET /v1/register", "admin", Extent.Whole, 200),
        ("POST /v1/register", "admin", Extent.Whole, 400),
        ("GET /v1/webhooks", "auditor admin", Extent.Whole, 200),
        ("GET /v1/webhooks/0", "auditor admin", Extent.Whole, 404),
        ("POST /v1/webhooks", "admin", Extent.Whole, 400),
        ("DELETE /v1/webhooks/0", "admin", Extent.Whole, 404),
        ("POST /v1/webhooks/0/replay?after=0", "admin", Extent.Whole, 404),
        ("POST /v1/session", Everybody, Extent.None, 400),
        ("GET /v1/session", Somebody, Extent.None, 200),
        ("DELETE /v1/session", Somebody, Extent.None, 409),
        ("GET /v1/session/provider", Everybody, Extent.None, 404),
        ("POST /v1/session/password", Somebody, Extent.None, 409),
        ("GET /health/live", Everybody, Extent.None, 200),
        ("GET /health/ready", Everybody, Extent.None, 200),
        ("GET /version", Everybody, Extent.None, 200),
        ("GET /metrics", Everybody, Extent.None, 200),
        ("GET /openapi/v1.json", Everybody, Extent.None, 200),
    ];

    private Dictionary<(Role, string), string> keys = null!;

    [OneTimeSetUp]
    public async Task Keys()
    {
        keys = [];
        foreach (var role in Roles.All)
        {
            foreach (var region in Regions)
            {
                keys[(role, region)] = await Service.KeyOf($"{role}-{region}x".ToLowerInvariant(), [role], region);
            }
        }
    }

    [Test]
    public async Task Every_cell_of_role_and_endpoint_and_region_is_as_the_table_says()
    {
        var wrong = new List<string>();
        var cells = 0;
        foreach (var row in Table)
        {
            foreach (var ((role, region), key) in keys)
            {
                var (answered, expected) = (await Status(key, row.Ask), row.Expected(role, region));
                cells++;
                if (answered != expected)
                {
                    wrong.Add($"{row.Ask} {role} '{region}': {answered}, not {expected}");
                }
            }

            var unknown = await Status(null, row.Ask);
            if (unknown != (row.Who == Everybody ? row.Status : 401))
            {
                wrong.Add($"{row.Ask} without a key: {unknown}");
            }
        }

        TestContext.Out.WriteLine($"{cells} cells");
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>A person's session gives what a key gives, but that it sends no events of a source.</summary>
    [Test]
    public async Task Every_cell_is_the_same_in_a_session()
    {
        var wrong = new List<string>();
        foreach (var role in Roles.All)
        {
            foreach (var region in Regions)
            {
                var id = $"{role}-{region}s".ToLowerInvariant();
                await Service.PersonAsync(id, [role], region);
                using var browser = await Browser.SignedInAsync(Service, id);
                // The last two would end the session.
                foreach (var row in Table.Where(each => !each.Ask.Contains("/v1/session", StringComparison.Ordinal)))
                {
                    var expected = role == Role.Ingest && row.Who != Everybody ? 403 : row.Expected(role, region);
                    var body = row.Method == "GET" ? null : BodyOf(row.Path) ?? "";
                    var answered = (int)(await browser.AskAsync(new HttpMethod(row.Method), row.Path, body)).StatusCode;
                    if (answered != expected)
                    {
                        wrong.Add($"{row.Ask} {role} '{region}': {answered}, not {expected}");
                    }
                }

                Assert.That((await browser.WhoAsync()).Status, Is.EqualTo(200));
                Assert.That((await browser.ChangeAsync("wrong", "")).Status, Is.EqualTo(401));
                Assert.That((await browser.SignOutAsync()).Status, Is.EqualTo(200));
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_endpoint_has_a_label_and_stands_in_the_table()
    {
        var pages = Endpoints.Where(each => each.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null).ToList();
        Assert.That(Unlabelled(Endpoints), Is.Empty);
        Assert.That(Endpoints.Except(pages).Count(), Is.EqualTo(Table.Length), "pages have a table of their own");
    }

    /// <summary>Made of expressions at each start, a hundred of them are the largest part of starting.</summary>
    [Test]
    public void How_an_endpoint_takes_its_parameters_was_written_at_the_build() => Assert.That(
        Endpoints.Where(each => each.Metadata.GetMetadata<GeneratedCodeAttribute>() is null).Select(each => each.DisplayName),
        Is.Empty);

    [Test]
    public async Task An_endpoint_without_a_label_is_found_and_is_for_nobody()
    {
        var bare = new RouteEndpoint(
            _ => Task.CompletedTask, RoutePatternFactory.Parse("/v1/bare"), 0, EndpointMetadataCollection.Empty, "bare");
        Assert.That(Unlabelled([.. Endpoints, bare]), Is.EqualTo(new[] { "bare" }));
        var context = new DefaultHttpContext { RequestServices = Service.Services };
        context.SetEndpoint(bare);
        var went = false;
        await AccessCheck.Check(context, _ =>
        {
            went = true;
            return Task.CompletedTask;
        });
        Assert.That((went, context.Response.StatusCode), Is.EqualTo((false, 403)));
    }

    private static IEnumerable<string?> Unlabelled(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints.Where(each => each.Metadata.GetMetadata<AccessLabel>() is null).Select(each => each.DisplayName);

    [TestCase("3501", 1)]
    [TestCase("44", 0)]
    [TestCase("", 1)]
    public async Task Lists_leave_out_other_regions_and_so_does_a_feed_without_losing_its_place(string region, int count)
    {
        var viewer = keys[(Role.Viewer, region)];
        var standings = await Service.AskAsync(viewer, HttpMethod.Get, "/v1/enterprises").ReadAsync();
        Assert.That(standings["items"]!.AsArray(), Has.Count.EqualTo(count));
        var asked = await Service.AskAsync(viewer, HttpMethod.Get, "/v1/enterprises?region=35").ReadAsync();
        Assert.That(asked["items"]!.AsArray(), Has.Count.EqualTo(count));
        var feed = await Service.AskAsync(viewer, HttpMethod.Get, "/v1/recommendations").ReadAsync();
        Assert.That(feed["items"]!.AsArray(), Has.Count.EqualTo(count));
        Assert.That((string)feed["next"]!, Does.EndWith(".1"), "what was left out is behind it, too");
    }

    [TestCase("44", "/v1/enterprises/9135010012345678XX")]
    [TestCase("44", $"/v1/enterprises/{Sent.Shop}")]
    public async Task Who_is_not_competent_learns_not_even_that_a_subject_is_known(string region, string path)
    {
        var answer = await Service.AskAsync(keys[(Role.Viewer, region)], HttpMethod.Get, path);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"code\":\"subject-").And.Not.Contain("3501\""));
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest));
    }

    [TestCase("Basic xyz")]
    [TestCase("Bearer ")]
    [TestCase("Bearer ccs_")]
    [TestCase("Bearer ccs_0123456789abcdef_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task What_is_no_key_is_refused_and_told_how_to_show_one(string shown)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rules");
        request.Headers.TryAddWithoutValidation("Authorization", shown);
        var answer = await Service.Http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(401));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("key-wanted"));
    }

    [Test]
    public async Task Every_answer_also_a_refusal_tells_a_browser_to_run_frame_and_keep_nothing_of_it()
    {
        var asked = Table.Select(each => each.Ask).Append("GET /v2/none").Append("DELETE /v1/rules").ToList();
        var wrong = new List<string>();
        foreach (var ask in asked)
        {
            foreach (var key in new[] { keys[(Role.Viewer, "")], keys[(Role.Corrector, "")], null })
            {
                var (method, path) = (ask.Split(' ')[0], ask.Split(' ')[1]);
                var answer = await Service.AskAsync(key, new HttpMethod(method), path, "{");
                var said = answer.Headers.ToDictionary(each => each.Key, each => string.Join(",", each.Value));
                if (said.GetValueOrDefault("X-Content-Type-Options") != "nosniff"
                    || said.GetValueOrDefault("Content-Security-Policy") != "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
                    || said.GetValueOrDefault("Referrer-Policy") != "no-referrer"
                    || said.GetValueOrDefault("Cache-Control") is not ("no-store" or "no-cache"))
                {
                    wrong.Add($"{ask}: {(int)answer.StatusCode} {string.Join("; ", said)}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    private async Task<int> Status(string? key, string ask)
    {
        var (method, path) = (ask.Split(' ')[0], ask.Split(' ')[1]);
        return (int)(await Service.AskAsync(key, new HttpMethod(method), path, BodyOf(path))).StatusCode;
    }

    internal static string? BodyOf(string path) =>
        path == "/v1/events" || path.StartsWith("/v1/simulate", StringComparison.Ordinal) ? "[]"
        : path == "/v1/standings" ? $$"""{"subjects":["{{Sent.Shop}}"]}"""
        : path is "/v1/register" or "/v1/webhooks"
            || path.StartsWith("/v1/proposals", StringComparison.Ordinal)
            || path.StartsWith("/v1/draws", StringComparison.Ordinal)
            || path.StartsWith("/v1/plans", StringComparison.Ordinal) ? "{}" : null;
}
