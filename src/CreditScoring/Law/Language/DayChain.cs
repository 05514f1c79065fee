using System.Collections.Immutable;
using System.Linq.Expressions;

namespace CreditScoring.Law.Language;

/// <summary>
/// The walked day followed by steps that never go back as the day goes on, such as
/// <c>day.AddMonths(-12)</c>. Because of that the first day on which it reaches a value can be
/// reckoned, and days in between need no evaluation.
/// </summary>
public sealed class DayChain
{
    internal DayChain(
        Expression value,
        Func<Expression, Expression> firstAt,
        ImmutableArray<ParameterExpression> held)
    {
        Value = value;
        FirstAt = firstAt;
        Held = held;
    }

    /// <summary>
    /// Code of the value, a <c>DateOnly</c> or an <c>int</c>; it notes nothing. Evaluate it before
    /// any code made by <see cref="FirstAt"/>, and once.
    /// </summary>
    public Expression Value { get; }

    /// <summary>
    /// Code of a value of the same CLR type -> code of the first <c>DateOnly</c> on which the chain
    /// is at least that; <see cref="DateOnly.MaxValue"/>: never.
    /// </summary>
    public Func<Expression, Expression> FirstAt { get; }

    /// <summary>
    /// Locals that hold the steps' arguments; the binder declares them around a call.
    /// </summary>
    internal ImmutableArray<ParameterExpression> Held { get; }

    internal static DayChain Of(Expression day) => new(day, first => first, []);

    /// <summary>One more step.</summary>
    /// <param name="step">The value before the step and its arguments -> the value after.</param>
    /// <param name="undo">A value and the arguments -> the least input that reaches it.</param>
    /// <param name="arguments">Code of the step's arguments, evaluated once.</param>
    internal DayChain Then(
        Func<Expression, Expression[], Expression> step,
        Func<Expression, Expression[], Expression> undo,
        params Expression[] arguments)
    {
        var held = Held;
        var first = new Expression[arguments.Length];
        var again = new Expression[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            first[i] = again[i] = arguments[i];
            if (arguments[i] is not ConstantExpression)
            {
                var local = Expression.Variable(arguments[i].Type);
                held = held.Add(local);
                (first[i], again[i]) = (Expression.Assign(local, arguments[i]), local);
            }
        }

        return new DayChain(step(Value, first), reached => FirstAt(undo(reached, again)), held);
    }
}
