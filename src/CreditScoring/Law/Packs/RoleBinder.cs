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
            Points = read.Formula(RuleProperties.Points),
            From = read.Formula(RuleProperties.From),
            LapsesOn = read.Formula(RuleProperties.LapsesOn, names.WithFrom(scope)),
            CarriesOver = read.Formula(RuleProperties.CarriesOver, names.WithEntry(names.WithFrom(scope))),
            Group = RuleProperties.Group.In(read),
            GroupCitation = read.Text(RuleProperties.GroupCitation),
            Clears = read.Formula(RuleProperties.Clears),
            Restores = read.Formula(RuleProperties.Restores, names.WithEntry(scope)),
        };

    public static PointsRule Factor(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition) { Points = read.Formula(RuleProperties.Points) };

    public TierRule Tier(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Tier = Rung(read),
            NoBetterThan = Bound(read.Formula(RuleProperties.NoBetterThan)),
            NoWorseThan = Bound(read.Formula(RuleProperties.NoWorseThan)),
            LockedUntil = read.Formula(RuleProperties.LockedUntil),
        };

    private string? Rung(PropertyReader read)
    {
        var tier = read.Text(RuleProperties.Tier);
        if (tier is not null && manifest.Tiers.RankOf(tier) < 0)
        {
            flaws.Add(NamedTiers.Unknown(read.PlaceOf(RuleProperties.Tier), tier, manifest.Tiers));
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
        new(rule.Name, condition, read.Text(RuleProperties.Step) ?? rule.Name)
        {
            Until = read.Formula(RuleProperties.Until),
        };

    public static DutyRule Duty(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition, read.OneOf(RuleProperties.Of) ?? RuleProperties.Of.Words[0].Text)
        {
            Opens = read.Formula(RuleProperties.Opens),
            Due = read.Formula(RuleProperties.Due),
            Fulfilled = read.Formula(RuleProperties.Fulfilled),
        };

    public static RepairRule Repair(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition) { Concerns = read.Formula(RuleProperties.Concerns) };
}
