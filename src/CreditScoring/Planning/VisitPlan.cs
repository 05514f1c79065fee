using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>What a unit can do in the period of a plan (能力).</summary>
/// <param name="Weeks">Person-days by week of the period, the first week first.</param>
public sealed record UnitCapacity(string Unit, IReadOnlyList<decimal> Weeks)
{
    public decimal PersonDays => Weeks.Sum();
}

/// <summary>One visit to an object: what is done in it, and when it can be.</summary>
/// <param name="Matters">The most binding first; of several regimes it is a joint visit (联合检查).</param>
/// <param name="Days">The days on which all of them can be done.</param>
/// <param name="PersonDays">What it takes (人日).</param>
/// <param name="Value">What it is worth.</param>
public sealed record Visit(
    Candidate Candidate, IReadOnlyList<Demand> Matters, Period Days, decimal PersonDays, decimal Value)
{
    public VisitClass Class { get; } = Matters.Min(each => each.Class);

    /// <summary>The most binding reason.</summary>
    public Cause Cause { get; } = Matters.Min(each => each.Cause);

    /// <summary>Whose matters are done in it, each once, sorted.</summary>
    public IReadOnlyList<string> Regimes { get; } =
        [.. Matters.Select(each => each.Regime).Distinct().Order(StringComparer.Ordinal)];

    public bool IsJoint => Regimes.Count > 1;

    /// <summary>As its most binding matter.</summary>
    public int Binding { get; } = Matters.Min(each => each.Binding);
}

/// <summary>A visit that is planned.</summary>
/// <param name="Week">From 0: the week of the plan in which it is to be made.</param>
public sealed record PlannedVisit(Visit Visit, int Week)
{
    /// <summary>Who makes it, by id; empty: nobody is assigned yet.</summary>
    public IReadOnlyList<string> Inspectors { get; init; } = [];
}

/// <summary>By which rule something was left out (未排理由).</summary>
public enum LeftOutBy
{
    /// <summary>In sandbox supervision through the period: guided, and not inspected.</summary>
    Sandbox,

    /// <summary>A higher authority has checked it lately.</summary>
    HigherCheck,

    /// <summary>The visits of the year are used up.</summary>
    VisitCap,

    /// <summary>
    /// Too many of its unit have to avoid the object (回避), or are away on all of its days.
    /// </summary>
    Avoidance,

    /// <summary>Its unit has no person-days left in any week of its days.</summary>
    Capacity,

    /// <summary>Somebody decided so, and said why.</summary>
    Decision,
}

/// <summary>What was not planned, and what is left by that.</summary>
/// <param name="DaysLate">At the beginning of the period.</param>
public sealed record LeftOut(Visit Visit, LeftOutBy By, int DaysLate);

/// <summary>A plan of visits for a period (检查计划): a proposal, until somebody approves it.</summary>
/// <param name="Visits">By unit, week, class and id.</param>
/// <param name="Rest">What was left out, in the order in which it would have been taken.</param>
public sealed record VisitPlan(
    Period Period, IReadOnlyList<PlannedVisit> Visits, IReadOnlyList<LeftOut> Rest,
    IReadOnlyList<UnitCapacity> Units)
{
    /// <summary>Person-days of a unit that are used.</summary>
    public decimal UsedBy(string unit) =>
        Visits.Where(each => each.Visit.Candidate.Unit == unit).Sum(each => each.Visit.PersonDays);

    /// <summary>
    /// The same without the visits to an object, which are left out by somebody's decision.
    /// </summary>
    public VisitPlan Without(Subject subject)
    {
        var gone = Visits.Where(each => each.Visit.Candidate.Subject == subject).ToList();
        return this with
        {
            Visits = [.. Visits.Except(gone)],
            Rest =
            [
                .. Rest, .. gone.Select(each => new LeftOut(
                    each.Visit, LeftOutBy.Decision,
                    each.Visit.Matters.Max(matter => matter.DaysLate(Period)))),
            ],
        };
    }

    /// <summary>The same with what was left out of an object, in a week that somebody chose.</summary>
    /// <param name="crew">Who makes them, by id; empty or null: nobody is assigned.</param>
    public VisitPlan With(Subject subject, int week, IReadOnlyList<string>? crew = null)
    {
        var come = Rest.Where(each => each.Visit.Candidate.Subject == subject).ToList();
        return this with
        {
            Visits =
            [
                .. Visits,
                .. come.Select(each => new PlannedVisit(each.Visit, week) { Inspectors = crew ?? [] }),
            ],
            Rest = [.. Rest.Except(come)],
        };
    }

    /// <summary>What is left undone for one reason, or for any.</summary>
    public RiskLeft RiskLeft(LeftOutBy? by = null) =>
        Planning.RiskLeft.Of(Rest.Where(each => by is null || each.By == by));
}

/// <summary>The risk that is left by what is not visited (遗留风险).</summary>
/// <param name="Visits">How many visits are not made.</param>
/// <param name="Points">Of the objects, each once.</param>
/// <param name="MostDaysLate">Of the one that is late the longest; 0: none is.</param>
/// <param name="Tiers">Objects by tier, each once, sorted; <c>?</c>: it has none.</param>
public sealed record RiskLeft(
    int Visits, decimal Points, int MostDaysLate, IReadOnlyList<KeyValuePair<string, int>> Tiers)
{
    public static RiskLeft Of(IEnumerable<LeftOut> rest)
    {
        var all = rest.ToList();
        var objects = all.Select(each => each.Visit.Candidate).DistinctBy(each => each.Subject).ToList();
        return new RiskLeft(
            all.Count, objects.Sum(each => each.Points),
            all.Select(each => each.DaysLate).DefaultIfEmpty().Max(),
            [.. objects.CountBy(each => each.Tier ?? "?").OrderBy(each => each.Key, StringComparer.Ordinal)]);
    }
}
