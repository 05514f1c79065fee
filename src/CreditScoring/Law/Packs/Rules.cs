using CreditScoring.Law.Expressions;

namespace CreditScoring.Law.Packs;

/// <summary>A rule of a pack, bound: its name in the workflow, its condition and its article.</summary>
public abstract record PackRule(string Name, Condition Condition)
{
    /// <summary>Such as <c>law.md#art-8-1</c>.</summary>
    public string? Citation { get; init; }

    /// <summary>published, recalled, bureau or illustrative.</summary>
    public string? Provenance { get; init; }
}

/// <summary>Points for an event (role points), or for a static attribute on a day (role factors).</summary>
public sealed record PointsRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    /// <summary>Null: the hit makes no entry (it only clears).</summary>
    public Formula<decimal?>? Points { get; init; }

    public Formula<DateOnly?>? From { get; init; }

    public Formula<DateOnly?>? LapsesOn { get; init; }

    public Formula<bool>? CarriesOver { get; init; }

    /// <summary>The key of the group; a missing value: the entry stands alone.</summary>
    public Formula? Group { get; init; }

    /// <summary>The entries that lapse on the day.</summary>
    public Formula<IReadOnlyList<Scenes.Entry>>? Clears { get; init; }
}

/// <summary>A rung of the ladder, or a bound on the tier.</summary>
public sealed record TierRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    public string? Tier { get; init; }

    public Formula<string?>? NoBetterThan { get; init; }

    public Formula<string?>? NoWorseThan { get; init; }

    public Formula<DateOnly?>? LockedUntil { get; init; }
}

/// <summary>What one hit says of the supervision; null: nothing.</summary>
public sealed record FrequencyRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    public Formula<decimal?>? TimesPerYear { get; init; }

    public Formula<DateOnly?>? Opens { get; init; }

    public Formula<DateOnly?>? Due { get; init; }

    public Formula<decimal?>? SamplingShare { get; init; }

    public Formula<decimal?>? VisitCap { get; init; }

    public Formula<bool?>? KeySupervision { get; init; }

    public string? Priority { get; init; }

    public string? Method { get; init; }

    public Formula<decimal?>? Rate { get; init; }
}
