using CreditScoring.Documents;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Conformance;

/// <summary>Compares this language with a recording of the real engine, item by item.</summary>
public static class Conformity
{
    private static readonly HashSet<string> Forbidden = ["error-name", "reflection", "bomb"];

    /// <summary>Steps that one evaluation of a recorded expression may take.</summary>
    internal const long Steps = 100_000;

    /// <summary>One a recorded expression and workflow, in the order recorded.</summary>
    public static IReadOnlyList<Comparison> Of(Recording recording) =>
    [
        .. recording.Expressions.Select(each => Worst(recording, each)),
        .. recording.Workflows.Select(each => WorkflowConformity.Worst(recording, each)),
    ];

    /// <summary>A recorded workflow as ours judges it; null: ours refuses a text of it.</summary>
    public static AcceptedWorkflow? Accepted(Recording recording, RecordedWorkflow workflow) =>
        WorkflowConformity.Accepted(recording, workflow);

    private static Comparison Worst(Recording recording, RecordedExpression expression)
    {
        var flaws = new List<Flaw>();
        var formula = RuleCompiler.Compile<bool>(
            RuleText.Bare(expression.Text, expression.Id), recording.Scope, flaws);
        var refusal = Refused(flaws);
        return recording.Inputs
            .Select(input => Weigh(
                new Comparison(
                    expression.Id, expression.Group, expression.Text, Verdict.Agrees, input.Name,
                    formula is null ? refusal : Answer(formula.Evaluate, input),
                    expression.Expected[input.Name]),
                expression.Intended))
            .MaxBy(comparison => comparison.Verdict)!;
    }

    internal static string Refused(IEnumerable<Flaw> flaws) =>
        $"refused ({string.Join("; ", flaws.Select(flaw => $"{flaw.Name}: {flaw.What}"))})";

    internal static string Answer(Func<Evaluation, bool> holds, RecordedScene input)
    {
        input.StepsLeft = Steps;
        try
        {
            return holds(input) ? "true" : "false";
        }
        catch (CannotBeJudged refusal)
        {
            return $"refused ({refusal.Reason})";
        }
    }

    /// <summary>The comparison with its verdict (shared/conformance, "How to count").</summary>
    internal static Comparison Weigh(Comparison one, IReadOnlyDictionary<string, string> intended)
    {
        var refused = one.Ours.StartsWith("refused", StringComparison.Ordinal);
        var reason = intended.GetValueOrDefault(one.Input);
        var verdict = (refused ? "error" : one.Ours) == one.Recorded ? Verdict.Agrees
            : Forbidden.Contains(one.Group) && !refused ? Verdict.AcceptsForbidden
            : reason is not null ? Verdict.DiffersAsIntended
            : one.Recorded == "error" ? Verdict.AcceptsMore
            : refused ? Verdict.RefusesMore : Verdict.Contradicts;
        return one with { Verdict = verdict, Reason = verdict == Verdict.Agrees ? null : reason };
    }
}
