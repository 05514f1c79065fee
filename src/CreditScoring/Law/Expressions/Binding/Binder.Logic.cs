using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Law.Expressions.Binding;

/// <summary>and, or, not, ?: and ??, with what each lets the next part know.</summary>
internal sealed partial class Binder
{
    private Piece Logic(LogicNode node)
    {
        var (before, both) = (known, Facts.None);
        Facts? either = null;
        var codes = new List<Expression>();
        var broken = false;
        foreach (var part in node.Parts)
        {
            var term = Condition(part);
            broken |= term.IsBroken;
            codes.Add(term.Code);
            both = both.And(term.WhenTrue);
            either = either is null ? term.WhenTrue : either.Or(term.WhenTrue);
            known = node.Operator == Operator.And ? known.And(term.WhenTrue) : known;
        }

        known = before;
        return broken ? Piece.Broken
            : new Piece(RuleType.Boolean, Balanced(node.Operator, codes, 0, codes.Count))
            {
                WhenTrue = node.Operator == Operator.And ? both : either!,
            };
    }

    /// <summary>A run of any length as a shallow tree; left to right all the same.</summary>
    private static Expression Balanced(
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

    private Piece Not(UnaryNode node)
    {
        var operand = Condition(node.Operand);
        return operand.IsBroken ? operand
            : new Piece(RuleType.Boolean, Expression.Not(operand.Code));
    }

    private Piece Choice(Node node, Node test, Node then, Node otherwise)
    {
        var condition = Condition(test);
        var left = Under(condition.IsBroken ? Facts.None : condition.WhenTrue, then);
        var right = Bind(otherwise);
        if (condition.IsBroken || left.IsBroken || right.IsBroken)
        {
            return Piece.Broken;
        }

        return Common(left, right) is { } type
            ? new Piece(type, Expression.Condition(
                condition.Code, Conversion.As(left, type), Conversion.As(right, type)))
            {
                IsWhole = left.IsWhole && right.IsWhole,
            }
            : NothingInCommon(node, left, right);
    }

    private Piece Coalesce(Node node, Piece left, Piece right)
    {
        if (left.IsBroken || right.IsBroken)
        {
            return Piece.Broken;
        }

        // A part known to be present may still be asked: what pins the kind stands elsewhere.
        if (Common(left, right) is not { } type || left.IsNull)
        {
            return NothingInCommon(node, left, right);
        }

        var result = right.Type.Optional ? type.OrMissing() : type.Present();
        if (!MayBeNull(left))
        {
            return left with { WhenTrue = Facts.None, Path = null };
        }

        var held = Expression.Variable(left.Type.Clr);
        Expression value = left.IsWrapped && !(right.IsWrapped || right.IsNull)
            ? Expression.Property(held, "Value") : held;
        var present = new Piece(value != held ? left.Type.Present() : left.Type, value);
        return new Piece(result, Expression.Block(
            result.Clr, [held],
            Expression.Assign(held, left.Code),
            Expression.Condition(
                Expression.Equal(held, Expression.Constant(null, held.Type)),
                Conversion.To(right, result.Clr)!, Conversion.To(present, result.Clr)!)));
    }

    private static Piece DefaultOf(Piece optional) => new(
        optional.Type.Present(),
        Expression.Coalesce(optional.Code, Expression.Default(optional.Type.Present().Clr)));

    private Piece NothingInCommon(Node node, Piece left, Piece right) => faults.Mismatch(
        node, $"一边是{Words.Zh(left.Type)}，另一边是{Words.Zh(right.Type)}",
        $"one side is {Words.En(left.Type)}, the other {Words.En(right.Type)}");

    /// <summary>The type that both convert to, or null.</summary>
    private static RuleType? Common(Piece left, Piece right)
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

    private static RuleType? Shared(RuleType left, RuleType right) =>
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
