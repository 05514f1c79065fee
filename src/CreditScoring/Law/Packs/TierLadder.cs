using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Packs;

/// <summary>The tiers of a regime (等级阶梯), mildest first.</summary>
public sealed class TierLadder(IReadOnlyList<string> tiers)
{
    public IReadOnlyList<string> Tiers { get; } = tiers;

    /// <summary>What the tiers are called, by code.</summary>
    public IReadOnlyDictionary<string, Wording> Titles { get; init; } = new Dictionary<string, Wording>();

    /// <summary>0 is the mildest; -1: not a tier of this ladder.</summary>
    public int RankOf(string? tier)
    {
        for (var i = 0; i < Tiers.Count; i++)
        {
            if (Tiers[i] == tier)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The tier, or none where an earlier version had another ladder.</summary>
    public string? Known(string? tier) => RankOf(tier) < 0 ? null : tier;

    /// <summary>The tier <paramref name="steps"/> milder, at most the mildest; of no tier none.</summary>
    public string? Better(string? tier, int steps) => Moved(tier, -steps);

    /// <summary>The tier <paramref name="steps"/> graver, at most the gravest; of no tier none.</summary>
    public string? Worse(string? tier, int steps) => Moved(tier, steps);

    /// <summary>The graver of two; one that is missing or of another ladder does not count.</summary>
    public string? Graver(string? left, string? right) => RankOf(left) >= RankOf(right) ? left : right;

    /// <summary>The milder of two; one that is missing or of another ladder does not count.</summary>
    public string? Milder(string? left, string? right) =>
        RankOf(right) < 0 || (left is not null && RankOf(left) <= RankOf(right)) ? left : right;

    /// <exception cref="CannotBeJudged">It is no tier: a step from nowhere leads nowhere.</exception>
    private string? Moved(string? tier, int steps) => tier is null ? null
        : RankOf(tier) is >= 0 and var rank ? Tiers[Math.Clamp(rank + steps, 0, Tiers.Count - 1)]
        : throw new CannotBeJudged(default, NamedTiers.What(tier, this));
}
