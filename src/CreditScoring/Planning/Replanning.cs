using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>What is known since a plan was made.</summary>
/// <param name="Candidates">What is asked of objects now.</param>
/// <param name="LastVisits">When each object was visited last; who never was is not in it.</param>
/// <param name="Decided">
/// What somebody decided of objects by hand: the week, from 0, or null where they are left out.
/// </param>
public sealed record KnownSince(
    IReadOnlyList<Candidate> Candidates, IReadOnlyDictionary<Subject, DateOnly> LastVisits,
    IReadOnlyDictionary<Subject, int?> Decided);

/// <summary>
/// Plans anew what a plan in force still has before it (重排): only what has to change does, and each change
/// says why. What was made stays in its week; what somebody decided by hand stays so, unless there is a new
/// complaint or accident.
/// </summary>
public sealed class Replanning
{
    private readonly VisitPlan former;
    private readonly PlanQuestion question;
    private readonly KnownSince known;
    private readonly IReadOnlyList<Period> weeks;
    private readonly Dictionary<Subject, Candidate> asked;

    private Replanning(VisitPlan former, PlanQuestion question, KnownSince known)
    {
        this.former = former;
        this.question = question;
        this.known = known;
        weeks = former.Period.Weeks();
        asked = known.Candidates.ToDictionary(each => each.Subject);
    }

    /// <param name="question">Of the same period; what it says of a former plan is of no account.</param>
    public static Replanned Of(VisitPlan former, PlanQuestion question, KnownSince known) =>
        new Replanning(former, question, known).Of();

    private DateOnly FirstDay => question.FirstDay ?? question.Period.From;

    private Replanned Of()
    {
        var kept = former.Visits.Where(IsKept).ToList();
        var held = known.Decided.Where(each => IsHeld(each.Key, each.Value)).Select(each => each.Key)
            .ToHashSet();
        var open = former.Visits.Except(kept).ToList();
        var plan = Planner.Plan(
            question with
            {
                Units = [.. question.Units.Select(unit => Less(unit, kept))],
                Former = [.. open.Select(FormerVisit.Of), .. former.Rest.Select(FormerVisit.Of)],
            },
            known.Candidates.Where(each => !held.Contains(each.Subject)));
        // Who has a visit before him may have to avoid its object since.
        var toCome = kept.Where(IsToCome).ToList();
        IReadOnlyList<PlannedVisit> coming = [.. toCome, .. plan.Visits];
        coming = question.Crews?.Assigned(coming) ?? coming;
        var whole = plan with
        {
            Visits = InOrder(kept.Except(toCome).Concat(coming)),
            Rest = [.. plan.Rest, .. former.Rest.Where(each => each.By == LeftOutBy.Decision
                && held.Contains(each.Visit.Candidate.Subject))],
            Units = question.Units,
        };
        return new Replanned(whole, [.. Changes([.. open, .. toCome], plan with { Visits = coming })]);
    }

    private static IReadOnlyList<PlannedVisit> InOrder(IEnumerable<PlannedVisit> visits) =>
    [
        .. visits.OrderBy(each => each.Visit.Candidate.Unit, StringComparer.Ordinal)
            .ThenBy(each => each.Week).ThenBy(each => each.Visit.Class)
            .ThenBy(each => $"{each.Visit.Candidate.Subject}", StringComparer.Ordinal),
    ];

    /// <summary>Whether it stays in its week and is still to be made there.</summary>
    private bool IsToCome(PlannedVisit each) =>
        weeks[each.Week].To >= FirstDay && !IsMade(each.Visit.Candidate.Subject);

    /// <summary>What was made in its week, or is no more to be made there, and what was put in by hand.
    /// </summary>
    private bool IsKept(PlannedVisit each)
    {
        var (subject, week) = (each.Visit.Candidate.Subject, weeks[each.Week]);
        return week.To < FirstDay ? IsMade(subject) || !asked.ContainsKey(subject)
            : week.From <= FirstDay && IsMade(subject)
                || known.Decided.GetValueOrDefault(subject) is not null && asked.ContainsKey(subject);
    }

    private bool IsMade(Subject subject) =>
        known.LastVisits.TryGetValue(subject, out var on) && on >= former.Period.From;

