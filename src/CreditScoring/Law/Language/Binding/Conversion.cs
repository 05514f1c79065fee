using System.Globalization;
using System.Linq.Expressions;
using CreditScoring.Law.Language.Library;

namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// What turns into what without being asked: whole numbers, presence, days, nothing.
/// </summary>
internal static class Conversion
{
    private static readonly System.Reflection.MethodInfo Midnight =
        typeof(Dates).GetMethod(nameof(Dates.Midnight))!;

    /// <summary>Code of the piece as a CLR type, or null where it does not convert.</summary>
    public static Expression? To(BoundNode piece, Type clr)
    {
        if (piece.IsNull)
        {
            return CanBeNull(clr) ? Expression.Default(clr) : null;
        }

        var target = Nullable.GetUnderlyingType(clr) ?? clr;
        if (piece is { Literal: int whole, Code: ConstantExpression } && target == typeof(decimal))
        {
            return Shaped(Expression.Constant((decimal)whole), clr);
        }

        var source = Nullable.GetUnderlyingType(piece.Type.Clr) ?? piece.Type.Clr;
        return piece.IsWrapped && !CanBeNull(clr) ? null
            : source == typeof(DateOnly) && target == typeof(DateTime)
                ? Expression.Convert(piece.Code, clr, Midnight)
            : Fits(source, target) ? Shaped(piece.Code, clr) : null;
    }

    /// <summary>The piece as a type of the same or a wider shape; it is known to convert.</summary>
    public static Expression As(BoundNode piece, RuleType type) => To(piece, type.Clr)!;

    /// <summary>
    /// A text literal read as another type, as in <c>decidedOn >= "2024-01-01"</c>.
    /// </summary>
    public static BoundNode? Read(string text, RuleType type)
    {
        object? value = type.Shape switch
        {
            Shape.Integer when int.TryParse(text, CultureInfo.InvariantCulture, out var x) => x,
            Shape.Number when decimal.TryParse(text, CultureInfo.InvariantCulture, out var x) => x,
            Shape.Boolean when bool.TryParse(text, out var x) => x,
            Shape.Date when Dates.TryDate(text, out var x) => x,
            Shape.Instant when Dates.TryInstant(text, out var x) => x,
            Shape.Span when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var x) => x,
            Shape.Option when Enum.TryParse(type.Present().Clr, text, true, out var x) => x,
            _ => null,
        };
        return value is null ? null
            : new BoundNode(type.Present(), Expression.Constant(value)) { Literal = value };
    }

    public static bool CanBeNull(Type clr) =>
        !clr.IsValueType || Nullable.GetUnderlyingType(clr) is not null;

    private static bool Fits(Type source, Type target) =>
        source == target || (source == typeof(int) && target == typeof(decimal))
        || target.IsAssignableFrom(source);

    private static Expression Shaped(Expression code, Type clr) =>
        code.Type == clr ? code : Expression.Convert(code, clr);
}
