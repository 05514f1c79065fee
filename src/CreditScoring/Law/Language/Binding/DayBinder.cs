using System.Linq.Expressions;
using CreditScoring.Law.Language.Days;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// The walked day. Days on which nothing can come out differently are not walked, so whatever reads
/// the day also notes the first day on which it would read something else.
/// </summary>
internal sealed class DayBinder(BindingContext context)
{
    private static readonly Type Notes = typeof(Stability);

    /// <summary>A chain whose plain value notes the day on which that value changes.</summary>
    public BoundNode OfChain(RuleType type, DayChain chain) =>
        new(type, Noted(chain, Above, value => value)) { Chain = chain };

    public Expression Noted(
        DayChain chain, Func<Expression, Expression> next, Func<Expression, Expression> read)
    {
        var value = Expression.Variable(chain.Value.Type);
        return Holding(
            [.. chain.Held, value],
            Expression.Assign(value, chain.Value),
            Note(chain.FirstAt(next(value))),
            read(value));
    }

    public BoundNode Step(Method form, IReadOnlyList<BoundNode> operands)
    {
        var at = form.ChainAt;
        var others = operands.Select((each, i) => MethodBinder.Operand(each, form.Operands[i])).ToList();
        others.RemoveAt(at);
        var chain = operands[at].Chain!.Then(
            (value, held) => form.Emit([.. held.Take(at), value, .. held.Skip(at)]),
            (reached, held) => form.EmitUndo([reached, .. held]),
            [.. others]);
        return OfChain(form.Result, chain);
    }

    private Expression Note(Expression first) =>
        Expression.Call(Notes, nameof(Stability.Note), null, context.Scene, first);

    private static MethodCallExpression Above(Expression value) =>
        Expression.Call(Notes, nameof(Stability.Above), null, value);

    public static Expression Holding(
        IEnumerable<ParameterExpression> held, params IReadOnlyList<Expression> code)
    {
        var locals = held.ToList();
        return locals.Count == 0 && code.Count == 1 ? code[0] : Expression.Block(locals, code);
    }

    public Expression? ByDay(Operator op, BoundNode left, BoundNode right)
    {
        if (left.Chain is not null && Comparable(left, right))
        {
            return ByDay(op, left.Chain, right);
        }

        return right.Chain is not null && Comparable(right, left)
            ? ByDay(op.Mirrored(), right.Chain, left) : null;
    }

    private static bool Comparable(BoundNode chain, BoundNode other) =>
        chain.Shape == Shape.Date ? other.Shape == Shape.Date
        : chain.Shape == Shape.Integer && other.IsNumeric;

    /// <summary>
    /// The other side is an ordinary value, which notes for itself until when it holds.
    /// </summary>
    public Expression ByDay(Operator op, DayChain chain, BoundNode other)
    {
        if (other.Bounded is { } bounded && chain.Value.Type == typeof(DateOnly))
        {
            return ByDay(op, chain, bounded);
        }

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

    /// <summary>
    /// Beside a day that may lie beyond the calendar: what its bound alone tells holds until the walked day
    /// reaches it, or has passed it.
    /// </summary>
    private Expression ByDay(Operator op, DayChain chain, Expression bounded)
    {
        var value = Expression.Variable(typeof(DateOnly));
        var other = Expression.Variable(typeof(BoundedDay));
        var bound = Expression.Variable(typeof(DateOnly));
        var noting = Expression.Block(
            [bound],
            Expression.Assign(bound, Expression.Property(other, nameof(BoundedDay.Earliest))),
            Expression.IfThenElse(
                Expression.Property(other, nameof(BoundedDay.IsKnown)),
                Noting(op, chain, value, bound), Noting(Operator.Equal, chain, value, bound)));
        return Holding(
            [.. chain.Held, value, other],
            Expression.Assign(value, chain.Value),
            Expression.Assign(other, bounded),
            Expression.IfThen(
                Expression.Not(Expression.Property(other, nameof(BoundedDay.IsMissing))), noting),
            BoundedDays.Compare(op, BoundedDays.Of(value), other));
    }

    private static Expression Settled(Operator op, Expression value, Expression bound) =>
        bound.Type == typeof(decimal)
            ? ComparisonBinder.Plain(op, Expression.Convert(value, typeof(decimal)), bound)
            : ComparisonBinder.Plain(op, value, bound);

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
