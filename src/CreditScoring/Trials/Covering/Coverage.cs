using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;
using CreditScoring.Standings;

namespace CreditScoring.Trials.Covering;

/// <summary>What the cases of a pack try of its rules and tables: hand it to the cases as their witness.</summary>
public sealed class Coverage : IWitness, IWatch
{
    private readonly Dictionary<Condition, IReadOnlyList<Outcomes>> points =
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
        }

        foreach (var table in pack.Tables)
        {
            foreach (var row in table.Rows)
            {
                rows.Add(row, new RowUse(table, row));
            }
        }
    }

    public IWatch Watch => this;

    /// <summary>Every rule, and whether it has held in some case.</summary>
    public IEnumerable<(PackRule Rule, bool Held)> Rules =>
        rules.Select(rule => (rule, held.Contains(rule.Condition)));

    public IEnumerable<Outcomes> Outcomes => points.Values.SelectMany(each => each);

    public IEnumerable<RowUse> Rows => rows.Values;

    private readonly HashSet<Condition> held = new(ReferenceEqualityComparer.Instance);

    public void Asked(Condition condition, bool outcome, Evaluation scene)
    {
        if (!points.TryGetValue(condition, out var known))
        {
            return;
        }

        if (outcome)
        {
            held.Add(condition);
        }

        if (condition is not Simple simple)
        {
            known[0].See(outcome);
        }
        else if (known.Any(each => !each.Both))
        {
            Covering.Outcomes.See(known, simple.Formula.Explain(scene));
        }
    }

    public void Found(LawTable table, TableRow row, decimal? number)
    {
        if (rows.ContainsKey(row))
        {
            foreach (var each in table.Rows)
            {
                rows[each].See(row, number);
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
            var known = points[rule.Condition];
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
        points.Add(condition, Covering.Outcomes.Of(rule, condition));
        foreach (var part in (condition as Joined)?.Parts ?? [])
        {
            Add(rule, part);
        }
    }
}
