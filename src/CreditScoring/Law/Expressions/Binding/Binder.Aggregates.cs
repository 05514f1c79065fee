using System.Linq.Expressions;
using CreditScoring.Law.Expressions.Lists;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>The calls on lists one by one.</summary>
internal sealed partial class Binder
{
    private Piece All(ListOperand list)
    {
        var (piece, _) = WithItem(list.Flow, list.Argument);
        var truth = piece.IsBroken ? piece : AsCondition(list.Argument, piece);
        return truth.IsBroken ? truth : Truth(Expression.Not(
            Aggregates.Any(Stages.Where(list.Flow, Expression.Not(truth.Code)))));
    }

    private Piece Counted(ListOperand list) =>
        new(RuleType.Integer, list.Target.Flow is null
            ? CountOf(list.Target.Code) : Aggregates.Count(list.Flow));

    private Piece Sum(ListOperand list) => list.Element.Shape is Shape.Integer or Shape.Number
        ? new Piece(list.Element.Present(), Aggregates.Sum(list.Flow)) : NotSummable(list);

    private Piece Average(ListOperand list) => list.Element.Shape is Shape.Integer or Shape.Number
        ? new Piece(RuleType.Number.OrMissing(), Aggregates.Average(list.Flow)) : NotSummable(list);

    private Piece Extreme(ListOperand list, bool least) =>
        list.Element.Shape is Shape.Integer or Shape.Number or Shape.Date or Shape.Instant
            or Shape.Span or Shape.Text
            ? new Piece(list.Element.OrMissing(), Picks.Extreme(list.Flow, least))
            : NotSummable(list);

    private Piece NotSummable(ListOperand list) => faults.Mismatch(
        list.Node, $"“{list.Node.Name}”不适用于{Words.Zh(list.Element)}",
        $"'{list.Node.Name}' does not work on {Words.En(list.Element)}");

    private Piece End(ListOperand list, bool first, bool required) => new(
        required ? list.Element : list.Element.OrMissing(), Picks.End(list.Flow, first, required));

    private Piece Only(ListOperand list, bool required) => new(
        required ? list.Element : list.Element.OrMissing(), Picks.Only(list.Flow, required));

    private Piece SelectMany(ListOperand list)
    {
        var (piece, _) = WithItem(list.Flow, list.Argument);
        return piece.IsBroken ? piece
            : piece.Shape != Shape.List ? faults.Mismatch(
                list.Argument, "SelectMany 之内须为列表", "a list belongs inside SelectMany")
            : Flowing(Stages.SelectMany(
                list.Flow,
                piece.Flow ?? Flow.Over(piece.Code, piece.Type.Element!, scene)));
    }

    private Piece Cut(ListOperand list, Func<Flow, Expression, Flow> stage)
    {
        var number = Bind(list.Argument);
        return number.IsBroken ? number
            : !number.IsNumeric ? faults.Mismatch(
                list.Argument, "此处须为数", "a number belongs here")
            : number.IsWrapped ? faults.Missing(list.Argument, number.Type)
            : Flowing(stage(list.Flow, Operand(number, RuleType.Integer)));
    }

    private Piece While(ListOperand list, Func<Flow, Expression, Flow> stage)
    {
        var (piece, _) = WithItem(list.Flow, list.Argument);
        var truth = piece.IsBroken ? piece : AsCondition(list.Argument, piece);
        return truth.IsBroken ? truth : Flowing(stage(list.Flow, truth.Code));
    }

    private Piece Ordered(ListOperand list, bool descending, bool again)
    {
        var sorting = again ? list.Flow.Sorting : new Sorting(list.Flow, []);
        if (sorting is null)
        {
            return faults.Mismatch(
                list.Node, "ThenBy 须紧跟 OrderBy", "ThenBy belongs right after OrderBy");
        }

        var (key, _) = WithItem(sorting.Unsorted, list.Argument);
        return key.IsBroken ? key
            : key.IsNull || key.Shape is Shape.List or Shape.Record ? faults.Mismatch(
                list.Argument, "不能按此排序", "this has no order to sort by")
            : Flowing(sorting.Also(key.Code, descending).Sorted(scene));
    }

    private Piece Grouped(ListOperand list)
    {
        var (key, _) = WithItem(list.Flow, list.Argument);
        return key.IsBroken ? key
            : key.IsNull || key.Shape == Shape.List ? faults.Mismatch(
                list.Argument, "不能按此分组", "this is nothing to group by")
            : Flowing(Grouping.By(list.Flow, key.Type, key.Code, scene));
    }

    private Piece ListProperty(MemberNode node, Piece target)
    {
        if (target.Type.Key is { } key
            && node.Name.Equals("Key", StringComparison.OrdinalIgnoreCase))
        {
            return new Piece(key, Expression.Property(target.Code, "Key"));
        }

        var counted = target.CountedBy ?? (target.Flow is null ? "Count" : "");
        if (!node.Name.Equals(counted, StringComparison.OrdinalIgnoreCase))
        {
            return UnknownOnList(node.NameStart, node.Name, "()");
        }

        faults.CaseDiffers(node.NameStart, node.Name, counted);

        return new Piece(RuleType.Integer, target.Flow is { } flow
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
