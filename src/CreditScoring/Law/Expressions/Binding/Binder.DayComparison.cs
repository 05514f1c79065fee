using System.Linq.Expressions;
using CreditScoring.Law.Expressions.Days;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>
/// A comparison with the walked day. The day only moves on, so the comparison flips at most twice
/// (below, equal, above), and the first flip to come is noted.
/// </summary>
internal sealed partial class Binder
{
    private Expression? ByDay(Operator op, Piece left, Piece right)
    {
        if (left.Chain is not null && Comparable(left, right))
        {
            return ByDay(op, left.Chain, right);
        }

        return right.Chain is not null && Comparable(right, left)
            ? ByDay(op.Mirrored(), right.Chain, left) : null;
    }

    private static bool Comparable(Piece chain, Piece other) =>
        chain.Shape == Shape.Date ? other.Shape == Shape.Date
        : chain.Shape == Shape.Integer && other.IsNumeric;

    /// <summary>
    /// The other side is an ordinary value, which notes for itself until when it holds.
    /// </summary>
    private Expression ByDay(Operator op, DayChain chain, Piece other)
    {
        var value = Expression.Variable(chain.Value.Type);
        var held = Expression.Variable(other.Type.Clr);
        Expression bound = other.IsWrapped ? Expression.Property(held, "Value") : held;
        Expression decided = Expression.Block(
            Noting(op, chain, value, bound), Settled(op, value, bound));
        return Holding(
            [.. chain.Held, value, held],
            Expression.Assign(value, chain.Value),
            Expression.Assign(held, other.Code),
            other.IsWrapped
                ? Expression.Condition(
                    Expression.Property(held, "HasValue"), decided,
                    Expression.Constant(op == Operator.NotEqual))
                : decided);
    }

    private static Expression Settled(Operator op, Expression value, Expression bound) =>
        bound.Type == typeof(decimal)
            ? Plain(op, Expression.Convert(value, typeof(decimal)), bound)
            : Plain(op, value, bound);

    private Expression Noting(Operator op, DayChain chain, Expression value, Expression bound)
    {
        var reaching = Note(chain.FirstAt(Whole(nameof(Stability.AtLeast), bound, bound)));
        var passing = Note(chain.FirstAt(Whole(
            nameof(Stability.AboveNumber), bound,
            bound.Type == typeof(decimal) ? bound : Above(bound))));
        var below = Settled(Operator.Less, value, bound);
        return op switch
        {
            Operator.Less or Operator.GreaterOrEqual => Expression.IfThen(below, reaching),
            Operator.Greater or Operator.LessOrEqual =>
                Expression.IfThen(Settled(Operator.LessOrEqual, value, bound), passing),
            _ => Expression.IfThenElse(
                below, reaching,
                Expression.IfThen(Settled(Operator.Equal, value, bound), passing)),
        };
    }

    private static Expression Whole(string rounding, Expression bound, Expression otherwise) =>
        bound.Type == typeof(decimal)
            ? Expression.Call(Notes, rounding, null, bound) : otherwise;
}
