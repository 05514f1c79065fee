using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Planning;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>A quarter of sixteen cities with forty person-days each, out of invented events, and what ten events change of it.</summary>
public class QuarterTests
{
    private static readonly DateOnly Day = new(2025, 12, 20);

    private static readonly Period Quarter = Period.Quarter(2026, 1);

    private static readonly IReadOnlyList<SourceText> Documents = RuleFolder.Read(RepositoryFiles.Path("rules"));

    private static readonly RuleBook Book = RuleBookReader.Read(Documents).Book!;

    private static readonly PlanProfile Profile = PlanProfileReader.Read(Documents, Book.Catalogue, new List<Flaw>())["illustrative"];

    [Test]
    public void Ten_accidents_after_the_plan_change_what_they_have_to_and_nothing_else()
    {
        var events = Invented();
        var before = Planned(events, []);
        Tell("planned", before);
        Assert.That(before.Units, Has.Count.EqualTo(16));
        Assert.That(before.Units.Select(each => before.UsedBy(each.Unit)), Is.All.InRange(1, 40));
        var quiet = Planned(events, Former(before));
        Assert.That(Stands(quiet), Is.EqualTo(Stands(before)), "without news it stays as it is");

        // Ten that were left out have an accident the day before.
        var struck = before.Rest.Where(each => each.By == LeftOutBy.Capacity)
            .Select(each => each.Visit.Candidate.Subject).Distinct().Take(10).ToList();
        var after = Planned(
            [.. events, .. struck.Select((each, number) => Read($$"""
                {"id":"n{{number}}","source":"test","kind":"accident","subject":{"kind":"{{each.Kind}}","id":"{{each.Id}}"},"occurredOn":"2025-12-19","data":{} }
                """))],
            Former(before));
        Tell("after ten accidents", after);
        var (gone, come) = (Stands(before).Except(Stands(after)).ToList(), Stands(after).Except(Stands(before)).ToList());
        TestContext.Out.WriteLine($"{gone.Count} visits of {before.Visits.Count} are not where they were, {come.Count} are new");
        Assert.That(
            after.Visits.Where(each => each.Visit.Cause == Cause.Triggered).Select(each => each.Visit.Candidate.Subject), Is.SupersetOf(struck),
            "all ten are visited");
        Assert.That(gone, Has.Count.LessThanOrEqualTo(20));
        Assert.That(come.Count - struck.Count, Is.LessThanOrEqualTo(gone.Count), "who comes beside them is who had to move");
    }

    private static void Tell(string when, VisitPlan plan) => TestContext.Out.WriteLine(
        $"{when}: must {plan.Visits.Count(each => each.Visit.Class == VisitClass.Must)}, may {plan.Visits.Count(each => each.Visit.Class == VisitClass.May)}, "
        + $"left {plan.Rest.Count} ({string.Join(", ", plan.Rest.CountBy(each => each.By).Select(each => $"{each.Key} {each.Value}"))}), "
        + $"{plan.RiskLeft(LeftOutBy.Capacity).Points} points");

    private static IReadOnlyList<FormerVisit> Former(VisitPlan plan) => [.. plan.Visits.Select(FormerVisit.Of)];

    private static IEnumerable<(string Subject, int Week)> Stands(VisitPlan plan) =>
        plan.Visits.Select(each => ($"{each.Visit.Candidate.Subject}", each.Week));

    private static VisitPlan Planned(IReadOnlyList<RegulatoryEvent> events, IReadOnlyList<FormerVisit> former)
    {
        var maker = new Candidates(Profile, Quarter, Day, new Dictionary<string, DateOnly>());
        var files = Filing.Of(events, out _)
            .Select(file => (File: file, Registration.Of(file).Region)).ToList();
        var cities = files.Select(each => Profile.UnitOf(each.Region)!).Distinct().Order().Take(16).ToHashSet();
        return Planner.Plan(
            new PlanQuestion(Quarter, Profile.Rule, Capacities.Even(cities, 40, Quarter, Book.WorkingDays)) { Former = former },
            files.Where(each => cities.Contains(Profile.UnitOf(each.Region)!)).Select(each => maker.Of(
                each.File, [.. Assessor.Assess(each.File, Book, Day).Standings], each.Region)).OfType<Candidate>());
    }

    private static IReadOnlyList<RegulatoryEvent> Invented() =>
        [.. SampleHistory.Lines(new SamplePlan(5_000, 3, 1, Day)).Select(Read).Where(each => CreditFile.Dated(each) <= Day)];

    private static RegulatoryEvent Read(string line) => new EventReader(Book.Catalogue).Read(new SourceText("events", line)).Event!;
}
