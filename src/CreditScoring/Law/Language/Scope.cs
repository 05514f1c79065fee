using System.Collections.Immutable;
using System.Linq.Expressions;
using CreditScoring.Documents;

namespace CreditScoring.Law.Language;

/// <summary>A name that rule text may use, and how it is read from the evaluation.</summary>
public sealed record Variable(string Name, RuleType Type, Func<Expression, Expression> Read)
{
    /// <summary>
    /// Where it is a day that may lie beyond the calendar: how it is read as a
    /// <see cref="BoundedDay"/>; null: it is not.
    /// </summary>
    public Func<Expression, Expression>? ReadBounded { get; init; }
}

/// <summary>What is made of a formula that was bound in a scope.</summary>
public delegate Formula FormulaFinish(Formula formula, Scope scope);

/// <summary>Is told of each text before it is bound, also of one that is flawed: for editors.</summary>
/// <param name="text">The text.</param>
/// <param name="scope">The names that it may use.</param>
/// <param name="given">A condition that holds wherever it is evaluated; null: none does.</param>
public delegate void TextMet(RuleText text, Scope scope, Formula? given);

/// <summary>
/// The names in scope where a rule stands: variables, and functions beyond the language's own.
/// Names ignore case. The variable <c>day</c> is the walked day (<see cref="Evaluation.Day"/>).
/// </summary>
public sealed class Scope
{
    private Scope(
        Type evaluation,
        ImmutableSortedDictionary<string, Variable> variables,
        ImmutableSortedDictionary<string, Function> functions)
    {
        Evaluation = evaluation;
        Variables = variables;
        Functions = functions;
    }

    /// <param name="evaluation">The scene's type, derived from <see cref="Expressions.Evaluation"/>.</param>
    public Scope(Type evaluation)
        : this(
            evaluation,
            ImmutableSortedDictionary.Create<string, Variable>(StringComparer.OrdinalIgnoreCase),
            ImmutableSortedDictionary.Create<string, Function>(StringComparer.OrdinalIgnoreCase))
    {
    }

    public Type Evaluation { get; }

    public ImmutableSortedDictionary<string, Variable> Variables { get; }

    public ImmutableSortedDictionary<string, Function> Functions { get; }

    /// <summary>
    /// Whether <c>fine > "10000"</c> compares numbers, as in the recordings of the real engine; in
    /// rules it is a mistake.
    /// </summary>
    public bool ReadsTextAsNumbers { get; init; }

    /// <summary>
    /// Names whose own texts are flawed: a text that reads one cannot be bound, and why is told there.
    /// </summary>
    public ImmutableHashSet<string> Flawed { get; private init; } =
        ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is made of each formula that was bound in this scope; null: it stays as it is.</summary>
    public FormulaFinish? Finish { get; init; }

    /// <summary>Who is told of each text that is to be bound in this scope; null: nobody.</summary>
    public TextMet? Met { get; init; }

    public Scope With(Variable variable) => With(Variables.SetItem(variable.Name, variable), Functions);

    public Scope With(Function function) => With(Variables, Functions.SetItem(function.Name, function));

    public Scope WithFlawed(string name) => new(Evaluation, Variables, Functions)
    {
        ReadsTextAsNumbers = ReadsTextAsNumbers,
        Finish = Finish,
        Met = Met,
        Flawed = Flawed.Add(name),
    };

    private Scope With(
        ImmutableSortedDictionary<string, Variable> variables, ImmutableSortedDictionary<string,
        Function> functions) =>
        new(Evaluation, variables, functions)
        {
            ReadsTextAsNumbers = ReadsTextAsNumbers,
            Finish = Finish,
            Met = Met,
            Flawed = Flawed,
        };
}
