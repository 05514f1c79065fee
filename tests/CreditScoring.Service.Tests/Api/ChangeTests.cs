using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Counts, changes, duties and windows over all subjects while two years go by; in this order.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class ChangeTests(On on) : ListTest(on)
{
    private static readonly string Tea = Codes.Of(1, "350102");
    private static readonly string Oil = Codes.Of(2, "441900");
    private static readonly string Bakery = Codes.Of(3, "440100");

    protected override async Task Fill()
    {
        await Accept(
            Profile("p1", "2024-01-01", Tea, "茶厂"), Profile("p2", "2024-01-01", Bakery, "面包"),
            Sent.Failed("e1", "2025-07-01", Tea), Sent.Failed("e2", "2025-07-01", Oil), Sent.Failed("e3", "2025-07-02", Oil));
        Clock.Turn("2025-08-15");
        await Accept(
            Sent.Failed("e4", "2025-08-10", Tea), Sent.Annulled("a1", "e3", "2025-08-11"),
            Sent.Failed("x", "2025-08-12", Tea).With("kind", "inspection").With("data", new JsonObject()));
    }

    [Test, Order(1)]
    public async Task Who_became_worse_and_who_better_is_told_with_what_came_and_what_was_reversed()
    {
        var changes = await Items($"/v1/changes?since=2025-08-01&regime={TestRules.Regime}");
        Assert.That(changes.Select(Told), Is.EqualTo(new[]
        {
            $"{Tea} 茶厂 worse C/6 -> D/12: came bureau/e4/failed law.md#a",
            $"{Oil}  better D/12 -> C/6: reversed bureau/e3/failed law.md#a",
        }));
        Assert.That((await Items("/v1/changes?since=2025-08-01&direction=better")).Select(each => (string?)each["subject"]),
            Is.EqualTo(new[] { Oil }));
        Assert.That((await Items("/v1/changes?since=2025-08-01&direction=other")).Select(each => (string?)each["regime"]),
            Is.EqualTo(new[] { ListRules.Second, ListRules.Second }), "its points alone");
        Assert.That(await Items("/v1/changes?since=2025-08-01&region=35&direction=better"), Is.Empty);
        Assert.That(await Items("/v1/changes?since=2025-08-16"), Is.Empty);
    }

    [Test, Order(2)]
    public async Task Who_did_not_stand_before_the_day_has_no_state_before_it()
    {
        var changes = await Items($"/v1/changes?since=2025-07-01&regime={TestRules.Regime}");
        Assert.That(changes.Select(Told), Is.EqualTo(new[]
        {
            $"{Bakery} 面包 other - -> A/0: ", $"{Tea} 茶厂 other - -> D/12: came bureau/e1/failed law.md#a, came bureau/e4/failed law.md#a",
            $"{Oil}  other - -> C/6: came bureau/e2/failed law.md#a, came bureau/e3/failed law.md#a, reversed bureau/e3/failed law.md#a",
        }).AsCollection);
    }

    [Test, Order(3)]
    public async Task Changes_are_paged_one_by_one_in_the_order_in_which_they_were_kept()
    {
        var whole = (await Items("/v1/changes?since=2025-07-01")).Select(Told).ToList();
        var paged = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await Service.GetAsync($"/v1/changes?since=2025-07-01&limit=1{next}");
            paged.AddRange(page["items"]!.AsArray().Select(each => Told(each!)));
            next = (string?)page["next"] is { } after ? $"&after={after}" : null;
        }

        Assert.That(whole, Has.Count.EqualTo(6));
        Assert.That(paged, Is.EqualTo(whole));
    }

    [Test, Order(4)]
    public async Task Standings_are_counted_by_tier_region_and_month()
    {
        Assert.That(await Counted("by=tier"), Is.EqualTo("A//1 C//1 D//1"));
        Assert.That(await Counted(""), Is.EqualTo("//3"));
        Assert.That(await Counted("by=region"), Is.EqualTo("/35/1 /44/2"));
        Assert.That(await Counted("by=tier,region&digits=6&region=44"), Is.EqualTo("A/440100/1 C/441900/1"));
        Assert.That(await Counted("by=tier&name=茶&pointsFrom=1"), Is.EqualTo("D//1"));
        Assert.That(await Counted("by=month&months=3"), Is.EqualTo("//3@2025-07 //3@2025-08"));
        Assert.That(await Counted("by=tier,month,region&months=2&region=35"), Is.EqualTo("C/35/1@2025-07 D/35/1@2025-08"));
        var both = await Service.GetAsync("/v1/enterprises/counts");
        Assert.That(both["items"]!.AsArray().Select(each => $"{each!["regime"]} {each["count"]}"),
            Is.EqualTo(new[] { $"{ListRules.Second} 3", $"{TestRules.Regime} 3" }));
    }

    [TestCase("by=month&name=x", "only regime, kind and region")]
    [TestCase("by=tiers", "did you mean tier?")]
    [TestCase("digits=3", "the parameter digits cannot be used")]
    [TestCase("months=61", "from 1 to 60")]
    [Order(5)]
    public async Task What_cannot_be_counted_is_refused(string query, string mend)
    {
        var answer = await Service.Http.GetAsync($"/v1/enterprises/counts?{query}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(mend));
    }

    [Test, Order(6)]
    public async Task A_matrix_says_how_many_went_from_which_tier_to_which()
    {
        Assert.That(await Moved("from=2025-07-31"), Is.EqualTo("A>A 1, C>D 1, D>C 1"));
        Assert.That(await Moved("from=2025-07-31&to=2025-07-31"), Is.EqualTo("A>A 1, C>C 1, D>D 1"));
        Assert.That(await Moved("from=2025-07-30"), Is.EqualTo("->A 1, ->C 1, ->D 1"));
        Assert.That(await Moved("from=2025-07-31&region=35"), Is.EqualTo("C>D 1"));
    }

    [Test, Order(7)]
    public async Task Duties_are_listed_by_their_last_day_while_they_are_open_or_missed()
    {
        Assert.That(await Duties("state=open"), Is.Empty, "one was fulfilled, one annulled, and the time of the others is up");
        Assert.That(await Duties("state=missed"), Is.EqualTo($"{Tea} mend 2025-07-31, {Oil} mend 2025-07-31"));
        Assert.That(await Duties("dueBefore=2025-07-31"), Is.Empty);
        await Accept(Sent.Failed("e5", "2025-08-14", Bakery));
        Assert.That(await Duties("region=44"), Is.EqualTo($"{Oil} mend 2025-07-31, {Bakery} mend 2025-09-13"));
        Assert.That(await Duties("state=open&dueBefore=2025-09-14&region=4401"), Is.EqualTo($"{Bakery} mend 2025-09-13"));
        var first = await Service.GetAsync("/v1/duties?limit=2");
        Assert.That(await Duties($"after={first["next"]}"), Is.EqualTo($"{Bakery} mend 2025-09-13"));
        await Accept(Sent.Annulled("a5", "e5", "2025-08-15"));
        Assert.That(await Duties("state=open"), Is.Empty);
    }

    [Test, Order(7)]
    public async Task Windows_are_listed_by_their_last_day_and_those_that_have_passed_apart()
    {
        var windows = await Items("/v1/windows");
        Assert.That(windows.Select(Window), Is.EqualTo(new[]
        {
            $"{Oil}  2025-07-01 2025-08-30 test/points must", $"{Tea} 茶厂 2025-08-10 2025-09-09 test/points must",
        }));
        Assert.That((await Items("/v1/windows?opensBefore=2025-08-10")).Select(Window), Is.EqualTo(windows.Take(1).Select(Window)));
        Assert.That(await Items("/v1/windows?dueBefore=2025-08-30"), Is.Empty);
        Assert.That(await Items("/v1/windows?overdue=true"), Is.Empty);
        Assert.That(await Items("/v1/windows?overdue=false&region=35"), Has.Length.EqualTo(1));
        var first = await Service.GetAsync("/v1/windows?limit=1");
        Assert.That((await Items($"/v1/windows?after={first["next"]}")).Select(Window), Is.EqualTo(windows.Skip(1).Select(Window)));
        Assert.That(await Listed("dueBefore=2025-08-31"), Is.EqualTo("-"), "the list of standings, too");
        Assert.That(await Listed("sort=due"), Is.EqualTo("- 茶厂 面包"));

        static string Window(JsonNode each) =>
            $"{each["subject"]} {each["name"]} {each["opens"]} {each["due"]} {each["regime"]} {each["priority"]}";
    }

    [Test, Order(8)]
    public async Task What_lapses_by_itself_is_a_change_with_its_reason_and_counted_at_once()
    {
        Clock.Turn("2025-09-09");
        Assert.That((await Items("/v1/windows?overdue=true")).Select(each => (string?)each["subject"]), Is.EqualTo(new[] { Oil }));
        Clock.Turn("2027-07-02");
        Assert.That(await Counted("by=tier"), Is.EqualTo("A//2 C//1"));
        Assert.That((await Items($"/v1/changes?since=2027-07-01&regime={TestRules.Regime}")).Select(Told).Order(), Is.EqualTo(new[]
        {
            $"{Tea} 茶厂 better D/12 -> C/6: lapsed bureau/e1/failed law.md#a",
            $"{Oil}  better C/6 -> A/0: lapsed bureau/e2/failed law.md#a",
        }.Order()));
        Assert.That(await Moved("from=2025-08-15"), Is.EqualTo("A>A 1, C>A 1, D>C 1"));
    }

    private static string Told(JsonNode item) =>
        $"{item["subject"]} {item["name"]} {item["direction"]} {State(item["before"])} -> {State(item["after"])}: "
        + string.Join(", ", item["reasons"]!.AsArray().Select(each => $"{each!["what"]} {each["entry"]} {each["citation"]}"));

    private static string State(JsonNode? state) => state is null ? "-" : $"{state["tier"]}/{state["points"]}";

    private async Task<string> Counted(string query) => string.Join(' ',
        (await Items($"/v1/enterprises/counts?regime={TestRules.Regime}&{query}")).Select(each =>
            $"{each["tier"]}/{each["region"]}/{each["count"]}{(each["month"] is { } month ? $"@{month}" : "")}"));

    private async Task<string> Moved(string query) => string.Join(", ",
        (await Items($"/v1/enterprises/migration?regime={TestRules.Regime}&{query}")).Select(each =>
            $"{((bool)each["stoodBefore"]! ? each["before"] : "-")}>{each["after"]} {each["count"]}"));

    private async Task<string> Duties(string query) => string.Join(", ",
        (await Items($"/v1/duties?{query}")).Select(each => $"{each["subject"]} {each["duty"]} {each["due"]}"));
}

