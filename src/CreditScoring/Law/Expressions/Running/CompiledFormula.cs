using System.Linq.Expressions;

namespace CreditScoring.Law.Expressions.Running;

/// <summary>A formula that becomes machine code when it is first evaluated.</summary>
internal sealed class CompiledFormula<T>(
    Draft draft, RuleType type, Expression<Func<Evaluation, T>> code) : Formula<T>(draft.Text, type)
{
    private readonly TracedRun traced = new(draft);
    private Expression<Func<Evaluation, T>>? code = code;
    private Func<Evaluation, T>? run;

    public override T Evaluate(Evaluation evaluation)
    {
        var evaluate = run ?? Compiled();
        var steps = evaluation.StepsLeft;
        try
        {
            var value = evaluate(evaluation);
            evaluation.Watch?.Evaluated(this, evaluation);
            return value;
        }
        catch (Exception failure) when (Failure.HasNoAnswer(failure))
        {
            // Up to where it failed its parts came to something, too.
            evaluation.Watch?.Evaluated(this, evaluation);
            throw traced.Blame(evaluation, steps, failure);
        }
    }

    public override Reading Explain(Evaluation evaluation) => traced.Explain(evaluation);

    private Func<Evaluation, T> Compiled()
    {
        lock (traced)
        {
            if (run is null)
            {
                run = code!.Compile();
                code = null;
            }

            return run;
        }
    }
}
