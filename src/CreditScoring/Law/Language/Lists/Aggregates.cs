using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Lists;

/// <summary>From flow to value: Any, Count, Sum, Average.</summary>
internal static class Aggregates
{
    public static Expression Any(Flow flow)
    {
        var found = Expression.Variable(typeof(bool), "found");
        return Expression.Block(
            [found],
            Expression.Assign(found, Expression.Constant(false)),
            flow.Each(stop => Expression.Block(
                Expression.Assign(found, Expression.Constant(true)), Expression.Goto(stop))),
            found);
    }

    public static Expression Count(Flow flow)
    {
        var count = Expression.Variable(typeof(int), "count");
        return Expression.Block(
            [count],
            Expression.Assign(count, Expression.Constant(0)),
            flow.Each(_ => Increase(count)),
            count);
    }

    /// <summary>The sum of what is there; of nothing 0.</summary>
    public static Expression Sum(Flow flow)
    {
        var total = Expression.Variable(Inner(flow.Item), "total");
        return Expression.Block(
            [total],
            Expression.Assign(total, Expression.Default(total.Type)),
            flow.Each(_ => IfPresent(flow.Item, value => Expression.Assign(
                total, Expression.AddChecked(total, value)))),
            total);
    }

    /// <summary>The mean of what is there, in decimals; of nothing missing.</summary>
    public static Expression Average(Flow flow)
    {
        var total = Expression.Variable(typeof(decimal), "total");
        var count = Expression.Variable(typeof(int), "count");
        return Expression.Block(
            typeof(decimal?),
            [total, count],
            Expression.Assign(total, Expression.Constant(0m)),
            Expression.Assign(count, Expression.Constant(0)),
            flow.Each(_ => IfPresent(flow.Item, value => Expression.Block(
                Increase(count),
                Expression.Assign(total, Expression.Add(total, Widened(value)))))),
            Expression.Condition(
                Expression.Equal(count, Expression.Constant(0)),
                Expression.Default(typeof(decimal?)),
                Expression.Convert(
                    Expression.Divide(total, Expression.Convert(count, typeof(decimal))),
                    typeof(decimal?))));
    }

    /// <summary>Does something with an item unless it is missing.</summary>
    public static Expression IfPresent(
        ParameterExpression item, Func<Expression, Expression> then) =>
        !item.Type.IsValueType
            ? Expression.IfThen(Expression.NotEqual(item, Expression.Constant(null)), then(item))
        : Nullable.GetUnderlyingType(item.Type) is null ? then(item)
        : Expression.IfThen(
            Expression.Property(item, "HasValue"), then(Expression.Property(item, "Value")));

    public static Type Inner(ParameterExpression item) =>
        Nullable.GetUnderlyingType(item.Type) ?? item.Type;

    private static BinaryExpression Increase(ParameterExpression count) =>
        Expression.Assign(count, Expression.Add(count, Expression.Constant(1)));

    private static Expression Widened(Expression value) =>
        value.Type == typeof(decimal) ? value : Expression.Convert(value, typeof(decimal));
}
