using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Service.Governance;

/// <summary>What the regimes and rules of laws are called, for people who read of them.</summary>
public sealed class LawTitles
{
    public static readonly LawTitles None = new([]);

    private readonly Dictionary<string, PackManifest> regimes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Regime, string Rule), Wording> rules = [];

    /// <param name="packs">What comes first gives a name first.</param>
    public LawTitles(IEnumerable<RulePack> packs)
    {
        foreach (var pack in packs)
        {
            regimes.TryAdd(pack.Regime, pack.Manifest);
            foreach (var rule in pack.Rules)
            {
                if (rule.Title is { } title)
                {
                    rules.TryAdd((pack.Regime, rule.Name), title);
                }
            }
        }
    }

    /// <summary>Null: it has none.</summary>
    public Wording? Regime(string regime) => regimes.GetValueOrDefault(regime)?.Title;

    /// <summary>Null: it has no tiers that are known.</summary>
    public TierLadder? Ladder(string regime) => regimes.GetValueOrDefault(regime)?.Tiers;

    /// <summary>Null: it has only its name.</summary>
    public Wording? Rule(string regime, string rule) =>
        rules.TryGetValue((regime, rule), out var title) ? title : null;

    /// <summary>Null: it has only its letter.</summary>
    public Wording? Tier(string regime, string tier) =>
        Ladder(regime)?.Titles.TryGetValue(tier, out var title) == true ? title : null;
}
