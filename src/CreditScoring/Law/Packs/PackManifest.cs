using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>What a pack's numbers are worth.</summary>
public enum PackStatus { Official, Illustrative, Template, Fixture }

/// <summary>What makes a repair (信用修复) take effect in a regime.</summary>
public enum RepairEffect
{
    /// <summary>The request itself, on the day on which it meets the conditions.</summary>
    OnRequest,

    /// <summary>
    /// The authority's decision; until then a request that meets the conditions is proposed only.
    /// </summary>
    OnDecision,
}

/// <summary>
/// Which version judges what happened before a version came into force (新旧衔接); said by the later one.
/// </summary>
public enum Transition
{
    /// <summary>The version of the day on which it happened.</summary>
    Old,

    /// <summary>The later one, from its first day on.</summary>
    New,

    /// <summary>The old one, unless the later is milder (从旧兼从轻).</summary>
    Lenient,
}

/// <summary>pack.json as written: identity, days, tiers, and which workflow plays which role.</summary>
public sealed record PackManifest(string Regime, DateOnly InForceFrom, Place Place)
{
    public Wording Title { get; init; }

    public PackStatus Status { get; init; }

    /// <summary>The instrument whose law it is; null: none.</summary>
    public string? Instrument { get; init; }

    /// <summary>First day out of force; null: in force until a later version.</summary>
    public DateOnly? RepealedFrom { get; init; }

    /// <summary>Which version judges what happened before this one was in force.</summary>
    public Transition Transition { get; init; }

    /// <summary>Where that is said; null: it is not.</summary>
    public Place? TransitionPlace { get; init; }

    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Where each of the <see cref="Subjects"/> stands.</summary>
    public IReadOnlyList<Place> SubjectPlaces { get; init; } = [];

    public TierLadder Tiers { get; init; } = new([]);

    /// <summary>The named value shown as points; null: the regime has none.</summary>
    public string? Points { get; init; }

    /// <summary>What the named values are called, by name.</summary>
    public IReadOnlyDictionary<string, Wording> Measures { get; init; } = new Dictionary<string, Wording>();

    public RuleText? Anchor { get; init; }

    public RuleText? From { get; init; }

    public RuleText? LapsesOn { get; init; }

    public RuleText? CarriesOver { get; init; }

    public RuleText? AppliesTo { get; init; }

    /// <summary>When a repair takes effect.</summary>
    public RepairEffect RepairTakesEffect { get; init; }

    /// <summary>Where that is said; null: it is not.</summary>
    public Place? RepairPlace { get; init; }

    /// <summary>What it lays down for the draft of a notice.</summary>
    public NoticeTerms Notice { get; init; } = NoticeTerms.None;

    /// <summary>What comes first of one law day.</summary>
    public SameDay SameDay { get; init; } = new([]);

    /// <summary>Role -> workflow name, with its place.</summary>
    public IReadOnlyDictionary<string, JsonPiece> Workflows { get; init; } =
        new Dictionary<string, JsonPiece>();

    /// <summary>The version's name: the day from which it is in force.</summary>
    public string Version =>
        InForceFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
