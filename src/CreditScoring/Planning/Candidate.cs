using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>An object of the register (检查对象) and all that is asked of it.</summary>
/// <param name="Unit">Who would visit it: the digits of a region, such as 3501 of a city's bureau.</param>
public sealed record Candidate(Subject Subject, string Unit, IReadOnlyList<Demand> Demands)
{
    /// <summary>Null: no profile of it says one.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// In the regime by which it is graded; null: it has none there, or could not be judged.
    /// </summary>
    public string? Tier { get; init; }

    /// <summary>Likewise; 0 where that regime has none.</summary>
    public decimal Points { get; init; }

    /// <summary>Visits allowed in the calendar year (年度入企检查上限); null: any number.</summary>
    public int? VisitCap { get; init; }

    /// <summary>Visits of the calendar year that count towards the cap.</summary>
    public int VisitsUsed { get; init; }

    /// <summary>Visits that the cap still allows; null: there is no cap.</summary>
    public int? VisitsLeft => VisitCap is { } cap ? Math.Max(0, cap - VisitsUsed) : null;

    /// <summary>Last day of sandbox supervision (沙盒监管); null: it is in none.</summary>
    public DateOnly? SandboxUntil { get; init; }

    /// <summary>When a higher authority inspected it last; null: never, or not known.</summary>
    public DateOnly? HigherCheckOn { get; init; }
}
