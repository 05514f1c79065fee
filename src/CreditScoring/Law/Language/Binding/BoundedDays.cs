using System.Linq.Expressions;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Code of days that may lie beyond the calendar, and of what can make do with their bounds.
/// </summary>
internal static class BoundedDays
{
    /// <summary>Whether one of these days may, so that all are taken for such.</summary>
    public static bool Any(params IReadOnlyList<BoundNode> pieces) =>
        pieces.Any(each => each.Bounded is not null)
        && pieces.All(each => each.Shape == Shape.Date || each.IsNull);

    public static Expression Of(BoundNode piece) => piece.Bounded
        ?? (piece.IsNull ? Expression.Default(typeof(BoundedDay)) : Of(piece.Code));

    /// <param name="day">Code of a day that is known, or may be missing.</param>
    public static Expression Of(Expression day) => Expression.New(
        typeof(BoundedDay).GetConstructor([typeof(DateOnly?)])!, Expression.Convert(day, typeof(DateOnly?)));

    public static Expression Compare(Operator op, Expression left, Expression right) => op switch
    {
        Operator.Equal => Ask(nameof(BoundedDay.Same), left, right),
        Operator.NotEqual => Expression.Not(Ask(nameof(BoundedDay.Same), left, right)),
        Operator.Less => Ask(nameof(BoundedDay.Less), left, right),
        Operator.LessOrEqual => Ask(nameof(BoundedDay.LessOrEqual), left, right),
        Operator.Greater => Mirrored(nameof(BoundedDay.Less), left, right),
        _ => Mirrored(nameof(BoundedDay.LessOrEqual), left, right),
    };

    /// <summary>The first, or where there is none the second.</summary>
    public static Expression Coalesced(BoundNode left, BoundNode right)
    {
        var held = Expression.Variable(typeof(BoundedDay));
        return Expression.Block(
            [held],
            Expression.Assign(held, Of(left)),
            Expression.Condition(
                Expression.Property(held, nameof(BoundedDay.IsMissing)), Of(right), held));
    }

    /// <summary>The least or the greatest of days written out.</summary>
    public static Expression Extreme(IReadOnlyList<BoundNode> items, bool least) => Expression.Call(
        typeof(BoundedDay), least ? nameof(BoundedDay.Least) : nameof(BoundedDay.Greatest), null,
        Expression.NewArrayInit(typeof(BoundedDay), items.Select(Of)));

    private static MethodCallExpression Ask(string name, Expression left, Expression right) =>
        Expression.Call(typeof(BoundedDay), name, null, left, right);

    /// <summary>The sides are evaluated in the order in which they stand.</summary>
    private static BlockExpression Mirrored(string name, Expression left, Expression right)
    {
        var held = Expression.Variable(typeof(BoundedDay));
        return Expression.Block([held], Expression.Assign(held, left), Ask(name, right, held));
    }
}
