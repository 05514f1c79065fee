using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>
/// Makes the plan of a period (编制检查计划): first complaints and accidents, then key supervision,
/// then what else must be done, then what was drawn, then what may be; within each of these by what a
/// visit is worth for each person-day, then by id. What does not fit any more is left out and says by
/// which rule, and what comes after it is still tried.
/// </summary>
/// <remarks>
/// What an earlier plan had stays in its week, as long as it is still asked for: only a more binding visit
/// takes its place.
/// </remarks>
public sealed class Planner
{
    /// <summary>Each wins something, so that they end by themselves; this is for safety.</summary>
    private const int MostRounds = 100;

    private const int FewWeeks = 6;

    /// <summary>Of each unit so many of what was left out are tried again, the best first.</summary>
    private const int MostTries = 60;

    private readonly PlanQuestion question;
    private readonly WeekBoard board;
    private readonly Exchange exchange;
    private readonly HashSet<Visit> settled = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Visit Visit, LeftOutBy By)> rest = [];
    private readonly ILookup<Subject, FormerVisit> formerOf;

    private Planner(PlanQuestion question)
    {
        this.question = question;
        formerOf = question.Former.ToLookup(each => each.Subject);
        board = new WeekBoard(question);
        exchange = new Exchange(board, settled.Contains);
    }

    /// <param name="candidates">In any order.</param>
    public static VisitPlan Plan(PlanQuestion question, IEnumerable<Candidate> candidates)
    {
        var planner = new Planner(question);
        var wanted = planner.Ordered(candidates.SelectMany(planner.Allowed)).ToList();
        var others = planner.KeepFormer(wanted);
        planner.Take(others);
        planner.Improve();
        return planner.Told();
    }

    /// <summary>The visits of an object that no rule forbids; the others are left out by that rule.</summary>
    private List<Visit> Allowed(Candidate candidate)
    {
        var allowed = new List<Visit>();
        var counted = 0;
        foreach (var visit in JointVisits.Of(candidate, question.Rule, question.Period))
        {
            // Complaints and accidents are looked into always, and do not count towards the cap.
            var isTriggered = visit.Cause == Cause.Triggered;
            if (!isTriggered && Hindrance(candidate, counted) is { } by)
            {
                rest.Add((visit, by));
                continue;
            }

            counted += isTriggered ? 0 : 1;
            allowed.Add(visit);
        }

        return allowed;
    }

    private LeftOutBy? Hindrance(Candidate candidate, int counted) =>
        candidate.SandboxUntil >= question.Period.To ? LeftOutBy.Sandbox
        : question.Rule.HigherCheckMonths is { } months
            && candidate.HigherCheckOn?.AddMonths(months) > question.Period.To ? LeftOutBy.HigherCheck
        : counted >= candidate.VisitsLeft ? LeftOutBy.VisitCap
        : null;

    private IEnumerable<Visit> Ordered(IEnumerable<Visit> visits) => visits
        .OrderBy(each => each.Binding)
        .ThenByDescending(each => each.Value / each.PersonDays)
        .ThenBy(each => $"{each.Candidate.Subject}", StringComparer.Ordinal)
        .ThenBy(each => FormerVisit.KeyOf(each).Matters, StringComparer.Ordinal);

    /// <summary>Puts what the plan before had into its weeks.</summary>
    /// <returns>What is left to be planned.</returns>
    private List<Visit> KeepFormer(List<Visit> wanted)
    {
        var former = question.Former.DistinctBy(each => each.Key).ToDictionary(each => each.Key);
        var others = new List<Visit>();
        foreach (var (visit, isPart) in wanted.SelectMany(each => AsBefore(each, former.ContainsKey)
            .Select(part => (part, !ReferenceEquals(part, each)))))
        {
            var before = Before(visit, former);
            if (isPart && before?.LeftBy == LeftOutBy.VisitCap
                && visit.Candidate.VisitsLeft < formerOf[visit.Candidate.Subject].Count())
            {
                // Of a visit that came apart the cap allowed only the other part.
                rest.Add((visit, LeftOutBy.VisitCap));
            }
            else if (before is not null
                && board.WeeksOf(visit).Contains(before.Week)
                && board.Left(visit, before.Week) >= visit.PersonDays)
            {
                board.Put(visit, before.Week);
                settled.Add(visit);
            }
            else
            {
                others.Add(visit);
            }
        }

        return others;
    }

    /// <summary>The same visit, or one to the object whose matters are all in it; null: none.</summary>
    private FormerVisit? Before(
        Visit visit, Dictionary<(Subject Subject, string Matters), FormerVisit> former) =>
        former.GetValueOrDefault(FormerVisit.KeyOf(visit))
        ?? formerOf[visit.Candidate.Subject].FirstOrDefault(each => each.Week >= 0
            && !each.Regimes.Except(visit.Regimes).Any());

    /// <summary>In the parts in which the plan before had it, if it had it in parts.</summary>
    private IEnumerable<Visit> AsBefore(Visit visit, Func<(Subject, string), bool> isKnown) =>
        !isKnown(FormerVisit.KeyOf(visit)) && IsKnownInParts(visit, isKnown)
            ? PartsOf(visit).SelectMany(part => AsBefore(part, isKnown)) : [visit];

    /// <summary>Whether the plan before had each of its parts, planned or left out.</summary>
    private bool IsKnownInParts(Visit visit, Func<(Subject, string), bool> isKnown) =>
        PartsOf(visit) is { Count: > 0 } parts
        && parts.All(part => isKnown(FormerVisit.KeyOf(part)) || IsKnownInParts(part, isKnown));

    private IReadOnlyList<Visit> PartsOf(Visit visit) =>
        JointVisits.Apart(visit, question.Rule, question.Period);

    private void Take(IReadOnlyList<Visit> visits)
    {
        var displaced = new List<Visit>();
        foreach (var visit in visits)
        {
            if (board.RoomFor(visit) is { } week)
            {
                board.Put(visit, week);
            }
            else if (exchange.Try(visit, []) is { } outcome)
            {
                displaced.AddRange(outcome.Out);
            }
            else
            {
                displaced.AddRange(ApartOrLeftOut(visit));
            }
        }

        // Each gave way to more than it is worth, so this comes to an end.
        if (displaced.Count > 0)
        {
            Take([.. Ordered(displaced)]);
        }
    }

    /// <summary>A joint visit that does not fit may do so in parts, where the cap allows one more.</summary>
    private IEnumerable<Visit> ApartOrLeftOut(Visit visit)
    {
        var parts = PartsOf(visit);
        if (parts.Count == 0)
        {
            rest.Add((visit, question.Crews?.IsAvoided(visit) == true
                ? LeftOutBy.Avoidance : LeftOutBy.Capacity));
        }
        else if (visit.Cause != Cause.Triggered
            && CountedOf(visit.Candidate) + 2 > visit.Candidate.VisitsLeft)
        {
            rest.Add((parts[1], LeftOutBy.VisitCap));
            return parts.Take(1);
        }

        return parts;
    }

    /// <summary>Visits of an object that count towards its cap and are planned or could still be.</summary>
    private int CountedOf(Candidate candidate) => board.Weeks.Keys
        .Concat(rest.Where(each => each.By == LeftOutBy.Capacity).Select(each => each.Visit))
        .Count(each => each.Candidate.Subject == candidate.Subject && each.Cause != Cause.Triggered);

    /// <summary>Takes what was left out for want of room, where more is won by it than is lost.</summary>
    private void Improve()
    {
        for (var (round, better) = (0, true); better && round < MostRounds; round++)
        {
            better = false;
            var units = Ordered(rest.Where(each => each.By == LeftOutBy.Capacity).Select(each => each.Visit))
                .GroupBy(each => each.Candidate.Unit, StringComparer.Ordinal)
                .Where(unit => board.Has(unit.Key)).ToList();
            foreach (var waiting in units.Select(unit => unit.Take(MostTries).ToList()))
            {
                better |= waiting.Any(visit => Note(exchange.Try(visit, waiting)))
                    || Groups(waiting[0]).Any(weeks => Note(Repacked(weeks, waiting)));
            }
        }
    }

    /// <summary>Any two weeks that have room or hold what may move; where these are few, any three.</summary>
    private IEnumerable<int[]> Groups(Visit of)
    {
        var weeks = Enumerable.Range(0, board.Count)
            .Where(week => board.Left(of, week) > 0 || Movable(of, [week]).Count > 0).ToList();
        var pairs = from one in weeks from other in weeks where one <= other select new[] { one, other };
        var triples = from one in weeks from two in weeks from three in weeks
                      where one < two && two < three select new[] { one, two, three };
        return pairs.Select(pair => pair.Distinct().ToArray()).Concat(weeks.Count <= FewWeeks ? triples : []);
    }

    private Outcome? Repacked(int[] weeks, IReadOnlyList<Visit> waiting) =>
        Movable(waiting[0], weeks) is { Count: > 0 } movable
            ? Repacking.Of(board, weeks, movable, waiting) : null;

    private List<Visit> Movable(Visit of, int[] weeks) =>
        [.. weeks.SelectMany(week => board.In(of, week)).Where(each => !settled.Contains(each))];

    /// <returns>Whether anything was won.</returns>
    private bool Note(Outcome? outcome)
    {
        if (outcome is null)
        {
            return false;
        }

        rest.RemoveAll(each => outcome.In.Any(visit => ReferenceEquals(each.Visit, visit)));
        // What went out may still have room in parts; each step wins something, so this comes to an end.
        Take([.. Ordered(outcome.Out)]);
        return true;
    }

    /// <summary>With who makes them: who was to before, where that still may be.</summary>
    private IReadOnlyList<PlannedVisit> Assigned(IReadOnlyList<PlannedVisit> visits)
    {
        var before = question.Former.Where(each => each.Inspectors.Count > 0)
            .DistinctBy(each => (each.Key, each.Week))
            .ToDictionary(each => (each.Key, each.Week), each => each.Inspectors);
        return question.Crews is not { } crews ? visits : crews.Assigned(
        [
            .. visits.Select(each => each with
            {
                Inspectors = before.GetValueOrDefault((FormerVisit.KeyOf(each.Visit), each.Week), []),
            }),
        ]);
    }

    private VisitPlan Told()
    {
        var by = rest.ToDictionary(
            each => each.Visit, each => each.By,
            (IEqualityComparer<Visit>)ReferenceEqualityComparer.Instance);
        return new VisitPlan(
            question.Period,
            [
                .. Assigned([.. board.Weeks.Select(each => new PlannedVisit(each.Key, each.Value))])
                    .OrderBy(each => each.Visit.Candidate.Unit, StringComparer.Ordinal)
                    .ThenBy(each => each.Week).ThenBy(each => each.Visit.Class)
                    .ThenBy(each => $"{each.Visit.Candidate.Subject}", StringComparer.Ordinal),
            ],
            [
                .. Ordered(by.Keys).Select(each => new LeftOut(
                    each, by[each], each.Matters.Max(matter => matter.DaysLate(question.Period)))),
            ],
            question.Units);
    }
}
