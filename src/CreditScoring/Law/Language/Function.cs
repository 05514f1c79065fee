using System.Linq.Expressions;

namespace CreditScoring.Law.Language;

/// <summary>An argument as the binder hands it to a function: its type, its code, its literal text.</summary>
/// <param name="Type">The type of the argument.</param>
/// <param name="Code">Its code, of CLR type <see cref="RuleType.Clr"/>.</param>
/// <param name="Literal">The value where the argument is a literal, else null.</param>
public sealed record Argument(RuleType Type, Expression Code, object? Literal)
{
    /// <summary>
    /// Where the argument is the walked day, or monotone steps from it: read that instead of
    /// <see cref="Code"/> and note yourself when the outcome changes. Code notes the argument's own
    /// next change, so it is always safe.
    /// </summary>
    public DayChain? Chain { get; init; }
}

/// <summary>
/// A function that a scope adds to the language, such as <c>lookup("fine", happened.fine)</c>. It sees
/// the types of its arguments, and answers with code or says what is wrong with the call.
/// </summary>
public abstract class Function(string name)
{
    public string Name { get; } = name;

    /// <summary>
    /// Whether the same arguments may have another answer on another day or in another file.
    /// </summary>
    public virtual bool ReadsTheMoment => false;

    /// <summary>Binds one call.</summary>
    /// <param name="evaluation">Code of the evaluation, of the scope's type.</param>
    /// <param name="arguments">The arguments in order.</param>
    public abstract Call Bind(Expression evaluation, IReadOnlyList<Argument> arguments);
}

/// <summary>The outcome of binding a call: a typed piece of code, or what is wrong.</summary>
public sealed record Call
{
    private Call() { }

    public RuleType? Type { get; private init; }

    public Expression? Code { get; private init; }

    /// <summary>
    /// Where the outcome is a day that may lie beyond the calendar: code of a
    /// <see cref="BoundedDay"/>; null: it is not.
    /// </summary>
    public Expression? Bounded { get; private init; }

    public Documents.Flaw? Flaw { get; private init; }

    /// <summary>Neither: it hangs on what is flawed elsewhere, and is told of there.</summary>
    public static readonly Call Following = new();

    public static Call Of(RuleType type, Expression code) => new() { Type = type, Code = code };

    /// <summary>A day that may lie beyond the calendar.</summary>
    /// <param name="day">Code of a <see cref="BoundedDay"/> that is not missing.</param>
    public static Call OfDay(Expression day) =>
        new()
        {
            Type = RuleType.Date,
            Code = Expression.Property(Expression.Property(day, nameof(BoundedDay.Known)), "Value"),
            Bounded = day,
        };

    /// <summary>A refusal; the binder puts the place of the call in.</summary>
    public static Call Wrong(string name, Documents.Wording what, Documents.Wording mend) =>
        new() { Flaw = new Documents.Flaw(name, default, what, mend) };
}
