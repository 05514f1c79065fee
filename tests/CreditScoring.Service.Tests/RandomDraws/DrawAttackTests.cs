using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.RandomDraws;

/// <summary>What somebody would try with a draw who means no good.</summary>
public class DrawAttackTests() : DrawTest(On.Sqlite)
{
    [Test]
    public async Task Nobody_draws_twice_or_by_another_value_or_before_the_time_or_announces_anew()
    {
        var (_, prepared) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", Wish());
        var at = $"/v1/draws/{(string)prepared["id"]!}";
        Assert.That(await CodeAsync(Zhao, $"{at}/draw", new() { ["value"] = "1" }), Is.EqualTo("draw-state"), "nobody has announced it");
        Assert.That(await CodeAsync(Zhao, $"{at}/announce", Dice()), Is.EqualTo("second-person"));
        Assert.That(await CodeAsync(Qian, $"{at}/announce", Dice()), Is.Null);
        Assert.That(await CodeAsync(Qian, $"{at}/announce", Dice("another dice")), Is.EqualTo("draw-state"));
        Assert.That(await CodeAsync(Zhao, $"{at}/draw", new() { ["value"] = "1" }), Is.EqualTo("public-value-awaited"));
        Clock.Turn(Before.AddMinutes(15));
        Assert.That(await CodeAsync(Zhao, $"{at}/draw", new() { ["value"] = "1 " + new string('9', 400) }), Is.EqualTo("draw-text-invalid"));
        Assert.That(await CodeAsync(Zhao, $"{at}/draw", new() { ["value"] = "1" }), Is.Null);
        var proof = await Qian.AskAsync(HttpMethod.Get, $"{at}/files/proof.json").Result.Content.ReadAsStringAsync();
        Assert.That(await CodeAsync(Zhao, $"{at}/draw", new() { ["value"] = "2" }), Is.EqualTo("draw-state"));
        Assert.That(await CodeAsync(Zhao, $"{at}/withdraw", new() { ["reason"] = "x" }), Is.EqualTo("draw-state"));
        Assert.That(await Qian.AskAsync(HttpMethod.Get, $"{at}/files/proof.json").Result.Content.ReadAsStringAsync(), Is.EqualTo(proof));
    }

