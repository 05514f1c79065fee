using CreditScoring.Enterprises;
using CreditScoring.Planning;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>A plan in force that is planned anew: what changes says why, and nothing else does.</summary>
public class ReplanningTests
{
    private static readonly Period Quarter = PlannerTests.Quarter;

    /// <summary>Monday of the sixth week.</summary>
    private static readonly DateOnly Today = new(2027, 2, 1);

    private static readonly DateOnly Before = new(2026, 12, 20);

    [Test]
    public void Without_news_nothing_changes()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var candidates = PlannerTests.Invented(new Random(seed), 80).ToList();
            var plan = Plan(2, [.. candidates]);
            var anew = Anew(plan, 2, candidates, on: Before);
            Assert.That(anew.Changes, Is.Empty, $"seed {seed}");
            Assert.That(Stands(anew.Plan), Is.EqualTo(Stands(plan)), $"seed {seed}");
        }
    }

    [Test]
    public void An_accident_comes_in_and_the_least_of_those_that_may_gives_way_and_both_say_so()
    {
        var candidates = Enumerable.Range(0, 30).Select(number => Of($"{number:00}", Cause.Window) with { Points = number }).ToList();
        var plan = Plan(2, [.. candidates]);
        candidates[0] = Of("00", Cause.Triggered);
        var anew = Anew(plan, 2, candidates, on: Before);
        Assert.That(Told(anew), Is.EqualTo(new[] { ("00", PlanChangeReason.NewMatter), ("02", PlanChangeReason.GaveWay) }));
        Assert.That((anew.Changes[0].From, anew.Changes[1].To), Is.EqualTo(((int?)null, (int?)null)));
    }

    [Test]
    public void What_is_planned_stays_in_its_week_when_something_more_is_asked_there()
    {
        var candidates = Enumerable.Range(0, 20).Select(number => Of($"{number:00}", Cause.Window) with { Points = number }).ToList();
        var plan = Plan(2.5m, [.. candidates]);
        candidates[7] = candidates[7] with { Demands = [.. candidates[7].Demands, new Demand("triggered", Cause.Triggered, null, null, 0.5m)] };
        var change = Anew(plan, 2.5m, candidates, on: Before).Changes.Single();
        Assert.That((change.Subject.Id, change.Why, change.To), Is.EqualTo(("07", PlanChangeReason.NewMatter, change.From)));
    }

    [Test]
    public void What_was_made_stays_in_its_week_and_what_was_not_comes_into_a_later_one()
    {
        Candidate[] candidates = [Of("made", Cause.Must), Of("not", Cause.Must), Of("later", Cause.Window)];
        var plan = Plan(1, candidates) with
        {
            Visits = [.. Plan(1, candidates).Visits.Select(each => each with { Week = each.Visit.Candidate.Subject.Id == "later" ? 9 : 1 })],
        };
        var anew = Anew(plan, 1, candidates[1..], made: ["made"]);
        Assert.That(Told(anew), Is.EqualTo(new[] { ("not", PlanChangeReason.NotMade) }));
        Assert.That(anew.Plan.Visits.Single(each => each.Visit.Candidate.Subject.Id == "made").Week, Is.EqualTo(1));
        Assert.That(anew.Changes[0].To, Is.GreaterThanOrEqualTo(5));
        Assert.That(Anew(plan, 1, candidates[..2], made: ["made", "later"]).Changes.Select(each => (each.Subject.Id, each.Why)),
            Does.Contain(("later", PlanChangeReason.MadeEarlier)));
        Assert.That(Told(Anew(plan, 1, candidates[..2], made: ["made"])), Does.Contain(("later", PlanChangeReason.NotAsked)));
    }

    [Test]
    public void Who_is_in_the_sandbox_now_leaves_and_the_place_goes_to_one_that_had_none()
    {
        var candidates = Enumerable.Range(0, 15).Select(number => Of($"{number:00}", Cause.Window) with { Points = number }).ToList();
        var plan = Plan(1, [.. candidates]);
        Assert.That(plan.Rest.Single().Visit.Candidate.Subject.Id, Is.EqualTo("00"));
        candidates[9] = candidates[9] with { SandboxUntil = Quarter.To };
        var anew = Anew(plan, 1, candidates, on: Before);
        Assert.That(Told(anew), Is.EqualTo(new[] { ("00", PlanChangeReason.RoomFound), ("09", PlanChangeReason.Sandbox) }));
        Assert.That(anew.Changes[0].To, Is.EqualTo(anew.Changes[1].From));
    }

    [Test]
    public void What_was_left_out_or_put_in_by_hand_stays_so_until_there_is_a_complaint()
    {
        var candidates = Enumerable.Range(0, 10).Select(number => Of($"{number:00}", Cause.Window)).ToList();
        var plan = Plan(1, [.. candidates]);
        var edited = plan.Without(Id("03"));
        Assert.That(Anew(edited, 1, candidates, on: Before, decided: new() { [Id("03")] = null }).Changes, Is.Empty);
        Assert.That(Anew(edited, 1, candidates, on: Before).Changes, Is.Not.Empty, "without the decision it would come back");

        var full = edited.With(Id("03"), edited.Visits[0].Week);
        var anew = Anew(full, 1, candidates, on: Before, decided: new() { [Id("03")] = edited.Visits[0].Week });
        Assert.That(anew.Plan.Visits.Single(each => each.Visit.Candidate.Subject == Id("03")).Week, Is.EqualTo(edited.Visits[0].Week));
        Assert.That(anew.Changes.Select(each => each.Subject), Has.None.EqualTo(Id("03")));

        candidates[3] = Of("03", Cause.Triggered);
        Assert.That(Told(Anew(edited, 1, candidates, on: Before, decided: new() { [Id("03")] = null })), Is.EqualTo(new[] { ("03", PlanChangeReason.NewMatter) }));
    }

    /// <summary>What was put in by hand is no matter of the planner, who goes there is.</summary>
    [Test]
    public void What_was_put_in_by_hand_has_others_to_make_it_once_who_was_to_must_avoid_it_and_that_is_told()
    {
        var candidates = Enumerable.Range(0, 5).Select(number => Of($"{number:00}", Cause.Window)).ToList();
        var plan = Plan(1, [.. candidates]).Without(Id("03")).With(Id("03"), 4, ["A", "B"]);
        var decided = new Dictionary<Subject, int?> { [Id("03")] = 4 };
        Replanned With(string avoids) => Replanning.Of(
            plan, Question(1) with { Crews = CrewsTests.Of($"A\tu\t3501\t\t\t{avoids}", "B\tu\t3501", "C\tu\t3501") }, new KnownSince(candidates, new Dictionary<Subject, DateOnly>(), decided));
        Assert.That(With("").Changes.Select(each => each.Subject), Has.None.EqualTo(Id("03")), "A and B may go there still");
        var anew = With("03");
        var told = anew.Changes.Single(each => each.Subject == Id("03"));
        Assert.That((told.From, told.To, told.Why), Is.EqualTo(((int?)4, (int?)4, PlanChangeReason.Crew)));
        Assert.That(anew.Plan.Visits.Single(each => each.Visit.Candidate.Subject == Id("03")).Inspectors.Order(), Is.EqualTo(new[] { "B", "C" }));
    }

    [Test]
    public void All_that_is_otherwise_is_told_and_nothing_else_and_no_week_holds_more_than_it_can()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var candidates = PlannerTests.Invented(random, 60).ToList();
            var plan = Plan(2, [.. candidates]);
            for (var news = 0; news < 8; news++)
            {
                var at = random.Next(candidates.Count);
                candidates[at] = random.Next(3) switch
                {
                    0 => candidates[at] with { SandboxUntil = Quarter.To },
                    1 => candidates[at] with { Demands = [.. candidates[at].Demands, new Demand("triggered", Cause.Triggered, null, null, 0.5m)] },
                    _ => candidates[at] with { Demands = [candidates[at].Demands[0]] },
                };
            }

            var anew = Anew(plan, 2, candidates, on: Before);
            var told = anew.Changes.Select(each => each.Subject).ToHashSet();
            var otherwise = Stands(plan).Except(Stands(anew.Plan)).Concat(Stands(anew.Plan).Except(Stands(plan))).Select(each => each.Item1).ToHashSet();
            Assert.That(told.SetEquals(otherwise), $"seed {seed}");
            Assert.That(
                anew.Plan.Visits.GroupBy(each => each.Week).Select(week => week.Sum(each => each.Visit.PersonDays)), Is.All.LessThanOrEqualTo(2), $"seed {seed}");
        }
    }

    private static IEnumerable<(Subject, string, int)> Stands(VisitPlan plan) =>
        plan.Visits.Select(each => (each.Visit.Candidate.Subject, string.Join('+', each.Visit.Regimes), each.Week));

    private static IEnumerable<(string, PlanChangeReason)> Told(Replanned anew) => anew.Changes.Select(each => (each.Subject.Id, each.Why));

    private static Replanned Anew(
        VisitPlan plan, decimal days, IReadOnlyList<Candidate> candidates, DateOnly? on = null, string[]? made = null, Dictionary<Subject, int?>? decided = null) =>
        Replanning.Of(
            plan, Question(days) with { FirstDay = (on ?? Today) < Quarter.From ? null : on ?? Today },
            new KnownSince(candidates, (made ?? []).ToDictionary(Id, _ => Quarter.From.AddDays(9)), decided ?? []));

    private static VisitPlan Plan(decimal days, params Candidate[] candidates) => Planner.Plan(Question(days), candidates);

    private static PlanQuestion Question(decimal days) =>
        new(Quarter, PlannerTests.Rule, [new UnitCapacity("3501", [.. Enumerable.Repeat(days, 14)])]);

    private static Subject Id(string id) => new("operator", id);

    private static Candidate Of(string id, Cause cause) =>
        new(Id(id), "3501", [new Demand(cause == Cause.Triggered ? "triggered" : "one", cause, null, null, 1)]);
}
