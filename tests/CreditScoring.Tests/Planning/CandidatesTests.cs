using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Calendars;
using CreditScoring.Planning;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>What the events of a file ask of a plan, and what inspectors can do.</summary>
public class CandidatesTests
{
    private const string Id = "91350100M000100Y43";

    private static readonly IReadOnlyList<SourceText> Documents = RuleFolder.Read(RepositoryFiles.Path("rules"));

    private static readonly RuleBook Book = RuleBookReader.Read(Documents).Book!;

    private static readonly PlanProfile Profile = PlanProfileReader.Read(Documents, Book.Catalogue, new List<Flaw>())["illustrative"];

    private const string Serious = """ "kind":"sampling-result","occurredOn":"2025-07-31","data":{"result":"failed","severity":"serious"}""";
    private const string Before = """ "kind":"inspection","occurredOn":"2025-06-20","data":{}""";

    [Test]
    public void Key_supervision_is_a_must_with_the_window_of_its_regime()
    {
        var twice = Serious.Replace("2025-07-31", "2024-08-01", StringComparison.Ordinal);
        var candidate = Of("2025-08-01", Period.Quarter(2025, 3), twice, Before, Serious)!;
        var demand = candidate.Demands.Single(each => each.Regime == "cn/product-quality-points");
        Assert.That((demand.Cause, demand.Opens, candidate.Tier, candidate.Points, candidate.VisitCap, candidate.VisitsUsed, candidate.Unit),
            Is.EqualTo((Cause.KeySupervision, new DateOnly(2025, 8, 21), "D", 15m, 6, 1, "3501")));
    }

    [TestCase("2025-08-02", false, Description = "on the same day")]
    [TestCase("2025-08-01", true, Description = "the day before: nobody has looked into it")]
    public void An_accident_sets_a_visit_off_until_one_has_looked_into_it(string lastInspection, bool isOpen)
    {
        var accident = """ "kind":"accident","occurredOn":"2025-08-02","data":{}""";
        var inspected = Before.Replace("2025-06-20", lastInspection, StringComparison.Ordinal);
        Assert.That(
            Of("2025-10-31", Period.Quarter(2025, 4), accident, inspected)?.Demands.Any(each => each.Cause == Cause.Triggered) ?? false,
            Is.EqualTo(isOpen));
    }

    [TestCase("2025-10-31", true, Description = "ninety days later")]
    [TestCase("2025-11-01", false)]
    public void After_ninety_days_an_accident_sets_nothing_off(string day, bool expected) => Assert.That(
        Of(day, Period.Quarter(2025, 4), """ "kind":"accident","occurredOn":"2025-08-02","data":{}""")?
            .Demands.Any(each => each.Cause == Cause.Triggered) ?? false,
        Is.EqualTo(expected));

    [Test]
    public void A_complaint_that_is_not_upheld_sets_nothing_off() => Assert.That(
        Of("2025-08-03", Period.Quarter(2025, 3), """ "kind":"complaint","occurredOn":"2025-08-02","data":{"upheld":false}""")?
            .Demands.Any(each => each.Cause == Cause.Triggered) ?? false, Is.False);

    [Test]
    public void Visits_for_complaints_and_those_of_another_year_do_not_count_towards_the_cap()
    {
        var candidate = Of(
            "2025-12-20", Period.Quarter(2025, 4), Serious, Before,
            Before.Replace("2025-06-20", "2024-12-31", StringComparison.Ordinal),
            Before.Replace("2025-06-20", "2025-01-01", StringComparison.Ordinal),
            """ "kind":"inspection","occurredOn":"2025-05-01","data":{"trigger":"complaint"}""",
            """ "kind":"inspection","occurredOn":"2025-05-02","data":{"publicityCheck":true}""")!;
        Assert.That(candidate.VisitsUsed, Is.EqualTo(2));
    }

    [Test]
    public void The_last_check_of_a_higher_authority_and_the_latest_word_on_the_sandbox_are_known()
    {
        var candidate = Of(
            "2025-12-20", Period.Quarter(2025, 4), Serious,
            """ "kind":"inspection","occurredOn":"2025-11-01","data":{"level":"provincial"}""",
            """ "kind":"inspection","occurredOn":"2025-11-02","data":{"level":"city"}""",
            """ "kind":"accident","occurredOn":"2025-12-10","data":{}""",
            """ "kind":"profile","occurredOn":"2025-02-01","data":{"sandboxUntil":"2025-12-31","name":"某某公司"}""",
            """ "kind":"profile","occurredOn":"2025-03-01","data":{"sandboxUntil":"2026-12-31"}""")!;
        Assert.That((candidate.HigherCheckOn, candidate.SandboxUntil, candidate.Name),
            Is.EqualTo((new DateOnly(2025, 11, 1), new DateOnly(2026, 12, 31), "某某公司")));
    }

