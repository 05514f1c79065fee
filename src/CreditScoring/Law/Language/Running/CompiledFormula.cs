using System.Linq.Expressions;
using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// A formula that becomes machine code when it is prepared, or else when it is first evaluated.
/// </summary>
internal sealed class CompiledFormula<T>(
    Draft draft, RuleType type, Expression<Func<Evaluation, T>> code) : Formula<T>(draft.Text, type)
{
    private readonly TracedRun traced = new(draft);
    private Expression<Func<Evaluation, T>>? code = code;
    private Func<Evaluation, T>? run;

    public override T Evaluate(Evaluation evaluation)
    {
        var evaluate = run ?? Compiled(out _) ?? throw Refused();
        var steps = evaluation.StepsLeft;
        try
        {
            var value = evaluate(evaluation);
            evaluation.Watch?.Evaluated(ToldAs, evaluation);
            return value;
        }
        catch (Exception failure) when (Failure.HasNoAnswer(failure))
        {
            // Up to where it failed its parts came to something, too.
            evaluation.Watch?.Evaluated(ToldAs, evaluation);
            throw traced.Blame(evaluation, steps, failure);
        }
    }

    public override Reading Explain(Evaluation evaluation) => traced.Explain(evaluation);

    public override Flaw? Prepare()
    {
        Compiled(out var fault);
        return fault;
    }

    private CannotBeJudged Refused() => new(Source.At(0), Refusal.Of(Source).What);

    /// <summary>The machine code; null where the machine's compiler refuses the text.</summary>
    private Func<Evaluation, T>? Compiled(out Flaw? fault)
    {
        fault = null;
        lock (traced)
        {
            try
            {
                run ??= code!.Compile();
                code = null;
            }
            catch (Exception thrown) when (Refusal.Is(thrown))
            {
                fault = Refusal.Of(Source);
            }

            return run;
        }
    }
}
