using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What inspections of the sample found, as an author of rules has it reckoned and sees it.</summary>
public class EffectTests : DeskTest
{
    private Browser author = null!;

    protected override bool WantsKeys => true;

    [OneTimeSetUp]
    public async Task An_author()
    {
        await Service.PersonAsync("wen", [Role.Author]);
        await Service.PersonAsync("shao", [Role.Scheduler], "35");
        author = await Browser.SignedInAsync(Service, "wen");
        Assert.That(await ReadAsync(author, "/effect"), Does.Contain("还没有计算过"));
    }

    [OneTimeTearDown]
    public void Close() => author.Dispose();

    [Test]
    public async Task An_author_has_the_effect_of_two_years_reckoned_and_it_adds_up_to_the_events_of_the_record()
    {
        var (status, said) = await PostAsync(author, ("from", "2024-01-01"), ("to", "2025-12-31"), ("profile", "illustrative"));
        Assert.That(status, Is.EqualTo(HttpStatusCode.Found), said);
        var page = await ReadAsync(author, "/effect");
        Assert.That(page, Does.Contain("2024-01-01 – 2025-12-31").And.Contain("person:wen").And.Contain("按检查来源").And.Contain("双随机抽中").And.Contain("提前发现"));

        var told = (await author.SayAsync(HttpMethod.Get, "/v1/effect")).Said["items"]![0]!["effect"]!;
        var visits = await InspectionsAsync();
        Assert.That((Visits(told["all"]!), Hits(told["all"]!)), Is.EqualTo((visits.Count, visits.Count(each => each.Failed))), "each inspection once");
        foreach (var (origin, trigger) in new[] { ("drawn", "random"), ("risk", "key"), ("other", "special") })
        {
            var of = told["byOrigin"]!.AsArray().Single(each => (string)each!["origin"]! == origin)!;
            Assert.That((Visits(of), Hits(of)), Is.EqualTo((
                visits.Count(each => each.Trigger == trigger), visits.Count(each => each.Trigger == trigger && each.Failed))), origin);
        }

        Assert.That(told["byTier"]!.AsArray().Sum(each => Visits(each!)), Is.EqualTo(visits.Count));
        Assert.That(told["byRule"]!.AsArray(), Is.Not.Empty);
        Assert.That(page, Does.Contain("抽查").Or.Contain("记分").Or.Contain("分"), "rules have their titles");
        Assert.That((double)told["lift"]!["low"]!, Is.LessThan((double)told["lift"]!["times"]!).And.GreaterThan(0));
        Assert.That(await ReadAsync(author, "/rules"), Does.Contain("href=\"/effect\""), "who writes rules finds it there");
        var acts = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 10) { Target = "effect" });
        Assert.That(acts.Select(each => (each.Act.Actor, each.Act.What)), Does.Contain(("person:wen", "effect-reckoned")));
    }

    [Test]
    public async Task A_period_that_is_none_is_refused_and_who_is_of_a_region_sees_that_region_alone()
    {
        Assert.That((await PostAsync(author, ("from", "2025-12-31"), ("to", "2025-01-01"), ("profile", "illustrative"))).Said, Does.Contain("时段不对"));
        Assert.That((await PostAsync(author, ("from", "2025-01-01"), ("to", "2026-12-31"), ("profile", "illustrative"))).Status, Is.EqualTo(HttpStatusCode.Conflict), "it is not over");
        Assert.That((await PostAsync(author, ("from", "x"), ("to", "2025-12-31"), ("profile", "illustrative"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await PostAsync(author, ("from", "2025-01-01"), ("to", "2025-06-30"), ("profile", "illustrative"));
        using var shao = await Browser.SignedInAsync(Service, "shao");
        Assert.That((await shao.SayAsync(HttpMethod.Get, "/v1/effect")).Said["items"]!.AsArray(), Is.Empty);
        var (status, own) = await shao.SayAsync(
            HttpMethod.Post, "/v1/effect", new JsonObject { ["from"] = "2025-01-01", ["to"] = "2025-12-31", ["profile"] = "illustrative" });
        Assert.That((status, (string?)own["region"]), Is.EqualTo((200, "35")), own.ToJsonString());
        Assert.That((await shao.SayAsync(HttpMethod.Post, "/v1/effect", new JsonObject
        {
            ["from"] = "2025-01-01", ["to"] = "2025-12-31", ["profile"] = "illustrative", ["region"] = "44",
        })).Status, Is.EqualTo(400));
    }

    /// <summary>The finished inspections of the two years as the sample has them.</summary>
    private async Task<List<(string Trigger, bool Failed)>> InspectionsAsync()
    {
        var record = Service.Services.GetRequiredService<IRecordQuestions>();
        var found = new List<(string, bool)>();
        var list = await Service.Services.GetRequiredService<CreditScoring.Service.Planning.PlanDrafting>().SubjectsAsync("");
        foreach (var subject in list.Where(each => each.Kind == "operator"))
        {
            foreach (var each in (await record.EventsAsync(subject)).Select(each => JsonNode.Parse(each.Text)!).Where(each => (string)each["kind"]! == "inspection"))
            {
                var day = (string?)each["decidedOn"] ?? (string)each["occurredOn"]!;
                if (string.CompareOrdinal(day, "2024-01-01") >= 0 && string.CompareOrdinal(day, "2025-12-31") <= 0)
                {
                    found.Add(((string)each["data"]!["trigger"]!, (string)each["data"]!["result"]! == "failed"));
                }
            }
        }

        return found;
    }

    private static int Visits(JsonNode of) => (int)of["visits"]!;

    private static int Hits(JsonNode of) => (int)of["hits"]!;

    private static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Said)> PostAsync(Browser by, params (string, string)[] fields)
    {
        var answer = await by.PostFormAsync("/effect", fields.ToDictionary(each => each.Item1, each => each.Item2));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