    /// <summary>Neither in an answer nor in the record does the secret stand before it is drawn.</summary>
    [Test]
    public async Task The_secret_is_nowhere_before_the_draw_is_made()
    {
        var (_, prepared) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", Wish());
        var id = (string)prepared["id"]!;
        await CodeAsync(Qian, $"/v1/draws/{id}/announce", Dice());
        await First.PersonAsync("sun", [Role.Auditor]);
        using var sun = await Browser.SignedInAsync(First, "sun");
        var said = new List<string>();
        foreach (var (by, path) in new[]
        {
            (Zhao, $"/v1/draws/{id}"), (Zhao, $"/draws/{id}"), (Qian, $"/v1/draws/{id}/files/commit.json"), (Qian, $"/v1/draws/{id}/files/population.txt"),
            (Qian, $"/v1/draws/{id}/files/proof.json"), (Qian, "/v1/draws"), (sun, $"/v1/audit?target=draw:{id}&limit=1000"), (sun, "/v1/audit?limit=1000"), (sun, "/audit"),
        })
        {
            said.Add(await (await by.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync());
        }

        var acts = await First.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 100_000));
        said.AddRange(acts.Select(each => each.Act.Body));
        Clock.Turn(Before.AddMinutes(15));
        await CodeAsync(Zhao, $"/v1/draws/{id}/draw", new() { ["value"] = "1" });
        var proof = JsonNode.Parse(await (await Qian.AskAsync(HttpMethod.Get, $"/v1/draws/{id}/files/proof.json")).Content.ReadAsStringAsync())!;
        var secret = (string)proof["secret"]!;
        Assert.That(secret, Has.Length.EqualTo(64));
        Assert.That(said.Count(each => each.Contains(secret, StringComparison.OrdinalIgnoreCase)), Is.Zero);
        Assert.That(said.Count(each => each.Contains(Convert.ToBase64String(Convert.FromHexString(secret)), StringComparison.Ordinal)), Is.Zero);
    }

    [Test]
    public async Task Who_is_of_a_city_can_do_nothing_with_the_draw_of_a_province_and_learns_nothing_of_it()
    {
        await First.PersonAsync("city", [Role.Scheduler, Role.Approver], "4102");
        using var city = await Browser.SignedInAsync(First, "city");
        var page = await DrawnAsync();
        var acts = (await ActsAsync(page)).ToList();
        foreach (var (act, body, form) in new (string, JsonObject, Dictionary<string, string>)[]
        {
            ("announce", Dice(), new() { ["public"] = "none" }), ("draw", new() { ["value"] = "" }, new() { ["value"] = "" }),
            ("replace", new() { ["object"] = "x", ["reason"] = "x", ["approver"] = "x" }, new() { ["object"] = "x", ["reason"] = "x", ["approver"] = "x" }),
            ("withdraw", new() { ["reason"] = "x" }, new() { ["reason"] = "x" }),
        })
        {
            Assert.That(await CodeAsync(city, $"/v1{page}/{act}", body), Is.EqualTo("draw-unknown"), act);
            Assert.That((int)(await city.PostFormAsync($"{page}/{act}", form)).StatusCode, Is.EqualTo(404), act);
        }

        foreach (var path in new[] { $"/v1{page}", $"/v1{page}/results", $"/v1{page}/files/proof.json", $"/v1{page}/files/inspectors.txt", page, $"{page}/population.txt" })
        {
            Assert.That((int)(await city.AskAsync(HttpMethod.Get, path)).StatusCode, Is.EqualTo(404), path);
        }

        Assert.That(await ActsAsync(page), Is.EqualTo(acts));
        Assert.That(await CodeAsync(city, "/v1/draws", With(Wish(), "region", "4101")), Is.EqualTo("parameter-invalid"));
        Assert.That(await CodeAsync(city, "/v1/draws", With(Wish(), "region", "41")), Is.EqualTo("draw-list-empty").Or.Null, "of the province only his own city");
    }

    [TestCase("number", "=1+1")]
    [TestCase("number", "<script>alert(1)</script>")]
    public async Task A_number_that_is_a_formula_or_a_script_is_only_text(string name, string text)
    {
        var (status, said) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", With(Wish(), name, text));
        if (status == 200)
        {
            var page = await (await Zhao.AskAsync(HttpMethod.Get, $"/draws/{(string)said["id"]!}")).Content.ReadAsStringAsync();
            Assert.That(page, Does.Not.Contain("<script>alert"));
            var list = await Zhao.AskAsync(HttpMethod.Get, "/draws");
            Assert.That(await list.Content.ReadAsStringAsync(), Does.Not.Contain("<script>alert"));
        }
        else
        {
            Assert.That(status, Is.EqualTo(422));
        }
    }

    /// <summary>A number that looks the same would be the same to whoever reads it.</summary>
    [TestCase("第一号", "第一号\u200B")]
    [TestCase("查2号", "查２号")]
    [TestCase("a号", "Ａ 号")]
    [TestCase("号x", "號x", false)]
    public async Task A_number_that_looks_like_one_that_is_taken_is_taken(string first, string other, bool taken = true)
    {
        Assert.That(await CodeAsync(Zhao, "/v1/draws", With(Wish(), "number", first)), Is.Null);
        Assert.That(await CodeAsync(Zhao, "/v1/draws", With(Wish(), "number", other)), taken ? Is.EqualTo("draw-number-taken").Or.EqualTo("draw-text-invalid") : Is.Null);
    }

    [TestCase("visitsTo", "9999-12-31", null)]
    [TestCase("visitsFrom", "0001-01-01", "visits-past")]
    [TestCase("profile", "../../etc/passwd", "draw-profile-unknown")]
    [TestCase("regime", "cn/nothing", "draw-list-empty")]
    public async Task What_is_beyond_all_is_refused_or_taken_for_what_it_is(string name, string value, string? code)
    {
        Assert.That(await CodeAsync(Zhao, "/v1/draws", With(Wish(), name, value)), Is.EqualTo(code));
    }

    [TestCase("drand:quicknet", "9999-12-31T23:59:59+08:00", "public-value-unknown", null)]
    [TestCase("drand:quicknet:99999999999999999999", null, "public-value-unknown", null)]
    [TestCase("drand:quicknet:1", null, "public-value-too-early", null)]
    [TestCase("lottery:21", "2023-09-16T00:00:00+08:00", "draw-text-invalid", "x")]
    [TestCase("lottery:-1", "2023-09-16T00:00:00+08:00", "public-value-unknown", "x")]
    [TestCase("index:2", "0001-01-01T00:00:00+08:00", "public-value-too-early", "x")]
    [TestCase("typed", "2023-09-16T00:00:00+08:00", "draw-text-invalid", " ")]
    [TestCase("typed:7", "2023-09-16T00:00:00+08:00", "public-value-unknown", "x")]
    public async Task Terms_that_leave_a_choice_or_are_known_already_are_refused(string written, string? at, string code, string? name)
    {
        var (_, prepared) = await Zhao.SayAsync(HttpMethod.Post, "/v1/draws", Wish());
        var body = new JsonObject { ["public"] = written };
        if (at is not null)
        {
            body["at"] = at;
        }

        if (name is not null)
        {
            body["name"] = name;
        }

        Assert.That(await CodeAsync(Qian, $"/v1/draws/{(string)prepared["id"]!}/announce", body), Is.EqualTo(code).Or.EqualTo("draw-text-invalid").Or.EqualTo("parameter-invalid"));
    }

    private JsonObject Wish() => new()
    {
        ["number"] = NextNumber(), ["title"] = "抽查", ["profile"] = "cn-ha", ["visitsFrom"] = "2023-10-09", ["visitsTo"] = "2023-12-29",
    };

    private static JsonObject With(JsonObject wish, string name, string value)
    {
        wish[name] = value;
        return wish;
    }

    private static JsonObject Dice(string name = "当众掷骰") => new() { ["public"] = "typed", ["name"] = name, ["at"] = "2023-09-15T19:00:00+08:00" };

    /// <summary>The code of the refusal; null: it was done.</summary>
    private static async Task<string?> CodeAsync(Browser by, string path, JsonObject body)
    {
        var (status, said) = await by.SayAsync(HttpMethod.Post, path, body);
        Assert.That(status, Is.EqualTo(200).Or.InRange(400, 499), said.ToJsonString());
        return status == 200 ? null : (string?)said["code"];
    }
}
