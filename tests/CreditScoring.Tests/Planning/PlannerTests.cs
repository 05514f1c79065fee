using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>A plan takes what must be done first, fits what its units can do, and says by which rule the rest was left.</summary>
public class PlannerTests
{
    internal static readonly Period Quarter = new(new(2027, 1, 1), new(2027, 3, 31));

    internal static readonly PlanRule Rule = new(
        new Dictionary<string, decimal> { ["D"] = 12, ["C"] = 6, ["B"] = 2, ["A"] = 1 }, PerPoint: 1, PerDayLate: 0.1m,
        JointShare: 0.5m, HigherCheckMonths: 3);

    [Test]
    public void What_must_be_done_comes_before_what_was_drawn_and_that_before_what_may()
    {
        var plan = Plan(Weeks(1, 1), Of("may", Cause.Window) with { Points = 50 }, Of("drawn", Cause.Drawn), Of("must", Cause.Must));
        Assert.That(Taken(plan), Is.EqualTo(new[] { "must", "drawn" }));
        Assert.That(plan.Rest.Select(each => (each.Visit.Candidate.Subject.Id, each.By)), Is.EqualTo(new[] { ("may", LeftOutBy.Capacity) }));
        Assert.That(plan.RiskLeft(LeftOutBy.Capacity).Points, Is.EqualTo(50));
    }

