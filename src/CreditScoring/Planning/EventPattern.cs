using CreditScoring.Events;

namespace CreditScoring.Planning;

/// <summary>Which events are meant: a kind, and what some of its fields have to be.</summary>
/// <param name="Where">Texts and booleans by field; empty: any of the kind.</param>
public sealed record EventPattern(string Kind, IReadOnlyDictionary<string, object> Where)
{
    public bool Fits(RegulatoryEvent each) =>
        each.Kind.Name == Kind && Where.All(wanted => wanted.Value.Equals(each[wanted.Key]));
}
