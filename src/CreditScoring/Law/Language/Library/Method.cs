using System.Linq.Expressions;

namespace CreditScoring.Law.Language.Library;

/// <summary>
/// One form of a method, property or function that rule text may use. The lambda is both its
/// signature and its meaning: its parameters are the operands, the target first.
/// </summary>
internal sealed class Method
{
    private readonly LambdaExpression meaning;

    private Method(string name, LambdaExpression meaning)
    {
        Name = name;
        this.meaning = meaning;
        Operands = [.. meaning.Parameters.Select(parameter => TypeOf(parameter.Type))];
        Result = TypeOf(meaning.ReturnType);
    }

    public string Name { get; }

    public IReadOnlyList<RuleType> Operands { get; }

    public RuleType Result { get; }

    /// <summary>Missing operands give a missing result instead of a flaw.</summary>
    public bool Lifts { get; init; }

    /// <summary>Written without parentheses.</summary>
    public bool IsProperty { get; init; }

    /// <summary>
    /// Set where the operand at <see cref="ChainAt"/> may be the walked day: the result reached and
    /// the other operands -> the least operand that reaches it.
    /// </summary>
    public LambdaExpression? Undo { get; init; }

    public int ChainAt { get; init; }

    /// <summary>
    /// Set where the result turns over and over: a day -> the next day it may be another.
    /// </summary>
    public LambdaExpression? Turns { get; init; }

    public static Method Of(string name, LambdaExpression meaning, bool lifts = false) =>
        new(name, meaning) { Lifts = lifts };

    /// <summary>
    /// A step that the walked day may take at the operand <paramref name="chainAt"/>.
    /// </summary>
    public static Method Of(
        string name, LambdaExpression meaning, int chainAt, LambdaExpression undo) =>
        new(name, meaning) { ChainAt = chainAt, Undo = undo };

    public static Method Property(
        string name, LambdaExpression meaning,
        LambdaExpression? undo = null, LambdaExpression? turns = null) =>
        new(name, meaning) { IsProperty = true, Undo = undo, Turns = turns };

    public Expression Emit(params IReadOnlyList<Expression> operands) => Apply(meaning, operands);

    public Expression EmitTurn(Expression day) => Apply(Turns!, [day]);

    public Expression EmitUndo(params IReadOnlyList<Expression> operands) => Apply(Undo!, operands);

    public static RuleType TypeOf(Type clr) =>
        Nullable.GetUnderlyingType(clr) is { } inner ? TypeOf(inner).OrMissing()
        : clr == typeof(string) ? RuleType.Text
        : clr == typeof(int) ? RuleType.Integer
        : clr == typeof(decimal) ? RuleType.Number
        : clr == typeof(bool) ? RuleType.Boolean
        : clr == typeof(DateOnly) ? RuleType.Date
        : clr == typeof(DateTime) ? RuleType.Instant
        : clr == typeof(TimeSpan) ? RuleType.Span
        : clr.IsEnum ? RuleType.OptionOf(clr)
        : RuleType.ListOf(TypeOf(clr.GetGenericArguments()[0]));

    private static Expression Apply(LambdaExpression lambda, IReadOnlyList<Expression> operands) =>
        new Inline(lambda.Parameters, operands).Visit(lambda.Body);

    /// <summary>
    /// Puts operands in the place of parameters; each stands once in a lambda's body.
    /// </summary>
    private sealed class Inline(
        IReadOnlyList<ParameterExpression> parameters, IReadOnlyList<Expression> operands)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i] == node)
                {
                    return operands[i];
                }
            }

            return node;
        }
    }
}
