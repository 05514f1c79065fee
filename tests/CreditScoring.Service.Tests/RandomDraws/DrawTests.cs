using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Service.Tests.RandomDraws;

/// <summary>
/// Draws of the record: one person freezes a list, another announces, and what is published verifies with
/// nothing but the files. The days lie before round 657413 of drand's quicknet, which is a recorded one.
/// </summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class DrawTests(On on)
{
    private const string RoundAt = "2023-09-15T19:00:02";

    private static readonly DateTimeOffset Before = new(2023, 9, 15, 18, 50, 0, TimeSpan.FromHours(8));

    private const string Round = """
        {"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
         "signature":"b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"}
        """;

    private static readonly (string Class, int Count)[] Classes = [("D", 20), ("C", 30), ("B", 40), ("A", 50)];

    private int numbered;
    private TempFolder folder = null!;
    private StoppedClock clock = null!;
    private RunningService first = null!;
    private RunningService second = null!;
    private Browser zhao = null!;
    private Browser qian = null!;

    [OneTimeSetUp]
    public async Task Two_persons_at_two_workers_where_the_record_allows_it()
    {
        folder = new TempFolder();
        clock = new StoppedClock(Before);
        var server = on == On.Postgres ? await SharedPostgres.Server : null;
        string[] switches = ["--rules", Path.Combine(AppContext.BaseDirectory, "rules"),
            .. server is null ? Array.Empty<string>() : ["--postgres", server.Connection(await server.NewDatabaseAsync())]];
        await using (var open = await RunningService.StartAsync(folder, clock, switches))
        {
            await open.PostAsync(string.Join('\n', Events()), "application/x-ndjson");
            await RunningService.Until(async () => (string?)(await open.GetAsync("/health/ready"))["status"] == "ready");
        }

        first = await RunningService.StartAsync(folder, clock, Persons.Cheaply, switches);
        second = server is null ? first : await RunningService.StartAsync(folder, clock, Persons.Cheaply, switches);
        await first.KeyOf("one", [Role.Admin], expires: new DateOnly(2023, 12, 31));
        await first.PersonAsync("zhao", [Role.Scheduler, Role.Approver]);
        await first.PersonAsync("qian", [Role.Approver]);
        await first.PersonAsync("henan", [Role.Scheduler], "41");
        await first.PersonAsync("fujian", [Role.Scheduler], "35");
        zhao = await Browser.SignedInAsync(first, "zhao");
        qian = await Browser.SignedInAsync(second, "qian");
        await PostAsync(zhao, "/plans/inspectors", ("table", "A1\tu\t41\nA2\tu\t41\nA3\tu\t41\nA4\tu\t41\n"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        zhao.Dispose();
        qian.Dispose();
        await first.DisposeAsync();
        if (!ReferenceEquals(first, second))
        {
            await second.DisposeAsync();
        }

        folder.Dispose();
    }

    [SetUp]
    public void Before_the_round() => clock.Turn(Before);

    [Test]
    public async Task Two_persons_draw_by_the_pages_and_anybody_verifies_it_from_the_files()
    {
        var page = await PreparedAsync();
        Assert.That(await ReadAsync(qian, page), Does.Contain("待另一人公告").And.Contain("person:zhao").And.Contain("尚未分类 1").And.Contain("主体已经终止 1"));
        Assert.That((await PostAsync(qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(zhao, page), Does.Contain("drand quicknet 第 657413 轮").And.Contain("公开值尚未产生").And.Contain("commit.json"));
        var announced = await ReadAsync(zhao, $"{page}/commit.json");

        Assert.That((await PostAsync(zhao, $"{page}/draw", ("value", Round))).Said, Does.Contain("2023-09-15T19:00:03+08:00"), "the round is not there yet");
        clock.Turn(Before.AddMinutes(15));
        Assert.That((await PostAsync(zhao, $"{page}/draw", ("value", Round.Replace("657413", "657414")))).Said, Does.Contain("不是 quicknet 第 657413 轮"));
        Assert.That((await PostAsync(zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PostAsync(zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Conflict), "a draw is made once");

        var proof = await ReadAsync(qian, $"{page}/proof.json");
        Assert.That(await ReadAsync(qian, $"{page}/commit.json"), Is.EqualTo(announced));
        Assert.That(await VerifiedAsync(page, proof), Is.Empty);
        var drawn = ProofReader.Read(new("proof", proof), [])!;
        Assert.That(drawn.Drawn.CountBy(each => each.Stratum), Is.EqualTo(new Dictionary<string, int> { ["D"] = 6, ["C"] = 3, ["B"] = 1, ["A"] = 1 }), "shares of 0.3, 0.1, 0.02 and 0.01, a fraction is one more");
        Assert.That(drawn.Drawn.Select(each => each.Inspectors.Count), Is.All.EqualTo(2));
        Assert.That(await ActsAsync(page), Is.EqualTo(new[]
        {
            ("person:zhao", "draw-prepared"), ("person:qian", "draw-secret-sealed"), ("person:qian", "draw-announced"), ("person:zhao", "draw-made"),
        }));
    }

    [Test]
    public async Task The_next_reserve_takes_the_place_of_who_cannot_be_visited_and_the_proof_still_verifies()
    {
        var page = await DrawnAsync();
        var before = ProofReader.Read(new("proof", await ReadAsync(zhao, $"{page}/proof.json")), [])!;
        var gone = before.Drawn[0].Id;
        Assert.That((await PostAsync(qian, $"{page}/replace", ("object", "nobody"), ("reason", "已注销"), ("approver", "稽查科长"))).Said, Does.Contain("不在抽中名单中"));
        Assert.That((await PostAsync(qian, $"{page}/replace", ("object", gone), ("reason", "法定代表人 110101199003070038"), ("approver", "稽查科长"))).Said, Does.Contain("公民身份号码"), "what is published names no resident");
        Assert.That((await PostAsync(qian, $"{page}/replace", ("object", gone), ("reason", "已注销"), ("approver", "稽查科长"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var text = await ReadAsync(zhao, $"{page}/proof.json");
        var after = ProofReader.Read(new("proof", text), [])!;
        Assert.That(await VerifiedAsync(page, text), Is.Empty);
        Assert.That((after.Replacements.Single().In, after.Replacements.Single().Before), Is.EqualTo((before.Reserves[0].Id, before.Digest)));
        Assert.That(await ReadAsync(zhao, page), Does.Contain($"{gone} → {before.Reserves[0].Id}：已注销"));
    }

    [Test]
    public async Task Who_froze_the_list_does_not_announce_it_and_what_is_announced_does_not_change()
    {
        var page = await PreparedAsync();
        Assert.That((await PostAsync(zhao, $"{page}/announce", Drand)).Said, Does.Contain("编制名单的人不得公告"));
        Assert.That((await PostAsync(qian, $"{page}/announce", ("public", "drand:quicknet"), ("at", "2023-09-15T18:49"))).Said, Does.Contain("公开值要在公布之后产生"));
        Assert.That((await PostAsync(qian, $"{page}/announce", ("public", "lottery"), ("numbers", "7"), ("at", RoundAt))).Said, Does.Contain("没有写明名称"));
        Assert.That((await PostAsync(qian, $"{page}/announce", ("public", "dice"))).Said, Does.Contain("没有这种公开值"));
        Assert.That((await PostAsync(zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Conflict), "nothing is announced");

        var list = await ReadAsync(zhao, $"{page}/population.txt");
        var register = await ReadAsync(zhao, $"{page}/inspectors.txt");
        await PostAsync(zhao, "/plans/inspectors", ("table", "A1\tu\t41\nA2\tu\t41\nA3\tu\t41\nA4\tu\t41\nA9\tu\t41\n"));
        await PostAsync(qian, $"{page}/announce", Drand);
        Assert.That((await PostAsync(qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await ReadAsync(zhao, $"{page}/population.txt"), await ReadAsync(zhao, $"{page}/inspectors.txt")), Is.EqualTo((list, register)));
        clock.Turn(Before.AddMinutes(15));
        await PostAsync(zhao, $"{page}/draw", ("value", Round));
        Assert.That(await VerifiedAsync(page, await ReadAsync(zhao, $"{page}/proof.json")), Is.Empty);
    }

    [Test]
    public async Task A_number_is_used_once_unless_its_draw_was_never_announced()
    {
        var number = $"第{++numbered}号";
        var page = await PreparedAsync(number);
        Assert.That((await PostAsync(zhao, "/draws", Wanted(number))).Said, Does.Contain("此文号已经用过"));
        Assert.That((await PostAsync(zhao, $"{page}/withdraw", ("reason", " "))).Said, Does.Contain("没有写明理由"));
        await PostAsync(zhao, $"{page}/withdraw", ("reason", "期间写错了"));
        Assert.That((await PostAsync(qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var again = await PreparedAsync(number);
        await PostAsync(qian, $"{again}/announce", Drand);
        await PostAsync(zhao, $"{again}/withdraw", ("reason", "名单有误"));
        Assert.That(await ReadAsync(qian, again), Does.Contain("已撤销").And.Contain("名单有误"));
        Assert.That((await PostAsync(zhao, "/draws", Wanted(number))).Said, Does.Contain("此文号已经用过"), "what was announced stays to be seen");
    }

    [Test]
    public async Task A_scheduler_of_a_region_draws_and_sees_that_region_alone()
    {
        using var henan = await Browser.SignedInAsync(first, "henan");
        using var fujian = await Browser.SignedInAsync(second, "fujian");
        var all = await PreparedAsync();
        Assert.That((await henan.AskAsync(HttpMethod.Get, all)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var own = (await henan.PostFormAsync("/draws", Wanted($"第{++numbered}号").ToDictionary(each => each.Name, each => each.Value))).Headers.Location!.ToString();
        Assert.That(await ReadAsync(henan, "/draws"), Does.Contain(own).And.Not.Contain(all));
        Assert.That((await fujian.AskAsync(HttpMethod.Get, $"{own}/population.txt")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await PostAsync(fujian, "/draws", Wanted($"第{++numbered}号"))).Said, Does.Contain("没有可以列入的主体"));
    }

    [Test]
    public async Task Programs_do_what_the_pages_do_and_who_was_drawn_stands_in_the_plan()
    {
        var (status, prepared) = await zhao.SayAsync(HttpMethod.Post, "/v1/draws", new JsonObject
        {
            ["number"] = $"第{++numbered}号", ["title"] = "抽查", ["profile"] = "cn-ha", ["visitsFrom"] = "2023-10-09", ["visitsTo"] = "2023-12-29",
        });
        Assert.That(status, Is.EqualTo(200), prepared.ToJsonString());
        var at = $"/v1/draws/{(string)prepared["id"]!}";
        Assert.That((await zhao.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "none" })).Status, Is.EqualTo(409));
        Assert.That((await qian.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "drand:quicknet", ["at"] = "soon" })).Status, Is.EqualTo(400));
        Assert.That((await qian.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "none" })).Status, Is.EqualTo(200));
        Assert.That((await zhao.SayAsync(HttpMethod.Post, $"{at}/draw", new JsonObject { ["value"] = "7" })).Status, Is.EqualTo(422), "none was named");
        var (_, drawn) = await zhao.SayAsync(HttpMethod.Post, $"{at}/draw", new JsonObject { ["value"] = "" });
        Assert.That(((string)drawn["state"]!, drawn["visits"]!.AsArray().Count), Is.EqualTo(("drawn", 11)));
        Assert.That((await zhao.SayAsync(HttpMethod.Get, "/v1/draws")).Said["items"]!.AsArray().Select(each => (string)each!["id"]!), Does.Contain((string)prepared["id"]!));

        var (_, plan) = await zhao.SayAsync(HttpMethod.Post, "/v1/plans", new JsonObject
        {
            ["quarter"] = "2023Q4", ["profile"] = "illustrative", ["capacity"] = 100, ["reason"] = "四季度",
        });
        var planned = plan["plan"]!["visits"]!.AsArray().Where(each => (string)each!["class"]! == "drawn").Select(each => (string)each!["subject"]!).ToList();
        Assert.That(planned, Is.SupersetOf(drawn["visits"]!.AsArray().Select(each => (string)each!["id"]!)));
    }

    /// <summary>Of each class its firms; one that is not classed, one that has ended.</summary>
    private static IEnumerable<string> Events()
    {
        var number = 0;
        foreach (var (name, count) in Classes.Append(("", 1)).Append(("D", 1)))
        {
            for (var i = 0; i < count; i++)
            {
                var subject = SampleCode.Of(7, ++number, "410100", trader: false);
                yield return Event(subject, $"f{number}", "profile", "2021-01-04", """{"registeredIn":"410100"}""");
                if (name.Length > 0)
                {
                    yield return Event(subject, $"c{number}", "risk-class", "2023-03-01", $$"""{"riskClass":"{{name}}"}""");
                }
            }
        }

        yield return Event(SampleCode.Of(7, number, "410100", trader: false), "z", "subject-ended", "2023-08-01", """{"how":"deregistered"}""");
    }

    private static string Event(string subject, string id, string kind, string day, string data) =>
        $$"""{"id":"{{id}}","source":"ha","kind":"{{kind}}","subject":{"kind":"operator","id":"{{subject}}"},"occurredOn":"{{day}}","region":"410100","data":{{data}}}""";

    private static (string, string)[] Drand => [("public", "drand:quicknet"), ("at", RoundAt)];

    private static (string Name, string Value)[] Wanted(string number) =>
        [("number", number), ("title", "公示信息抽查"), ("profile", "cn-ha"), ("from", "2023-10-09"), ("to", "2023-12-29")];

    private async Task<string> PreparedAsync(string? number = null)
    {
        var answer = await zhao.PostFormAsync("/draws", Wanted(number ?? $"第{++numbered}号").ToDictionary(each => each.Name, each => each.Value));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> DrawnAsync()
    {
        var page = await PreparedAsync();
        await PostAsync(qian, $"{page}/announce", Drand);
        clock.Turn(Before.AddMinutes(15));
        await PostAsync(zhao, $"{page}/draw", ("value", Round));
        return page;
    }

    /// <summary>The checks that do not hold, as whoever downloads the files makes them.</summary>
    private async Task<IEnumerable<string>> VerifiedAsync(string page, string proof)
    {
        var checks = Verification.Of(new ProofFiles(
            "proof.json", Encoding.UTF8.GetBytes(proof), await OctetsAsync($"{page}/commit.json"),
            new FrozenLines("population", [await OctetsAsync($"{page}/population.txt")]),
            new FrozenLines("inspectors", [await OctetsAsync($"{page}/inspectors.txt")])));
        Assert.That(checks.Count(each => each.Outcome == CheckOutcome.Ok), Is.GreaterThan(10));
        return checks.Where(each => each.Outcome == CheckOutcome.Failed).Select(each => each.What.En);
    }

    private async Task<byte[]> OctetsAsync(string path) =>
        await (await qian.AskAsync(HttpMethod.Get, path)).Content.ReadAsByteArrayAsync();

    private static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        var said = await answer.Content.ReadAsStringAsync();
        return path.Contains('.') ? said : WebUtility.HtmlDecode(said);
    }

    private static async Task<(HttpStatusCode Status, string Said)> PostAsync(Browser by, string path, params (string Name, string Value)[] fields)
    {
        var answer = await by.PostFormAsync(path, fields.ToDictionary(each => each.Name, each => each.Value));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<IEnumerable<(string, string)>> ActsAsync(string page) => (await first.Services.GetRequiredService<IRecordQuestions>().ActsAsync(
        new ActQuery(0, 100) { Target = $"draw:{page.Split('/')[^1]}" })).Select(each => (each.Act.Actor, each.Act.What));
}
