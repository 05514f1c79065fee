using CreditScoring.Planning;
using Google.OrTools.Sat;
using NUnit.Framework;

namespace CreditScoring.Tests.Planning;

/// <summary>How far a plan is from the best one, which an exact solver finds for small cases.</summary>
public class ExactPlanTests
{
    private const int Cases = 200;

    private const decimal Within = 0.05m;

    /// <summary>What is more binding outweighs what is less.</summary>
    private static readonly long[] Weights = [1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000, 1];

    [Test]
    public void A_plan_is_worth_no_less_than_95_hundredths_of_the_best_one()
    {
        var (worst, seedOfWorst, short1, exact) = (0m, 0, 0, 0);
        foreach (var seed in Enumerable.Range(1, Cases))
        {
            var random = new Random(seed);
            var weeks = Enumerable.Range(0, 14).Select(week => week < 4 ? random.Next(1, 6) * 0.5m : 0).ToArray();
            var question = new PlanQuestion(PlannerTests.Quarter, PlannerTests.Rule, [new UnitCapacity("3501", weeks)]);
            var plan = Planner.Plan(question, OfOneClass(PlannerTests.Invented(random, random.Next(8, 25)), seed % 2 == 0));
            var best = Best(plan, weeks);
            var gap = best == 0 ? 0 : 1 - ((decimal)plan.Visits.Sum(each => Worth(each.Visit)) / best);
            exact += gap == 0 ? 1 : 0;
            short1 += gap > 0.01m ? 1 : 0;
            (worst, seedOfWorst) = gap > worst ? (gap, seed) : (worst, seedOfWorst);
        }

        TestContext.Out.WriteLine(
            $"{Cases} cases: {exact} as good as the best, {short1} more than 1 % short; the worst is {worst:P2} short (seed {seedOfWorst})");
        Assert.That(worst, Is.LessThanOrEqualTo(Within), $"seed {seedOfWorst}");
    }

    /// <summary>Half of the cases are of one class, so that how well visits fit is not hidden by which come first.</summary>
    private static IEnumerable<Candidate> OfOneClass(IEnumerable<Candidate> candidates, bool isSo) => candidates.Select(each =>
        isSo ? each with { Demands = [.. each.Demands.Select(demand => demand with { Cause = Cause.Window })] } : each);

    /// <summary>Whether the measure sees a bad plan: one that takes what comes first.</summary>
    [Test]
    public void A_plan_without_any_order_is_seen_to_be_worse()
    {
        var worst = 0m;
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var random = new Random(seed);
            var weeks = Enumerable.Range(0, 14).Select(week => week < 4 ? random.Next(1, 6) * 0.5m : 0).ToArray();
            var question = new PlanQuestion(PlannerTests.Quarter, PlannerTests.Rule, [new UnitCapacity("3501", weeks)]);
            var plan = Planner.Plan(question, PlannerTests.Invented(random, 20));
            var (best, left, taken) = (Best(plan, weeks), weeks.ToArray(), 0L);
            foreach (var visit in Fitting(plan).OrderBy(each => each.Candidate.Subject.Id, StringComparer.Ordinal))
            {
                var week = WeeksOf(visit).Where(each => left[each] >= visit.PersonDays).DefaultIfEmpty(-1).First();
                if (week >= 0)
                {
                    left[week] -= visit.PersonDays;
                    taken += Worth(visit);
                }
            }

            worst = Math.Max(worst, 1 - ((decimal)taken / best));
        }

        Assert.That(worst, Is.GreaterThan(Within));
    }

    /// <summary>The most that visits can be worth that fit, each in one week of its days.</summary>
    private static long Best(VisitPlan plan, decimal[] weeks)
    {
        var model = new CpModel();
        var terms = new List<(BoolVar Taken, Visit Visit, int Week)>();
        foreach (var visit in Fitting(plan))
        {
            var own = WeeksOf(visit).Select(week => (model.NewBoolVar(""), visit, week)).ToList();
            model.AddAtMostOne(own.Select(each => each.Item1));
            terms.AddRange(own);
        }

        foreach (var week in Enumerable.Range(0, weeks.Length))
        {
            model.Add(LinearExpr.WeightedSum(
                terms.Where(each => each.Week == week).Select(each => each.Taken),
                terms.Where(each => each.Week == week).Select(each => Hundredths(each.Visit.PersonDays))) <= Hundredths(weeks[week]));
        }

        model.Maximize(LinearExpr.WeightedSum(terms.Select(each => each.Taken), terms.Select(each => Worth(each.Visit))));
        var solver = new CpSolver { StringParameters = "num_search_workers:1" };
        Assert.That(solver.Solve(model), Is.EqualTo(CpSolverStatus.Optimal));
        return (long)solver.ObjectiveValue;
    }

    /// <summary>All that no rule forbids, whether it was taken or not.</summary>
    private static IEnumerable<Visit> Fitting(VisitPlan plan) => plan.Visits.Select(each => each.Visit)
        .Concat(plan.Rest.Where(each => each.By == LeftOutBy.Capacity).Select(each => each.Visit));

    private static IEnumerable<int> WeeksOf(Visit visit) => PlannerTests.Quarter.Weeks().Index()
        .Where(each => each.Item.And(visit.Days) is not null).Select(each => each.Index);

    private static long Worth(Visit visit) => Hundredths(visit.Value) * Weights[visit.Binding];

    private static long Hundredths(decimal number) => (long)(number * 100);
}
