using CreditScoring.Documents;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>One condition of a repair, and what it came to.</summary>
/// <param name="Reason">The rule's ErrorMessage, said where it does not hold.</param>
public sealed record RepairCondition(RuleAccount Account, string? Reason);

/// <summary>What became of a request for repair (信用修复申请).</summary>
/// <param name="FirstAcceptedOn">
/// The first day after the standing's on which the same request would be granted if nothing else
/// happens; null: granted already, or on no day within the horizon.
/// </param>
public sealed record RepairAnswer(
    Happening Request, bool Granted, IReadOnlyList<RepairCondition> Conditions, DateOnly? FirstAcceptedOn)
{
    /// <summary>Why no later day can be named; null: it can, or there is none within the horizon.</summary>
    public Flaw? Flaw { get; init; }
}
