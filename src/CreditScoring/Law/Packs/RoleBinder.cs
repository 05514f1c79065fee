using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Reads the Properties that the rules of each role may have (rule-packs.md, roles).</summary>
internal sealed class RoleBinder(PackManifest manifest, SceneScope names)
{
    public PointsRule Points(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Points = read.Formula<decimal?>("points"),
            From = read.Formula<DateOnly?>("from"),
            LapsesOn = read.Formula<DateOnly?>("lapsesOn", names.WithFrom(scope)),
            CarriesOver = read.Formula<bool>("carriesOver", names.WithEntry(names.WithFrom(scope))),
            Group = read.Formula("group"),
            Clears = read.Formula<IReadOnlyList<Entry>>("clears"),
        };

    public static PointsRule Factor(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition) { Points = read.Formula<decimal?>("points") };

    public TierRule Tier(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            Tier = read.OneOf("tier", manifest.Tiers.Tiers),
            NoBetterThan = read.Formula<string?>("noBetterThan"),
            NoWorseThan = read.Formula<string?>("noWorseThan"),
            LockedUntil = read.Formula<DateOnly?>("lockedUntil"),
        };

    public static FrequencyRule Frequency(Rule rule, Condition condition, PropertyReader read, Scope scope) =>
        new(rule.Name, condition)
        {
            TimesPerYear = read.Formula<decimal?>("timesPerYear"),
            Opens = read.Formula<DateOnly?>("opens"),
            Due = read.Formula<DateOnly?>("due"),
            SamplingShare = read.Formula<decimal?>("samplingShare"),
            VisitCap = read.Formula<decimal?>("visitCap"),
            KeySupervision = read.Formula<bool?>("keySupervision"),
            Priority = read.OneOf("priority", ["must", "may"]),
            Method = read.Text("method"),
            Rate = read.Formula<decimal?>("rate"),
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
        new(rule.Name, condition);
}
