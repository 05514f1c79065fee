using System.Linq.Expressions;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>Makes the binder's code note in a <see cref="Trace"/> what each part came to.</summary>
internal sealed class Tracer(Expression trace)
{
    private readonly HashSet<int> shown = [];

    /// <summary>The parts with one value, which people are shown.</summary>
    public IReadOnlySet<int> Shown => shown;

    /// <param name="node">The part.</param>
    /// <param name="piece">What it was bound to.</param>
    /// <param name="perItem">Inside an aggregate, where it has a value for each item.</param>
    public BoundNode Watch(Node node, BoundNode piece, bool perItem)
    {
        // A walked list has no value of its own; what is asked of it does.
        if (piece.IsBroken || piece.IsNull || piece.Flow is not null)
        {
            return piece;
        }

        if (!perItem && piece.Shape != Shape.List)
        {
            shown.Add(node.Id);
        }

        var chain = piece.Chain is null ? null
            : new DayChain(Watched(node, piece.Chain.Value), piece.Chain.FirstAt, piece.Chain.Held);
        return piece.Over(Watched(node, piece.Code), chain) with
        {
            Bounded = piece.Bounded is null ? null : Watched(node, piece.Bounded),
        };
    }

    private BlockExpression Watched(Node node, Expression code)
    {
        var value = Expression.Variable(code.Type);
        var id = Expression.Constant(node.Id);
        return Expression.Block(
            [value],
            Expression.Call(trace, nameof(Trace.Enter), null, id),
            Expression.Assign(value, code),
            Expression.Call(
                trace, nameof(Trace.Leave), null, id, Expression.Convert(value, typeof(object))),
            value);
    }
}
