using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.RandomDraws;

/// <summary>
/// Draws of the record: one person freezes a list, another announces, and what is published verifies with
/// nothing but the files. The days lie before round 657413 of drand's quicknet, which is a recorded one.
/// </summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class DrawTests(On on) : DrawTest(on)
{
    [Test]
    public async Task Two_persons_draw_by_the_pages_and_anybody_verifies_it_from_the_files()
    {
        var page = await PreparedAsync();
        Assert.That(await ReadAsync(Qian, page), Does.Contain("待另一人公告").And.Contain("person:zhao").And.Contain("尚未分类 1").And.Contain("主体已经终止 1"));
        Assert.That((await PostAsync(Qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await ReadAsync(Zhao, page), Does.Contain("drand quicknet 第 657413 轮").And.Contain("公开值尚未产生").And.Contain("commit.json"));
        var announced = await ReadAsync(Zhao, $"{page}/commit.json");

        Assert.That((await PostAsync(Zhao, $"{page}/draw", ("value", Round))).Said, Does.Contain("2023-09-15T19:00:03+08:00"), "the round is not there yet");
        Clock.Turn(Before.AddMinutes(15));
        Assert.That((await PostAsync(Zhao, $"{page}/draw", ("value", Round.Replace("657413", "657414")))).Said, Does.Contain("不是 quicknet 第 657413 轮"));
        Assert.That((await PostAsync(Zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await PostAsync(Zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Conflict), "a draw is made once");

        var proof = await ReadAsync(Qian, $"{page}/proof.json");
        Assert.That(await ReadAsync(Qian, $"{page}/commit.json"), Is.EqualTo(announced));
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
        var before = ProofReader.Read(new("proof", await ReadAsync(Zhao, $"{page}/proof.json")), [])!;
        var gone = before.Drawn[0].Id;
        Assert.That((await PostAsync(Qian, $"{page}/replace", ("object", "nobody"), ("reason", "已注销"), ("approver", "稽查科长"))).Said, Does.Contain("不在抽中名单中"));
        Assert.That((await PostAsync(Qian, $"{page}/replace", ("object", gone), ("reason", "法定代表人 110101199003070038"), ("approver", "稽查科长"))).Said, Does.Contain("公民身份号码"), "what is published names no resident");
        Assert.That((await PostAsync(Qian, $"{page}/replace", ("object", gone), ("reason", "已注销"), ("approver", "稽查科长"))).Status, Is.EqualTo(HttpStatusCode.Found));
        var text = await ReadAsync(Zhao, $"{page}/proof.json");
        var after = ProofReader.Read(new("proof", text), [])!;
        Assert.That(await VerifiedAsync(page, text), Is.Empty);
        Assert.That((after.Replacements.Single().In, after.Replacements.Single().Before), Is.EqualTo((before.Reserves[0].Id, before.Digest)));
        Assert.That(await ReadAsync(Zhao, page), Does.Contain($"{gone} → {before.Reserves[0].Id}：已注销"));
    }

    [Test]
    public async Task Who_froze_the_list_does_not_announce_it_and_what_is_announced_does_not_change()
    {
        var page = await PreparedAsync();
        Assert.That((await PostAsync(Zhao, $"{page}/announce", Drand)).Said, Does.Contain("编制名单的人不得公告"));
        Assert.That((await PostAsync(Qian, $"{page}/announce", ("public", "drand:quicknet"), ("at", "2023-09-15T18:49"))).Said, Does.Contain("公开值要在公布之后产生"));
        Assert.That((await PostAsync(Qian, $"{page}/announce", ("public", "lottery"), ("numbers", "7"), ("at", RoundAt))).Said, Does.Contain("没有写明名称"));
        Assert.That((await PostAsync(Qian, $"{page}/announce", ("public", "dice"))).Said, Does.Contain("没有这种公开值"));
        Assert.That((await PostAsync(Zhao, $"{page}/draw", ("value", Round))).Status, Is.EqualTo(HttpStatusCode.Conflict), "nothing is announced");

        var list = await ReadAsync(Zhao, $"{page}/population.txt");
        var register = await ReadAsync(Zhao, $"{page}/inspectors.txt");
        await PostAsync(Zhao, "/plans/inspectors", ("table", "A1\tu\t41\nA2\tu\t41\nA3\tu\t41\nA4\tu\t41\nA9\tu\t41\n"));
        await PostAsync(Qian, $"{page}/announce", Drand);
        Assert.That((await PostAsync(Qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await ReadAsync(Zhao, $"{page}/population.txt"), await ReadAsync(Zhao, $"{page}/inspectors.txt")), Is.EqualTo((list, register)));
        Clock.Turn(Before.AddMinutes(15));
        await PostAsync(Zhao, $"{page}/draw", ("value", Round));
        Assert.That(await VerifiedAsync(page, await ReadAsync(Zhao, $"{page}/proof.json")), Is.Empty);
    }

    [Test]
    public async Task A_number_is_used_once_unless_its_draw_was_never_announced()
    {
        var number = NextNumber();
        var page = await PreparedAsync(number);
        Assert.That((await PostAsync(Zhao, "/draws", Wanted(number))).Said, Does.Contain("此文号已经用过"));
        Assert.That((await PostAsync(Zhao, $"{page}/withdraw", ("reason", " "))).Said, Does.Contain("没有写明理由"));
        await PostAsync(Zhao, $"{page}/withdraw", ("reason", "期间写错了"));
        Assert.That((await PostAsync(Qian, $"{page}/announce", Drand)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        var again = await PreparedAsync(number);
        await PostAsync(Qian, $"{again}/announce", Drand);
        await PostAsync(Zhao, $"{again}/withdraw", ("reason", "名单有误"));
        Assert.That(await ReadAsync(Qian, again), Does.Contain("已撤销").And.Contain("名单有误"));
        Assert.That((await PostAsync(Zhao, "/draws", Wanted(number))).Said, Does.Contain("此文号已经用过"), "what was announced stays to be seen");
    }

    [Test]
    public async Task A_scheduler_of_a_region_draws_and_sees_that_region_alone()
    {
        using var henan = await Browser.SignedInAsync(First, "henan");
        using var fujian = await Browser.SignedInAsync(Second, "fujian");
        var all = await PreparedAsync();
        Assert.That((await henan.AskAsync(HttpMethod.Get, all)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var own = (await henan.PostFormAsync("/draws", Wanted(NextNumber()).ToDictionary(each => each.Name, each => each.Value))).Headers.Location!.ToString();
        Assert.That(await ReadAsync(henan, "/draws"), Does.Contain(own).And.Not.Contain(all));
        Assert.That((await fujian.AskAsync(HttpMethod.Get, $"{own}/population.txt")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await PostAsync(fujian, "/draws", Wanted(NextNumber()))).Said, Does.Contain("没有可以列入的主体"));
    }

    [Test]
    public async Task Programs_do_what_the_pages_do_and_who_was_drawn_stands_in_the_plan()
    {
        var (status, prepared) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", new JsonObject
        {
            ["number"] = NextNumber(), ["title"] = "抽查", ["profile"] = "cn-ha", ["visitsFrom"] = "2023-10-09", ["visitsTo"] = "2023-12-29",
        });
        Assert.That(status, Is.EqualTo(200), prepared.ToJsonString());
        var at = $"/v1/draws/{(string)prepared["id"]!}";
        Assert.That((await Zhao.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "none" })).Status, Is.EqualTo(409));
        Assert.That((await Qian.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "drand:quicknet", ["at"] = "soon" })).Status, Is.EqualTo(400));
        Assert.That((await Qian.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "none" })).Status, Is.EqualTo(200));
        Assert.That((await Zhao.SayAsync(HttpMethod.Post, $"{at}/draw", new JsonObject { ["value"] = "7" })).Status, Is.EqualTo(422), "none was named");
        var (_, drawn) = await Zhao.SayAsync(HttpMethod.Post, $"{at}/draw", new JsonObject { ["value"] = "" });
        Assert.That(((string)drawn["state"]!, drawn["visits"]!.AsArray().Count), Is.EqualTo(("drawn", 11)));
        Assert.That((await Zhao.SayAsync(HttpMethod.Get, "/v1/draws")).Said["items"]!.AsArray().Select(each => (string)each!["id"]!), Does.Contain((string)prepared["id"]!));

        var (_, plan) = await Zhao.SayAsync(HttpMethod.Post, "/v1/plans", new JsonObject
        {
            ["quarter"] = "2023Q4", ["profile"] = "illustrative", ["capacity"] = 100, ["reason"] = "四季度",
        });
        var planned = plan["plan"]!["visits"]!.AsArray().Where(each => (string)each!["class"]! == "drawn").Select(each => (string)each!["subject"]!).ToList();
        Assert.That(planned, Is.SupersetOf(drawn["visits"]!.AsArray().Select(each => (string)each!["id"]!)));
    }

    [Test]
    public async Task Visits_that_come_in_as_events_are_seen_beside_the_draw_until_their_results_are_public()
    {
        var (_, prepared) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", new JsonObject
        {
            ["number"] = NextNumber(), ["title"] = "抽查", ["profile"] = "cn-ha", ["visitsFrom"] = "2023-09-15", ["visitsTo"] = "2023-12-29",
        });
        var at = $"/v1/draws/{(string)prepared["id"]!}";
        await Qian.SayAsync(HttpMethod.Post, $"{at}/announce", new JsonObject { ["public"] = "none" });
        var (_, drawn) = await Zhao.SayAsync(HttpMethod.Post, $"{at}/draw", new JsonObject { ["value"] = "" });
        var visited = drawn["visits"]!.AsArray().Select(each => (string)each!["id"]!).Take(2).ToList();
        var key = await First.KeyOf("sender", [Role.Ingest], isSystem: true, source: "visits", expires: new DateOnly(2023, 12, 31));
        string[] visits = [Visit(visited[0], "v0", """{"result":"failed"}"""), Visit(visited[1], "v1", """{"result":"passed","publishedOn":"2023-09-15"}""")];
        var sent = await First.AskAsync(key, HttpMethod.Post, "/v1/events", $"[{string.Join(',', visits)}]");
        Assert.That((int)sent.StatusCode, Is.EqualTo(200), await sent.Content.ReadAsStringAsync());

        var (status, page) = await Qian.SayAsync(HttpMethod.Get, $"{at}/results?limit=5");
        Assert.That((status, page["items"]!.AsArray().Count, (bool)page["more"]!), Is.EqualTo((200, 5, true)));
        var rest = (await Qian.SayAsync(HttpMethod.Get, $"{at}/results?limit=500&after={(string)page["next"]!}")).Said;
        Assert.That((rest["items"]!.AsArray().Count, (bool)rest["more"]!), Is.EqualTo((6, false)));
        var by = page["items"]!.AsArray().Concat(rest["items"]!.AsArray()).ToDictionary(each => (string)each!["id"]!, each => each!);
        Assert.That(((string)by[visited[0]]["state"]!, (string)by[visited[0]]["outcome"]!, (string)by[visited[0]]["visitedOn"]!), Is.EqualTo(("unpublished", "failed", "2023-09-15")));
        Assert.That((string)by[visited[1]]["state"]!, Is.EqualTo("published"));
        Assert.That(by.Values.Count(each => (string)each["state"]! == "awaited"), Is.EqualTo(9));
        Assert.That(await ReadAsync(Qian, $"/draws/{(string)prepared["id"]!}"), Does.Contain("已检查，待公开 1，待检查 9，已公开 1").And.Contain("不合格"));

        var all = await First.Http.GetStringAsync("/public/draws");
        Assert.That(WebUtility.HtmlDecode(all), Does.Contain($"/public/draws/{(string)prepared["id"]!}"));
        var shown = WebUtility.HtmlDecode(await First.Http.GetStringAsync($"/public/draws/{(string)prepared["id"]!}"));
        Assert.That(shown, Does.Contain("2023-09-15 合格").And.Contain("尚未公开").And.Not.Contain("不合格"), "a result that is not public yet is nobody's business");
        var results = JsonNode.Parse(await First.Http.GetStringAsync($"/public/draws/{(string)prepared["id"]!}/results.json"))!.AsArray();
        Assert.That(results.Select(each => (string)each!["id"]!), Is.EqualTo(new[] { visited[1] }));
    }

    [Test]
    public async Task What_nobody_has_announced_and_the_register_of_inspectors_are_not_public()
    {
        var page = await PreparedAsync();
        Assert.That(await StatusAsync($"/public{page}"), Is.EqualTo(404));
        Assert.That(await First.Http.GetStringAsync("/public/draws"), Does.Not.Contain(page));
        var drawn = await DrawnAsync();
        foreach (var (file, status) in new[] { ("", 200), ("/commit.json", 200), ("/population.txt", 200), ("/proof.json", 200), ("/inspectors.txt", 404), ("/secret.txt", 404) })
        {
            Assert.That(await StatusAsync($"/public{drawn}{file}"), Is.EqualTo(status), file);
        }

        Assert.That(await First.Http.GetStringAsync($"/public{drawn}/proof.json"), Is.EqualTo(await ReadAsync(Qian, $"{drawn}/proof.json")));
    }

    private async Task<int> StatusAsync(string path) => (int)(await First.Http.GetAsync(path)).StatusCode;

    private static string Visit(string subject, string id, string data) => Event(subject, id, "inspection", "2023-09-15", data).Replace("\"ha\"", "\"visits\"");
}
