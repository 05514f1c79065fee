using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class ListTests(On on) : ListTest(on)
{
    private static readonly string Tea = Codes.Of(1, "350102");
    private static readonly string Oil = Codes.Of(2, "350201");
    private static readonly string Bakery = Codes.Of(3, "441900");
    private static readonly string Odd = Codes.Of(4, "441900");
    private static readonly string Nameless = Codes.Of(5, "110000");

    protected override Task Fill() => Accept(
        Profile("p1", "2024-01-01", Tea, "福州茶厂", "C1531"), Profile("p2", "2024-01-01", Oil, "厦门 油 Ａ 公司", "C1331"),
        Profile("p3", "2024-01-01", Bakery, "旧名面包", "C1411"), Profile("p4", "2025-01-01", Bakery, "东莞面包"),
        Profile("p5", "2024-01-01", Odd, "100%_'\"\\x", "F5281"),
        Sent.Failed("e1", "2025-07-01", Tea), Sent.Failed("e2", "2025-07-01", Oil), Sent.Failed("e3", "2025-07-02", Oil),
        Sent.Failed("e4", "2025-07-01", Nameless), Sent.Failed("e5", "2022-07-01", Bakery));

    [TestCase("tier=C", "- 福州茶厂")]
    [TestCase("tier=C,D", "- 福州茶厂 厦门 油 Ａ 公司")]
    [TestCase("region=35", "福州茶厂 厦门 油 Ａ 公司")]
    [TestCase("region=3502", "厦门 油 Ａ 公司")]
    [TestCase("industry=C1", "福州茶厂 厦门 油 Ａ 公司 东莞面包")]
    [TestCase("industry=C15", "福州茶厂")]
    [TestCase("name=茶", "福州茶厂")]
    [TestCase("name=油a公", "厦门 油 Ａ 公司")]
    [TestCase("name=旧名", "东莞面包")]
    [TestCase("name=%25", "100%_'\"\\x")]
    [TestCase("name=_'", "100%_'\"\\x")]
    [TestCase("name=%22%5C", "100%_'\"\\x")]
    [TestCase("name=%25%25", "")]
    [TestCase("pointsFrom=6", "- 福州茶厂 厦门 油 Ａ 公司")]
    [TestCase("pointsFrom=0.5&pointsTo=6", "- 福州茶厂")]
    [TestCase("pointsTo=0", "东莞面包 100%_'\"\\x")]
    [TestCase("status=official", "")]
    [TestCase("kind=product", "")]
    [TestCase("tier=C&region=35&name=茶&industry=C&pointsFrom=1", "福州茶厂")]
    [TestCase("sort=name&limit=9", "- 100%_'\"\\x 东莞面包 厦门 油 Ａ 公司 福州茶厂")]
    [TestCase("sort=-tier&tier=D", "厦门 油 Ａ 公司")]
    [TestCase("sort=-points&pointsFrom=7", "厦门 油 Ａ 公司")]
    public async Task A_list_is_narrowed_and_ordered_by_what_is_asked(string query, string listed) =>
        Assert.That(await Listed(query), Is.EqualTo(listed));

    [TestCase("sort=subject")]
    [TestCase("sort=-subject")]
    [TestCase("sort=name")]
    [TestCase("sort=-name")]
    [TestCase("sort=points")]
    [TestCase("sort=-points")]
    [TestCase("sort=tier")]
    [TestCase("sort=-tier")]
    [TestCase("sort=due")]
    [TestCase("sort=-due")]
    public async Task Pages_of_one_hold_everything_once_in_the_order_of_the_whole_also_where_values_are_the_same(string sort)
    {
        var whole = (await Items($"/v1/enterprises?{sort}")).Select(Key).ToList();
        var paged = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await Service.GetAsync($"/v1/enterprises?{sort}&limit=1{next}");
            paged.AddRange(page["items"]!.AsArray().Select(each => Key(each!)));
            next = (string?)page["next"] is { } after ? $"&after={after}" : null;
        }

        Assert.That(whole, Has.Count.EqualTo(10), "two regimes");
        Assert.That(paged, Is.EqualTo(whole));
        var ways = whole.Select(each => each.Split('|')[1]).Distinct();
        Assert.That(ways, Is.EqualTo(sort.Contains('-')
            ? new[] { TestRules.Regime, ListRules.Second } : [ListRules.Second, TestRules.Regime]));

        static string Key(JsonNode item) => $"{item["subject"]}|{item["regime"]}";
    }

    [TestCase("tier=E", "tier")]
    [TestCase("tier=C,", "tier")]
    [TestCase("regime=test/pionts", "did you mean test/points?")]
    [TestCase("sort=pionts", "did you mean points?")]
    [TestCase("sort=-nmae", "did you mean -name?")]
    [TestCase("status=offical", "did you mean official?")]
    [TestCase("pointsfrom=6", "did you mean pointsFrom?")]
    [TestCase("pointsFrom=six", "a number")]
    [TestCase("dueBefore=tomorrow", "2025-07-31")]
    [TestCase("worseSince=2025-02-30", "2025-07-31")]
    [TestCase("industry=%E9%A3%9F", "GB/T 4754")]
    [TestCase("name=%E3%80%80x%E3%80%80&region=350", "region")]
    [TestCase("sort=name&after=dGVzdC9wb2ludHMKb3BlcmF0b3IKeA", "after")]
    public async Task What_cannot_be_asked_is_refused_with_what_it_should_be(string query, string mend)
    {
        var answer = await Service.Http.GetAsync($"/v1/enterprises?{query}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(mend));
    }

    [Test]
    public async Task A_row_says_what_is_known_of_the_subject()
    {
        var row = (await Items($"/v1/enterprises?regime={TestRules.Regime}&name=面包")).Single();
        Assert.Multiple(() =>
        {
            Assert.That((string?)row["subject"], Is.EqualTo(Bakery));
            Assert.That(row["formerNames"]!.AsArray().Select(each => (string?)each), Is.EqualTo(new[] { "旧名面包" }));
            Assert.That((string?)row["industry"], Is.EqualTo("C1411"), "the later profile left it out");
            Assert.That((string?)row["region"], Is.EqualTo("441900"));
            Assert.That((bool)row["stale"]!, Is.False);
        });
    }
}

