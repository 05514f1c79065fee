using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Reckoning: whole numbers checked, all else in decimals; texts join; days differ.
/// </summary>
internal sealed class OperatorBinder(Binder binder, BindingContext context)
{
    public BoundNode Unary(UnaryNode node)
    {
        if (node.Operator == Operator.Not)
        {
            return binder.Choices.Not(node);
        }

        var operand = binder.Bind(node.Operand);
        return operand.IsBroken ? operand
            : operand.IsNumeric || operand.Type == RuleType.Span
                ? new BoundNode(operand.Type, Expression.NegateChecked(operand.Code))
                {
                    IsWhole = operand.IsWhole, Binary = -operand.Binary,
                }
            : context.Faults.Mismatch(
                node, $"“-”之后须为数，此处是{Words.Zh(operand.Type)}",
                $"a number belongs after '-'; this is {Words.En(operand.Type)}");
    }

    public BoundNode Binary(BinaryNode node)
    {
        var (left, right) = (binder.Bind(node.Left), binder.Bind(node.Right));
        return left.IsBroken || right.IsBroken ? BoundNode.Broken
            : node.Operator.IsComparison() ? binder.Comparisons.Compare(node, node.Operator, left, right)
            : node.Operator == Operator.Coalesce ? binder.Choices.Coalesce(node, left, right)
            : node.Operator is Operator.EagerAnd or Operator.EagerOr ? Eager(node, left, right)
            : Arithmetic(node, left, right);
    }

    private BoundNode Eager(BinaryNode node, BoundNode left, BoundNode right)
    {
        (left, right) = (binder.AsCondition(node.Left, left), binder.AsCondition(node.Right, right));
        return left.IsBroken || right.IsBroken ? BoundNode.Broken
            : node.Operator == Operator.EagerAnd
                ? new BoundNode(RuleType.Boolean, Expression.And(left.Code, right.Code))
                {
                    WhenTrue = left.WhenTrue.And(right.WhenTrue),
                }
            : new BoundNode(RuleType.Boolean, Expression.Or(left.Code, right.Code))
            {
                WhenTrue = left.WhenTrue.Or(right.WhenTrue),
            };
    }

    private BoundNode Arithmetic(BinaryNode node, BoundNode left, BoundNode right)
    {
        if (left.IsNumeric && right.IsNumeric)
        {
            return Numeric(node, left, right);
        }

        if (node.Operator == Operator.Add
            && (left.Shape == Shape.Text || right.Shape == Shape.Text)
            && AsText(left) is { } start && AsText(right) is { } end)
        {
            return new BoundNode(RuleType.Text, Expression.Call(
                typeof(Texts), nameof(Texts.Join), null, start, end));
        }

        return Times(node, left, right) ?? NotReckonable(node, left, right);
    }

    private BoundNode NotReckonable(BinaryNode node, BoundNode left, BoundNode right) =>
        context.Faults.Mismatch(
        node, $"{Words.Zh(left.Type)}与{Words.Zh(right.Type)}不能这样计算",
        $"{Words.En(left.Type)} and {Words.En(right.Type)} cannot be reckoned like this");

    private BoundNode Numeric(BinaryNode node, BoundNode left, BoundNode right)
    {
        var whole = (left.Shape == Shape.Integer || left.IsWhole)
            && (right.Shape == Shape.Integer || right.IsWhole);
        var declared = left.IsDeclaredWhole || right.IsDeclaredWhole;
        if (node.Operator == Operator.Divide && whole && !declared && !DividesEvenly(left, right))
        {
            return context.Faults.Add(
                "integer-division", node,
                new Wording("两个整数相除会舍去小数", "dividing whole numbers would drop the fraction"),
                new Wording(
                    "写 a / 2.0，或 Math.Floor(a / 2.0)", "write a / 2.0, or Math.Floor(a / 2.0)"));
        }

        var type = ChoiceBinder.Common(left, right)!;
        var (a, b) = (Conversion.As(left, type), Conversion.As(right, type));
        return new BoundNode(type, Reckon(node.Operator, a, b))
        {
            IsWhole = whole,
            IsDeclaredWhole = declared,
            Binary = InBinary(node.Operator, left.Binary, right.Binary),
        };
    }

    private static bool DividesEvenly(BoundNode left, BoundNode right) =>
        left.Literal is int number && right.Literal is int by
        && by is not (0 or -1) && number % by == 0;

    private static Expression Reckon(Operator op, Expression a, Expression b) => op switch
    {
        Operator.Add => Expression.AddChecked(a, b),
        Operator.Subtract => Expression.SubtractChecked(a, b),
        Operator.Multiply => Expression.MultiplyChecked(a, b),
        Operator.Divide => Expression.Divide(a, b),
        _ => Expression.Modulo(a, b),
    };

    private static double? InBinary(Operator op, double? a, double? b) => op switch
    {
        Operator.Add => a + b,
        Operator.Subtract => a - b,
        Operator.Multiply => a * b,
        Operator.Divide => a / b,
        _ => a % b,
    };

    /// <summary>Differences of days and instants, and lengths of time.</summary>
    private static BoundNode? Times(BinaryNode node, BoundNode left, BoundNode right)
    {
        if (node.Operator is not (Operator.Add or Operator.Subtract)
            || left.Type.Optional || right.Type.Optional)
        {
            return null;
        }

        if (node.Operator == Operator.Subtract && ChoiceBinder.Shared(left.Type, right.Type) is
            { Shape: Shape.Date or Shape.Instant } moments)
        {
            return new BoundNode(RuleType.Span, Expression.Call(
                typeof(Dates), nameof(Dates.Between), null,
                Conversion.As(right, moments), Conversion.As(left, moments)));
        }

        var moved = left.Shape is Shape.Date or Shape.Instant ? RuleType.Instant
            : left.Shape == Shape.Span ? RuleType.Span : null;
        return moved is null || right.Shape != Shape.Span ? null
            : new BoundNode(moved, Reckon(node.Operator, Conversion.As(left, moved), right.Code));
    }

    /// <summary>
    /// Code of a value joined to a text, without culture; null where it has no one wording, as a
    /// decimal has none (0.5, 0.50).
    /// </summary>
    private static Expression? AsText(BoundNode piece) => piece.Shape switch
    {
        Shape.Text => piece.Code,
        Shape.Integer or Shape.Boolean or Shape.Instant => Expression.Call(
            typeof(Convert), nameof(Convert.ToString), null,
            Expression.Convert(piece.Code, typeof(object)),
            Expression.Constant(System.Globalization.CultureInfo.InvariantCulture,
                typeof(IFormatProvider))),
        Shape.Nothing => Expression.Constant("", typeof(string)),
        _ => null,
    };
}
