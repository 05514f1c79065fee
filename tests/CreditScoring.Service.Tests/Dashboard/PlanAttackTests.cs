using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What somebody would try with plans, inspectors and the effect who means no good, or types wrong.</summary>
public class PlanAttackTests : DeskTest
{
    private const string Evil = "=HYPERLINK(\"http://x.test\")<script>alert(1)</script>";

    private Browser zhao = null!;
    private Browser qian = null!;
    private string id = "";
    private JsonNode plan = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 40;

    [OneTimeSetUp]
    public async Task A_plan_with_an_enterprise_of_an_evil_name()
    {
        await Service.PersonAsync("zhao", [Role.Scheduler, Role.Approver]);
        await Service.PersonAsync("qian", [Role.Scheduler, Role.Approver]);
        zhao = await Browser.SignedInAsync(Service, "zhao");
        qian = await Browser.SignedInAsync(Service, "qian");
        (id, plan) = await ProposedAsync();
        var subject = (string)plan["visits"]![0]!["subject"]!;
        var key = await Service.KeyOf("sender", [Role.Ingest], isSystem: true, source: "names");
        var named = new JsonObject
        {
            ["id"] = "n", ["source"] = "names", ["kind"] = "profile", ["subject"] = new JsonObject { ["kind"] = "operator", ["id"] = subject },
            ["occurredOn"] = "2025-12-30", ["data"] = new JsonObject { ["name"] = Evil },
        };
        var sent = await Service.AskAsync(key, HttpMethod.Post, "/v1/events", $"[{named.ToJsonString()}]");
        Assert.That((int)sent.StatusCode, Is.EqualTo(200), await sent.Content.ReadAsStringAsync());
        (id, plan) = await ProposedAsync();
    }

    [OneTimeTearDown]
    public void Close()
    {
        zhao.Dispose();
        qian.Dispose();
    }

