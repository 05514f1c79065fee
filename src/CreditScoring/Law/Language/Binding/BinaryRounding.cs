using System.Linq.Expressions;
using System.Numerics;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// Constants whose comparison the recorded engine, which holds them in binary, decides otherwise
/// (0.1 + 0.2 == 0.3): they are refused, rather than meaning two things.
/// </summary>
internal static class BinaryRounding
{
    public static bool? Exactly(BoundNode left, BoundNode right, Operator op)
    {
        var (a, b) = (Constant(left), Constant(right));
        return a is null || b is null ? null : Holds(op, a.Value, b.Value);
    }

    public static bool Holds<T>(Operator op, T a, T b)
        where T : IComparisonOperators<T, T, bool> => op switch
    {
        Operator.Equal => a == b,
        Operator.NotEqual => a != b,
        Operator.Less => a < b,
        Operator.LessOrEqual => a <= b,
        Operator.Greater => a > b,
        _ => a >= b,
    };

    private static decimal? Constant(BoundNode piece)
    {
        try
        {
            return Fold(piece.Code);
        }
        catch (ArithmeticException)
        {
            // It will be refused for that reason when it is evaluated.
            return null;
        }
    }

    private static decimal? Fold(Expression code) => code switch
    {
        ConstantExpression { Value: int whole } => whole,
        ConstantExpression { Value: decimal number } => number,
        UnaryExpression { NodeType: ExpressionType.Convert } inner => Fold(inner.Operand),
        UnaryExpression { NodeType: ExpressionType.NegateChecked } inner => -Fold(inner.Operand),
        BinaryExpression pair => (pair.NodeType, Fold(pair.Left), Fold(pair.Right)) switch
        {
            (ExpressionType.AddChecked, { } a, { } b) => a + b,
            (ExpressionType.SubtractChecked, { } a, { } b) => a - b,
            (ExpressionType.MultiplyChecked, { } a, { } b) => a * b,
            (ExpressionType.Divide, { } a, { } b) => a / b,
            (ExpressionType.Modulo, { } a, { } b) => a % b,
            _ => null,
        },
        _ => null,
    };
}
