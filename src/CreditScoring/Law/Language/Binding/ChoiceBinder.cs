using System.Linq.Expressions;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>and, or, not, ?: and ??, with what each lets the next part know.</summary>
internal sealed class ChoiceBinder(Binder binder, BindingContext context)
{
    /// <summary>Each part of "and" is bound knowing what the parts before it pin.</summary>
    public BoundNode Logic(LogicNode node) => context.Under(Facts.None, () => Parts(node));

    private BoundNode Parts(LogicNode node)
    {
        var both = Facts.None;
        Facts? either = null;
        var codes = new List<Expression>();
        var broken = false;
        foreach (var part in node.Parts)
        {
            var term = binder.Condition(part);
            broken |= term.IsBroken;
            codes.Add(term.Code);
            both = both.And(term.WhenTrue);
            either = either is null ? term.WhenTrue : either.Or(term.WhenTrue);
            context.Learn(node.Operator == Operator.And ? term.WhenTrue : Facts.None);
        }

        return broken ? BoundNode.Broken
            : new BoundNode(RuleType.Boolean, Balanced(node.Operator, codes, 0, codes.Count))
            {
                WhenTrue = node.Operator == Operator.And ? both : either!,
            };
    }

    /// <summary>A run of any length as a shallow tree; left to right all the same.</summary>
    public static Expression Balanced(
        Operator op, IReadOnlyList<Expression> codes, int from, int to)
    {
        if (to - from == 1)
        {
            return codes[from];
        }

        var middle = (from + to) / 2;
        var (left, right) = (Balanced(op, codes, from, middle), Balanced(op, codes, middle, to));
        return op == Operator.And
            ? Expression.AndAlso(left, right) : Expression.OrElse(left, right);
    }

    public BoundNode Not(UnaryNode node)
    {
        var operand = binder.Condition(node.Operand);
        return operand.IsBroken ? operand
            : new BoundNode(RuleType.Boolean, Expression.Not(operand.Code));
    }

    public BoundNode Choice(Node node, Node test, Node then, Node otherwise)
    {
        var condition = binder.Condition(test);
        var left = context.Under(
            condition.IsBroken ? Facts.None : condition.WhenTrue, () => binder.Bind(then));
        var right = binder.Bind(otherwise);
        if (condition.IsBroken || left.IsBroken || right.IsBroken)
        {
            return BoundNode.Broken;
        }

        return Common(left, right) is { } type
            ? new BoundNode(type, Expression.Condition(
                condition.Code, Conversion.As(left, type), Conversion.As(right, type)))
            {
                IsWhole = left.IsWhole && right.IsWhole,
                Bounded = BoundedDays.Any(left, right) ? Expression.Condition(
                    condition.Code, BoundedDays.Of(left), BoundedDays.Of(right)) : null,
            }
            : NothingInCommon(node, left, right);
    }

    public BoundNode Coalesce(Node node, BoundNode left, BoundNode right)
    {
        if (left.IsBroken || right.IsBroken)
        {
            return BoundNode.Broken;
        }

        // A part known to be present may still be asked: what pins the kind stands elsewhere.
        if (Common(left, right) is not { } type || left.IsNull)
        {
            return NothingInCommon(node, left, right);
        }

        var result = right.Type.Optional ? type.OrMissing() : type.Present();
        if (!MemberBinder.MayBeNull(left))
        {
            return left with { WhenTrue = Facts.None, Path = null };
        }

        var held = Expression.Variable(left.Type.Clr);
        Expression value = left.IsWrapped && !(right.IsWrapped || right.IsNull)
            ? Expression.Property(held, "Value") : held;
        var present = new BoundNode(value != held ? left.Type.Present() : left.Type, value);
        return new BoundNode(result, Expression.Block(
            result.Clr, [held],
            Expression.Assign(held, left.Code),
            Expression.Condition(
                Expression.Equal(held, Expression.Constant(null, held.Type)),
                Conversion.To(right, result.Clr)!, Conversion.To(present, result.Clr)!)))
        {
            Bounded = BoundedDays.Any(left, right) ? BoundedDays.Coalesced(left, right) : null,
        };
    }

    public static BoundNode DefaultOf(BoundNode optional) => new(
        optional.Type.Present(),
        Expression.Coalesce(optional.Code, Expression.Default(optional.Type.Present().Clr)));

    public BoundNode NothingInCommon(Node node, BoundNode left, BoundNode right) => context.Faults.Mismatch(
        node, $"一边是{Words.Zh(left.Type)}，另一边是{Words.Zh(right.Type)}",
        $"one side is {Words.En(left.Type)}, the other {Words.En(right.Type)}");

    /// <summary>The type that both convert to, or null.</summary>
    public static RuleType? Common(BoundNode left, BoundNode right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull ? null
                : (left.IsNull ? right : left).Type.OrMissing();
        }

        var optional = left.Type.Optional || right.Type.Optional;
        return Shared(left.Type, right.Type) is { } type
            ? optional ? type.OrMissing() : type.Present() : null;
    }

    public static RuleType? Shared(RuleType left, RuleType right) =>
        (left.Shape, right.Shape) switch
        {
            (Shape.Integer, Shape.Number) => right,
            (Shape.Number, Shape.Integer) => left,
            (Shape.Date, Shape.Instant) => right,
            (Shape.Instant, Shape.Date) => left,
            (Shape.Text, Shape.Text) => RuleType.Text,
            (Shape.Record, Shape.Record) when left.Clr == right.Clr =>
                left.Record == right.Record ? left : RuleType.Of(left.Wide ?? left.Record!),
            var (a, b) when a == b && left.Present().Clr == right.Present().Clr => left,
            _ => null,
        };
}
