using CreditScoring.Enterprises;
using CreditScoring.Planning;

namespace CreditScoring.Service.Planning;

/// <summary>How a plan stands.</summary>
public enum PlanState
{
    /// <summary>It waits for another person, and may be edited.</summary>
    Proposed,

    /// <summary>Another person has approved it as it is.</summary>
    Approved,

    /// <summary>It is in force; what is changed of it from now on is told as a change.</summary>
    Published,

    /// <summary>Another person would not have it.</summary>
    Refused,

    /// <summary>Who proposed it would not have it any more.</summary>
    Withdrawn,
}

/// <summary>
/// A plan of inspections (检查计划) that one person proposes and another approves. It is what its acts in the
/// record make it.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Header">For what it was made, and by whom.</param>
public sealed record ProposedPlan(string Id, PlanHeader Header)
{
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>With all edits; null: only its header was asked for.</summary>
    public VisitPlan? Plan { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<PlanEdit> Edits { get; init; } = [];

    /// <summary>How it was planned anew since its publication, the first first.</summary>
    public IReadOnlyList<PlanRevision> Revisions { get; init; } = [];

    /// <summary>What was decided of it, the first first.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    public PlanState State => Steps.Count == 0 ? PlanState.Proposed : Steps[^1].State;

    public bool MayBeEdited => State is PlanState.Proposed or PlanState.Published;

    /// <summary>Everybody who has had a hand in what is to be approved.</summary>
    public IEnumerable<string> Hands => Edits.Select(each => each.By).Prepend(By).Distinct();
}

/// <summary>For what a plan was made, and by what.</summary>
/// <param name="Region">Digits of its region; empty: all.</param>
/// <param name="Capacity">Person-days of each unit; null: those of the inspectors.</param>
/// <param name="MadeOn">The day on which it was made.</param>
/// <param name="Book">The hash of the rules by which the subjects were judged.</param>
/// <param name="Subjects">So many were looked at.</param>
public sealed record PlanHeader(
    Period Period, string Region, string Profile, decimal? Capacity, DateOnly MadeOn, string Book,
    int Subjects, string Reason);

/// <summary>A visit that somebody put in or left out, and why.</summary>
/// <param name="Week">From 0; null: it is left out.</param>
public sealed record PlanEdit(Subject Subject, int? Week, string Reason, string By, DateTimeOffset At)
{
    /// <summary>Whether the plan was in force already.</summary>
    public bool IsLater { get; init; }

    /// <summary>Who makes it, by id; empty: it is left out, or the plan is made without a register.</summary>
    public IReadOnlyList<string> Inspectors { get; init; } = [];
}

/// <summary>A plan in force that was planned anew (重排): what changed, and why.</summary>
/// <param name="MadeOn">The day of what was known.</param>
/// <param name="Book">The hash of the rules by which the subjects were judged.</param>
public sealed record PlanRevision(
    DateOnly MadeOn, string Book, string Reason, IReadOnlyList<PlanChange> Changes, string By,
    DateTimeOffset At);

/// <summary>A decision on a plan.</summary>
/// <param name="IsApart">Whether it is known that this is another person than all who made it.</param>
public sealed record PlanStep(PlanState State, string By, DateTimeOffset At, string? Reason, bool IsApart);