/// <summary>What those see who are competent for one province, whatever they ask.</summary>
public class ScopedListTests
{
    [Test]
    public async Task Every_list_and_count_leaves_out_other_regions_whatever_is_asked()
    {
        using var folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        ListRules.WriteTo(folder);
        await using (var open = await RunningService.StartAsync(folder, clock))
        {
            await open.SendAsync(
                Sent.Failed("e1", "2025-07-01", Codes.Of(1, "350102")), Sent.Failed("e2", "2025-07-01", Codes.Of(2, "350201")),
                Sent.Failed("e3", "2025-07-01", Codes.Of(3, "441900")));
        }

        await using var service = await RunningService.StartAsync(folder, clock, Keyed.Wanted);
        await RunningService.Until(async () => (string?)(await service.GetAsync("/health/ready"))["status"] == "ready");
        var key = await service.KeyOf("viewer", [Role.Viewer], "3501");
        foreach (var path in new[]
        {
            $"/v1/enterprises?regime={TestRules.Regime}", $"/v1/enterprises/counts?regime={TestRules.Regime}",
            $"/v1/enterprises/migration?regime={TestRules.Regime}&from=2025-01-01",
            $"/v1/changes?since=2025-01-01&regime={TestRules.Regime}", "/v1/duties?state=open",
        })
        {
            foreach (var (region, count) in new[] { ("", 1), ("&region=35", 1), ("&region=350102", 1), ("&region=3502", 0), ("&region=44", 0) })
            {
                var asked = path.Contains('?') ? $"{path}{region}" : path;
                var items = (await service.AskAsync(key, HttpMethod.Get, asked).ReadAsync())["items"]!.AsArray();
                Assert.That(items.Sum(each => (int?)each!["count"] ?? 1), Is.EqualTo(count), asked);
            }
        }
    }
}
