using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>One version of a regime's rules, bound and ready to judge.</summary>
public sealed class RulePack(PackManifest manifest)
{
    private readonly Dictionary<string, IReadOnlyList<PointsRule>> pointsByKind = new(StringComparer.Ordinal);

    public PackManifest Manifest { get; } = manifest;

    public string Regime => Manifest.Regime;

    public string Version => Manifest.Version;

    /// <summary>SHA-256 of what can change an outcome: manifest, workflows and tables.</summary>
    public required string Hash { get; init; }

    /// <summary>The day that chooses the version for an event.</summary>
    public required Formula<DateOnly?> Anchor { get; init; }

    /// <summary>The law day on which an event is taken in.</summary>
    public required Formula<DateOnly?> From { get; init; }

    /// <summary>Null: entries never lapse.</summary>
    public Formula<DateOnly?>? LapsesOn { get; init; }

    public Formula<bool>? CarriesOver { get; init; }

    /// <summary>Which subjects stand in the regime; null: all of its kinds.</summary>
    public Formula<bool>? AppliesTo { get; init; }

    /// <summary>The named values in the order written.</summary>
    public IReadOnlyList<NamedValue> Named { get; init; } = [];

    /// <summary>How many places named values take in a scene's memory.</summary>
    public int Slots { get; init; }

    public IReadOnlyList<PointsRule> Points { get; init; } = [];

    public IReadOnlyList<TierRule> Tier { get; init; } = [];

    public IReadOnlyList<FrequencyRule> Frequency { get; init; } = [];

    public bool InForceOn(DateOnly day) => Manifest.InForceFrom <= day && !(Manifest.RepealedFrom <= day);

    /// <summary>The points rules that an event of a kind can meet, in the order written.</summary>
    public IReadOnlyList<PointsRule> PointsFor(string kind)
    {
        lock (pointsByKind)
        {
            if (!pointsByKind.TryGetValue(kind, out var rules))
            {
                pointsByKind[kind] = rules =
                    [.. Points.Where(rule => rule.Condition.Kinds is not { } kinds || kinds.Contains(kind))];
            }

            return rules;
        }
    }
}
