using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Lists;

/// <summary>
/// A list that is walked in place: a loop with a hole for what is done with each item. Where,
/// Select and their kin wrap the hole, so that a whole chain of them is one loop and makes no
/// lists.
/// </summary>
internal sealed class Flow(
    RuleType element, ParameterExpression item, Func<Expression, LabelTarget, Expression> loop)
{
    public RuleType Element { get; } = element;

    /// <summary>The item at hand, for the code in the hole.</summary>
    public ParameterExpression Item { get; } = item;

    /// <summary>What it is sorted by, so that ThenBy can add to it.</summary>
    public Sorting? Sorting { get; init; }

    /// <summary>The flow over a list by index; each item costs one step.</summary>
    public static Flow Over(
        Expression list, RuleType element, Expression scene, ParameterExpression? item = null)
    {
        var each = item ?? Expression.Variable(element.Clr, "item");
        return new Flow(element, each, (body, _) => Walk(list, each, scene, body));
    }

    /// <summary>A flow of the same items with other code around the hole.</summary>
    public Flow Around(
        Func<Expression, LabelTarget, Expression> wrap, RuleType? element = null) =>
        new(element ?? Element, Item, (body, stop) => loop(wrap(body, stop), stop));

    /// <summary>A flow of other items, made from each of these.</summary>
    public Flow Into(
        RuleType element, ParameterExpression item,
        Func<Expression, LabelTarget, Expression> wrap) =>
        new(element, item, (body, stop) => loop(wrap(body, stop), stop));

    /// <summary>The same, with a local that is set before the first item.</summary>
    public Flow With(ParameterExpression local, Expression start) =>
        new(Element, Item, (body, stop) => Expression.Block(
            [local], Expression.Assign(local, start), loop(body, stop)));

    /// <summary>The loop itself; the body may leave it by the label.</summary>
    public Expression Each(Func<LabelTarget, Expression> body)
    {
        var stop = Expression.Label("stop");
        return Expression.Block(loop(body(stop), stop), Expression.Label(stop));
    }

    public Expression Loop(Expression body, LabelTarget stop) => loop(body, stop);

    /// <summary>Code that makes the list after all.</summary>
    public Expression Listed()
    {
        var made = Expression.Variable(typeof(List<>).MakeGenericType(Element.Clr), "made");
        return Expression.Block(
            typeof(IReadOnlyList<>).MakeGenericType(Element.Clr),
            [made],
            Expression.Assign(made, Expression.New(made.Type)),
            Each(_ => Expression.Call(made, "Add", null, Item)),
            made);
    }

    private static BlockExpression Walk(
        Expression list, ParameterExpression item, Expression scene, Expression body)
    {
        var items = Expression.Variable(
            typeof(IReadOnlyList<>).MakeGenericType(item.Type), "items");
        var counted = typeof(IReadOnlyCollection<>).MakeGenericType(item.Type);
        var (at, count) = (Expression.Variable(typeof(int)), Expression.Variable(typeof(int)));
        var end = Expression.Label("end");
        return Expression.Block(
            [items, at, count, item],
            Expression.Assign(items, list),
            Expression.Assign(at, Expression.Constant(0)),
            Expression.Assign(count, Expression.Property(items, counted.GetProperty("Count")!)),
            Expression.Loop(
                Expression.Block(
                    Expression.IfThen(
                        Expression.GreaterThanOrEqual(at, count), Expression.Break(end)),
                    Expression.Call(typeof(Budget), nameof(Budget.Spend), null, scene),
                    Expression.Assign(item, Expression.Property(items, "Item", at)),
                    Expression.Assign(at, Expression.Add(at, Expression.Constant(1))),
                    body),
                end));
    }
}
