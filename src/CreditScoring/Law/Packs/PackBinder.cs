using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Binds a pack as written to the catalogue: every name and type is checked here, once.</summary>
internal sealed class PackBinder
{
    private readonly PackManifest manifest;
    private readonly IReadOnlyDictionary<string, Workflow> workflows;
    private readonly ICollection<Flaw> flaws;
    private readonly SceneScope names;
    private readonly RuleBinder rules;

    public PackBinder(
        PackManifest manifest, IReadOnlyDictionary<string, Workflow> workflows,
        IReadOnlyDictionary<string, LawTable> tables, EventCatalogue catalogue, ICollection<Flaw> flaws)
    {
        this.manifest = manifest;
        this.workflows = workflows;
        this.flaws = flaws;
        names = new SceneScope(catalogue, manifest.Tiers, tables);
        rules = new RuleBinder(flaws);
    }

    public RulePack? Bind(string hash)
    {
        var (named, values) = rules.Params(Role("tier")?.GlobalParams ?? [], names.OfTheDay);
        var withTier = names.WithTier(named);
        var inEvent = names.WithHappened(named);
        var from = Days(manifest.From, names.EventOnly)
            ?? Days(RuleText.Bare("happened.decidedOn ?? happened.occurredOn"), names.EventOnly);
        if (from is null)
        {
            return null;
        }

        RequirePoints(values);
        var points = Bound("points", inEvent, Points).ToArray();
        var tier = Bound("tier", named, Tier).ToArray();
        var frequency = Bound("frequency", withTier, Frequency).ToArray();
        return new RulePack(manifest)
        {
            Hash = hash,
            From = from,
            Anchor = Days(manifest.Anchor, names.EventOnly) ?? from,
            LapsesOn = Days(manifest.LapsesOn, names.WithFrom(inEvent)),
            CarriesOver = CarriesOver(manifest.CarriesOver, named),
            AppliesTo = manifest.AppliesTo is { } applies
                ? RuleCompiler.Compile<bool>(applies, named, flaws) : null,
            Named = values,
            Points = points,
            Tier = tier,
            Frequency = frequency,
            Slots = rules.Slots,
        };
    }

    private Formula<DateOnly?>? Days(RuleText? text, Scope scope) =>
        text is null ? null : RuleCompiler.Compile<DateOnly?>(text, scope, flaws);

    private Formula<bool>? CarriesOver(RuleText? text, Scope named) => text is null ? null
        : RuleCompiler.Compile<bool>(text, names.WithEntry(names.WithFrom(named)), flaws);

    private Workflow? Role(string role) =>
        manifest.Workflows.TryGetValue(role, out var name) ? workflows.GetValueOrDefault(name.Text!) : null;

    private IEnumerable<T> Bound<T>(
        string role, Scope scope, Func<Rule, Condition, PropertyReader, Scope, T> bind)
    {
        if (Role(role) is not { } workflow)
        {
            yield break;
        }

        var inner = role == "tier" ? scope : rules.Params(workflow.GlobalParams, scope).Scope;
        foreach (var rule in workflow.Rules.Where(rule => rule.Enabled))
        {
            var (condition, properties, ruleScope) = rules.Rule(rule, inner);
            if (condition is not null)
            {
                yield return bind(rule, condition, properties, ruleScope);
            }
        }
    }

    private PointsRule Points(Rule rule, Condition condition, PropertyReader read, Scope scope)
    {
        var bound = new PointsRule(rule.Name, condition)
        {
            Points = read.Formula<decimal?>("points"),
            From = read.Formula<DateOnly?>("from"),
            LapsesOn = read.Formula<DateOnly?>("lapsesOn", names.WithFrom(scope)),
            CarriesOver = read.Formula<bool>("carriesOver", names.WithEntry(names.WithFrom(scope))),
            Group = read.Formula("group"),
            Clears = read.Formula<IReadOnlyList<Entry>>("clears"),
            Citation = read.Text("citation"),
            Provenance = read.Text("provenance"),
        };
        read.Close();
        return bound;
    }

    private TierRule Tier(Rule rule, Condition condition, PropertyReader read, Scope scope)
    {
        var bound = new TierRule(rule.Name, condition)
        {
            Tier = read.OneOf("tier", manifest.Tiers.Tiers),
            NoBetterThan = read.Formula<string?>("noBetterThan"),
            NoWorseThan = read.Formula<string?>("noWorseThan"),
            LockedUntil = read.Formula<DateOnly?>("lockedUntil"),
            Citation = read.Text("citation"),
            Provenance = read.Text("provenance"),
        };
        read.Close();
        return bound;
    }

    private static FrequencyRule Frequency(Rule rule, Condition condition, PropertyReader read, Scope scope)
    {
        var bound = new FrequencyRule(rule.Name, condition)
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
            Citation = read.Text("citation"),
            Provenance = read.Text("provenance"),
        };
        read.Close();
        return bound;
    }

    /// <summary>The value shown as points must be one of the named values.</summary>
    private void RequirePoints(IReadOnlyList<NamedValue> values)
    {
        if (manifest.Points is { } points && values.All(named => named.Name != points))
        {
            flaws.Add(new Flaw(
                "unknown-name", manifest.Place,
                new Wording($"\"points\" 指的 \"{points}\" 不是命名值", $"\"points\": \"{points}\" is no named value"),
                new Wording("在 tier 工作流的 GlobalParams 中定义它", "define it in the GlobalParams of the tier workflow")));
        }
    }
}
