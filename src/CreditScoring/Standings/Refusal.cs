using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>One condition of a repair, and what it came to.</summary>
/// <param name="Reason">The rule's ErrorMessage, said where it does not hold.</param>
public sealed record RepairCondition(RuleAccount Account, string? Reason)
{
    /// <summary>What is wanting, in the words of the rule: authors write 中文 · English.</summary>
    public Wording Said
    {
        get
        {
            if (Reason is null && Account.Title is { } title)
            {
                return title;
            }

            var parts = (Reason ?? Account.Rule).Split(" · ");
            return new Wording(parts[0], parts[^1]);
        }
    }
}

/// <summary>What became of a request for repair (信用修复申请).</summary>
/// <param name="MeetsConditions">Whether all conditions held when it was made.</param>
/// <param name="FirstAcceptedOn">
/// The first day after the standing's on which the same request would meet them if nothing else
/// happens; null: it did already, or on no day within the horizon.
/// </param>
public sealed record RepairAnswer(
    Happening Request, bool MeetsConditions, IReadOnlyList<RepairCondition> Conditions,
    DateOnly? FirstAcceptedOn)
{
    /// <summary>The conditions that are known not to hold.</summary>
    public IEnumerable<RepairCondition> Wanting => Conditions.Where(each => each.Account.Answer == false);

    /// <summary>Whether the conditions alone grant it, or an authority's decision.</summary>
    public RepairEffect TakesEffect { get; init; }

    /// <summary>The authority's decision on it; null: none yet, or none is needed.</summary>
    public Happening? Decision { get; init; }

    /// <summary>Whether a decision granted it.</summary>
    public bool TookEffect { get; init; }

    /// <summary>That the request was not taken in (不予受理); null: it was, or nobody said.</summary>
    public Happening? TurnedAway { get; init; }

    /// <summary>That the granting decision was taken back; null: it was not.</summary>
    public Happening? TakenBack { get; init; }

    /// <summary>A grant from before the decision, which was taken back; null: there was none.</summary>
    public Happening? Undone { get; init; }

    /// <summary>What took that grant back.</summary>
    public Happening? UndoneBy { get; init; }

    /// <summary>
    /// As it was when that grant had been taken back and nothing was decided since; null: never.
    /// </summary>
    public RepairAnswer? Before => Undone is null ? null : this with
    {
        Decision = Undone, TookEffect = true, TakenBack = UndoneBy, Undone = null, UndoneBy = null,
    };

    /// <summary>Whether the authority still has to decide on it.</summary>
    public bool IsPending => Granted is null && TurnedAway is null;

    /// <summary>Null: there is no decision, whether one is awaited or the request was turned away.</summary>
    public bool? Granted => TakesEffect == RepairEffect.OnRequest ? MeetsConditions
        : Decision is null ? null : TookEffect;

    /// <summary>Why no later day can be named; null: it can, or there is none within the horizon.</summary>
    public Flaw? Flaw { get; init; }
}

/// <summary>When a request for repair would be granted if nothing new happens.</summary>
/// <param name="First">The first day; null: none within the horizon, or that cannot be judged.</param>
/// <param name="Wanting">Where there is none, the conditions that do not hold even on the last day.</param>
public sealed record RepairProspect(DateOnly? First, IReadOnlyList<RepairCondition> Wanting)
{
    public static readonly RepairProspect Unknown = new(null, []);

    /// <summary>
    /// Whether the first day is one only because conditions were taken to be met that by the record are not.
    /// </summary>
    public bool HangsOnAssumption { get; init; }
}
