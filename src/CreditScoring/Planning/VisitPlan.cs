namespace CreditScoring.Planning;

/// <summary>A visit that is planned.</summary>
/// <param name="Matters">What is done in it; of several regimes it is a joint visit.</param>
/// <param name="Days">The days on which all of them can be done.</param>
/// <param name="Week">From 0: the week of the plan in which it is to be made.</param>
public sealed record PlannedVisit(
    Candidate Candidate, VisitClass Class, IReadOnlyList<Demand> Matters, Period Days, int Week,
    decimal PersonDays)
{
    public bool IsJoint => Matters.Select(each => each.Regime).Distinct(StringComparer.Ordinal).Count() > 1;
}

/// <summary>By which rule something was left out.</summary>
public enum LeftOutBy
{
    /// <summary>In sandbox supervision through the period: guided, and not inspected.</summary>
    Sandbox,

    /// <summary>A higher authority has checked it lately.</summary>
    HigherCheck,

    /// <summary>The visits of the year are used up.</summary>
    VisitCap,

    /// <summary>No day of the period is in its window.</summary>
    NotOpen,

    /// <summary>Its unit has no person-days left in any week of its window.</summary>
    Capacity,
}

/// <summary>What was not planned, and what is left by that.</summary>
/// <param name="Value">What it would have been worth to visit it.</param>
/// <param name="DaysLate">By the beginning of the period.</param>
public sealed record LeftOut(
    Candidate Candidate, VisitClass Class, IReadOnlyList<Demand> Matters, LeftOutBy By, decimal Value,
    int DaysLate);

/// <summary>A plan of visits for a period (检查计划): a proposal, until somebody approves it.</summary>
/// <param name="Visits">In the order in which they were taken.</param>
/// <param name="Rest">What was left out, in the same order.</param>
public sealed record VisitPlan(
    Period Period, IReadOnlyList<PlannedVisit> Visits, IReadOnlyList<LeftOut> Rest,
    IReadOnlyList<UnitCapacity> Units)
{
    /// <summary>Person-days of a unit that are used.</summary>
    public decimal UsedBy(string unit) =>
        Visits.Where(each => each.Candidate.Unit == unit).Sum(each => each.PersonDays);

    /// <summary>Points of what was left out for want of capacity: the risk that is left.</summary>
    public decimal PointsLeft =>
        Rest.Where(each => each.By == LeftOutBy.Capacity).Sum(each => each.Candidate.Points);
}
