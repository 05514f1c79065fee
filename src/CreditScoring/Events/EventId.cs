namespace CreditScoring.Events;

/// <summary>The identity of an event for ever: the source that sent it and its id there.</summary>
public readonly record struct EventId(string Source, string Id) : IComparable<EventId>
{
    public int CompareTo(EventId other)
    {
        var bySource = string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary><c>source/id</c>; the bare id where there is no source (cases, raised events).</summary>
    public override string ToString() => Source.Length == 0 ? Id : $"{Source}/{Id}";
}
