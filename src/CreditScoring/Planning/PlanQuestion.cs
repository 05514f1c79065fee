using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>For what a plan is made, and by what.</summary>
/// <param name="Period">Within one calendar year, since the yearly cap is of one.</param>
/// <param name="Units">What each unit can do; one that is not named can do nothing.</param>
public sealed record PlanQuestion(Period Period, PlanRule Rule, IReadOnlyList<UnitCapacity> Units)
{
    /// <summary>The first day on which a visit can still be planned; null: that of the period.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Who may go where; null: nobody is assigned, and nobody has to avoid anything.</summary>
    public Crews? Crews { get; init; }

    /// <summary>
    /// The visits of the plan that this one takes the place of: what has no reason to change does not.
    /// </summary>
    public IReadOnlyList<FormerVisit> Former { get; init; } = [];
}

/// <summary>A visit of an earlier plan, as far as it matters for the next one.</summary>
/// <param name="Regimes">Sorted.</param>
/// <param name="Week">From 0; less: it was left out.</param>
public sealed record FormerVisit(Subject Subject, IReadOnlyList<string> Regimes, int Week)
{
    /// <summary>Who was to make it; empty: nobody was assigned.</summary>
    public IReadOnlyList<string> Inspectors { get; init; } = [];

    public static FormerVisit Of(PlannedVisit planned) =>
        new(planned.Visit.Candidate.Subject, planned.Visit.Regimes, planned.Week)
        {
            Inspectors = planned.Inspectors,
        };

    /// <summary>By which rule it was left out; null: it was planned.</summary>
    public LeftOutBy? LeftBy { get; init; }

    public static FormerVisit Of(LeftOut left) =>
        new(left.Visit.Candidate.Subject, left.Visit.Regimes, -1) { LeftBy = left.By };

    /// <summary>What it is known by: no other visit to the object has its matters.</summary>
    internal (Subject Subject, string Matters) Key => (Subject, string.Join('\n', Regimes));

    internal static (Subject Subject, string Matters) KeyOf(Visit visit) =>
        (visit.Candidate.Subject, string.Join('\n', visit.Regimes));
}
