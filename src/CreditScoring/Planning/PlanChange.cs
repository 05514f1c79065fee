using CreditScoring.Enterprises;

namespace CreditScoring.Planning;

/// <summary>Why a plan that is planned anew has a visit otherwise than before (变动原因).</summary>
public enum PlanChangeReason
{
    /// <summary>Something is asked of the object that was not asked before.</summary>
    NewMatter,

    /// <summary>It was left out for want of capacity, and there is room now.</summary>
    RoomFound,

    /// <summary>Its week has passed, and it was not made.</summary>
    NotMade,

    /// <summary>It was made before its week.</summary>
    MadeEarlier,

    /// <summary>Nothing, or less, is asked of the object any more.</summary>
    NotAsked,

    /// <summary>Another visit, or a week in which its unit can do less, needs its place.</summary>
    GaveWay,

    /// <summary>Others make it: who was to must avoid the object now, is away, or was replaced.</summary>
    Crew,

    /// <summary>It is in sandbox supervision now.</summary>
    Sandbox,

    /// <summary>A higher authority has checked it since.</summary>
    HigherCheck,

    /// <summary>The visits of the year have been used up since.</summary>
    VisitCap,
}

/// <summary>What is otherwise with one visit of a plan that was planned anew.</summary>
/// <param name="Name">Of the object; null: it has none.</param>
/// <param name="Regimes">Whose matters it is about.</param>
/// <param name="From">The week in which it stood, from 0; null: it was not planned.</param>
/// <param name="To">
/// The week in which it stands; null: it is not planned any more. The same as before: its matters changed.
/// </param>
public sealed record PlanChange(
    Subject Subject, string? Name, IReadOnlyList<string> Regimes, int? From, int? To, PlanChangeReason Why);

/// <summary>A plan that was planned anew, and all that is otherwise with it.</summary>
/// <param name="Changes">By id.</param>
public sealed record Replanned(VisitPlan Plan, IReadOnlyList<PlanChange> Changes);
