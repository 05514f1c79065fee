using System.Linq.Expressions;
using CreditScoring.Law.Language.Lists;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Lists: membership, indexers, and the calls on them, each bound by its own small method.
/// </summary>
internal sealed class ListBinder(Binder binder, BindingContext context)
{
    public static readonly IReadOnlyDictionary<string, ListForm> Forms =
        new ListForm[]
        {
            new("Any", 0, 1, (b, list) => Truth(Aggregates.Any(list.Flow))) { Filters = true },
            new("All", 1, 1, (b, list) => b.Itemwise.All(list)),
            new("Count", 0, 1, (b, list) => b.Itemwise.Counted(list)) { Filters = true },
            new("LongCount", 0, 1, (b, list) => b.Itemwise.Counted(list)) { Filters = true },
            new("Sum", 0, 1, (b, list) => b.Itemwise.Sum(list)) { Selects = true },
            new("Average", 0, 1, (b, list) => b.Itemwise.Average(list)) { Selects = true },
            new("Min", 0, 1, (b, list) => b.Itemwise.Extreme(list, least: true)) { Selects = true },
            new("Max", 0, 1, (b, list) => b.Itemwise.Extreme(list, least: false)) { Selects = true },
            new("First", 0, 1, (b, list) => b.Itemwise.End(list, true, true)) { Filters = true },
            new("FirstOrDefault", 0, 1, (b, list) => b.Itemwise.End(list, true, false)) { Filters = true },
            new("Last", 0, 1, (b, list) => b.Itemwise.End(list, false, true)) { Filters = true },
            new("LastOrDefault", 0, 1, (b, list) => b.Itemwise.End(list, false, false)) { Filters = true },
            new("Single", 0, 1, (b, list) => b.Itemwise.Only(list, true)) { Filters = true },
            new("SingleOrDefault", 0, 1, (b, list) => b.Itemwise.Only(list, false)) { Filters = true },
            new("Where", 1, 1, (b, list) => Flowing(list.Flow)) { Filters = true },
            new("Select", 1, 1, (b, list) => Flowing(list.Flow)) { Selects = true },
            new("SelectMany", 1, 1, (b, list) => b.Itemwise.SelectMany(list)),
            new("Take", 1, 1, (b, list) => b.Itemwise.Cut(list, Stages.Take)),
            new("Skip", 1, 1, (b, list) => b.Itemwise.Cut(list, Stages.Skip)),
            new("TakeWhile", 1, 1, (b, list) => b.Itemwise.While(list, Stages.TakeWhile)),
            new("SkipWhile", 1, 1, (b, list) => b.Itemwise.While(list, Stages.SkipWhile)),
            new("Distinct", 0, 0, (b, list) => b.Lists.Distinct(list)),
            new("Concat", 1, 1, (b, list) => b.TwoLists.Joined(list)),
            new("Union", 1, 1, (b, list) => b.TwoLists.United(list)),
            new("Intersect", 1, 1, (b, list) => b.TwoLists.Sifted(list, inBoth: true)),
            new("Except", 1, 1, (b, list) => b.TwoLists.Sifted(list, inBoth: false)),
            new("Reverse", 0, 0, (b, list) => b.TwoLists.Reversed(list)),
            new("OrderBy", 1, 1, (b, list) => b.Itemwise.Ordered(list, false, false)),
            new("OrderByDescending", 1, 1, (b, list) => b.Itemwise.Ordered(list, true, false)),
            new("ThenBy", 1, 1, (b, list) => b.Itemwise.Ordered(list, false, true)),
            new("ThenByDescending", 1, 1, (b, list) => b.Itemwise.Ordered(list, true, true)),
            new("GroupBy", 1, 1, (b, list) => b.Itemwise.Grouped(list)),
            new("Contains", 1, 1, (b, list) => b.Membership.Contains(list)),
            new("ToList", 0, 0, (b, list) => list.Target with { CountedBy = "Count" }),
            new("ToArray", 0, 0, (b, list) => list.Target with { CountedBy = "Length" }),
            new("AsEnumerable", 0, 0, (b, list) => list.Target with { CountedBy = "" }),
        }.ToDictionary(form => form.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The calls that lists understand, for the manual.</summary>
    public static IEnumerable<ListForm> NamesOfLists => Forms.Values;

    public BoundNode ListCall(CallNode node, BoundNode target)
    {
        if (!Forms.TryGetValue(node.Name, out var form))
        {
            binder.BrokenWith(node.Arguments);
            return UnknownOnList(node.NameStart, node.Name);
        }

        context.Faults.CaseDiffers(node.NameStart, node.Name, form.Name);
        if (node.Arguments.Count < form.Least || node.Arguments.Count > form.Most)
        {
            return context.Faults.Mismatch(
                node, $"“{form.Name}”的参数个数不对", $"'{form.Name}' takes another number of arguments");
        }

        var flow = target.Flow ?? Flow.Over(target.Code, target.Type.Element!, context.Scene);
        if (node.Arguments.Count == 1 && (form.Filters || form.Selects))
        {
            var shaped = form.Filters
                ? Filtered(flow, node.Target, target, node.Arguments[0]) : Selected(flow, node.Arguments[0]);
            return shaped is null ? BoundNode.Broken
                : form.Bind(binder, new ListOperand(node, Flowing(shaped), shaped));
        }

        return form.Bind(binder, new ListOperand(node, target, flow));
    }

    public BoundNode UnknownOnList(int offset, string name, string after = "") =>
        Reflective.Contains(name) ? context.Faults.Add(
            "not-allowed", offset,
            new($"规则里不允许“{name}”", $"'{name}' is not allowed in rules"),
            new("只用语言手册所列的成员", "use only members that the language lists"))
        : context.Faults.Unknown(
            "unknown-name", offset, name, Forms.Keys, after);

    /// <summary>Where with a condition; what it pins, later parts know of the item.</summary>
    private Flow? Filtered(Flow flow, Node? list, BoundNode target, Node condition)
    {
        var (piece, path) = WithItem(flow, condition);
        var truth = piece.IsBroken ? piece : binder.AsCondition(condition, piece);
        context.NotePinned(list, target, truth.WhenTrue, path);
        return truth.IsBroken ? null : Stages.Where(
            Pinned(flow, target, truth.WhenTrue, path), truth.Code,
            truth.WhenTrue.Narrow(path, flow.Element));
    }

    /// <summary>
    /// The flow over those items alone that the condition's pins leave, where the list can find them
    /// by itself; the condition is asked of them all the same.
    /// </summary>
    private Flow Pinned(Flow flow, BoundNode target, Facts pins, string path)
    {
        if (target.Flow is null && flow.Element.Record is { } record)
        {
            foreach (var (member, values) in pins.Of(path))
            {
                if (record.Only(target.Code, member, values) is { } few)
                {
                    return Flow.Over(few, flow.Element, context.Scene, flow.Item);
                }
            }
        }

        return flow;
    }

    private Flow? Selected(Flow flow, Node value)
    {
        var (piece, _) = WithItem(flow, value);
        return piece.IsBroken ? null
            : piece.IsNull ? Broken(value)
            : Stages.Select(flow, piece.Type, piece.Code);
    }

    private Flow? Broken(Node value)
    {
        context.Faults.Mismatch(value, "此处须有一个值", "a value belongs here");
        return null;
    }

    /// <summary>Binds what is said of each item.</summary>
    public (BoundNode Piece, string Path) WithItem(Flow flow, Node said)
    {
        var lambda = said as LambdaNode;
        var path = context.NewPath(lambda?.Parameter ?? "it");
        var frame = new Frame(lambda?.Parameter, path, flow.Element, flow.Item);
        return (context.Within(frame, () => binder.Bind(lambda?.Body ?? said)), frame.Path);
    }

    public BoundNode Distinct(ListOperand list) => Flowing(Stages.Distinct(list.Flow, context.Scene));

    public static BoundNode Flowing(Flow flow) => new(RuleType.ListOf(flow.Element), flow);

    public static BoundNode Truth(Expression code) => new(RuleType.Boolean, code);
}
