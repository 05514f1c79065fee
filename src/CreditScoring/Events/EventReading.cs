using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>What came of reading one event: the event, or everything wrong with it.</summary>
public sealed class EventReading
{
    private readonly Passage passage;

    internal EventReading(
        Passage passage, EventId id, RegulatoryEvent? read, IReadOnlyList<Flaw> flaws)
    {
        this.passage = passage;
        Id = id;
        Event = read;
        Flaws = flaws;
    }

    /// <summary>The event; null where there is any flaw.</summary>
    public RegulatoryEvent? Event { get; }

    /// <summary>In the order of the text; empty where the event can be used.</summary>
    public IReadOnlyList<Flaw> Flaws { get; }

    /// <summary>
    /// Source and id as far as they could be read, so that quarantine can be searched.
    /// </summary>
    public EventId Id { get; }

    /// <summary>The event as it was sent.</summary>
    public string Text => passage.Characters.ToString();

    /// <summary>How many characters were sent.</summary>
    public int TextLength => passage.Characters.Length;

    /// <summary>Where the event begins.</summary>
    public Place Place => passage.At(passage.Start);

    /// <summary>
    /// Where the value of a property of the envelope stands, else where the event begins.
    /// </summary>
    public Place PlaceOf(string property) => EventLocator.Find(passage, property) ?? Place;
}
