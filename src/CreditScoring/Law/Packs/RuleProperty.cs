using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Packs;

/// <summary>
/// A property that rules may have (rule-packs.md, roles): what follows where the rule holds. This is its
/// one declaration; the reader, the schema and its words, the checks and the mutants follow from it.
/// Which role has it is said where the rules of that role are read.
/// </summary>
/// <param name="Name">In rules and in what explains them.</param>
/// <param name="Meaning">What it says, wherever this name stands in a file of rules.</param>
public abstract record RuleProperty(string Name, Wording Meaning)
{
    /// <summary>Of its value; object: any.</summary>
    public abstract Type Type { get; }
}

/// <summary>A property that rules write as it is.</summary>
public sealed record WrittenProperty(string Name, Wording Meaning) : RuleProperty(Name, Meaning)
{
    /// <summary>The only values that it has; empty: any.</summary>
    public IReadOnlyList<ListedWord> Words { get; init; } = [];

    /// <summary>Whether it is written in Chinese and in English.</summary>
    public bool InBothLanguages { get; init; }

    public override Type Type => InBothLanguages ? typeof(Wording) : typeof(string);
}

/// <summary>A property marked ƒ: an expression, a number or a boolean, of whatever type it gives.</summary>
public record ReckonedProperty(string Name, Wording Meaning) : RuleProperty(Name, Meaning)
{
    public override Type Type => typeof(object);

    /// <summary>Its expression in a rule; null: the rule has none.</summary>
    internal virtual Formula? In(PropertyReader read) => read.Formula(Name);
}

/// <summary>A property marked ƒ that gives a <typeparamref name="T"/>.</summary>
public sealed record ReckonedProperty<T>(string Name, Wording Meaning) : ReckonedProperty(Name, Meaning)
{
    public override Type Type => typeof(T);

    internal override Formula? In(PropertyReader read) => read.Formula(this);
}

/// <summary>One of the values that a property may have.</summary>
public sealed record ListedWord(string Text, Wording Meaning);
