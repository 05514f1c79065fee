using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Enterprises;
using CreditScoring.Law.Calendars;
using CreditScoring.Planning;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>Who makes which visit of a plan: nobody goes where he must not, or while he is away.</summary>
public class CrewsTests
{
    private static readonly Period Quarter = PlannerTests.Quarter;

    private static readonly WorkingDays NoCalendar = WorkingDays.Unknown;

    [Test]
    public void Nobody_is_sent_where_he_must_not_go_or_while_he_is_away_and_work_is_shared_evenly()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var candidates = PlannerTests.Invented(random, 60).ToList();
            var register = Register(Enumerable.Range(0, 8).Select(number =>
                $"I{number}\tu\t3501\t\t{(number < 3 ? $"2027-0{number + 1}-01/2027-0{number + 1}-20" : "")}\t"
                + string.Join(',', Enumerable.Range(0, 6).Select(_ => $"{random.Next(60):000}").Distinct().Order())));
            var plan = Plan(register, 3, candidates);
            Assert.That(plan.Visits, Is.Not.Empty);
            var load = register.All.ToDictionary(each => each.Id, _ => 0m);
            foreach (var planned in plan.Visits)
            {
                Assert.That(planned.Inspectors.Distinct().Count(), Is.EqualTo(2), $"seed {seed}");
                foreach (var who in planned.Inspectors.Select(id => register.All.Single(each => each.Id == id)))
                {
                    Assert.That(who.Avoids, Does.Not.Contain(planned.Visit.Candidate.Subject.Id), $"seed {seed}");
                    var days = Quarter.Weeks()[planned.Week].And(planned.Visit.Days)!.Value;
                    Assert.That(
                        Enumerable.Range(0, days.To.DayNumber - days.From.DayNumber + 1).Select(days.From.AddDays)
                            .Any(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                                && who.Absences.All(absence => day < absence.From || day > absence.To)), $"seed {seed}");
                    load[who.Id] += planned.Visit.PersonDays / 2;
                }
            }

