using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Intake;

/// <summary>
/// One event on its way in: read once, in one canonical form, and what became of it.
/// </summary>
public sealed class Arrival
{
    public Arrival(EventReading reading)
    {
        Reading = reading;
        if (reading.Event is { } read)
        {
            var canonical = CanonicalEvent.Of(read);
            New = new NewEvent(canonical.Id, canonical.Text, canonical.Hash, read.Sequence);
        }
    }

    public EventReading Reading { get; }

    /// <summary>The item of the quarantine that is read again; null: it comes from outside.</summary>
    public long? Item { get; init; }

    public Sender Sender { get; init; } = Sender.Unnamed;

    /// <summary>
    /// What is kept with the event where it is taken in, so that neither can be without the other; null:
    /// nothing is.
    /// </summary>
    public Act? Act { get; init; }

    /// <summary>
    /// Whether two persons stand behind it (更正须两人): who changes what was recorded, and another one who has
    /// looked at it.
    /// </summary>
    public bool IsAgreed { get; init; }

    /// <summary>With what it comes, where that is to be known for ever; null: by itself.</summary>
    public Lot? Lot { get; init; }

    public RegulatoryEvent? Event => Reading.Event;

    /// <summary>As the record would take it in; null: the event has flaws.</summary>
    public NewEvent? New { get; }

    public Outcome Outcome { get; private set; }

    /// <summary>Why it was turned away; of an accepted event, what is good to know.</summary>
    public IReadOnlyList<Flaw> Flaws { get; private set; } = [];

    /// <summary>Why it is not even tried: the program has failed on it; null: it is tried.</summary>
    public Flaw? Aside { get; private set; }

    public void PutAside(Flaw why) => Aside = why;

    public void Became(Outcome outcome, params IReadOnlyList<Flaw> flaws) =>
        (Outcome, Flaws) = (outcome, flaws);

    /// <summary>The same text as another catalogue reads it.</summary>
    public Arrival ReadBy(EventReader reader) =>
        new(reader.Read(new SourceText(Reading.Place.File, Reading.Text), Reading.Place.Line))
        {
            Item = Item, Sender = Sender, Act = Act, IsAgreed = IsAgreed, Lot = Lot,
        };
}

/// <summary>
/// Events that come together of one table: which of them were new is kept in the transaction that takes them
/// in, so that all of a table can be taken back, and nothing else.
/// </summary>
/// <param name="Target">What acts call the table.</param>
/// <param name="By">Who sends it.</param>
/// <param name="Number">Which portion of it, from 1.</param>
public sealed record Lot(string Target, string By, long Number);

/// <summary>
/// Events that came in together, and the promise of an answer once they are on disk.
/// </summary>
public sealed class Submission(RuleBook book, IReadOnlyList<Arrival> arrivals)
{
    private readonly TaskCompletionSource<IReadOnlyList<Arrival>> kept =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BatchClock? clock;

    /// <summary>The book whose catalogue they were read with.</summary>
    public RuleBook Book { get; } = book;

    public IReadOnlyList<Arrival> Arrivals { get; private set; } = arrivals;

    /// <summary>How much memory its text takes, two octets a character.</summary>
    public long TextOctets => Arrivals.Sum(arrival => 2L * arrival.Reading.TextLength);

    /// <summary>Done when all is on disk; fails when the record could not keep it.</summary>
    public Task<IReadOnlyList<Arrival>> Kept => kept.Task;

    /// <summary>The arrivals as the catalogue of a book reads them.</summary>
    public IReadOnlyList<Arrival> ReadBy(RuleBook current)
    {
        if (!ReferenceEquals(current, Book))
        {
            var reader = new EventReader(current.Catalogue);
            Arrivals = [.. Arrivals.Select(arrival => arrival.ReadBy(reader))];
        }

        return Arrivals;
    }

    public void Answer()
    {
        clock?.Answered(Arrivals);
        kept.TrySetResult(Arrivals);
    }

    public void Fail(Exception why)
    {
        clock?.Failed();
        kept.TrySetException(why);
    }

    /// <summary>What is to be called once it has left the queue; null: nothing.</summary>
    internal Action? Left { get; set; }

    /// <summary>It is in a batch from now on.</summary>
    internal void Taken(BatchClock batch)
    {
        Left?.Invoke();
        clock = batch;
        batch.Started();
    }
}
