using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;
using CreditScoring.Standings;

namespace CreditScoring.Workbench.Covering;

/// <summary>
/// What the cases of a pack try of its rules and tables: hand it to the cases as their listener.
/// </summary>
public sealed class Coverage : IJudgementListener, ICoverageListener
{
    /// <summary>By the formula, or by the condition that is made of nested ones.</summary>
    private readonly Dictionary<object, IReadOnlyList<Outcomes>> points =
        new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<TableRow, RowUse> rows = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<PackRule> rules;
    private readonly RulePack pack;

    public Coverage(RulePack pack)
    {
        this.pack = pack;
        rules =
        [
            .. pack.Points, .. pack.Factors, .. pack.Tier, .. pack.Steps, .. pack.Frequency,
            .. pack.Duties, .. pack.Repair,
        ];
        foreach (var rule in rules)
        {
            Add(rule.Name, rule.Condition);
            rule.Properties.ToList().ForEach(property => Add(rule.Name, property));
        }

        pack.Params.ToList().ForEach(param => Add(param.Name, param.Formula));
        Add("lapsesOn", pack.LapsesOn);
        Add("carriesOver", pack.CarriesOver);
        Add("appliesTo", pack.AppliesTo);
        foreach (var table in pack.Tables)
        {
            foreach (var row in table.Rows)
            {
                rows.Add(row, new RowUse(table, row, pack.Manifest));
            }
        }
    }

    public ICoverageListener Watch => this;

    /// <summary>Every rule, and whether it has held in some case.</summary>
    public IEnumerable<(PackRule Rule, bool Held)> Rules =>
        rules.Select(rule => (rule, held.Contains(rule.Condition)));

    /// <summary>
    /// Every rule has held and every condition has come out both ways. Where there is nothing to try,
    /// nothing has been tried.
    /// </summary>
    public bool IsComplete =>
        rules.Count > 0 && Rules.All(each => each.Held) && Outcomes.All(each => each.Both);

    public IEnumerable<Outcomes> Outcomes => points.Values.SelectMany(each => each);

    public IEnumerable<RowUse> Rows => rows.Values;

    private readonly HashSet<Condition> held = new(ReferenceEqualityComparer.Instance);

    public void Asked(Condition condition, bool outcome)
    {
        if (outcome)
        {
            held.Add(condition);
        }

        if (condition is Joined && points.TryGetValue(condition, out var known))
        {
            known[0].See(outcome);
        }
    }

    public void Evaluated(Formula formula, Evaluation scene)
    {
        if (points.TryGetValue(formula, out var known) && known.Any(each => !each.Both))
        {
            Covering.Outcomes.See(known, formula.Explain(scene));
        }
    }

    public void Found(LawTable table, TableRow row, decimal? number, DateOnly day)
    {
        if (rows.ContainsKey(row))
        {
            foreach (var each in table.Rows)
            {
                rows[each].See(row, number, day);
            }
        }
    }

    /// <summary>
    /// The rules that pin other kinds are not even asked about the event: what pins the kind is false.
    /// </summary>
    public void Took(Happening happening, RulePack? judging)
    {
        if (judging != pack || !kinds.Add(happening.Kind))
        {
            return;
        }

        foreach (var rule in pack.Points.Concat<PackRule>(pack.Duties)
            .Where(rule => rule.Condition.Kinds is { } pinned && !pinned.Contains(happening.Kind)))
        {
            var known = points[rule.Condition is Simple { Formula: var formula } ? formula : rule.Condition];
            known.FirstOrDefault()?.See(false);
            known.FirstOrDefault(each => each.Text.StartsWith("happened.kind", StringComparison.Ordinal)
                && each != known[0])?.See(false);
        }
    }

    public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted)
    {
    }

    public void Judged(PointsRule rule, RulePack judging, Scene scene, bool hit, Entry? made)
    {
    }

    public void Reckoned(NamedValue named, Scene scene)
    {
    }

    public void Tried(TierRule rule, RulePack judging, Scene scene, bool hit)
    {
    }

    public void Tried(FrequencyRule rule, RulePack judging, Scene scene, bool hit)
    {
    }

    private void Add(string rule, Condition condition)
    {
        if (condition is Simple simple)
        {
            Add(rule, simple.Formula);
            return;
        }

        points.Add(condition, [new Outcomes(rule, default, condition.Name)]);
        foreach (var part in (condition as Joined)?.Parts ?? [])
        {
            Add(rule, part);
        }
    }

    private void Add(string name, Formula? formula)
    {
        if (formula is not null)
        {
            points.Add(formula, Covering.Outcomes.Of(name, formula));
        }
    }
}