            Assert.That(load.Values.Max() - load.Values.Min(), Is.LessThanOrEqualTo(3), $"seed {seed}: one long visit more or less");
        }
    }

    [Test]
    public void What_too_many_have_to_avoid_is_left_out_and_says_so_and_two_who_need_not_are_enough()
    {
        var plan = Plan(Register("A\tu\t3501\t\t\tx", "B\tu\t3501\t\t\tx", "C\tu\t3501"), 3, [Of("x"), Of("y")]);
        Assert.That(plan.Rest.Select(each => (each.Visit.Candidate.Subject.Id, each.By)), Is.EqualTo(new[] { ("x", LeftOutBy.Avoidance) }));
        plan = Plan(Register("A\tu\t3501\t\t\tx", "B\tu\t3501", "C\tu\t3501"), 3, [Of("x")]);
        Assert.That(plan.Visits.Single().Inspectors.Order(), Is.EqualTo(new[] { "B", "C" }));
    }

    [Test]
    public void In_a_week_in_which_too_few_are_there_nobody_is_visited()
    {
        var plan = Plan(Register("A\tu\t3501\t\t2027-01-01/2027-03-21", "B\tu\t3501"), 3, [Of("x"), Of("y")]);
        Assert.That(plan.Visits.Select(each => each.Week), Is.All.InRange(12, 13));
    }

    [Test]
    public void Who_was_to_make_a_visit_still_is_until_he_must_not()
    {
        var candidates = Enumerable.Range(0, 12).Select(number => Of($"{number:00}")).ToList();
        string[] lines = ["A\tu\t3501", "B\tu\t3501", "C\tu\t3501", "D\tu\t3501"];
        var before = Plan(Register(lines), 2, candidates);
        var first = before.Visits[0];
        lines[Array.FindIndex(lines, line => line[..1] == first.Inspectors[0])] += $"\t\t\t{first.Visit.Candidate.Subject.Id}";
        var after = Planner.Plan(
            Question(Register(lines), 2) with { Former = [.. before.Visits.Select(FormerVisit.Of)] }, candidates);
        foreach (var (was, now) in before.Visits.Zip(after.Visits))
        {
            Assert.That(now.Week, Is.EqualTo(was.Week));
            Assert.That(now.Inspectors.SequenceEqual(was.Inspectors), Is.EqualTo(was != first));
        }
    }

    [Test]
    public void Planned_anew_after_somebody_says_that_he_must_avoid_an_object_that_change_alone_is_told()
    {
        var candidates = Enumerable.Range(0, 12).Select(number => Of($"{number:00}")).ToList();
        string[] lines = ["A\tu\t3501", "B\tu\t3501", "C\tu\t3501", "D\tu\t3501"];
        var before = Plan(Register(lines), 2, candidates);
        var first = before.Visits[0];
        lines[Array.FindIndex(lines, line => line[..1] == first.Inspectors[0])] += $"\t\t\t{first.Visit.Candidate.Subject.Id}";
        var anew = Replanning.Of(before, Question(Register(lines), 2), new KnownSince(candidates, new Dictionary<Subject, DateOnly>(), new Dictionary<Subject, int?>()));
        Assert.That(anew.Changes.Select(each => (each.Subject, each.Why, each.From, each.To)), Is.EqualTo(new[]
        {
            (first.Visit.Candidate.Subject, PlanChangeReason.Crew, (int?)first.Week, (int?)first.Week),
        }));
        Assert.That(anew.Plan.Visits[0].Inspectors, Does.Not.Contain(first.Inspectors[0]));
    }

    [Test]
    public void Who_was_drawn_for_an_object_goes_there_in_a_week_in_which_both_are_there_and_nobody_else_does()
    {
        var register = Register("A\tu\t3501\t\t2027-01-01/2027-03-10", "B\tu\t3501", "C\tu\t3501", "X\tv\t4401");
        var crews = new Crews(
            register, Profile, Quarter, NoCalendar, 2,
            new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["A", "X"], ["y"] = ["B", "gone"], ["z"] = ["A", "X"] });
        Candidate Drawn(string id, Cause cause) => new(new Subject("operator", id), "3501", [new Demand("draw", cause, null, null, 1)]);
        var plan = Planner.Plan(
            new PlanQuestion(Quarter, PlannerTests.Rule, [new UnitCapacity("3501", [.. Enumerable.Repeat(3m, 14)])]) { Crews = crews },
            [Drawn("x", Cause.Drawn), Drawn("y", Cause.Drawn), Drawn("z", Cause.Must)]);
        PlannedVisit Of(string id) => plan.Visits.Single(each => each.Visit.Candidate.Subject.Id == id);
        Assert.That(Of("x").Inspectors, Is.EqualTo(new[] { "A", "X" }), "also of another unit");
        Assert.That(Of("x").Week, Is.InRange(10, 13));
        Assert.That(Of("y").Inspectors.Order(), Is.EqualTo(new[] { "B", "C" }), "one of them is registered no more");
        Assert.That(Of("z").Inspectors, Does.Not.Contain("X"), "its visit is not the one of the draw");
    }

    [Test]
    public void Who_goes_where_is_written_and_read_again()
    {
        var plan = Plan(Register("A\tu\t3501", "B\tu\t3501"), 3, [Of("x")]);
        var text = new SourceText("plan.json", VisitPlanJson.Text(plan));
        Assert.That(VisitPlanReader.Read(text, new List<Flaw>())!.Visits[0].Inspectors.Order(), Is.EqualTo(new[] { "A", "B" }));
        Assert.That(FormerVisit.Of(VisitPlanReader.Read(text, new List<Flaw>())!.Visits[0]).Inspectors.Order(), Is.EqualTo(new[] { "A", "B" }));
    }

    [Test]
    public void Who_goes_where_somebody_puts_a_visit_by_hand_need_not_avoid_it_is_there_and_has_least_to_do()
    {
        var register = Register(
            "A\tu\t3501\t\t\tz", "B\tu\t3501", "C\tu\t3501\t\t2027-02-01/2027-02-07", "D\tu\t3501", "E\tu\t3501", "F\tu\t4401");
        var crews = new Crews(register, Profile, Quarter, NoCalendar, 2);
        PlannedVisit With(string id, string who) => new(VisitOf(id), 5) { Inspectors = [who, "gone"] };
        Assert.That(crews.Chosen([VisitOf("z")], 5, [With("x", "D"), With("y", "D"), With("w", "E")]), Is.EqualTo(new[] { "B", "E" }),
            "A must avoid it, C is away in the sixth week, D has two already, F is of another unit");
        var early = VisitOf("z") with { Days = new Period(new(2027, 1, 4), new(2027, 1, 10)) };
        Assert.That(crews.Chosen([early], 5, []), Has.Count.EqualTo(2), "also outside of its window");
        Assert.That((crews.FreeFor(early), crews.WeeksFor(early)), Is.EqualTo((4, Enumerable.Range(0, 14))), "all weeks, also those outside of it");

        var all = Register("A\tu\t3501\t\t\tz", "B\tu\t3501\t\t\tz", "C\tu\t3501");
        crews = new Crews(all, Profile, Quarter, NoCalendar, 2);
        Assert.That((crews.Chosen([VisitOf("z")], 5, []), crews.FreeFor(VisitOf("z")), crews.WeeksFor(VisitOf("z")).Count), Is.EqualTo((Array.Empty<string>(), 1, 0)));
    }

    [Test]
    public void Who_was_drawn_for_an_object_goes_there_also_where_somebody_puts_it_by_hand_and_nobody_else()
    {
        var register = Register("A\tu\t3501\t\t2027-02-01/2027-02-07", "B\tu\t3501", "X\tu\t4401");
        var crews = new Crews(register, Profile, Quarter, NoCalendar, 2, new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["A", "X"] });
        var visit = VisitOf("x", Cause.Drawn);
        Assert.That(crews.Chosen([visit], 7, []), Is.EqualTo(new[] { "A", "X" }));
        Assert.That(crews.Chosen([visit], 5, []), Is.Empty, "one of them is away");
    }

    private static Visit VisitOf(string id, Cause cause = Cause.Must)
    {
        var demand = new Demand("one", cause, null, null, 1);
        return new Visit(new Candidate(new Subject("operator", id), "3501", [demand]), [demand], Quarter, 1, 1);
    }

    private static VisitPlan Plan(InspectorRegister register, decimal days, IEnumerable<Candidate> candidates) =>
        Planner.Plan(Question(register, days), candidates);

    private static PlanQuestion Question(InspectorRegister register, decimal days) =>
        new(Quarter, PlannerTests.Rule, [new UnitCapacity("3501", [.. Enumerable.Repeat(days, 14)])])
        {
            Crews = new Crews(register, Profile, Quarter, NoCalendar, 2),
        };

    private static readonly PlanProfile Profile = new("test", default, "one")
    {
        Rule = PlannerTests.Rule, UnitDigits = 4, PersonDays = new Dictionary<string, decimal>(), OtherPersonDays = 1, DayShare = 1,
        Visits = [], NotCounted = [], Triggers = [], TriggerDays = 0, HigherChecks = [],
    };

    internal static Crews Of(params string[] lines) => new(Register(lines), Profile, Quarter, NoCalendar, 2);

    private static InspectorRegister Register(params IEnumerable<string> lines) =>
        InspectorRegister.Freeze("people", lines, new List<Flaw>())!;

    private static Candidate Of(string id) => new(new Subject("operator", id), "3501", [new Demand("one", Cause.Must, null, null, 1)]);
}
