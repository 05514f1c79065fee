using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Lists;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>in, Contains, lists written out, and indexers.</summary>
internal sealed class MembershipBinder(Binder binder, BindingContext context)
{
    public BoundNode Membership(InNode node)
    {
        var left = binder.Bind(node.Left);
        var items = node.Items.Select(item => binder.Bind(item)).ToList();
        if (left.IsBroken || items.Exists(item => item.IsBroken))
        {
            return BoundNode.Broken;
        }

        if (!node.IsList && left.Type == RuleType.Boolean && !items.Exists(item => item.Literal is true))
        {
            // The real engine joins the first comparison to the operand itself: true counts as found.
            return context.Faults.Add(
                "type-mismatch", node.Left,
                new Wording("是或否的值不用 in", "a value that is true or false needs no 'in'"),
                new Wording("直接写该值，或 !、== false", "write it alone, or with ! or == false"));
        }

        var within = node.IsList ? Within(node, left, items[0]) : OneOf(node, left, items);
        return !node.Negated || within.IsBroken ? within : ListBinder.Truth(Expression.Not(within.Code));
    }

    public BoundNode Contains(ListOperand list)
    {
        var sought = binder.Bind(list.Argument);
        return sought.IsBroken ? sought : Within(list.Node, sought, list.Target);
    }

    private BoundNode Within(Node node, BoundNode sought, BoundNode list)
    {
        if (list.Items is { Count: > 0 } items)
        {
            return OneOf(node, sought, items);
        }

        if (list.Shape != Shape.List)
        {
            return context.Faults.Mismatch(node, "in 之后须为列表", "a list belongs after in");
        }

        var flow = list.Flow ?? Flow.Over(list.Code, list.Type.Element!, context.Scene);
        return Once(sought, held =>
        {
            var equal = binder.Comparisons.Compare(
                node, Operator.Equal, new BoundNode(flow.Element, flow.Item), held);
            return equal.IsBroken ? equal : ListBinder.Truth(Aggregates.Any(Stages.Where(flow, equal.Code)));
        });
    }

    private BoundNode OneOf(Node node, BoundNode left, IReadOnlyList<BoundNode> items) =>
        items.Count == 1 ? binder.Comparisons.Compare(node, Operator.Equal, left, items[0])
        : Once(left, held =>
        {
            var matches = items.Select(item => binder.Comparisons.Compare(node, Operator.Equal, held, item))
                .ToList();
            return matches.Exists(match => match.IsBroken) ? BoundNode.Broken
                : new BoundNode(RuleType.Boolean, ChoiceBinder.Balanced(
                    Operator.Or, [.. matches.Select(match => match.Code)], 0, matches.Count))
                {
                    WhenTrue = matches.Select(match => match.WhenTrue).Aggregate((a, b) => a.Or(b)),
                };
        });

    /// <summary>Evaluates a piece once, however often it is compared.</summary>
    private static BoundNode Once(BoundNode piece, Func<BoundNode, BoundNode> use)
    {
        if (piece.IsNull || piece.Literal is not null)
        {
            return use(piece);
        }

        var held = Expression.Variable(piece.Type.Clr);
        var used = use(piece.Over(held, null));
        return used.IsBroken ? used
            : used.Over(
                Expression.Block([held], Expression.Assign(held, piece.Code), used.Code), null);
    }

    public BoundNode ListOf(ListNode node)
    {
        var items = node.Parts.Select(part => binder.Bind(part)).ToList();
        return items.Exists(item => item.IsBroken) ? BoundNode.Broken
            : items.Count == 0 || items[0].IsNull
                ? context.Faults.Mismatch(node, "列表的第一项须有值", "the first item of a list needs a value")
            : ListOf(node, items);
    }

    public BoundNode ListOf(ListNode node, List<BoundNode> items)
    {
        var common = items[0];
        foreach (var item in items.Skip(1))
        {
            if (ChoiceBinder.Common(common, item) is not { } type)
            {
                return binder.Choices.NothingInCommon(node, common, item);
            }

            common = new BoundNode(type, Expression.Default(type.Clr));
        }

        if (node.ItemType is { } declared && common.Shape != ListNode.Types[declared])
        {
            return context.Faults.Mismatch(node, $"各项应为 {declared}", $"the items are to be of {declared}");
        }

        var list = RuleType.ListOf(common.Type);
        var made = Expression.NewArrayInit(
            common.Type.Clr, items.Select(item => Conversion.As(item, common.Type)));
        return new BoundNode(list, Expression.Convert(made, list.Clr))
        {
            Items = items, CountedBy = "Length",
        };
    }

    public BoundNode Index(IndexNode node, bool gentle)
    {
        var (target, index) = (binder.Bind(node.Target, gentle), binder.Bind(node.Index));
        return target.IsBroken || index.IsBroken ? BoundNode.Broken
            : !index.IsNumeric ? context.Faults.Mismatch(node.Index, "序号须为数", "an index is a number")
            : index.IsWrapped ? context.Faults.Missing(node.Index, index.Type)
            : gentle && MemberBinder.MayBeNull(target)
                ? MemberBinder.WherePresent(target, present => At(node, present, index))
            : At(node, target, index);
    }

    private BoundNode At(IndexNode node, BoundNode target, BoundNode index)
    {
        var at = MethodBinder.Operand(index, RuleType.Integer);
        return target.Shape switch
        {
            Shape.Text => new BoundNode(RuleType.Text, Expression.Call(
                typeof(Texts), nameof(Texts.At), null, target.Code, at)),
            Shape.List => new BoundNode(target.Type.Element!, Expression.Property(
                Expression.Convert(target.Code, RuleType.ListOf(target.Type.Element!).Clr),
                "Item", at)),
            _ => context.Faults.Mismatch(
                node.Target, "只有列表和文本有序号", "only lists and texts have an index"),
        };
    }
}
