namespace CreditScoring.Enterprises;

/// <summary>
/// Whom a credit file (信用档案) is about: a kind declared in rules/events/subjects.json (operator,
/// product, person, institution ...) and the id of that kind, already checked at the door.
/// </summary>
public readonly record struct Subject(string Kind, string Id) : IComparable<Subject>
{
    public int CompareTo(Subject other)
    {
        var byKind = string.CompareOrdinal(Kind, other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Id, other.Id);
    }

    public override string ToString() => $"{Kind}/{Id}";
}