    [Test]
    public async Task A_name_that_is_a_formula_and_a_script_is_neither_on_the_page_nor_in_a_spreadsheet()
    {
        Assert.That(plan["visits"]!.AsArray().Concat(plan["leftOut"]!.AsArray()).Select(each => (string?)each!["name"]), Has.Some.EqualTo(Evil));
        var unit = (string)plan["visits"]!.AsArray().Concat(plan["leftOut"]!.AsArray()).First(each => (string?)each!["name"] == Evil)!["unit"]!;
        var page = await (await zhao.AskAsync(HttpMethod.Get, $"/plans/{id}?unit={unit}")).Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("&lt;script&gt;alert(1)").And.Not.Contain("<script>alert"));
        var csv = await (await zhao.AskAsync(HttpMethod.Get, $"/plans/{id}/visits.csv")).Content.ReadAsStringAsync();
        Assert.That(csv, Does.Contain("'=HYPERLINK").And.Not.Contain(",\"=HYPERLINK").And.Not.Contain(",=HYPERLINK"));
    }

    [TestCase("""{"edits":0.5}""", 400)]
    [TestCase("""{"edits":-1}""", 409)]
    [TestCase("""{"edits":1e27}""", 409)]
    [TestCase("""{"edits":1e999}""", 400)]
    [TestCase("""{"edits":"0"}""", 400)]
    [TestCase("""{"edits":0,"edits":1}""", 400)]
    public async Task A_number_of_edits_that_nobody_has_seen_approves_nothing(string body, int status)
    {
        Assert.That(await StatusAsync(qian, $"/v1/plans/{id}/approve", body), Is.EqualTo(status));
    }

    [TestCase("1.5", 400)]
    [TestCase("1e27", 409)]
    [TestCase("-7", 409)]
    [TestCase("14", 409)]
    [TestCase("\"2\"", 400)]
    public async Task A_week_that_is_none_is_refused(string week, int status)
    {
        var subject = (string)plan["leftOut"]![0]!["subject"]!;
        Assert.That(await StatusAsync(zhao, $"/v1/plans/{id}/edit", $$"""{"subject":"{{subject}}","week":{{week}},"reason":"x"}"""), Is.EqualTo(status));
    }

    [Test]
    public async Task Who_has_two_keys_is_one_person_whichever_he_shows()
    {
        var first = await Service.KeyOf("two-keys", [Role.Scheduler, Role.Approver]);
        var made = KeyText.New();
        await Service.Enter(new KeyIssued(new AccessKey(
            made.Id, "person:two-keys", [Role.Approver], null, RegionScope.All, new DateOnly(2025, 12, 31), made.Hash)));
        await Service.Enter(new KeyConfirmed(made.Id), "person:two");
        var proposed = await Service.AskAsync(first, HttpMethod.Post, "/v1/plans", Wanted).ReadAsync();
        foreach (var key in new[] { first, $"{made}" })
        {
            var answer = await Service.AskAsync(key, HttpMethod.Post, $"/v1/plans/{(string)proposed["id"]!}/approve", """{"edits":0}""");
            Assert.That(((int)answer.StatusCode, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!), Is.EqualTo((409, "second-person")));
        }
    }

    [Test]
    public async Task An_effect_without_days_or_of_a_time_before_the_calendar_is_refused_and_nothing_is_kept()
    {
        foreach (var fields in new Dictionary<string, string>[]
        {
            new() { ["profile"] = "illustrative" }, new() { ["profile"] = "illustrative", ["from"] = "0001-01-01" },
            new() { ["profile"] = "illustrative", ["from"] = "2025-01-01", ["to"] = "9999-12-31" },
        })
        {
            Assert.That((int)(await zhao.PostFormAsync("/effect", fields)).StatusCode, Is.EqualTo(409).Or.EqualTo(400));
        }

        Assert.That((await zhao.SayAsync(HttpMethod.Get, "/v1/effect")).Said["items"]!.AsArray().Select(each => (string)each!["effect"]!["from"]!), Has.None.StartsWith("0001"));
        Assert.That(await StatusAsync(zhao, "/v1/effect", """{"from":"0001-01-01","to":"0001-01-02","profile":"illustrative"}"""), Is.EqualTo(200), "there was nobody yet");
    }

    /// <summary>Others' plans and effects are many; one's own is found all the same.</summary>
    [Test]
    public async Task Who_is_of_a_region_sees_his_own_however_many_others_have_made_since()
    {
        await Service.PersonAsync("fujian", [Role.Scheduler], "35");
        using var fujian = await Browser.SignedInAsync(Service, "fujian");
        var (own, _) = await ProposedAsync(fujian);
        Assert.That(await StatusAsync(fujian, "/v1/effect", """{"from":"2025-12-01","to":"2025-12-02","profile":"illustrative"}"""), Is.EqualTo(200));
        var others = Wanted.Replace("\"capacity\"", "\"region\":\"11\",\"capacity\"");
        for (var number = 0; number < 51; number++)
        {
            Assert.That(await StatusAsync(zhao, "/v1/plans", others), Is.EqualTo(200));
            _ = number > 11 || await StatusAsync(zhao, "/v1/effect", """{"from":"2025-12-01","to":"2025-12-02","profile":"illustrative","region":"11"}""") == 200;
        }

        Assert.That((await fujian.SayAsync(HttpMethod.Get, "/v1/plans")).Said["items"]!.AsArray().Select(each => (string)each!["id"]!), Does.Contain(own));
        Assert.That((await fujian.SayAsync(HttpMethod.Get, "/v1/effect")).Said["items"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public async Task Who_is_of_a_city_can_do_nothing_with_the_plan_of_another_and_learns_nothing_of_it()
    {
        await Service.PersonAsync("city", [Role.Scheduler, Role.Approver], "3502");
        using var city = await Browser.SignedInAsync(Service, "city");
        var (other, visits) = await ProposedAsync(zhao, "3501");
        var before = await ActsAsync(other);
        var subject = visits["visits"]!.AsArray().Select(each => (string?)each!["subject"]).FirstOrDefault() ?? "91350100M000100Y43";
        foreach (var (act, body, form) in new (string, string, Dictionary<string, string>)[]
        {
            ("edit", $$"""{"subject":"{{subject}}","week":null,"reason":"x"}""", new() { ["subject"] = subject, ["kind"] = "operator", ["out"] = "true", ["reason"] = "x" }),
            ("revise", """{"reason":"x"}""", new() { ["reason"] = "x" }), ("withdraw", "{}", []), ("publish", "{}", []),
            ("approve", """{"edits":0}""", new() { ["edits"] = "0" }), ("refuse", """{"reason":"x"}""", new() { ["reason"] = "x" }),
        })
        {
            Assert.That(await StatusAsync(city, $"/v1/plans/{other}/{act}", body), Is.EqualTo(404), act);
            Assert.That((int)(await city.PostFormAsync($"/plans/{other}/{act}", form)).StatusCode, Is.EqualTo(404), act);
        }

        foreach (var path in new[] { $"/v1/plans/{other}", $"/v1/plans/{other}/visits", $"/plans/{other}", $"/plans/{other}/visits.csv", $"/plans/{other}/visits.xlsx?unit=3501" })
        {
            Assert.That((int)(await city.AskAsync(HttpMethod.Get, path)).StatusCode, Is.EqualTo(404), path);
        }

        Assert.That(await ActsAsync(other), Is.EqualTo(before), "and nothing was kept");
        foreach (var path in new[] { "/v1/inspectors", "/plans/inspectors" })
        {
            Assert.That((int)(await city.AskAsync(HttpMethod.Get, path)).StatusCode, Is.EqualTo(403), path);
        }

        Assert.That(await StatusAsync(city, "/v1/inspectors", """{"table":"A1"}"""), Is.EqualTo(403));
        Assert.That(await StatusAsync(city, "/v1/plans", Wanted.Replace("\"capacity\"", "\"region\":\"3501\",\"capacity\"")), Is.EqualTo(400));
        Assert.That(await StatusAsync(city, "/v1/effect", """{"from":"2025-12-01","to":"2025-12-02","profile":"illustrative","region":"3501"}"""), Is.EqualTo(400));
    }

    [TestCase("unit=9999")]
    [TestCase("unit=%27%3E%3Cscript%3E")]
    public async Task The_list_of_a_city_that_the_plan_does_not_have_is_none_of_another_one(string asked)
    {
        Assert.That((int)(await zhao.AskAsync(HttpMethod.Get, $"/plans/{id}?{asked}")).StatusCode, Is.EqualTo(400));
        Assert.That((int)(await zhao.AskAsync(HttpMethod.Get, $"/plans/{id}/visits.csv?{asked}")).StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task Absences_of_all_time_and_a_capacity_beyond_all_are_taken_for_what_they_are()
    {
        Assert.That((await EnterAsync(new() { ["table"] = "A1\tu\t3501\t\t0001-01-01/9999-12-31\nA2\tu\t3501\n" })).Status, Is.EqualTo(200));
        Assert.That(await StatusAsync(zhao, "/v1/plans", Wanted.Replace("\"capacity\":2,", "")), Is.EqualTo(200));
        foreach (var (capacity, status) in new[] { ("10000.5", 400), ("-0.0001", 400), ("1e28", 400), ("1e-28", 200) })
        {
            Assert.That(await StatusAsync(zhao, "/v1/plans", Wanted.Replace("\"capacity\":2", $"\"capacity\":{capacity}")), Is.EqualTo(status), capacity);
        }

        foreach (var (quarter, status) in new[] { ("2199Q4", 200), ("2200Q1", 400), ("٢٠٢٦Q1", 400), ("2026Q1\n", 400) })
        {
            Assert.That(await StatusAsync(zhao, "/v1/plans", new JsonObject { ["quarter"] = quarter, ["profile"] = "illustrative", ["capacity"] = 1, ["reason"] = "x" }.ToJsonString()), Is.EqualTo(status), quarter);
        }
    }

    /// <summary>Between proposal and approval somebody has to avoid an object: nobody approves that he goes there.</summary>
    [Test]
    public async Task A_plan_that_sends_somebody_where_he_must_not_go_by_now_is_not_approved_nor_published()
    {
        var unit = plan["visits"]!.AsArray().GroupBy(each => (string)each!["unit"]!).MaxBy(each => each.Count())!.Key;
        await EnterAsync(new() { ["table"] = $"A1\tu\t{unit}\nA2\tu\t{unit}\nA3\tu\t{unit}\n" });
        var (status, proposed) = await zhao.SayAsync(HttpMethod.Post, "/v1/plans", JsonNode.Parse(Wanted.Replace("\"capacity\":2,", "")));
        Assert.That(status, Is.EqualTo(200), proposed.ToJsonString());
        var own = (string)proposed["id"]!;
        var visit = proposed["plan"]!["visits"]!.AsArray().First(each => each!["inspectors"]!.AsArray().Count == 2)!;
        var (who, subject) = ((string)visit["inspectors"]![0]!, (string)visit["subject"]!);
        await EnterAsync(new() { ["table"] = string.Concat(new[] { "A1", "A2", "A3" }.Select(each => $"{each}\tu\t{unit}\t\t\t{(each == who ? subject : "")}\n")) });
        var (refused, said) = await qian.SayAsync(HttpMethod.Post, $"/v1/plans/{own}/approve", new JsonObject { ["edits"] = 0 });
        Assert.That((refused, (string)said["code"]!), Is.EqualTo((409, "plan-crew-unsound")));
        var page = WebUtility.HtmlDecode(await (await zhao.AskAsync(HttpMethod.Get, $"/plans/{own}?unit={unit}")).Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("须改派"));

        // Taken out and put in again, others go there.
        foreach (var week in new[] { null, (JsonNode)(int)visit["week"]! })
        {
            Assert.That((await zhao.SayAsync(HttpMethod.Post, $"/v1/plans/{own}/edit", new JsonObject { ["subject"] = subject, ["week"] = week?.DeepClone(), ["reason"] = "回避" })).Status, Is.EqualTo(200));
        }

        Assert.That((await qian.SayAsync(HttpMethod.Post, $"/v1/plans/{own}/approve", new JsonObject { ["edits"] = 2 })).Status, Is.EqualTo(200));
        await EnterAsync(new() { ["table"] = $"B1\tu\t{unit}\nB2\tu\t{unit}\n" });
        (refused, said) = await zhao.SayAsync(HttpMethod.Post, $"/v1/plans/{own}/publish", new JsonObject());
        Assert.That((refused, (string)said["code"]!), Is.EqualTo((409, "plan-crew-unsound")), "they are registered no more");
    }

    private const string Wanted = """{"quarter":"2026Q1","profile":"illustrative","capacity":2,"reason":"一季度"}""";

    private async Task<(string Id, JsonNode Plan)> ProposedAsync(Browser? by = null, string region = "")
    {
        var wanted = JsonNode.Parse(Wanted)!;
        if (region.Length > 0)
        {
            wanted["region"] = region;
        }

        var (status, said) = await (by ?? zhao).SayAsync(HttpMethod.Post, "/v1/plans", wanted);
        Assert.That(status, Is.EqualTo(200), said.ToJsonString());
        return ((string)said["id"]!, said["plan"]!);
    }

    private static async Task<int> StatusAsync(Browser by, string path, string body) => (int)(await by.AskAsync(HttpMethod.Post, path, body)).StatusCode;

    private async Task<(int Status, string? Code)> EnterAsync(JsonObject body)
    {
        var (status, said) = await zhao.SayAsync(HttpMethod.Post, "/v1/inspectors", body);
        return (status, (string?)said["code"]);
    }

    private async Task<IEnumerable<(string, string)>> ActsAsync(string of) => (await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
        new ActQuery(0, 100) { Target = $"plan:{of}" })).Select(each => (each.Act.Actor, each.Act.What)).ToList();
}