/// <summary>What a list says when names, days and rights turn.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class TurningListTests(On on) : ListTest(on)
{
    private static readonly string Tea = Codes.Of(1, "350102");
    private static readonly string Oil = Codes.Of(2, "441900");

    protected override Task Fill() => Accept(
        Profile("p1", "2024-01-01", Tea, "茶厂"), Sent.Failed("e1", "2023-08-01", Tea), Sent.Failed("e2", "2025-07-01", Oil));

    [Test, Order(1)]
    public async Task An_annulled_profile_leaves_no_name_and_an_amended_one_the_name_that_was_amended()
    {
        await Accept(Profile("p2", "2025-07-02", Tea, "错名"));
        Assert.That(await Listed("name=错名"), Is.EqualTo("错名"));
        await Accept(Sent.Annulled("a1", "p2", "2025-07-03"));
        Assert.That(await Listed("name=错名"), Is.Empty);
        Assert.That(await Listed("name=茶"), Is.EqualTo("茶厂"));
        var amended = Sent.Annulled("a2", "p1", "2025-07-03").With("kind", "amended");
        amended["data"] = new JsonObject { ["name"] = "新茶厂" };
        await Accept(amended);
        Assert.That(await Listed("region=35"), Is.EqualTo("新茶厂"));
    }

    [Test, Order(2)]
    public async Task A_tier_that_lapses_by_itself_is_listed_and_ordered_as_it_is_today()
    {
        Assert.That(await Tiers("tier=C"), Is.EqualTo("C C"));
        Clock.Turn(new DateTimeOffset(2025, 8, 1, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.That(await Tiers("sort=tier"), Is.EqualTo("C C"), "the last day");
        Clock.Turn(new DateTimeOffset(2025, 8, 2, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.That(await Tiers("sort=tier"), Is.EqualTo("A C"));
        Assert.That(await Tiers("tier=C"), Is.EqualTo("C"));
        Assert.That(await Tiers("sort=-points"), Is.EqualTo("C A"));
        Assert.That(await Tiers("pointsFrom=1"), Is.EqualTo("C"));
    }

    [Test, Order(3)]
    public async Task Who_became_worse_is_listed_until_the_tier_changes_again()
    {
        await Accept(Sent.Failed("e3", "2025-08-02", Oil));
        Assert.That(await Tiers("worseSince=2025-08-02"), Is.EqualTo("D"));
        Assert.That(await Tiers("worseSince=2025-08-03"), Is.Empty);
        await Accept(Sent.Annulled("a3", "e3", "2025-08-02"));
        Assert.That(await Tiers("worseSince=2025-08-02"), Is.Empty);
    }

    /// <summary>The tiers that are listed, none of them stale.</summary>
    private async Task<string> Tiers(string query)
    {
        var items = await Items($"/v1/enterprises?regime={TestRules.Regime}&{query}");
        Assert.That(items.Select(each => (bool)each["stale"]!), Is.All.False);
        return string.Join(' ', items.Select(each => (string?)each["tier"]));
    }
}
