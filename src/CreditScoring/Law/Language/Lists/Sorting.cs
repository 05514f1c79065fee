using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Lists;

/// <summary>What a flow is sorted by: the flow before, and the keys of its item.</summary>
internal sealed record Sorting(Flow Unsorted, IReadOnlyList<(Expression Key, bool Descending)> Keys)
{
    public Sorting Also(Expression key, bool descending) =>
        this with { Keys = [.. Keys, (key, descending)] };

    /// <summary>The sorted flow; equal items keep their order.</summary>
    public Flow Sorted(Expression scene)
    {
        var list = Expression.Variable(RuleType.ListOf(Unsorted.Element).Clr);
        var sorted = Flow.Over(list, Unsorted.Element, scene);
        return new Flow(sorted.Element, sorted.Item, (body, stop) => Expression.Block(
            [list], Expression.Assign(list, Collected()), sorted.Loop(body, stop)))
        {
            Sorting = this,
        };
    }

    private BlockExpression Collected()
    {
        var columns = Keys.Select(key =>
            Expression.Variable(typeof(SortColumn<>).MakeGenericType(key.Key.Type))).ToList();
        var rows = Expression.Variable(typeof(SortRows<>).MakeGenericType(Unsorted.Element.Clr));
        var made = columns.Select((column, i) => Expression.Assign(
            column, Expression.New(column.Type.GetConstructors()[0],
                Expression.Constant(Keys[i].Descending))));
        var add = columns.Select((column, i) => Expression.Call(column, "Add", null, Keys[i].Key));
        return Expression.Block(
            [.. columns, rows],
            [
                .. made,
                Expression.Assign(rows, Expression.New(rows.Type.GetConstructors()[0],
                    Expression.NewArrayInit(typeof(ISortColumn), columns))),
                Unsorted.Each(_ => Expression.Block(
                    [Expression.Call(rows, "Add", null, Unsorted.Item), .. add])),
                Expression.Call(rows, "Sorted", null),
            ]);
    }
}