    [Test]
    public void Of_one_class_the_graver_is_taken_for_each_person_day_and_of_equals_the_first_by_id()
    {
        var plan = Plan(
            Weeks(2), Of("b", Cause.Must) with { Tier = "C" }, Of("a", Cause.Must) with { Tier = "C" },
            Of("long", Cause.Must, days: 2) with { Tier = "D", Points = 1 });
        Assert.That(Taken(plan), Is.EqualTo(new[] { "long" }), "13 for two days are more than 6 for one");
        plan = Plan(Weeks(2), Of("b", Cause.Must) with { Tier = "C" }, Of("a", Cause.Must) with { Tier = "C" }, Of("long", Cause.Must, days: 2) with { Tier = "C" });
        Assert.That(Taken(plan), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Windows_of_several_regimes_with_a_day_in_common_are_one_joint_visit_and_take_less()
    {
        var both = Of("x", Cause.Must, "one", 1, ("2027-01-10", "2027-02-10"));
        both = both with { Demands = [.. both.Demands, Demand("two", Cause.Window, 1, ("2027-02-01", "2027-03-01"))] };
        var planned = Plan(Enumerable.Repeat(9m, 14).ToArray(), both).Visits.Single();
        var visit = planned.Visit;
        Assert.That((visit.IsJoint, visit.PersonDays, visit.Days), Is.EqualTo((true, 1.5m, new Period(new(2027, 2, 1), new(2027, 2, 10)))));
        Assert.That(planned.Week, Is.EqualTo(5), "the week of Monday the first of February");
    }

    [Test]
    public void Windows_without_a_day_in_common_are_two_visits_and_the_cap_may_allow_one()
    {
        var both = Of("x", Cause.Must, "one", 1, ("2027-01-01", "2027-01-10"));
        both = both with { Demands = [.. both.Demands, Demand("two", Cause.Window, 1, ("2027-03-01", "2027-03-10"))] };
        Assert.That(Plan(Enumerable.Repeat(1m, 14).ToArray(), both).Visits, Has.Count.EqualTo(2));
        var capped = Plan(Enumerable.Repeat(1m, 14).ToArray(), both with { VisitCap = 4, VisitsUsed = 3 });
        Assert.That(capped.Visits.Single().Visit.Class, Is.EqualTo(VisitClass.Must));
        Assert.That(capped.Rest.Single().By, Is.EqualTo(LeftOutBy.VisitCap));
    }

    [TestCase("2027-03-31", LeftOutBy.Sandbox)]
    [TestCase("2027-03-30", null)]
    public void In_the_sandbox_through_the_period_it_is_not_inspected(string until, LeftOutBy? by) =>
        Assert.That(By(Of("x", Cause.Must) with { SandboxUntil = DateOnly.Parse(until) }), Is.EqualTo(by));

    [TestCase("2027-01-01", LeftOutBy.HigherCheck)]
    [TestCase("2026-12-31", null, Description = "three months later is the last day of the plan")]
    public void What_a_higher_authority_has_checked_lately_is_not_checked_again(string on, LeftOutBy? by) =>
        Assert.That(By(Of("x", Cause.Window) with { HigherCheckOn = DateOnly.Parse(on) }), Is.EqualTo(by));

    [Test]
    public void A_complaint_is_looked_into_whatever_stands_in_the_way() =>
        Assert.That(
            By(Of("x", Cause.Triggered) with { SandboxUntil = new(2028, 1, 1), VisitCap = 1, VisitsUsed = 1, HigherCheckOn = new(2027, 1, 1) }),
            Is.Null);

    [Test]
    public void What_opens_after_the_period_is_not_asked_for_and_what_is_overdue_can_be_done_on_any_day()
    {
        var later = Plan(Weeks(9), Of("x", Cause.Window, "one", 1, ("2027-04-01", "2027-05-01")));
        Assert.That((later.Visits.Count, later.Rest.Count), Is.EqualTo((0, 0)));
        Assert.That(Plan(Weeks([.. Enumerable.Repeat(0m, 13), 1]), Of("x", Cause.Window, "one", 1, ("2027-03-31", "2027-05-01"))).Visits, Has.Count.EqualTo(1), "on the last day it is open");
        var late = Plan(Weeks(0, 0, 1), Of("x", Cause.Overdue, "one", 1, ("2026-11-01", "2026-12-01")));
        Assert.That(late.Visits.Single().Week, Is.EqualTo(2));
    }

    [Test]
    public void A_week_without_capacity_takes_nothing_and_visits_spread_over_the_others()
    {
        var plan = Plan(Weeks(2, 0, 2), Of("a", Cause.Must), Of("b", Cause.Must), Of("c", Cause.Must), Of("d", Cause.Must));
        Assert.That(plan.Visits.Select(each => each.Week).Order(), Is.EqualTo(new[] { 0, 0, 2, 2 }));
    }

    [Test]
    public void No_unit_is_asked_for_more_than_it_can_do_and_everything_asked_for_is_in_the_plan_or_left_out_once()
    {
        foreach (var seed in Enumerable.Range(1, 300))
        {
            var random = new Random(seed);
            var candidates = Invented(random, 40).ToList();
            var weeks = Enumerable.Range(0, 14).Select(_ => random.Next(0, 5) * 0.5m).ToArray();
            var plan = Plan(weeks, [.. candidates]);
            foreach (var (visits, week) in plan.Visits.GroupBy(each => each.Week).Select(group => (group, group.Key)))
            {
                Assert.That(visits.Sum(each => each.Visit.PersonDays), Is.LessThanOrEqualTo(weeks[week]), $"seed {seed}");
            }

            Assert.That(
                plan.Visits.SelectMany(each => each.Visit.Matters).Concat(plan.Rest.SelectMany(each => each.Visit.Matters)).Count(),
                Is.EqualTo(candidates.Sum(each => each.Demands.Count(demand => demand.Within(Quarter) is not null))), $"seed {seed}");
            foreach (var planned in plan.Visits)
            {
                Assert.That(Quarter.Weeks()[planned.Week].And(planned.Visit.Days), Is.Not.Null, $"seed {seed}: a visit stands in a week of its days");
            }
        }
    }

    [Test]
    public void The_order_in_which_objects_come_means_nothing_and_what_is_planned_anew_without_news_is_the_same()
    {
        var random = new Random(7);
        var candidates = Invented(random, 60).ToArray();
        var weeks = Enumerable.Repeat(2m, 14).ToArray();
        var plan = Plan(weeks, candidates);
        random.Shuffle(candidates);
        Assert.That(Taken(Plan(weeks, candidates)), Is.EqualTo(Taken(plan)));
        Assert.That(Stands(Again(plan, weeks, candidates)), Is.EqualTo(Stands(plan)));
    }

    [Test]
    public void One_that_must_be_visited_now_takes_the_place_of_the_last_that_may_and_all_others_stay()
    {
        var random = new Random(11);
        var candidates = Enumerable.Range(0, 60).Select(number => Of($"{number:00}", number < 10 ? Cause.Must : Cause.Window) with { Points = number }).ToList();
        var weeks = Enumerable.Repeat(2m, 14).ToArray();
        var plan = Plan(weeks, [.. candidates]);
        candidates[20] = candidates[20] with { Demands = [Demand("one", Cause.Triggered, 1, null)] };
        Assert.That(Taken(plan), Does.Not.Contain("20"), "28 fit: ten that must, and the 18 with the most points");
        var again = Again(plan, weeks, candidates);
        Assert.That(Taken(again).Except(Taken(plan)), Is.EqualTo(new[] { "20" }));
        Assert.That(Taken(plan).Except(Taken(again)), Is.EqualTo(new[] { "42" }), "of those that may the one with the fewest points");
        Assert.That(Stands(plan).Except(Stands(again)).Count(), Is.EqualTo(1), "nobody else moves");
    }

    [Test]
    public void Of_what_is_as_binding_nothing_planned_gives_way_to_what_comes_later_and_is_worth_more()
    {
        var weeks = Weeks(1);
        var plan = Plan(weeks, Of("a", Cause.Must, window: ("2027-01-01", "2027-01-03")));
        var again = Again(plan, weeks, Of("a", Cause.Must, window: ("2027-01-01", "2027-01-03")), Of("b", Cause.Must, window: ("2027-01-01", "2027-01-03")) with { Points = 99 });
        Assert.That(Taken(again), Is.EqualTo(new[] { "a" }));
        Assert.That(Taken(Plan(weeks, Of("a", Cause.Must, window: ("2027-01-01", "2027-01-03")), Of("b", Cause.Must, window: ("2027-01-01", "2027-01-03")) with { Points = 99 })), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void One_that_has_another_week_goes_there_to_make_room_for_one_that_has_none()
    {
        var plan = Plan(Weeks(1, 1), Of("a", Cause.Must) with { Points = 9 }, Of("b", Cause.Must, window: ("2027-01-01", "2027-01-03")));
        Assert.That(Stands(plan), Is.EqualTo(new[] { ("b", 0), ("a", 1) }));
    }

    [Test]
    public void In_the_middle_of_a_period_no_visit_is_planned_in_a_week_that_has_gone()
    {
        var weeks = Weeks(5, 5, 5);
        var question = new PlanQuestion(Quarter, Rule, Units(weeks)) { FirstDay = new(2027, 1, 11) };
        Assert.That(Planner.Plan(question, [Of("x", Cause.Must)]).Visits.Single().Week, Is.EqualTo(2));
        Assert.That(Planner.Plan(question, [Of("x", Cause.Must, window: ("2027-01-01", "2027-01-10"))]).Rest.Single().By, Is.EqualTo(LeftOutBy.Capacity));
    }

    [Test]
    public void One_whose_unit_can_do_nothing_is_left_out_for_want_of_capacity_and_its_neighbours_are_planned()
    {
        var plan = Plan(Weeks(2), Of("a", Cause.Must), Of("b", Cause.Must) with { Unit = "4401" });
        Assert.That((Taken(plan).Single(), plan.Rest.Single().By), Is.EqualTo(("a", LeftOutBy.Capacity)));
    }

    [Test]
    public void Weeks_go_from_Monday_to_Sunday_and_leave_no_day_out()
    {
        var weeks = Quarter.Weeks();
        Assert.That((weeks.Count, weeks[0], weeks[1]), Is.EqualTo((14, new Period(new(2027, 1, 1), new(2027, 1, 3)), new Period(new(2027, 1, 4), new(2027, 1, 10)))));
        Assert.That(weeks.Sum(each => each.To.DayNumber - each.From.DayNumber + 1), Is.EqualTo(90));
        Assert.That(Period.Quarter(2028, 1), Is.EqualTo(new Period(new(2028, 1, 1), new(2028, 3, 31))));
        Assert.That(Period.Quarter(2027, 4).To, Is.EqualTo(new DateOnly(2027, 12, 31)));
        Assert.That(new Period(new(2024, 2, 29), new(2024, 2, 29)).Weeks(), Has.Count.EqualTo(1));
    }

    [Test]
    public void What_is_written_of_a_plan_is_read_again_as_its_visits()
    {
        var plan = Plan(Enumerable.Repeat(2m, 14).ToArray(), [.. Invented(new Random(3), 30)]);
        var flaws = new List<Flaw>();
        var read = VisitPlanReader.Read(new SourceText("plan.json", VisitPlanJson.Text(plan)), flaws)!;
        Assert.That(VisitPlanJson.Text(read), Is.EqualTo(VisitPlanJson.Text(plan)), "all of it");
        var moved = read.Without(read.Visits[0].Visit.Candidate.Subject);
        Assert.That(moved.Rest[^1].By, Is.EqualTo(LeftOutBy.Decision));
        Assert.That(moved.With(read.Visits[0].Visit.Candidate.Subject, 3).Visits.Any(each => each.Week == 3 && each.Visit.Candidate.Subject == read.Visits[0].Visit.Candidate.Subject));
        Assert.That(VisitPlanReader.Read(new SourceText("plan.json", "{}"), new List<Flaw>()), Is.Null);
        _ = VisitPlanReader.Read(new SourceText("plan.json", """{"visits":[{"week":1}]}"""), flaws);
        Assert.That(flaws.Select(flaw => flaw.Name), Does.Contain("property-missing"));
    }

    private static VisitPlan Again(VisitPlan plan, decimal[] weeks, params Candidate[] candidates) => Planner.Plan(
        new PlanQuestion(Quarter, Rule, Units(weeks)) { Former = [.. plan.Visits.Select(FormerVisit.Of)] }, candidates);

    private static VisitPlan Again(VisitPlan plan, decimal[] weeks, IEnumerable<Candidate> candidates) => Again(plan, weeks, candidates.ToArray());

    private static IEnumerable<(string, int)> Stands(VisitPlan plan) => plan.Visits.Select(each => (each.Visit.Candidate.Subject.Id, each.Week));

    private static LeftOutBy? By(Candidate candidate) =>
        Plan(Enumerable.Repeat(1m, 14).ToArray(), candidate).Rest.Select(each => (LeftOutBy?)each.By).FirstOrDefault();

    private static VisitPlan Plan(decimal[] weeks, params Candidate[] candidates) =>
        Planner.Plan(new PlanQuestion(Quarter, Rule, Units(weeks)), candidates);

    private static IReadOnlyList<UnitCapacity> Units(decimal[] weeks) => [new UnitCapacity("3501", weeks)];

    private static decimal[] Weeks(params decimal[] weeks) => weeks;

    private static IEnumerable<string> Taken(VisitPlan plan) => plan.Visits.OrderBy(each => each.Visit.Class).Select(each => each.Visit.Candidate.Subject.Id);

    private static Candidate Of(
        string id, Cause cause, string regime = "one", decimal days = 1, (string Opens, string Due)? window = null) =>
        new(new Subject("operator", id), "3501", [Demand(regime, cause, days, window)]);

    private static Demand Demand(string regime, Cause cause, decimal days, (string Opens, string Due)? window) => new(
        regime, cause, window is { } w ? DateOnly.Parse(w.Opens) : null, window is { } v ? DateOnly.Parse(v.Due) : null, days);

    internal static IEnumerable<Candidate> Invented(Random random, int count) => Enumerable.Range(0, count).Select(number =>
        new Candidate(new Subject("operator", $"{number:000}"), "3501",
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(regime => new Demand(
                $"r{regime}", (Cause)random.Next(0, 6),
                random.Next(3) == 0 ? null : Quarter.From.AddDays(random.Next(-40, 100)),
                random.Next(3) == 0 ? null : Quarter.From.AddDays(random.Next(-20, 120)), random.Next(1, 5) * 0.5m)),
        ])
        {
            Tier = "ABCD"[random.Next(4)].ToString(), Points = random.Next(0, 20), VisitCap = random.Next(4) == 0 ? random.Next(1, 4) : null,
            VisitsUsed = random.Next(0, 3),
        });
}