    [Test]
    public void Who_was_drawn_is_to_be_visited_on_any_day()
    {
        var file = Filing.Of([Read(Before, 0)], out _).Single();
        var maker = new Candidates(Profile, Period.Quarter(2025, 3), new(2025, 6, 30), new Dictionary<string, DateOnly> { [Id] = new(2025, 7, 1) });
        Assert.That(maker.Of(file, [], "350100")!.Demands.Single().Cause, Is.EqualTo(Cause.Drawn));
        Assert.That(maker.Of(file, [], null), Is.Null, "nobody knows where it is");
    }

    [TestCase("2025-06-30", true)]
    [TestCase("2025-07-01", false)]
    public void Who_was_drawn_is_not_visited_twice_for_one_draw(string inspected, bool isStillAsked)
    {
        var visit = Read(Before.Replace("2025-06-20", inspected, StringComparison.Ordinal), 1);
        var file = Filing.Of([Read(Before, 0), visit], out _).Single();
        var maker = new Candidates(
            Profile, Period.Quarter(2025, 3), new(2025, 7, 2), new Dictionary<string, DateOnly> { [Id] = new(2025, 7, 1) });
        Assert.That(maker.Of(file, [], "350100") is not null, Is.EqualTo(isStillAsked));
    }

    [Test]
    public void A_kind_or_a_field_that_the_catalogue_lacks_is_a_flaw_with_its_place()
    {
        var text = Documents.First(each => each.File == "plans/illustrative.json").Text
            .Replace("\"accident\"", "\"acident\"", StringComparison.Ordinal).Replace("\"upheld\": true", "\"upheld\": \"yes\"", StringComparison.Ordinal)
            .Replace("\"jointShare\": 0.5", "\"jointShare\": 1.5", StringComparison.Ordinal).Replace("\"cn-ha\"", "\"cn-xx\"", StringComparison.Ordinal);
        var flaws = new List<Flaw>();
        var read = PlanProfileReader.Read([.. Documents.Where(each => !each.File.StartsWith("plans/", StringComparison.Ordinal)), new SourceText("plans/x.json", text)], Book.Catalogue, flaws);
        Assert.That(read, Is.Empty);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EquivalentTo(new[] { "value-not-listed", "value-not-listed", "value-not-listed", "type-mismatch" }));
        Assert.That(flaws.Select(flaw => flaw.Mend.En), Has.Some.EqualTo("did you mean 'accident'?"));
    }

    [Test]
    public void What_a_unit_can_do_is_its_inspectors_times_working_days_less_absences()
    {
        var register = InspectorRegister.Freeze(
            "people", ["i1\tu\t3501", "i2\tu\t3501\t\t2026-01-05/2026-01-09", "i3\tu\t3502", "i4\tu\t"], new List<Flaw>())!;
        var days = new WorkingDays([2026], [new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)], [], []);
        var units = Capacities.Of(register, Profile, new Period(new(2026, 1, 1), new(2026, 1, 18)), days);
        Assert.That(units.Select(each => each.Unit), Is.EqualTo(new[] { "3501", "3502" }));
        Assert.That(units[0].Weeks, Is.EqualTo(new[] { 0m, 5 * 0.4m, 10 * 0.4m }));
        Assert.That(units[1].Weeks, Is.EqualTo(new[] { 0m, 5 * 0.4m, 5 * 0.4m }));
    }

    [Test]
    public void An_even_capacity_is_spread_over_working_days_and_adds_up()
    {
        var even = Capacities.Even(["3501"], 40.5m, Period.Quarter(2027, 1), WorkingDays.Unknown).Single();
        Assert.That(even.PersonDays, Is.EqualTo(40.5m));
        Assert.That(even.Weeks.Count, Is.EqualTo(14));
        Assert.That(even.Weeks.Skip(1).SkipLast(1), Is.All.InRange(2, 4));
    }

    private static Candidate? Of(string day, Period period, params string[] events)
    {
        var on = DateOnly.Parse(day);
        var file = Filing.Of([.. events.Select(Read)], out _).Single();
        return new Candidates(Profile, period, on, new Dictionary<string, DateOnly>())
            .Of(file, [.. Assessor.Assess(file, Book, on).Standings], "350100");
    }

    private static RegulatoryEvent Read(string rest, int number) => new EventReader(Book.Catalogue).Read(new SourceText(
        "events", $$"""{"id":"e{{number}}","source":"test","subject":{"kind":"operator","id":"{{Id}}"},{{rest}}}""")).Event!;
}
