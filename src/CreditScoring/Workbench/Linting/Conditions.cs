using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>rule-never-fires, condition-always-true: a condition that decides nothing is a mistake.</summary>
internal static class Conditions
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var reasoner = new PackReasoning(pack).Reasoner;
        var duties = pack.Role("duties").Select(rule => rule.Name).ToHashSet();
        foreach (var rule in pack.Rules)
        {
            var holds = reasoner.Holds(rule);
            if (holds.Never)
            {
                yield return NeverFires(
                    rule, Shown(holds.Contradiction!), CounterExample.Near(pack, reasoner, rule));
            }
            else if (holds.About("happened.kind").Only is { Count: 1 } kinds && kinds.Contains("duty-missed")
                && holds.About("happened.duty").Only is { } named && !named.Overlaps(duties))
            {
                yield return NeverFires(rule, $"happened.duty == \"{named.First()}\"", null);
            }

            foreach (var flaw in AlwaysTrue(rule, reasoner))
            {
                yield return flaw;
            }
        }
    }

    private static IEnumerable<Flaw> AlwaysTrue(WrittenRule rule, Reasoner reasoner)
    {
        foreach (var nested in rule.Nested.SelectMany(nested => AlwaysTrue(nested, reasoner)))
        {
            yield return nested;
        }

        // Without a condition one writes "true"; that is no pretence.
        if (rule.Condition is { Root: not LiteralNode } condition)
        {
            var terms = condition.Root is LogicNode logic ? logic.Parts : [condition.Root];
            foreach (var term in terms.Append(condition.Root).Distinct()
                .Where(term => reasoner.Holds(term, wanted: false).Never).Take(1))
            {
                yield return new Flaw(
                    "condition-always-true", condition.At(term),
                    new Wording("这个条件总是成立", "this condition is always true"),
                    new Wording("写出真正的条件；没有条件的写 \"true\"",
                        "write the condition that is meant, or \"true\" where there is none"));
            }
        }
    }

    private static Flaw NeverFires(WrittenRule rule, string contradiction, string? example) => new(
        "rule-never-fires", rule.ConditionPlace,
        new Wording(
            $"规则 \"{rule.Name}\" 永远不成立：{contradiction} 不能满足" + (example is null ? "" : $"；例如 {example} 也不成立"),
            $"the rule \"{rule.Name}\" never holds: {contradiction} cannot be met" + (
                example is null ? "" : $"; not even {example} meets it")),
        new Wording("改正条件，或删去规则", "mend the condition, or remove the rule"));

    private static string Shown(string expression) => Spelling.Shown(expression);
}
