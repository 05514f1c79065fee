using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Law.Packs;

/// <summary>Binds a pack as written to the catalogue: every name and type is checked here, once.</summary>
internal sealed class PackBinder
{
    private readonly PackManifest manifest;
    private readonly IReadOnlyDictionary<string, Workflow> workflows;
    private readonly IReadOnlyDictionary<string, LawTable> tables;
    private readonly ICollection<Flaw> flaws;
    private readonly SceneScope names;
    private readonly RuleBinder rules;
    private readonly RoleBinder roles;

    public PackBinder(
        PackManifest manifest, IReadOnlyDictionary<string, Workflow> workflows,
        IReadOnlyDictionary<string, LawTable> tables, SceneScope names, ICollection<Flaw> flaws)
    {
        this.manifest = manifest;
        this.workflows = workflows;
        this.tables = tables;
        this.flaws = flaws;
        this.names = names;
        rules = new RuleBinder(flaws);
        roles = new RoleBinder(manifest, names, flaws);
    }

    public RulePack? Bind(
        string hash, LawText law, IReadOnlyDictionary<PaperKind, PaperTemplate> papers)
    {
        var (named, values) = rules.Params(Role("tier")?.GlobalParams ?? [], names.OfTheDay);
        var withTier = names.WithTier(named);
        var inEvent = names.WithHappened(named);
        var from = EventDay(manifest.From)
            ?? EventDay(RuleText.Bare("happened.decidedOn ?? happened.occurredOn"));
        if (from is null)
        {
            return null;
        }

        RequirePoints(values, named);
        RequireDecisions();
        return new RulePack(manifest)
        {
            Hash = hash,
            Law = law,
            Papers = papers,
            From = from,
            Named = values,
            Points = Bound("points", inEvent, roles.Points),
            Factors = Bound("factors", named, RoleBinder.Factor),
            Tier = Bound("tier", named, roles.Tier),
            Steps = Steps(withTier),
            Duties = Duties(inEvent, values),
            Repair = Bound("repair", names.WithRequest(named), RoleBinder.Repair),
            Frequency = Bound("frequency", withTier, RoleBinder.Frequency),
            Params = rules.Bound,
            Anchor = EventDay(manifest.Anchor) ?? from,
            LapsesOn = Days(manifest.LapsesOn, names.WithFrom(inEvent)),
            CarriesOver = CarriesOver(manifest.CarriesOver, named),
            AppliesTo = manifest.AppliesTo is { } applies
                ? RuleCompiler.Compile<bool>(applies, names.SubjectOnly, flaws) : null,
            Tables = [.. tables.Values],
        };
    }

    private StepRule[] Steps(Scope scope)
    {
        var steps = Bound("steps", scope, RoleBinder.Step);
        return
        [
            .. steps.Select((rule, at) => rule with
            {
                IsLast = !Array.Exists(steps[(at + 1)..], after => after.Step == rule.Step),
            }),
        ];
    }

    private DutyRule[] Duties(Scope scope, IEnumerable<NamedValue> values)
    {
        var byName = values.ToDictionary(
            value => value.Name, value => value.Formula, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Bound("duties", scope, RoleBinder.Duty)
                .Select(duty => duty with { Awaits = KindsAwaited.Of(duty.Fulfilled, byName) }),
        ];
    }

    private Formula<DateOnly?>? Days(RuleText? text, Scope scope) =>
        text is null ? null : RuleCompiler.Compile<DateOnly?>(text, scope, flaws);

    /// <summary>The day that an event gets by itself, before any day is walked.</summary>
    private Formula<DateOnly?>? EventDay(RuleText? text)
    {
        var day = Days(text, names.EventOnly);
        foreach (var flaw in day is null ? [] : BeforeTheDay.Check(day.Source, tables))
        {
            flaws.Add(flaw);
        }

        return day;
    }

    private Formula<bool>? CarriesOver(RuleText? text, Scope named) => text is null ? null
        : RuleCompiler.Compile<bool>(text, names.WithEntry(names.WithFrom(named)), flaws);

    private Workflow? Role(string role) =>
        manifest.Workflows.TryGetValue(role, out var name) ? workflows.GetValueOrDefault(name.Text!) : null;

    private T[] Bound<T>(
        string role, Scope scope, Func<Rule, Condition, PropertyReader, Scope, T> bind)
        where T : PackRule
    {
        var bound = new List<T>();
        if (Role(role) is not { } workflow)
        {
            return [];
        }

        var inner = role == "tier" ? scope : rules.Params(workflow.GlobalParams, scope).Scope;
        foreach (var rule in workflow.Rules.Where(rule => rule.Enabled))
        {
            var (condition, read, ruleScope) = rules.Rule(rule, inner);
            if (condition is not null)
            {
                bound.Add(bind(rule, condition, read, ruleScope) with
                {
                    Title = read.Wording(RuleProperties.Title),
                    Citation = read.Text(RuleProperties.Citation),
                    Provenance = read.Text(RuleProperties.Provenance),
                    Properties = read.Formulas,
                });
                read.Close();
            }
        }

        return [.. bound];
    }

    /// <summary>Repairs that an authority decides need the event that says so.</summary>
    private void RequireDecisions()
    {
        if (manifest.RepairTakesEffect == RepairEffect.OnDecision && !names.KnowsRepairDecisions)
        {
            flaws.Add(new Flaw(
                "unknown-kind", manifest.RepairPlace ?? manifest.Place,
                new Wording(
                    $"事件目录里没有带字段 {RaisedKinds.DecisionField} 的 {RaisedKinds.RepairDecision}，修复决定无从报送",
                    $"the catalogue has no {RaisedKinds.RepairDecision} with a field "
                        + $"{RaisedKinds.DecisionField}: nobody could send a decision"),
                new Wording(
                    $"在 events/ 中声明它，或者写 \"{ManifestReader.OnRequest}\"",
                    $"declare it in events/, or write \"{ManifestReader.OnRequest}\"")));
        }
    }

    /// <summary>The value shown as points must be one of the named values.</summary>
    private void RequirePoints(IReadOnlyList<NamedValue> values, Scope scope)
    {
        if (manifest.Points is { } points && values.All(named => named.Name != points)
            && !scope.Flawed.Contains(points))
        {
            flaws.Add(new Flaw(
                "unknown-name", manifest.Place,
                new Wording(
                    $"\"points\" 指的 \"{points}\" 不是命名值", $"\"points\": \"{points}\" is no named value"),
                new Wording(
                    "在 tier 工作流的 GlobalParams 中定义它", "define it in the GlobalParams of the tier workflow")));
        }
    }
}
