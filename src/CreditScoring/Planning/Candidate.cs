using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>An object of the register (检查对象) and all that is asked of it.</summary>
/// <param name="Unit">The unit that would visit it, such as the bureau of a city.</param>
public sealed record Candidate(Subject Subject, string Unit, IReadOnlyList<Demand> Demands)
{
    /// <summary>Null: it has none, or could not be judged.</summary>
    public string? Tier { get; init; }

    /// <summary>In the regime by which it is graded; 0 where that has none.</summary>
    public decimal Points { get; init; }

    /// <summary>Visits allowed in the calendar year (年度入企检查上限), complaints apart; null: any number.</summary>
    public int? VisitCap { get; init; }

    /// <summary>Visits of the calendar year that count towards the cap.</summary>
    public int VisitsUsed { get; init; }

    /// <summary>Last day of sandbox supervision (沙盒监管); null: it is in none.</summary>
    public DateOnly? SandboxUntil { get; init; }

    /// <summary>When a higher authority inspected it last; null: never, or not known.</summary>
    public DateOnly? HigherCheckOn { get; init; }
}

/// <summary>What a unit can do in the period of a plan.</summary>
/// <param name="Weeks">Person-days by week, the first week first.</param>
public sealed record UnitCapacity(string Unit, IReadOnlyList<decimal> Weeks)
{
    public decimal PersonDays => Weeks.Sum();
}
