using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Conformance;

/// <summary>One input of the recordings: the values of its parameters, in their order.</summary>
public sealed class RecordedScene(string name, IReadOnlyList<object?> values) : Evaluation
{
    public string Name { get; } = name;

    public object? At(int place) => values[place];
}

/// <summary>An object of an input: one value a field, in the order of its shape.</summary>
public sealed class RecordedRow(IReadOnlyList<object?> values)
{
    public object? At(int place) => values[place];
}
