using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Lists;

/// <summary>From flow to flow: Where, Select, Take and their kin.</summary>
internal static class Stages
{
    private static readonly Expression None = Expression.Constant(0);

    public static Flow Where(Flow flow, Expression condition, RuleType? element = null) =>
        flow.Around((body, _) => Expression.IfThen(condition, body), element);

    public static Flow Select(Flow flow, RuleType element, Expression value)
    {
        var item = Expression.Variable(element.Clr, "selected");
        return flow.Into(element, item, (body, _) => Expression.Block(
            [item], Expression.Assign(item, value), body));
    }

    /// <summary>The inner list ends by itself: what stops it (Take) does not stop the outer one.</summary>
    public static Flow SelectMany(Flow flow, Flow inner) =>
        flow.Into(inner.Element, inner.Item, (body, _) => inner.Each(_ => body));

    public static Flow Take(Flow flow, Expression number)
    {
        var left = Expression.Variable(typeof(int), "left");
        return flow.Around((body, stop) => Expression.IfThenElse(
            Expression.GreaterThan(left, None),
            Expression.Block(Less(left), body),
            Expression.Goto(stop))).With(left, number);
    }

    public static Flow Skip(Flow flow, Expression number)
    {
        var left = Expression.Variable(typeof(int), "left");
        return flow.Around((body, _) => Expression.IfThenElse(
            Expression.GreaterThan(left, None), Less(left), body)).With(left, number);
    }

    public static Flow TakeWhile(Flow flow, Expression condition) =>
        flow.Around((body, stop) => Expression.IfThenElse(condition, body, Expression.Goto(stop)));

    public static Flow SkipWhile(Flow flow, Expression condition)
    {
        var skipping = Expression.Variable(typeof(bool), "skipping");
        return flow.Around((body, _) => Expression.IfThen(
            Expression.Not(Expression.AndAlso(skipping, condition)),
            Expression.Block(Expression.Assign(skipping, Expression.Constant(false)), body)))
            .With(skipping, Expression.Constant(true));
    }

    public static Flow Distinct(Flow flow, Expression scene)
    {
        var seen = Expression.Variable(typeof(HashSet<>).MakeGenericType(flow.Element.Clr), "seen");
        return flow.Around((body, _) => Expression.IfThen(
            Expression.Call(seen, "Add", null, Weighed(flow.Item, scene)), body))
            .With(seen, Expression.New(seen.Type));
    }

    /// <summary>An item as a set is asked about it.</summary>
    public static Expression Weighed(Expression item, Expression scene) =>
        Expression.Call(typeof(Budget), nameof(Budget.Weigh), [item.Type], scene, item);

    private static BinaryExpression Less(ParameterExpression number) =>
        Expression.Assign(number, Expression.Subtract(number, Expression.Constant(1)));
}
