using System.Linq.Expressions;
using CreditScoring.Law.Language.Binding;

namespace CreditScoring.Law.Language.Running;

/// <summary>
/// The slow second way of evaluating a text, part by part: only run to explain an outcome, or to
/// find which part has no answer. It leaves no mark on the evaluation.
/// </summary>
internal sealed class TracedRun
{
    private readonly Draft draft;
    private readonly Lazy<(Action<Evaluation, Trace> Run, Outline Outline)> code;

    public TracedRun(Draft draft)
    {
        this.draft = draft;
        code = new(Compile);
    }

    /// <summary>The failure with the place of the innermost part that failed.</summary>
    public CannotBeJudged Blame(Evaluation evaluation, long steps, Exception failure)
    {
        // A named value that failed elsewhere has said where already; what it may be is not what this may be.
        if (failure is CannotBeJudged { Place.File: not null } placed)
        {
            return placed.NotBefore is null ? placed : placed.Of(null);
        }

        if (failure is BeyondTheCalendar { Why: { Place.File: not null } why })
        {
            return why;
        }

        var trace = Run(evaluation, steps, out var again);
        var found = again ?? failure;
        var day = (found as BeyondTheCalendar)?.Why;
        var known = day ?? found as CannotBeJudged;
        if (known is { Place.File: not null } && day is null)
        {
            return known;
        }

        var part = PartAt((known?.NotBefore is null ? null : trace.Later) ?? trace.Innermost);
        return new CannotBeJudged(draft.Text.At(part.Start), Failure.Reason(known ?? found, Asked(part)))
        {
            IsOverBudget = known is { IsOverBudget: true },
            IsOfTheCalendar = known is { IsOfTheCalendar: true },
            NotBefore = day?.NotBefore,
        };
    }

    private Parsing.Node PartAt(int? id) =>
        id is null ? draft.Root : Parts(draft.Root).First(node => node.Id == id);

    /// <summary>What was asked for a value: of <c>a.b.Value</c> it is <c>a.b</c> that is missing.</summary>
    private string Asked(Parsing.Node part)
    {
        var missing = part switch
        {
            Parsing.MemberNode member => member.Target,
            Parsing.CallNode { Target: { } target } => target,
            _ => part,
        };
        return draft.Text.Text[missing.Start..missing.End];
    }

    public Reading Explain(Evaluation evaluation) =>
        code.Value.Outline.Filled(Run(evaluation, evaluation.StepsLeft, out _));

    private Trace Run(Evaluation evaluation, long steps, out Exception? failure)
    {
        var (left, until, watch) = (evaluation.StepsLeft, evaluation.StableUntil, evaluation.Watch);
        var trace = new Trace(draft.Parts);
        var run = code.Value.Run;
        evaluation.Watch = null;
        evaluation.StepsLeft = steps;
        try
        {
            run(evaluation, trace);
            failure = null;
        }
        catch (Exception again) when (Failure.HasNoAnswer(again))
        {
            failure = again;
        }
        finally
        {
            (evaluation.StepsLeft, evaluation.StableUntil, evaluation.Watch) = (left, until, watch);
        }

        return trace;
    }

    private (Action<Evaluation, Trace> Run, Outline Outline) Compile()
    {
        var trace = Expression.Parameter(typeof(Trace));
        var tracer = new Tracer(trace);
        var bound = draft.Bind(new Faults(draft.Text), tracer);
        var code = Expression.Block(typeof(void), bound.Piece.Code);
        var lambda = draft.Body<Action<Evaluation, Trace>>(bound.Scene, code, trace);
        return (Compile(lambda), Outline.Of(draft, tracer.Shown));
    }

    /// <summary>Where it cannot be run part by part, no part is shown; the outcome stands.</summary>
    private static Action<Evaluation, Trace> Compile(Expression<Action<Evaluation, Trace>> lambda)
    {
        try
        {
            return lambda.Compile();
        }
        catch (Exception thrown) when (Refusal.Is(thrown))
        {
            return (_, _) => { };
        }
    }

    private static IEnumerable<Parsing.Node> Parts(Parsing.Node node) =>
        node.Parts.SelectMany(Parts).Prepend(node);
}
