using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// A plan in force beside the events of its visits: what was made, what is late, and until when results are to be
/// made public (一公开).
/// </summary>
public class PlanResultTests : DeskTest
{
    private string id = "";
    private IReadOnlyList<JsonNode> visits = [];
    private Browser zhao = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 60;

    /// <summary>Of four visits of the first weeks one has failed, one is public, one was made twice, one was not made.</summary>
    [OneTimeSetUp]
    public async Task A_plan_that_was_published_on_the_last_day_of_the_year_and_the_2nd_of_February()
    {
        await Service.PersonAsync("zhao", [Role.Scheduler]);
        await Service.PersonAsync("qian", [Role.Approver]);
        await Service.PersonAsync("fujian", [Role.Scheduler], "35");
        using var proposer = await Browser.SignedInAsync(Service, "zhao");
        using var qian = await Browser.SignedInAsync(Service, "qian");
        var (status, proposed) = await proposer.SayAsync(HttpMethod.Post, "/v1/plans", new JsonObject
        {
            ["quarter"] = "2026Q1", ["profile"] = "illustrative", ["capacity"] = 9, ["reason"] = "一季度",
        });
        Assert.That(status, Is.EqualTo(200), proposed.ToJsonString());
        id = (string)proposed["id"]!;
        Assert.That((await qian.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/approve", new JsonObject { ["edits"] = 0 })).Status, Is.EqualTo(200));
        Assert.That((await proposer.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/publish", new JsonObject())).Status, Is.EqualTo(200));

        visits = [.. proposed["plan"]!["visits"]!.AsArray().GroupBy(each => (string)each!["subject"]!).Where(each => each.Count() == 1 && (int)each.First()!["week"]! < 4).Select(each => each.First()!).Take(4)];
        Assert.That(visits, Has.Count.EqualTo(4));
        await TurnAsync("2026-02-02");
        var key = await Service.KeyOf("sender", [Role.Ingest], isSystem: true, source: "visits", expires: new DateOnly(2026, 12, 31));
        string[] events =
        [
            Inspection(0, "2026-01-06", """{"result":"failed"}"""), Inspection(1, "2026-01-06", """{"result":"passed","publishedOn":"2026-01-20"}"""),
            Inspection(2, "2026-01-06", """{"result":"passed","publishedOn":"2026-02-01"}"""), Inspection(2, "2026-01-20", """{"result":"failed"}""", "n2b"),
        ];
        var sent = await Service.AskAsync(key, HttpMethod.Post, "/v1/events", $"[{string.Join(',', events)}]");
        Assert.That((int)sent.StatusCode, Is.EqualTo(200), await sent.Content.ReadAsStringAsync());
    }

    [OneTimeTearDown]
    public void Close() => zhao.Dispose();

    [Test, Order(1)]
    public async Task What_was_made_is_told_and_what_is_late_comes_first()
    {
        var all = await VisitsAsync();
        Assert.That(Told(all, 0), Is.EqualTo(("unpublished", "2026-01-06", "failed", "2026-02-03")));
        Assert.That(Told(all, 1), Is.EqualTo(("published", "2026-01-06", "passed", "2026-02-03")));
        Assert.That(Told(all, 2).Item1, Is.EqualTo("published"), "the first visit since the plan's first day is the one that it plans");
        Assert.That(Told(all, 3), Is.EqualTo(("late", (string?)null, (string?)null, (string?)null)));
        var overdue = all.Select(each => (string)each["state"]! == "late").ToList();
        Assert.That(overdue, Is.EqualTo(overdue.OrderDescending()), "overdue first");
        Assert.That(all.Where(each => string.CompareOrdinal((string)each["weekTo"]!, "2026-02-02") >= 0 && each["visitedOn"] is null).Select(each => (string)each["state"]!), Is.All.EqualTo("awaited"));
        Assert.That((await VisitsAsync("?overdue=true")).Select(each => (string)each["state"]!), Is.Not.Empty.And.All.EqualTo("late"));
        var unit = (string)visits[3]["unit"]!;
        Assert.That((await VisitsAsync($"?region={unit}")).Select(each => (string)each["unit"]!), Is.Not.Empty.And.All.EqualTo(unit));
        Assert.That((await zhao.SayAsync(HttpMethod.Get, $"/v1/plans/{id}/visits?overdue=perhaps")).Status, Is.EqualTo(400));
    }

    [Test, Order(2)]
    public async Task The_page_of_the_plan_tells_it_by_unit_and_keeps_its_list_to_what_is_asked_for()
    {
        var page = await ReadAsync(zhao, $"/plans/{id}");
        Assert.That(page, Does.Contain("执行与公示").And.Contain("逾期未查").And.Contain("本周"));
        var unit = (string)visits[3]["unit"]!;
        var late = await ReadAsync(zhao, $"/plans/{id}?unit={unit}&show=late");
        Assert.That(late, Does.Contain((string)visits[3]["subject"]!).And.Contain("逾期未检查").And.Not.Contain("待检查</span>"));
        unit = (string)visits[0]["unit"]!;
        Assert.That(await ReadAsync(zhao, $"/plans/{id}?unit={unit}&show=unpublished"), Does.Contain("不合格").And.Contain("公示不迟于 2026-02-03"));
        var week = (int)visits[0]["week"]! + 1;
        Assert.That(Listed(await ReadAsync(zhao, $"/plans/{id}?unit={unit}&week={week}")), Does.Contain((string)visits[0]["subject"]!));
        Assert.That(Listed(await ReadAsync(zhao, $"/plans/{id}?unit={unit}&week={week + 5}")), Does.Not.Contain((string)visits[0]["subject"]!));
        foreach (var wrong in new[] { "show=x", "week=0", "week=99", "week=x", "alone=yes", "quarter=1" })
        {
            Assert.That((await zhao.AskAsync(HttpMethod.Get, $"/plans/{id}?unit={unit}&{wrong}")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), wrong);
        }
    }

    [Test, Order(3)]
    public async Task One_city_stands_alone_to_be_printed_and_exported_and_no_other_is_in_it()
    {
        var unit = (string)visits[0]["unit"]!;
        var alone = await ReadAsync(zhao, $"/plans/{id}?unit={unit}&alone=true");
        Assert.That(alone, Does.Contain("日历").And.Contain("逐户").And.Not.Contain("各单位能力与安排").And.Not.Contain("/revise"));
        var others = (await VisitsAsync()).Where(each => (string)each["unit"]! != unit).Select(each => (string)each["subject"]!).ToList();
        Assert.That(others.Count(alone.Contains), Is.Zero);
        var lines = (await ReadAsync(zhao, $"/plans/{id}/visits.csv?unit={unit}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Does.Contain("state").And.Contain("publishBy"));
        Assert.That(lines[1..], Is.Not.Empty.And.All.Contains(unit));
        Assert.That(lines, Has.Some.Contains("unpublished"));
    }

    [Test, Order(4)]
    public async Task Who_is_of_another_region_learns_nothing_of_it()
    {
        using var fujian = await Browser.SignedInAsync(Service, "fujian");
        Assert.That((await fujian.SayAsync(HttpMethod.Get, $"/v1/plans/{id}/visits")).Status, Is.EqualTo(404));
        Assert.That((await fujian.AskAsync(HttpMethod.Get, $"/plans/{id}/visits.csv")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test, Order(5)]
    public async Task After_the_working_days_a_result_that_is_not_public_is_overdue()
    {
        await TurnAsync("2026-02-04");
        Assert.That(Told(await VisitsAsync("?overdue=true"), 0), Is.EqualTo(("publication-late", "2026-01-06", "failed", "2026-02-03")));
        Assert.That(await ReadAsync(zhao, $"/plans/{id}?unit={(string)visits[0]["unit"]!}&show=publication-late"), Does.Contain("逾期未公开"));
    }

    private static string Listed(string page) => page[page.IndexOf("id=\"list\"", StringComparison.Ordinal)..page.IndexOf("name=\"subject\"", StringComparison.Ordinal)];

    private string Inspection(int of, string day, string data, string? name = null) =>
        $$"""{"id":"{{name ?? $"n{of}"}}","source":"visits","kind":"inspection","subject":{"kind":"operator","id":"{{(string)visits[of]["subject"]!}}"},"occurredOn":"{{day}}","data":{{data}}}""";

    private (string?, string?, string?, string?) Told(IEnumerable<JsonNode> all, int of)
    {
        var one = all.Single(each => (string)each["subject"]! == (string)visits[of]["subject"]!);
        return ((string?)one["state"], (string?)one["visitedOn"], (string?)one["outcome"], (string?)one["publishBy"]);
    }

    private async Task<List<JsonNode>> VisitsAsync(string asked = "")
    {
        var (all, next) = (new List<JsonNode>(), asked.Length == 0 ? "?limit=40" : $"{asked}&limit=40");
        for (var page = (await zhao.SayAsync(HttpMethod.Get, $"/v1/plans/{id}/visits{next}")).Said; ;)
        {
            all.AddRange(page["items"]!.AsArray().Select(each => each!));
            if (!(bool)page["more"]!)
            {
                return all;
            }

            page = (await zhao.SayAsync(HttpMethod.Get, $"/v1/plans/{id}/visits{next}&after={(string)page["next"]!}")).Said;
        }
    }

    /// <summary>Sessions do not last so long: he signs in again.</summary>
    private async Task TurnAsync(string day)
    {
        Clock.Turn(day);
        zhao?.Dispose();
        zhao = await Browser.SignedInAsync(Service, "zhao");
    }

    private static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
