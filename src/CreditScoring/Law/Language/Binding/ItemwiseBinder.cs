using System.Linq.Expressions;
using CreditScoring.Law.Language.Lists;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>The calls on lists one by one.</summary>
internal sealed class ItemwiseBinder(Binder binder, BindingContext context)
{
    public BoundNode All(ListOperand list)
    {
        var (piece, _) = binder.Lists.WithItem(list.Flow, list.Argument);
        var truth = piece.IsBroken ? piece : binder.AsCondition(list.Argument, piece);
        return truth.IsBroken ? truth : ListBinder.Truth(Expression.Not(
            Aggregates.Any(Stages.Where(list.Flow, Expression.Not(truth.Code)))));
    }

    public BoundNode Counted(ListOperand list) =>
        new(RuleType.Integer, list.Target.Flow is null
            ? CountOf(list.Target.Code) : Aggregates.Count(list.Flow));

    public BoundNode Sum(ListOperand list) => list.Element.Shape is Shape.Integer or Shape.Number
        ? new BoundNode(list.Element.Present(), Aggregates.Sum(list.Flow)) : NotSummable(list);

    public BoundNode Average(ListOperand list) => list.Element.Shape is Shape.Integer or Shape.Number
        ? new BoundNode(RuleType.Number.OrMissing(), Aggregates.Average(list.Flow)) : NotSummable(list);

    public BoundNode Extreme(ListOperand list, bool least) =>
        list.Element.Shape is Shape.Integer or Shape.Number or Shape.Date or Shape.Instant
            or Shape.Span or Shape.Text
            ? new BoundNode(list.Element.OrMissing(), Picks.Extreme(list.Flow, least))
            {
                Bounded = list.Target.Items is { } items && BoundedDays.Any([.. items])
                    ? BoundedDays.Extreme(items, least) : null,
            }
            : NotSummable(list);

    private BoundNode NotSummable(ListOperand list) => context.Faults.Mismatch(
        list.Node, $"“{list.Node.Name}”不适用于{Words.Zh(list.Element)}",
        $"'{list.Node.Name}' does not work on {Words.En(list.Element)}");

    public BoundNode End(ListOperand list, bool first, bool required) => new(
        required ? list.Element : list.Element.OrMissing(), Picks.End(list.Flow, first, required));

    public BoundNode Only(ListOperand list, bool required) => new(
        required ? list.Element : list.Element.OrMissing(), Picks.Only(list.Flow, required));

    public BoundNode SelectMany(ListOperand list)
    {
        var (piece, _) = binder.Lists.WithItem(list.Flow, list.Argument);
        return piece.IsBroken ? piece
            : piece.Shape != Shape.List ? context.Faults.Mismatch(
                list.Argument, "SelectMany 之内须为列表", "a list belongs inside SelectMany")
            : ListBinder.Flowing(Stages.SelectMany(
                list.Flow,
                piece.Flow ?? Flow.Over(piece.Code, piece.Type.Element!, context.Scene)));
    }

    public BoundNode Cut(ListOperand list, Func<Flow, Expression, Flow> stage)
    {
        var number = binder.Bind(list.Argument);
        return number.IsBroken ? number
            : !number.IsNumeric ? context.Faults.Mismatch(
                list.Argument, "此处须为数", "a number belongs here")
            : number.IsWrapped ? context.Faults.Missing(list.Argument, number.Type)
            : ListBinder.Flowing(stage(list.Flow, MethodBinder.Operand(number, RuleType.Integer)));
    }

    public BoundNode While(ListOperand list, Func<Flow, Expression, Flow> stage)
    {
        var (piece, _) = binder.Lists.WithItem(list.Flow, list.Argument);
        var truth = piece.IsBroken ? piece : binder.AsCondition(list.Argument, piece);
        return truth.IsBroken ? truth : ListBinder.Flowing(stage(list.Flow, truth.Code));
    }

    public BoundNode Ordered(ListOperand list, bool descending, bool again)
    {
        var sorting = again ? list.Flow.Sorting : new Sorting(list.Flow, []);
        if (sorting is null)
        {
            return context.Faults.Mismatch(
                list.Node, "ThenBy 须紧跟 OrderBy", "ThenBy belongs right after OrderBy");
        }

        var (key, _) = binder.Lists.WithItem(sorting.Unsorted, list.Argument);
        return key.IsBroken ? key
            : key.IsNull || key.Shape is Shape.List or Shape.Record ? context.Faults.Mismatch(
                list.Argument, "不能按此排序", "this has no order to sort by")
            : ListBinder.Flowing(sorting.Also(key.Code, descending).Sorted(context.Scene));
    }

    public BoundNode Grouped(ListOperand list)
    {
        var (key, _) = binder.Lists.WithItem(list.Flow, list.Argument);
        return key.IsBroken ? key
            : key.IsNull || key.Shape == Shape.List ? context.Faults.Mismatch(
                list.Argument, "不能按此分组", "this is nothing to group by")
            : ListBinder.Flowing(Grouping.By(list.Flow, key.Type, key.Code, context.Scene));
    }

    public BoundNode ListProperty(MemberNode node, BoundNode target)
    {
        if (target.Type.Key is { } key
            && node.Name.Equals("Key", StringComparison.OrdinalIgnoreCase))
        {
            return new BoundNode(key, Expression.Property(target.Code, "Key"));
        }

        var counted = target.CountedBy ?? (target.Flow is null ? "Count" : "");
        if (!node.Name.Equals(counted, StringComparison.OrdinalIgnoreCase))
        {
            return binder.Lists.UnknownOnList(node.NameStart, node.Name, "()");
        }

        context.Faults.CaseDiffers(node.NameStart, node.Name, counted);

        return new BoundNode(RuleType.Integer, target.Flow is { } flow
            ? Aggregates.Count(flow) : CountOf(target.Code));
    }

    private static MemberExpression CountOf(Expression list)
    {
        var element = list.Type.IsGenericType && list.Type.IsInterface
            ? list.Type.GetGenericArguments()[0] : list.Type.GetGenericArguments()[1];
        return Expression.Property(
            list, typeof(IReadOnlyCollection<>).MakeGenericType(element).GetProperty("Count")!);
    }
}
