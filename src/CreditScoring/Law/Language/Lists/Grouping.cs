using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Lists;

/// <summary>GroupBy: a flow of groups, each of them a list with a key.</summary>
internal static class Grouping
{
    public static Flow By(Flow flow, RuleType keyType, Expression key, Expression scene)
    {
        var group = RuleType.GroupOf(keyType, flow.Element);
        var groups = typeof(Groups<,>).MakeGenericType(keyType.Clr, flow.Element.Clr);
        var list = Expression.Variable(typeof(IReadOnlyList<>).MakeGenericType(group.Clr));
        var walked = Flow.Over(list, group, scene);
        return new Flow(group, walked.Item, (body, stop) => Expression.Block(
            [list],
            Expression.Assign(list, Collected(flow, groups, Stages.Weighed(key, scene))),
            walked.Loop(body, stop)));
    }

    private static BlockExpression Collected(Flow flow, Type groups, Expression key)
    {
        var made = Expression.Variable(groups);
        return Expression.Block(
            [made],
            Expression.Assign(made, Expression.New(groups)),
            flow.Each(_ => Expression.Call(made, "Add", null, key, flow.Item)),
            Expression.Property(made, "All"));
    }
}
