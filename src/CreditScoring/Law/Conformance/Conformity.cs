using CreditScoring.Documents;
using CreditScoring.Law.Expressions;

namespace CreditScoring.Law.Conformance;

/// <summary>
/// Compares this language with a recording of the real engine, expression by expression.
/// </summary>
public static class Conformity
{
    private static readonly HashSet<string> Forbidden = ["error-name", "reflection", "bomb"];

    /// <summary>Steps that one evaluation of a recorded expression may take.</summary>
    private const long Steps = 100_000;

    public static IReadOnlyList<Comparison> Of(Recording recording) =>
        [.. recording.Expressions.Select(each => Worst(recording, each))];

    private static Comparison Worst(Recording recording, RecordedExpression expression)
    {
        var flaws = new List<Flaw>();
        var formula = RuleCompiler.Compile<bool>(
            RuleText.Bare(expression.Text, expression.Id), recording.Scope, flaws);
        var refusal = string.Join("; ", flaws.Select(flaw => $"{flaw.Name}: {flaw.What}"));
        return recording.Inputs
            .Select(input => One(expression, input, formula is null
                ? $"refused ({refusal})" : Answer(formula, input)))
            .MaxBy(comparison => comparison.Verdict)!;
    }

    private static string Answer(Formula<bool> formula, RecordedScene input)
    {
        input.StepsLeft = Steps;
        try
        {
            return formula.Evaluate(input) ? "true" : "false";
        }
        catch (CannotBeJudged refusal)
        {
            return $"refused ({refusal.Reason})";
        }
    }

    private static Comparison One(RecordedExpression expression, RecordedScene input, string ours)
    {
        var recorded = expression.Expected[input.Name];
        var refused = ours.StartsWith("refused", StringComparison.Ordinal);
        var verdict = (refused ? "error" : ours) == recorded ? Verdict.Agrees
            : Forbidden.Contains(expression.Group) && !refused ? Verdict.AcceptsForbidden
            : expression.Intended.ContainsKey(input.Name) ? Verdict.DiffersAsIntended
            : recorded == "error" ? Verdict.AcceptsMore
            : refused ? Verdict.RefusesMore : Verdict.Contradicts;
        return new Comparison(expression, verdict, input.Name, ours, recorded);
    }
}
