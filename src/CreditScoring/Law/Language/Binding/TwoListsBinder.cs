using System.Linq.Expressions;
using CreditScoring.Law.Language.Lists;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Two lists together, and a list backwards; these make lists, where others only walk.
/// </summary>
internal sealed class TwoListsBinder(Binder binder, BindingContext context)
{
    public BoundNode Joined(ListOperand list) => Joined(list, flow => flow);

    public BoundNode United(ListOperand list) => Joined(list, flow => Stages.Distinct(flow, context.Scene));

    private BoundNode Joined(ListOperand list, Func<Flow, Flow> then) => With(list, (mine, theirs) =>
    {
        var made = Expression.Variable(typeof(List<>).MakeGenericType(mine.Element.Clr));
        var both = Expression.Block(
            [made],
            Expression.Assign(made, Expression.New(made.Type)),
            mine.Each(_ => Expression.Call(made, "Add", null, mine.Item)),
            theirs.Each(_ => Expression.Call(made, "Add", null, theirs.Item)),
            made);
        return then(Flow.Over(both, mine.Element, context.Scene));
    });

    public BoundNode Sifted(ListOperand list, bool inBoth) => With(list, (mine, theirs) =>
    {
        var set = Expression.Variable(typeof(HashSet<>).MakeGenericType(mine.Element.Clr));
        var others = Expression.Block(
            [set],
            Expression.Assign(set, Expression.New(set.Type)),
            theirs.Each(_ => Expression.Call(set, "Add", null, Stages.Weighed(theirs.Item, context.Scene))),
            set);
        var held = Expression.Variable(set.Type);
        Expression found = Expression.Call(held, "Contains", null, mine.Item);
        return Stages.Distinct(
            Stages.Where(mine, inBoth ? found : Expression.Not(found)).With(held, others), context.Scene);
    });

    public BoundNode Reversed(ListOperand list)
    {
        var made = Expression.Variable(typeof(List<>).MakeGenericType(list.Element.Clr));
        return ListBinder.Flowing(Flow.Over(
            Expression.Block(
                [made],
                Expression.Assign(made, Expression.New(made.Type)),
                list.Flow.Each(_ => Expression.Call(made, "Add", null, list.Flow.Item)),
                Expression.Call(made, "Reverse", null),
                made),
            list.Element, context.Scene));
    }

    private BoundNode With(ListOperand list, Func<Flow, Flow, Flow> join)
    {
        var other = binder.Bind(list.Argument);
        return other.IsBroken ? other
            : other.Shape != Shape.List || other.Type.Element!.Clr != list.Element.Clr
                ? context.Faults.Mismatch(
                    list.Argument, "两个列表的项须同类型", "the items of both lists must be of one type")
            : ListBinder.Flowing(join(
                list.Flow, other.Flow ?? Flow.Over(other.Code, other.Type.Element, context.Scene)));
    }
}
