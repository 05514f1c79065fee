namespace CreditScoring.Planning;

/// <summary>
/// Makes the plan of a period: first what must be done, then what was drawn, then what may be; within each of
/// these first what the plan before had, then by what a visit is worth for each person-day, then by id. What
/// does not fit any more is left out and says by which rule, and what comes after it is still tried.
/// </summary>
public sealed class Planner
{
    private readonly Period period;
    private readonly PlanRule rule;
    private readonly Dictionary<string, decimal[]> left;
    private readonly HashSet<string> before;
    private readonly List<PlannedVisit> visits = [];
    private readonly List<LeftOut> rest = [];

    private Planner(Period period, PlanRule rule, IEnumerable<UnitCapacity> units, VisitPlan? former)
    {
        this.period = period;
        this.rule = rule;
        left = units.ToDictionary(each => each.Unit, each => each.Weeks.ToArray(), StringComparer.Ordinal);
        before = (former?.Visits ?? []).Select(each => $"{each.Candidate.Subject}")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="former">
    /// The plan that this one takes the place of: what has no reason to change does not; null: there is none.
    /// </param>
    public static VisitPlan Plan(
        Period period, PlanRule rule, IReadOnlyList<UnitCapacity> units, IEnumerable<Candidate> candidates,
        VisitPlan? former = null)
    {
        var planner = new Planner(period, rule, units, former);
        foreach (var proposal in candidates.SelectMany(planner.Proposals)
            .OrderBy(each => each.Class)
            .ThenByDescending(each => planner.before.Contains($"{each.Candidate.Subject}"))
            .ThenByDescending(each => each.Value / each.PersonDays)
            .ThenBy(each => $"{each.Candidate.Subject}", StringComparer.Ordinal))
        {
            planner.Take(proposal);
        }

        return new VisitPlan(period, planner.visits, planner.rest, units);
    }

    /// <summary>The visits that an object would have: one, if all its matters have a day in common.</summary>
    private IEnumerable<Proposal> Proposals(Candidate candidate)
    {
        var open = candidate.Demands.Where(each => each.Within(period) is not null)
            .OrderBy(each => each.Class).ThenBy(each => each.Due ?? DateOnly.MaxValue)
            .ThenBy(each => each.Regime, StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            LeaveOut(candidate, candidate.Demands, LeftOutBy.NotOpen);
        }

        while (open.Count > 0)
        {
            var (matters, days) = (new List<Demand>(), (Period?)null);
            foreach (var each in open)
            {
                var both = days is null ? each.Within(period) : each.Within(period)!.Value.And(days.Value);
                if (both is not null)
                {
                    matters.Add(each);
                    days = both;
                }
            }

            open.RemoveAll(matters.Contains);
            yield return new Proposal(
                candidate, matters, days!.Value, rule.PersonDaysOf(matters), rule.ValueOf(candidate, period));
        }
    }

    private void Take(Proposal proposal)
    {
        var candidate = proposal.Candidate;
        if (Hindrance(proposal) is { } by)
        {
            LeaveOut(candidate, proposal.Matters, by);
        }
        else if (WeekFor(proposal) is { } week)
        {
            left[candidate.Unit][week] -= proposal.PersonDays;
            visits.Add(new PlannedVisit(
                candidate, proposal.Class, proposal.Matters, proposal.Days, week, proposal.PersonDays));
        }
        else
        {
            LeaveOut(candidate, proposal.Matters, LeftOutBy.Capacity);
        }
    }

    /// <summary>What keeps it from being visited at all; null: nothing. Complaints are looked into always.</summary>
    private LeftOutBy? Hindrance(Proposal proposal)
    {
        var candidate = proposal.Candidate;
        if (proposal.Matters.Any(each => each.Cause == Cause.Triggered))
        {
            return null;
        }

        var planned = visits.Count(each => each.Candidate.Subject == candidate.Subject
            && each.Matters.All(matter => matter.Cause != Cause.Triggered));
        return candidate.SandboxUntil >= period.To ? LeftOutBy.Sandbox
            : rule.HigherCheckMonths is { } months
                && candidate.HigherCheckOn?.AddMonths(months) > period.To ? LeftOutBy.HigherCheck
            : candidate.VisitsUsed + planned >= candidate.VisitCap ? LeftOutBy.VisitCap
            : null;
    }

    /// <summary>The week of its days in which its unit has most left; the earlier of equals.</summary>
    private int? WeekFor(Proposal proposal)
    {
        var found = default(int?);
        var weeks = left.GetValueOrDefault(proposal.Candidate.Unit, []);
        for (var week = 0; week < weeks.Length; week++)
        {
            var first = period.From.AddDays(7 * week);
            if (new Period(first, first.AddDays(6)).And(proposal.Days) is not null
                && weeks[week] >= proposal.PersonDays && (found is null || weeks[week] > weeks[found.Value]))
            {
                found = week;
            }
        }

        return found;
    }

    private void LeaveOut(Candidate candidate, IReadOnlyList<Demand> matters, LeftOutBy by) =>
        rest.Add(new LeftOut(
            candidate, matters.Min(each => each.Class), matters, by, rule.ValueOf(candidate, period),
            matters.Max(each => each.DaysLate(period))));

    /// <summary>A visit that may be taken into the plan.</summary>
    private sealed record Proposal(
        Candidate Candidate, IReadOnlyList<Demand> Matters, Period Days, decimal PersonDays, decimal Value)
    {
        public VisitClass Class { get; } = Matters.Min(each => each.Class);
    }
}
