using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// Another engine that reads the same rule texts, so that two judge where one could be mistaken. It
/// only ever sees text that <see cref="RuleCompiler"/> has accepted.
/// </summary>
public interface ISecondEngine
{
    /// <summary>Its name and version, as a standing says by what it was reached.</summary>
    string Name { get; }

    /// <summary>Why a workflow's file cannot be loaded there; null: it can.</summary>
    Flaw? FlawOf(SourceText workflow);

    /// <summary>A reader of the texts of one pack.</summary>
    ISecondReader ReaderOf(PackLanguage language);
}

/// <summary>Makes runnable what the first engine has accepted.</summary>
public interface ISecondReader
{
    /// <param name="text">The text.</param>
    /// <param name="type">What it comes to.</param>
    /// <param name="names">The names that it reads, each with its type.</param>
    /// <param name="flaw">Why it cannot be read here; null: it can.</param>
    /// <returns>Null where it cannot be read here.</returns>
    ISecondFormula? Read(RuleText text, RuleType type, IReadOnlyList<Variable> names, out Flaw? flaw);
}

/// <summary>A text made runnable by the second engine.</summary>
public interface ISecondFormula
{
    /// <summary>Reckons the text for the same facts and holds the outcome against the first's.</summary>
    /// <param name="evaluation">The facts.</param>
    /// <param name="values">What the names stand for, in the order in which they were given.</param>
    /// <param name="ours">What the first engine came to.</param>
    SecondAnswer Ask(Evaluation evaluation, object?[] values, object? ours);
}

/// <summary>How a second answer stands to the first.</summary>
public enum Agreement
{
    /// <summary>The same value.</summary>
    Same,

    /// <summary>No answer there: it threw where the first has a value.</summary>
    NoAnswer,

    /// <summary>Another value.</summary>
    Differs,
}

/// <summary>What the second engine answered.</summary>
/// <param name="Told">Its value, or why it has none; null where it is the same.</param>
public readonly record struct SecondAnswer(Agreement Agreement, string? Told)
{
    public static readonly SecondAnswer Same = new(Agreement.Same, null);

    /// <summary>A value as a difference is told.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => $"[{list.Cast<object>().Count()}]",
        _ => $"{value}",
    };
}
