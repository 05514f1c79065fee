using System.Net;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>A scheduler proposes a plan, another person approves it, by the forms of the pages.</summary>
public class PlanTests : DeskTest
{
    private Browser zhao = null!;
    private Browser qian = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 60;

    [OneTimeSetUp]
    public async Task Two_persons()
    {
        await Service.PersonAsync("zhao", [Role.Scheduler, Role.Approver]);
        await Service.PersonAsync("qian", [Role.Approver]);
        await Service.PersonAsync("fujian", [Role.Scheduler], "35");
        zhao = await Browser.SignedInAsync(Service, "zhao");
        qian = await Browser.SignedInAsync(Service, "qian");
    }

    [OneTimeTearDown]
    public void Close()
    {
        zhao.Dispose();
        qian.Dispose();
    }

    [Test]
    public async Task A_plan_is_in_force_once_another_person_has_approved_it_and_it_is_published()
    {
        var page = await ProposeAsync(zhao);
        Assert.That(await ReadAsync(qian, page), Does.Contain("待另一人批准").And.Contain("person:zhao").And.Contain("各单位能力与安排").And.Contain("为什么未排"));
        Assert.That((await PostAsync(zhao, $"{page}/publish")).Status, Is.EqualTo(HttpStatusCode.Conflict), "nobody has approved it yet");
        Assert.That((await PostAsync(qian, $"{page}/approve", ("edits", "0"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PostAsync(zhao, $"{page}/publish")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(qian, page), Does.Contain("已公布执行").And.Contain("person:qian").And.Not.Contain("/approve"));
        Assert.That(await ActsAsync(page), Is.EqualTo(new[]
        {
            ("person:zhao", "plan-proposed"), ("person:zhao", "plan-content"), ("person:qian", "plan-approved"), ("person:zhao", "plan-published"),
        }));
    }

    [Test]
    public async Task Nobody_approves_what_he_has_proposed_or_edited_and_an_edit_that_was_not_seen_is_not_approved()
    {
        var page = await ProposeAsync(zhao);
        Assert.That((await PostAsync(zhao, $"{page}/approve", ("edits", "0"))).Said, Does.Contain("提出或改动过的人不得批准"));
        Assert.That(await ReadAsync(zhao, page), Does.Contain("disabled"));

        var (unit, subject) = await OneAsync(zhao, page);
        Assert.That((await EditAsync(page, unit, subject, "")).Said, Does.Contain("没有写明理由"));
        Assert.That((await EditAsync(page, unit, subject, "已停业")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await EditAsync(page, unit, subject, "已停业")).Said, Does.Contain("没有这样的检查"), "it is out already");
        Assert.That((await PostAsync(qian, $"{page}/approve", ("edits", "0"))).Said, Does.Contain("打开页面之后计划有改动"));
        Assert.That(await ReadAsync(qian, page), Does.Contain("已停业").And.Contain("经办人决定不排"));
        Assert.That((await PostAsync(qian, $"{page}/approve", ("edits", "1"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await EditAsync(page, unit, subject, "again")).Status, Is.EqualTo(HttpStatusCode.Conflict), "what is approved stays so until it is published");
        await PostAsync(zhao, $"{page}/publish");
        Assert.That((await PostAsync(zhao, $"{page}/edit", ("subject", subject), ("kind", "operator"), ("week", "2"), ("reason", "已复业"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(qian, page), Does.Contain("公布之后").And.Contain("排入第 2 周"));
    }

    [Test]
    public async Task What_was_refused_or_withdrawn_is_not_approved_afterwards()
    {
        var refused = await ProposeAsync(zhao);
        Assert.That((await PostAsync(qian, $"{refused}/refuse", ("reason", " "))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await PostAsync(qian, $"{refused}/refuse", ("reason", "能力写少了"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PostAsync(qian, $"{refused}/approve", ("edits", "0"))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var withdrawn = await ProposeAsync(zhao);
        Assert.That((await PostAsync(zhao, $"{withdrawn}/withdraw")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PostAsync(qian, $"{withdrawn}/approve", ("edits", "0"))).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_plan_in_force_is_made_anew_after_two_accidents_and_each_change_says_why()
    {
        var page = await ProposeAsync(zhao);
        Assert.That((await PostAsync(zhao, $"{page}/revise", ("reason", "x"))).Said, Does.Contain("现在的状态不能这样办理"), "nobody has published it");
        await PostAsync(qian, $"{page}/approve", ("edits", "0"));
        await PostAsync(zhao, $"{page}/publish");
        Assert.That((await PostAsync(zhao, $"{page}/revise", ("reason", "看看"))).Said, Does.Contain("计划无须改动"));

        var before = await LinesAsync(page);
        var struck = before.Where(each => each["leftBy"] == "capacity").Select(each => each["subject"]).Distinct().Take(2).ToList();
        Assert.That(struck, Has.Count.EqualTo(2));
        var key = await Service.KeyOf("sender", [Role.Ingest], isSystem: true, source: "accidents");
        var sent = await Service.AskAsync(key, HttpMethod.Post, "/v1/events", $"[{string.Join(',', struck.Select((each, number) => $$"""
            {"id":"n{{number}}","source":"accidents","kind":"accident","subject":{"kind":"operator","id":"{{each}}"},"occurredOn":"2025-12-30","data":{} }
            """))}]");
        Assert.That((int)sent.StatusCode, Is.EqualTo(200), await sent.Content.ReadAsStringAsync());

        Assert.That((await PostAsync(zhao, $"{page}/revise", ("reason", ""))).Said, Does.Contain("没有写明理由"));
        Assert.That((await PostAsync(qian, $"{page}/revise", ("reason", "x"))).Status, Is.EqualTo(HttpStatusCode.Forbidden), "an approver makes no plans");
        Assert.That((await PostAsync(zhao, $"{page}/revise", ("reason", "两起事故"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(qian, page), Does.Contain("公布后重排").And.Contain("两起事故").And.Contain("新的事由"));
        var (_, told) = await qian.SayAsync(HttpMethod.Get, $"/v1{page}");
        var changes = told["revisions"]![0]!["changes"]!.AsArray();
        Assert.That(changes.Where(each => (string)each!["why"]! == "newMatter").Select(each => (string)each!["subject"]!), Is.EquivalentTo(struck));
        Assert.That(changes.Count, Is.InRange(2, 6), "only what had to change");
        var after = await LinesAsync(page);
        Assert.That(after.Where(each => each["cause"] == "triggered" && each["week"].Length > 0).Select(each => each["subject"]), Is.SupersetOf(struck));
        Assert.That(
            Stands(after).Except(Stands(before)).Concat(Stands(before).Except(Stands(after))).Select(each => each.Subject).Distinct(),
            Is.EquivalentTo(changes.Select(each => (string)each!["subject"]!)), "each change is told, and there is no other");
        Assert.That((await ActsAsync(page)).TakeLast(2), Is.EqualTo(new[] { ("person:zhao", "plan-revised"), ("person:zhao", "plan-content") }));
    }

    private static IEnumerable<(string Subject, string Week)> Stands(IEnumerable<Dictionary<string, string>> lines) =>
        lines.Where(each => each["week"].Length > 0).Select(each => (each["subject"], each["week"]));

    /// <summary>The rows of the plan's export; of names with a comma the rest is lost, which nobody asks for.</summary>
    private async Task<List<Dictionary<string, string>>> LinesAsync(string page)
    {
        var lines = (await ReadAsync(zhao, $"{page}/visits.csv")).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heads = lines[0].Trim().Split(',');
        return [.. lines[1..].Select(line => heads.Zip(line.Split(',')).DistinctBy(each => each.First).ToDictionary(each => each.First, each => each.Second))];
    }

    [Test]
    public async Task A_scheduler_of_a_region_plans_and_sees_that_region_alone()
    {
        using var fujian = await Browser.SignedInAsync(Service, "fujian");
        var all = await ProposeAsync(zhao);
        Assert.That((await fujian.AskAsync(HttpMethod.Get, all)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var own = await ProposeAsync(fujian);
        var shown = await ReadAsync(fujian, own);
        Assert.That(shown, Does.Contain("福建"));
        Assert.That(System.Text.RegularExpressions.Regex.Matches(shown, "unit=([0-9]+)").Select(each => each.Groups[1].Value), Is.All.StartWith("35"));
        Assert.That((await PostAsync(fujian, "/plans", [.. Wanted, ("region", "44")])).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await ReadAsync(fujian, "/plans"), Does.Contain(own).And.Not.Contain(all));
    }

    [Test]
    public async Task Capacity_follows_from_the_inspectors_that_were_entered()
    {
        Assert.That((await PostAsync(zhao, "/plans", [.. Wanted.Where(each => each.Item1 != "capacity")])).Said, Does.Contain("没有检查人员名录").Or.Contain("/plans/"));
        var (status, said) = await PostAsync(zhao, "/plans/inspectors", ("table", "A1\tu\t3501\nA1\tu\t3502\n"));
        Assert.That((status, said), Is.EqualTo((HttpStatusCode.UnprocessableEntity, said)));
        Assert.That(said, Does.Contain("已列过"));
        Assert.That((await PostAsync(zhao, "/plans/inspectors", ("table", "A1\tu\t3501\r\nA2\tu\t4401\r\n"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(zhao, "/plans"), Does.Contain("2 名，录入于 2025-12-31"));
        var page = await ProposeAsync(zhao, [.. Wanted.Where(each => each.Item1 != "capacity")]);
        Assert.That(await ReadAsync(zhao, $"{page}?unit=3501"), Does.Contain("福州市"));
    }

    [Test]
    public async Task The_whole_plan_is_exported_and_the_record_says_so()
    {
        var page = await ProposeAsync(zhao);
        var csv = await ReadAsync(zhao, $"{page}/visits.csv");
        Assert.That(csv, Does.Contain("subject").And.Contain("leftBy"));
        Assert.That((await zhao.AskAsync(HttpMethod.Get, $"{page}/visits.xlsx")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await zhao.AskAsync(HttpMethod.Get, $"{page}/visits.pdf")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        var told = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 1000) { What = "plan-exported" });
        Assert.That(told.Select(each => each.Act.Actor), Has.Some.EqualTo("person:zhao"));
    }

    [Test]
    public async Task What_the_pages_do_programs_do_with_the_same_two_persons()
    {
        var (status, proposed) = await zhao.SayAsync(HttpMethod.Post, "/v1/plans", new System.Text.Json.Nodes.JsonObject
        {
            ["quarter"] = "2026Q1", ["profile"] = "illustrative", ["capacity"] = 2, ["reason"] = "一季度",
        });
        Assert.That(status, Is.EqualTo(200), proposed.ToJsonString());
        var id = (string)proposed["id"]!;
        var visit = proposed["plan"]!["visits"]![0]!;
        Assert.That((await zhao.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/approve", new System.Text.Json.Nodes.JsonObject { ["edits"] = 0 })).Status, Is.EqualTo(409));
        var edit = new System.Text.Json.Nodes.JsonObject { ["subject"] = (string)visit["subject"]!, ["week"] = null, ["reason"] = "已停业" };
        Assert.That((await zhao.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/edit", edit)).Status, Is.EqualTo(200));
        Assert.That((await qian.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/approve", new System.Text.Json.Nodes.JsonObject { ["edits"] = 1 })).Status, Is.EqualTo(200));
        Assert.That((await zhao.SayAsync(HttpMethod.Post, $"/v1/plans/{id}/publish", new System.Text.Json.Nodes.JsonObject())).Status, Is.EqualTo(200));
        var (_, told) = await qian.SayAsync(HttpMethod.Get, $"/v1/plans/{id}");
        Assert.That(((string)told["state"]!, told["edits"]!.AsArray().Count, told["steps"]!.AsArray().Count), Is.EqualTo(("published", 1, 2)));
        Assert.That((await qian.SayAsync(HttpMethod.Get, "/v1/plans")).Said["items"]!.AsArray().Select(each => (string)each!["id"]!), Does.Contain(id));
        Assert.That((await zhao.SayAsync(HttpMethod.Post, "/v1/plans", new System.Text.Json.Nodes.JsonObject { ["quarter"] = "2026Q9", ["profile"] = "illustrative", ["reason"] = "x" })).Status, Is.EqualTo(400));
    }

    [TestCase("2025Q1", "quarter-past")]
    [TestCase("2026Q5", null)]
    [TestCase("x", null)]
    public async Task A_quarter_that_is_none_or_has_passed_is_refused(string quarter, string? past)
    {
        var (status, said) = await PostAsync(zhao, "/plans", [.. Wanted.Where(each => each.Item1 != "quarter"), ("quarter", quarter)]);
        Assert.That(status, Is.EqualTo(past is null ? HttpStatusCode.BadRequest : HttpStatusCode.Conflict), said);
    }

    private static readonly (string, string)[] Wanted =
        [("quarter", "2026Q1"), ("profile", "illustrative"), ("capacity", "2"), ("reason", "一季度")];

    private static async Task<string> ProposeAsync(Browser by, (string, string)[]? wanted = null)
    {
        var form = (wanted ?? Wanted).ToDictionary(each => each.Item1, each => each.Item2);
        var answer = await by.PostFormAsync("/plans", form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private async Task<(HttpStatusCode Status, string Said)> EditAsync(string page, string unit, string subject, string reason) =>
        await PostAsync(zhao, $"{page}/edit", ("unit", unit), ("subject", subject), ("kind", "operator"), ("out", "true"), ("reason", reason));

    /// <summary>The first visit of the plan, by its export.</summary>
    private static async Task<(string Unit, string Subject)> OneAsync(Browser by, string page)
    {
        var lines = (await ReadAsync(by, $"{page}/visits.csv")).TrimStart('\uFEFF').Split('\n');
        var (heads, first) = (lines[0].Trim().Split(','), lines[1].Split(','));
        return (first[Array.IndexOf(heads, "unit")], first[Array.IndexOf(heads, "subject")]);
    }

    private static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Said)> PostAsync(Browser by, string path, params (string, string)[] fields)
    {
        var answer = await by.PostFormAsync(path, fields.ToDictionary(each => each.Item1, each => each.Item2));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<IEnumerable<(string, string)>> ActsAsync(string page) => (await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
        new ActQuery(0, 100) { Target = $"plan:{page.Split('/')[^1]}" })).Select(each => (each.Act.Actor, each.Act.What));
}
