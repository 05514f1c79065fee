using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Supervision;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Supervision;

/// <summary>One food shop in several regimes that ship: the strictest of each field, and whose it is.</summary>
public class RecommendingTests
{
    private const string Shop = """
        { "id": "s1", "kind": "profile", "occurredOn": "2024-01-02", "data": { "foodSector": "sales", "staticRisk": 40 } }
        """;

    // 40 + 20 = 60 is C, 40 + 20.5 is D.
    private const string Dynamic = """
        { "id": "i1", "kind": "inspection", "occurredOn": "2024-02-01", "data": { "dynamicRisk": 20.5, "full": true } }
        """;

    private const string Fined = """
        { "id": "p1", "kind": "penalty", "occurredOn": "2024-03-01", "region": "420100", "data": { "kinds": [ "fine" ], "fine": 100000 } }
        """;

    private const string Listed = """
        { "id": "l1", "kind": "list-entry", "occurredOn": "2024-03-02", "data": { "list": "serious-list" } }
        """;

    private static readonly RuleBook Book = RuleBookReader.Read(
        RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    [Test]
    public void Two_frequencies_are_equal_when_every_field_says_the_same()
    {
        static Frequency Saying(decimal times) =>
            new(field => field == FrequencyField.TimesPerYear ? times : field == FrequencyField.Method ? "双随机" : null);
        var (two, again) = (Saying(2), Saying(2));
        Assert.That(again, Is.EqualTo(two));
        Assert.That(two == again, Is.True);
        Assert.That(two == Saying(3), Is.False);
        Assert.That(FrequencyField.All.Select(field => field.Name), Is.Unique);
    }

    [Test]
    public void The_most_inspections_win_within_the_cap()
    {
        // Product quality: 6 points, C, 2 a year, at most 4 visits. Food: D, 3 a year, no cap.
        var told = Of("2024-03-01", Shop, Dynamic, Fined);
        Assert.That(told.Frequency.TimesPerYear, Is.EqualTo(3));
        Assert.That(told.Frequency[FrequencyField.VisitCap], Is.EqualTo(4));
        Assert.That(Decided(told, "timesPerYear"), Is.EqualTo("cn/food-risk"));
        Assert.That(Decided(told, "visitCap"), Is.EqualTo("cn/product-quality-points"));
        Assert.That(Decided(told, "samplingShare"), Is.EqualTo("cn/product-quality-points"));
    }

    [Test]
    public void More_inspections_than_the_cap_are_clamped_and_the_cap_has_decided()
    {
        // Product quality: A, one in two years, at most 2 visits. Food: D, 3 a year.
        var told = Of("2024-02-01", Shop, Dynamic);
        Assert.That(told.Frequency.TimesPerYear, Is.EqualTo(2));
        Assert.That(Decided(told, "timesPerYear"), Is.EqualTo("cn/product-quality-points"));
        Assert.That(told.Frequency[FrequencyField.KeySupervision], Is.True);
        Assert.That(Decided(told, "keySupervision"), Is.EqualTo("cn/food-risk"));
        Assert.That(Decided(told, "priority"), Is.EqualTo("cn/food-risk"));
    }

    [Test]
    public void The_earliest_last_day_wins()
    {
        // Product quality: A, 24 months from 2024-02-01 and 40 days. Food: 24 months.
        var told = Of("2024-02-01", Shop, Dynamic);
        Assert.That(told.Frequency.Due, Is.EqualTo(new DateOnly(2026, 2, 1)));
        Assert.That(Decided(told, "due"), Is.EqualTo("cn/food-risk"));
        Assert.That(told.Frequency.Opens, Is.EqualTo(new DateOnly(2026, 1, 2)));
        Assert.That(Decided(told, "opens"), Is.EqualTo("cn/product-quality-points"));
    }

    [Test]
    public void Whoever_is_on_the_list_of_serious_violations_is_D_and_under_key_supervision()
    {
        var told = Of("2024-03-02", Listed);
        Assert.That(told.Frequency[FrequencyField.KeySupervision], Is.True);
        Assert.That(told.Frequency.TimesPerYear, Is.EqualTo(4));
        Assert.That(told.Tiers.Single(each => each.Key == "cn/serious-list").Value, Is.EqualTo("listed"));
    }

    private static string Decided(Recommendation told, string field) =>
        told.DecidedBy.Single(each => each.Key == field).Value;

    private static Recommendation Of(string day, params string[] events)
    {
        var text = $$"""
            { "cases": [ { "name": "shop", "subject": { "kind": "operator", "id": "91350100M000100Y43" },
              "events": [ {{string.Join(", ", events)}} ], "on": "{{day}}", "expect": { "points": 0 } } ] }
            """;
        var flaws = new List<Flaw>();
        var tried = CaseReader.Read(new SourceText("cases", text), Book.Catalogue, flaws).Single();
        Assert.That(flaws, Is.Empty);
        return Assessor.Assess(new CreditFile(tried.Subject, tried.Events), Book, DateOnly.Parse(day)).Recommendation!;
    }
}
