using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;

namespace CreditScoring.Law.Language.Lists;

/// <summary>One of the items: First, Last, Single, Min, Max.</summary>
internal static class Picks
{
    /// <summary>
    /// The first or the last item; of nothing missing, or no answer where required.
    /// </summary>
    public static Expression End(Flow flow, bool first, bool required)
    {
        var type = required ? flow.Element.Clr : flow.Element.OrMissing().Clr;
        var found = Expression.Variable(typeof(bool), "found");
        var end = Expression.Variable(type, "end");
        return Expression.Block(
            type,
            [found, end],
            Expression.Assign(found, Expression.Constant(false)),
            Expression.Assign(end, Expression.Default(type)),
            flow.Each(stop => Expression.Block(
                Expression.Assign(end, Shaped(flow.Item, type)),
                Expression.Assign(found, Expression.Constant(true)),
                first ? Expression.Goto(stop) : Expression.Empty())),
            required ? Required(found) : Expression.Empty(),
            end);
    }

    /// <summary>The only item; more than one is no answer.</summary>
    public static Expression Only(Flow flow, bool required)
    {
        var again = Expression.Variable(typeof(bool), "again");
        var once = Expression.IfThenElse(
            again, Refuse(nameof(SeveralFound)),
            Expression.Assign(again, Expression.Constant(true)));
        var only = flow.Around((body, _) => Expression.Block(once, body))
            .With(again, Expression.Constant(false));
        return End(only, first: false, required);
    }

    /// <summary>The least or the greatest of what is there; of nothing missing.</summary>
    public static Expression Extreme(Flow flow, bool least)
    {
        var type = flow.Element.OrMissing().Clr;
        var best = Expression.Variable(type, "best");
        return Expression.Block(
            type,
            [best],
            Expression.Assign(best, Expression.Default(type)),
            flow.Each(_ => Aggregates.IfPresent(flow.Item, value => Expression.IfThen(
                Expression.OrElse(
                    Expression.Equal(best, Expression.Constant(null, type)),
                    Better(value, type == typeof(string)
                        ? best : Expression.Property(best, "Value"), least)),
                Expression.Assign(best, Shaped(value, type))))),
            best);
    }

    public static void NoneFound() => throw new CannotBeJudged(
        default, new Wording("列表中没有符合的项", "there is no such item in the list"));

    public static void SeveralFound() => throw new CannotBeJudged(
        default, new Wording("列表中符合的项不止一个", "there is more than one such item in the list"));

    private static ConditionalExpression Required(Expression found) =>
        Expression.IfThen(Expression.Not(found), Refuse(nameof(NoneFound)));

    private static MethodCallExpression Refuse(string why) =>
        Expression.Call(typeof(Picks), why, null);

    private static Expression Better(Expression value, Expression best, bool least) =>
        value.Type == typeof(string)
            ? Expression.Call(typeof(Texts), nameof(Texts.Less), null,
                least ? value : best, least ? best : value)
        : least ? Expression.LessThan(value, best) : Expression.GreaterThan(value, best);

    private static Expression Shaped(Expression value, Type type) =>
        value.Type == type ? value : Expression.Convert(value, type);
}
