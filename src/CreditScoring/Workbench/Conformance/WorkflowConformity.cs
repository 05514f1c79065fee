using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Workbench.Conformance;

/// <summary>
/// Compares a recorded workflow: read, bound and judged by the very parts that judge a pack, rule by
/// rule, nested ones included.
/// </summary>
internal static class WorkflowConformity
{
    /// <summary>A rule that has no outcome, on either side, counts as an error.</summary>
    private const string Absent = "error";

    public static Comparison Worst(Recording recording, RecordedWorkflow recorded)
    {
        var flaws = new List<Flaw>();
        var workflow = WorkflowReader.Read(recorded.Workflow, flaws);
        var filled = workflow is null ? null : Injection.Resolve([workflow], flaws)[0];
        var broken = flaws.Any(flaw => flaw.Severity == Severity.Error);
        var judged = broken || filled is null ? null : Bind(filled, recording.Scope);
        return recording.Inputs
            .SelectMany(input => Compare(recorded, input, judged is null
                ? All(Conformity.Refused(flaws)) : Outcomes(judged, input)))
            .MaxBy(comparison => comparison.Verdict)!;
    }

    /// <summary>Null: ours refuses a text of it, be it of a nested rule.</summary>
    public static AcceptedWorkflow? Accepted(Recording recording, RecordedWorkflow recorded)
    {
        var flaws = new List<Flaw>();
        var workflow = WorkflowReader.Read(recorded.Workflow, flaws);
        var filled = workflow is null ? null : Injection.Resolve([workflow], flaws)[0];
        if (filled is null || Any(flaws))
        {
            return null;
        }

        var rules = Bind(filled, recording.Scope);
        return rules.Any(rule => rule.Condition is null || Any(rule.Flaws)) ? null
            : new AcceptedWorkflow(rules);

        static bool Any(IEnumerable<Flaw> flaws) => flaws.Any(flaw => flaw.Severity == Severity.Error);
    }

    private static Dictionary<string, string> All(string outcome) => new() { ["*"] = outcome };

    private static IEnumerable<Comparison> Compare(
        RecordedWorkflow recorded, RecordedScene input, Dictionary<string, string> ours)
    {
        var expected = recorded.Expected[input.Name];
        return expected.Keys.Union(ours.Keys).Where(rule => rule != "*").DefaultIfEmpty("*")
            .Select(rule => Conformity.Weigh(
                new Comparison(
                    recorded.Id, recorded.Group, rule, Verdict.Agrees, input.Name,
                    OutcomeOf(rule, ours) ?? $"refused (the rule has no outcome)",
                    OutcomeOf(rule, expected) ?? Absent),
                recorded.Intended));
    }

    private static string? OutcomeOf(string rule, IReadOnlyDictionary<string, string> outcomes) =>
        outcomes.GetValueOrDefault(rule) ?? outcomes.GetValueOrDefault("*");

    /// <summary>Each rule is bound by itself: a flaw of one is no flaw of its neighbour.</summary>
    private static List<BoundRule> Bind(Workflow workflow, Scope scope)
    {
        var bound = new List<BoundRule>();
        foreach (var rule in workflow.Rules.Where(rule => rule.Enabled))
        {
            var flaws = new List<Flaw>();
            var binder = new RuleBinder(flaws, WithNamed);
            var (inner, _) = binder.Params(workflow.GlobalParams, scope);
            var (condition, _, _) = binder.Rule(rule, inner);
            bound.Add(new BoundRule(
                binder.AnyParamRefused ? null : condition, rule.Name, flaws, [.. binder.Bound]));
        }

        return bound;
    }

    private static Dictionary<string, string> Outcomes(List<BoundRule> rules, RecordedScene input)
    {
        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Condition is null)
            {
                outcomes[rule.Name] = Conformity.Refused(rule.Flaws);
                continue;
            }

            foreach (var part in All(rule.Condition))
            {
                outcomes[part.Name] = Conformity.Answer(facts => part.Holds(facts), input);
            }
        }

        return outcomes;
    }

    internal static IEnumerable<Condition> All(Condition condition) =>
        condition is Joined joined ? joined.Parts.SelectMany(All).Prepend(condition) : [condition];

    /// <summary>A recorded input keeps no memory: a named value is reckoned wherever it is read.</summary>
    private static Scope WithNamed(Scope scope, NamedValue named) => scope.With(new Variable(
        named.Name, named.Formula.Type,
        scene => Expression.Convert(
            Expression.Call(
                Expression.Constant(named.Formula), nameof(Formula.EvaluateAny), null,
                Expression.Convert(scene, typeof(Evaluation))),
            named.Formula.Type.Clr)));
}
