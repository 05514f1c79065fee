using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Reads the Properties that the rules of each role may have (rule-packs.md, roles).</summary>
internal sealed class RoleBinder(PackManifest manifest, SceneScope names, ICollection<Flaw> flaws)
{
    public PointsRule Points(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Points = read.Formula<decimal?>("points"),
            From = read.Formula<DateOnly?>("from"),
            LapsesOn = read.Formula<DateOnly?>("lapsesOn", names.WithFrom(scope)),
            CarriesOver = read.Formula<bool>("carriesOver", names.WithEntry(names.WithFrom(scope))),
            Group = read.Formula("group"),
            GroupCitation = read.Text("groupCitation"),
            Clears = read.Formula<IReadOnlyList<Entry>>("clears"),
        };

    public static PointsRule Factor(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition) { Points = read.Formula<decimal?>("points") };

    public TierRule Tier(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Tier = Rung(read),
            NoBetterThan = Bound(read.Formula<string?>("noBetterThan")),
            NoWorseThan = Bound(read.Formula<string?>("noWorseThan")),
            LockedUntil = read.Formula<DateOnly?>("lockedUntil"),
        };

    private string? Rung(PropertyReader read)
    {
        var tier = read.Text("tier");
        if (tier is not null && manifest.Tiers.RankOf(tier) < 0)
        {
            flaws.Add(NamedTiers.Unknown(read.PlaceOf("tier"), tier, manifest.Tiers));
        }

        return tier;
    }

    private Formula<string?>? Bound(Formula<string?>? bound)
    {
        foreach (var flaw in NamedTiers.Check(bound, manifest.Tiers))
        {
            flaws.Add(flaw);
        }

        return bound;
    }

    public static FrequencyRule Frequency(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Says = [.. FrequencyField.All.Select(field => field.Read(read)).OfType<FrequencySaying>()],
        };

    public static StepRule Step(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition, read.Text("step") ?? rule.Name)
        {
            Until = read.Formula<DateOnly?>("until"),
        };

    public static DutyRule Duty(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition, read.OneOf("of", ["subject", "authority"]) ?? "subject")
        {
            Opens = read.Formula<DateOnly?>("opens"),
            Due = read.Formula<DateOnly?>("due"),
            Fulfilled = read.Formula<bool>("fulfilled"),
        };

    public static RepairRule Repair(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition) { Concerns = read.Formula<bool>("concerns") };
}
