using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Conformance;

/// <summary>A recorded workflow of which ours takes every text, those of nested rules too.</summary>
public sealed class AcceptedWorkflow
{
    private readonly IReadOnlyList<BoundRule> rules;

    internal AcceptedWorkflow(IReadOnlyList<BoundRule> rules) => this.rules = rules;

    /// <summary>
    /// Whether all of it takes few enough steps of ours that another engine, which counts none, may be
    /// asked. That one reckons every parameter and every nested rule, so ours does so here.
    /// </summary>
    public bool IsAffordable(RecordedScene input)
    {
        input.StepsLeft = Conformity.Steps;
        return rules.All(rule =>
            rule.Named.All(named => Affords(() => named.Formula.EvaluateAny(input)))
            && WorkflowConformity.All(rule.Condition!).All(part => Affords(() => part.Holds(input))));
    }

    private static bool Affords(Func<object?> reckon)
    {
        try
        {
            reckon();
            return true;
        }
        catch (CannotBeJudged why)
        {
            return !why.IsOverBudget;
        }
    }
}

/// <summary>A recorded rule, bound by itself.</summary>
/// <param name="Condition">Null: it was refused.</param>
/// <param name="Named">The parameters that it may read.</param>
internal sealed record BoundRule(
    Condition? Condition, string Name, IReadOnlyList<Documents.Flaw> Flaws,
    IReadOnlyList<Law.Scenes.NamedValue> Named);
