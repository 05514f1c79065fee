using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language.Library;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Comparisons, lifted as in C#: with a missing value only != (and == of two missing ones) holds.
/// </summary>
internal sealed class ComparisonBinder(Binder binder, BindingContext context)
{
    public BoundNode Compare(Node node, Operator op, BoundNode left, BoundNode right)
    {
        (left, right) = (Coerced(left, right), Coerced(right, left));
        if (left.IsNull || right.IsNull)
        {
            return WithNull(node, op, left.IsNull ? right : left);
        }

        CheckValues(node, left, right);
        CheckValues(node, right, left);
        var (code, differs) = (Comparison(op, left, right), DiffersInBinary(op, left, right));
        return differs ? NotExact(node)
            : code is null ? NotComparable(node, left, right)
            : new BoundNode(RuleType.Boolean, code) { WhenTrue = FactsOf(op, left, right) };
    }

    /// <summary>
    /// A text literal beside a date or option is read as one, if it can be; beside a number only where
    /// the recorded engine's reading is wanted.
    /// </summary>
    private BoundNode Coerced(BoundNode piece, BoundNode other) =>
        piece.Literal is string text && other.Shape is not (Shape.Text or Shape.Nothing)
            && (context.Scope.ReadsTextAsNumbers || !other.IsNumeric)
            ? Conversion.Read(text, other.Type) ?? piece : piece;

    private Expression? Comparison(Operator op, BoundNode left, BoundNode right)
    {
        if (binder.Days.ByDay(op, left, right) is { } byDay)
        {
            return byDay;
        }

        if (BoundedDays.Any(left, right))
        {
            return BoundedDays.Compare(op, BoundedDays.Of(left), BoundedDays.Of(right));
        }

        if (left.Shape == Shape.Option || right.Shape == Shape.Option)
        {
            (left, right) = (Numbered(left), Numbered(right));
        }

        if (ChoiceBinder.Common(left, right) is not { } type)
        {
            return null;
        }

        var (a, b) = (Conversion.As(left, type), Conversion.As(right, type));
        return (type.Shape, op) switch
        {
            (Shape.Text, _) => Texted(op, a, b),
            (Shape.Record, Operator.Equal) => Same(a, b),
            (Shape.Record, Operator.NotEqual) => Expression.Not(Same(a, b)),
            (Shape.Boolean, Operator.Equal or Operator.NotEqual) => Plain(op, a, b),
            (Shape.Record or Shape.Boolean or Shape.List, _) => null,
            _ => Plain(op, a, b),
        };
    }

    /// <summary>Options such as DayOfWeek stand for numbers.</summary>
    private static BoundNode Numbered(BoundNode piece) => piece.Shape != Shape.Option ? piece
        : new BoundNode(RuleType.Integer, Expression.Convert(piece.Code, typeof(int)));

    public static Expression Plain(Operator op, Expression a, Expression b) => op switch
    {
        Operator.Equal => Expression.Equal(a, b),
        Operator.NotEqual => Expression.NotEqual(a, b),
        Operator.Less => Expression.LessThan(a, b),
        Operator.LessOrEqual => Expression.LessThanOrEqual(a, b),
        Operator.Greater => Expression.GreaterThan(a, b),
        _ => Expression.GreaterThanOrEqual(a, b),
    };

    private static Expression Texted(Operator op, Expression a, Expression b) => op switch
    {
        Operator.Equal => Expression.Equal(a, b),
        Operator.NotEqual => Expression.NotEqual(a, b),
        Operator.Less => Ordinal(nameof(Texts.Less), a, b),
        Operator.LessOrEqual => Ordinal(nameof(Texts.LessOrEqual), a, b),
        Operator.Greater => Ordinal(nameof(Texts.Less), b, a),
        _ => Ordinal(nameof(Texts.LessOrEqual), b, a),
    };

    private static MethodCallExpression Ordinal(string name, Expression a, Expression b) =>
        Expression.Call(typeof(Texts), name, null, a, b);

    /// <summary>A record says for itself when it is another's same: an event, by its id.</summary>
    private static MethodCallExpression Same(Expression a, Expression b) =>
        Expression.Call(typeof(object), nameof(Equals), null, a, b);

    private BoundNode WithNull(Node node, Operator op, BoundNode other)
    {
        if (op is not (Operator.Equal or Operator.NotEqual))
        {
            return other.IsNull || other.Type.Clr.IsValueType
                ? BoundNode.Of(false) with { Literal = null }
                : NotComparable(node, other, BoundNode.Null);
        }

        Expression missing = other.IsNull ? Expression.Constant(true)
            : other.Bounded is { } day ? Expression.Property(day, nameof(BoundedDay.IsMissing))
            : !Conversion.CanBeNull(other.Type.Clr) ? Expression.Constant(false)
            : Expression.Equal(other.Code, Expression.Constant(null, other.Type.Clr));
        return new BoundNode(
            RuleType.Boolean, op == Operator.Equal ? missing : Expression.Not(missing));
    }

    private BoundNode NotComparable(Node node, BoundNode left, BoundNode right) => context.Faults.Mismatch(
        node, $"{Words.Zh(left.Type)}与{Words.Zh(right.Type)}不能这样比较",
        $"{Words.En(left.Type)} and {Words.En(right.Type)} cannot be compared like this");

    private static Facts FactsOf(Operator op, BoundNode left, BoundNode right) =>
        op != Operator.Equal ? Facts.None
        : left.ReadFrom is { } read && right.Literal is string value ? Facts.That(read, [value])
        : right.ReadFrom is { } other && left.Literal is string first ? Facts.That(other, [first])
        : Facts.None;

    /// <summary>A literal that the catalogue does not list would never be equal.</summary>
    private void CheckValues(Node node, BoundNode text, BoundNode literal)
    {
        if (text.Type.Values is { } values && literal.Literal is string value
            && !values.Contains(value))
        {
            var near = Nearest.To(value, values);
            context.Faults.Add(
                "unknown-value", node,
                new Wording($"“{value}”不在目录所列的值中", $"'{value}' is not among the declared values"),
                Labels.Meant(value, text.Type.Labels ?? [])
                ?? (near is not null ? new Wording($"是否应为“{near}”？", $"did you mean '{near}'?")
                    : new Wording(
                        $"写其中之一：{string.Join("、", values.Take(8))}{(values.Count > 8 ? "……" : "")}",
                        $"write one of {string.Join(", ", values.Take(8))}"
                            + (values.Count > 8 ? ", ..." : ""))));
        }
    }

    private static bool DiffersInBinary(Operator op, BoundNode left, BoundNode right) =>
        left.Binary is { } a && right.Binary is { } b && !(left.IsWhole && right.IsWhole)
        && BinaryRounding.Exactly(left, right, op) is { } exact
        && exact != BinaryRounding.Holds(op, a, b);

    private BoundNode NotExact(Node node) => context.Faults.Add(
        "type-mismatch", node,
        new Wording("两个常数的比较取决于二进制舍入", "this comparison of constants hangs on binary rounding"),
        new Wording("直接写结果，或给数字加后缀 m", "write the outcome, or give the numbers the suffix m"));
}
