namespace CreditScoring.Law.Language.Parsing;

internal enum Operator
{
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual,
    Add, Subtract, Multiply, Divide, Remainder,
    And, Or, EagerAnd, EagerOr, Coalesce, In, NotIn, Choose,
    Not, Negate,
}

/// <summary>How operators are written and how tightly they hold; words ignore case.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, (Operator Operator, int Power)> Infix =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["?"] = (Operator.Choose, 1),
            ["??"] = (Operator.Coalesce, 2),
            ["||"] = (Operator.Or, 3), ["or"] = (Operator.Or, 3), ["OrElse"] = (Operator.Or, 3),
            ["&&"] = (Operator.And, 4), ["and"] = (Operator.And, 4), ["AndAlso"] = (Operator.And, 4),
            ["in"] = (Operator.In, 5), ["not"] = (Operator.NotIn, 5),
            ["&"] = (Operator.EagerAnd, 6), ["|"] = (Operator.EagerOr, 6),
            ["=="] = (Operator.Equal, 7), ["="] = (Operator.Equal, 7), ["eq"] = (Operator.Equal, 7),
            ["equal"] = (Operator.Equal, 7), ["notequal"] = (Operator.NotEqual, 7),
            ["!="] = (Operator.NotEqual, 7), ["<>"] = (Operator.NotEqual, 7),
            ["ne"] = (Operator.NotEqual, 7), ["neq"] = (Operator.NotEqual, 7),
            ["<"] = (Operator.Less, 7), ["lt"] = (Operator.Less, 7), ["lessThan"] = (Operator.Less, 7),
            ["<="] = (Operator.LessOrEqual, 7), ["le"] = (Operator.LessOrEqual, 7),
            ["lessThanEqual"] = (Operator.LessOrEqual, 7),
            [">"] = (Operator.Greater, 7), ["gt"] = (Operator.Greater, 7),
            ["greaterThan"] = (Operator.Greater, 7),
            [">="] = (Operator.GreaterOrEqual, 7), ["ge"] = (Operator.GreaterOrEqual, 7),
            ["greaterThanEqual"] = (Operator.GreaterOrEqual, 7),
            ["+"] = (Operator.Add, 8), ["-"] = (Operator.Subtract, 8),
            ["*"] = (Operator.Multiply, 9), ["/"] = (Operator.Divide, 9),
            ["%"] = (Operator.Remainder, 9), ["mod"] = (Operator.Remainder, 9),
        };

    /// <summary>
    /// What stands between two operands here, with its power; power 0: nothing does.
    /// </summary>
    public static (Operator Operator, int Power) Between(Token token) =>
        token.Kind is TokenKind.Symbol or TokenKind.Name
            ? Infix.GetValueOrDefault(token.Text) : default;

    public static bool IsComparison(this Operator op) =>
        op is >= Operator.Equal and <= Operator.GreaterOrEqual;

    /// <summary>The same comparison with its sides exchanged.</summary>
    public static Operator Mirrored(this Operator op) => op switch
    {
        Operator.Less => Operator.Greater,
        Operator.LessOrEqual => Operator.GreaterOrEqual,
        Operator.Greater => Operator.Less,
        Operator.GreaterOrEqual => Operator.LessOrEqual,
        _ => op,
    };
}
