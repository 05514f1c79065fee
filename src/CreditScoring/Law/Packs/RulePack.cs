using System.Runtime.CompilerServices;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>One version of a regime's rules, bound and ready to judge.</summary>
public sealed record RulePack(PackManifest Manifest)
{
    public PackManifest Manifest { get; private init; } = Manifest;

    public string Regime => Manifest.Regime;

    public string Version => Manifest.Version;

    /// <summary>SHA-256 of what can change an outcome: manifest, workflows and tables.</summary>
    public required string Hash { get; init; }

    /// <summary>The articles in our own words.</summary>
    public required LawText Law { get; init; }

    /// <summary>The papers (文书) that it lays down, by what they are for.</summary>
    public IReadOnlyDictionary<PaperKind, PaperTemplate> Papers { get; init; } =
        new Dictionary<PaperKind, PaperTemplate>();

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

    /// <summary>Every parameter of its workflows, the named values among them.</summary>
    public IReadOnlyList<NamedValue> Params { get; init; } = [];

    /// <summary>How many places named values take in a scene's memory.</summary>
    public int Slots => Params.Count;

    public IReadOnlyList<PointsRule> Points
    {
        get;
        init => (field, PointsFor) = (value, new RuleIndex<PointsRule>(value));
    } = [];

    /// <summary>The points rules that an event can meet.</summary>
    public RuleIndex<PointsRule> PointsFor { get; private init; } = new([]);

    public IReadOnlyList<TierRule> Tier { get; init; } = [];

    public IReadOnlyList<FrequencyRule> Frequency { get; init; } = [];

    public IReadOnlyList<PointsRule> Factors { get; init; } = [];

    public IReadOnlyList<StepRule> Steps { get; init; } = [];

    public IReadOnlyList<DutyRule> Duties
    {
        get;
        init => (field, DutiesFor) = (value, new RuleIndex<DutyRule>(value));
    } = [];

    /// <summary>The duties that an event can bring about.</summary>
    public RuleIndex<DutyRule> DutiesFor { get; private init; } = new([]);

    public IReadOnlyList<RepairRule> Repair { get; init; } = [];

    public IReadOnlyList<Tables.LawTable> Tables { get; init; } = [];

    /// <summary>Every expression that judging by the pack may evaluate.</summary>
    public IEnumerable<Formula> Formulas =>
        new Formula?[] { Anchor, From, LapsesOn, CarriesOver, AppliesTo }.OfType<Formula>()
            .Concat(Params.Select(named => named.Formula))
            .Concat(Rules.SelectMany(rule => rule.Condition.Expressions.Select(part => (Formula)part.Formula)
                .Concat(rule.Properties)))
            .Distinct();

    /// <summary>All rules of all roles.</summary>
    public IEnumerable<PackRule> Rules =>
        new IEnumerable<PackRule>[] { Points, Factors, Tier, Steps, Duties, Repair, Frequency }.SelectMany(
            rules => rules);

    /// <summary>Whether the scene's subject stands in the regime on the scene's day.</summary>
    public bool AppliesIn(Scenes.Scene scene) =>
        Manifest.Subjects.Contains(scene.Subject.Kind) && (AppliesTo is null || AppliesTo.Evaluate(scene));

    /// <summary>
    /// The same rules as if they were in force from another day on; the hash is that of the pack as written.
    /// </summary>
    public RulePack FromDay(DateOnly day) =>
        this with { Manifest = Manifest with { InForceFrom = day } };

    /// <summary>Packs are told apart by identity, not by what they say.</summary>
    public bool Equals(RulePack? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => $"{Regime}/{Version}";

    public bool InForceOn(DateOnly day) => Manifest.InForceFrom <= day && !(Manifest.RepealedFrom <= day);
}
