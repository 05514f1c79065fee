namespace CreditScoring.Events;

/// <summary>The properties of the envelope, in the order of canonical text.</summary>
internal enum Property
{
    Id, Source, Sequence, Kind, Subject, Subjects, OccurredOn, DecidedOn, Region, Document, ActsOn,
    Data,
}

/// <summary>An event while it is being read: what was found, and where.</summary>
internal sealed class EventDraft
{
    private readonly Spot[] spots = new Spot[(int)Property.Data + 1];
    private int seen;

    public string? Id;
    public string? Source;
    public long? Sequence;
    public KindLayout? Layout;
    public IReadOnlyList<Named> Subjects = [];
    public bool NamesNobody;
    public DateOnly? OccurredOn;
    public DateOnly? DecidedOn;
    public string? Region;
    public string? Document;
    public (string? Source, string Id)? Target;
    public object?[]? Values;

    public bool Has(Property property) => (seen & (1 << (int)property)) != 0;

    /// <summary>Where the value of a property stands that the event has.</summary>
    public Spot SpotOf(Property property) => spots[(int)property];

    public void Note(Property property, Spot spot)
    {
        seen |= 1 << (int)property;
        spots[(int)property] = spot;
    }
}