    /// <summary>Whether a decision still stands: the planner has no say in it.</summary>
    private bool IsHeld(Subject subject, int? week) => week is { } at
        ? former.Visits.Any(each => each.Visit.Candidate.Subject == subject && IsKept(each))
            && weeks[at].To >= FirstDay
        : former.Rest.Where(each => each.Visit.Candidate.Subject == subject).ToList() is var rest
            && rest.Any(each => each.By == LeftOutBy.Decision)
            && !(IsTriggered(asked.GetValueOrDefault(subject))
                && rest.All(each => each.Visit.Cause != Cause.Triggered));

    private static bool IsTriggered(Candidate? candidate) =>
        candidate?.Demands.Any(each => each.Cause == Cause.Triggered) == true;

    /// <summary>What is left of a unit's weeks beside what stays.</summary>
    private static UnitCapacity Less(UnitCapacity unit, IReadOnlyList<PlannedVisit> kept)
    {
        var taken = kept.Where(each => each.Visit.Candidate.Unit == unit.Unit)
            .ToLookup(each => each.Week, each => each.Visit.PersonDays);
        return unit with
        {
            Weeks = [.. unit.Weeks.Select((days, week) => Math.Max(0, days - taken[week].Sum()))],
        };
    }

    private IEnumerable<PlanChange> Changes(IReadOnlyList<PlannedVisit> open, VisitPlan plan) =>
        open.Concat(plan.Visits).Select(each => each.Visit.Candidate.Subject).Distinct()
            .OrderBy(each => $"{each}", StringComparer.Ordinal)
            .SelectMany(subject => Changes(
                [.. open.Where(each => each.Visit.Candidate.Subject == subject)],
                [.. plan.Visits.Where(each => each.Visit.Candidate.Subject == subject)],
                plan));

    /// <summary>Of one object: first what is about the same, then the others in turn.</summary>
    private IEnumerable<PlanChange> Changes(
        List<PlannedVisit> before, List<PlannedVisit> after, VisitPlan plan)
    {
        foreach (var was in before.ToList())
        {
            if (after.Find(each => FormerVisit.KeyOf(each.Visit) == FormerVisit.KeyOf(was.Visit)) is { } same)
            {
                before.Remove(was);
                after.Remove(same);
                if (same.Week != was.Week)
                {
                    yield return Change(was, same, WhyMoved(was));
                }
                else if (!same.Inspectors.SequenceEqual(was.Inspectors))
                {
                    yield return Change(was, same, PlanChangeReason.Crew);
                }
            }
        }

        for (var place = 0; place < Math.Max(before.Count, after.Count); place++)
        {
            var (was, now) = (before.ElementAtOrDefault(place), after.ElementAtOrDefault(place));
            yield return Change(
                was, now,
                was is null ? WhyCome(now!) : now is null ? WhyGone(was, plan)
                    : now.Visit.Regimes.Except(was.Visit.Regimes).Any() ? PlanChangeReason.NewMatter
                    : PlanChangeReason.NotAsked);
        }
    }

    private static PlanChange Change(PlannedVisit? was, PlannedVisit? now, PlanChangeReason why)
    {
        var visit = (now ?? was)!.Visit;
        return new PlanChange(
            visit.Candidate.Subject, visit.Candidate.Name, visit.Regimes, was?.Week, now?.Week, why);
    }

    private PlanChangeReason WhyMoved(PlannedVisit was) =>
        weeks[was.Week].To < FirstDay ? PlanChangeReason.NotMade : PlanChangeReason.GaveWay;

    private PlanChangeReason WhyCome(PlannedVisit now) => former.Rest.Any(each =>
        each.By == LeftOutBy.Capacity && FormerVisit.KeyOf(each.Visit) == FormerVisit.KeyOf(now.Visit)
            && each.Visit.Binding <= now.Visit.Binding)
        ? PlanChangeReason.RoomFound : PlanChangeReason.NewMatter;

    private PlanChangeReason WhyGone(PlannedVisit was, VisitPlan plan)
    {
        var subject = was.Visit.Candidate.Subject;
        var left = plan.Rest.Where(each => each.Visit.Candidate.Subject == subject)
            .OrderByDescending(each => each.Visit.Regimes.Intersect(was.Visit.Regimes).Count())
            .Select(each => (LeftOutBy?)each.By).FirstOrDefault();
        return left switch
        {
            LeftOutBy.Sandbox => PlanChangeReason.Sandbox,
            LeftOutBy.HigherCheck => PlanChangeReason.HigherCheck,
            LeftOutBy.VisitCap => PlanChangeReason.VisitCap,
            not null => PlanChangeReason.GaveWay,
            null => IsMade(subject) ? PlanChangeReason.MadeEarlier : PlanChangeReason.NotAsked,
        };
    }
}
