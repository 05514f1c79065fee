using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>A file as the catalogues of two laws read it; one and the same where these are.</summary>
/// <param name="Before">By the law before.</param>
/// <param name="Flawed">Whether something of it cannot be read, so that it cannot be judged.</param>
internal sealed record ComparedFile(CreditFile Before, bool Flawed, CreditFile After, bool FlawedAfter)
{
    /// <summary>Both as they are known on a day.</summary>
    public (Docket Before, Docket After) On(DateOnly day)
    {
        var before = new Docket(Before.UpTo(day));
        return (before, ReferenceEquals(Before, After) ? before : new Docket(After.UpTo(day)));
    }
}

/// <summary>Reads files of a record by the catalogues of two laws. Safe for many threads.</summary>
internal sealed class ComparedReader(EventCatalogue before, EventCatalogue after, bool same)
{
    private readonly EventReader readBefore = EventReader.OfKept(before);
    private readonly EventReader? readAfter = same ? null : EventReader.OfKept(after);

    public ComparedFile Read(KnownFile known) => Of(known.Subject, reader =>
        (StoredEvents.Read(reader, known.Events.Span, out var flawed), flawed));

    public ComparedFile Read(Subject subject, IReadOnlyList<KeptEvent> known) => Of(subject, reader =>
        (StoredEvents.Read(reader, known, out var flaws), flaws.Count > 0));

    private ComparedFile Of(Subject subject, Func<EventReader, (List<RegulatoryEvent>, bool)> read)
    {
        var (one, flawed) = read(readBefore);
        var file = new CreditFile(subject, one);
        if (readAfter is null)
        {
            return new ComparedFile(file, flawed, file, flawed);
        }

        var (other, flawedAfter) = read(readAfter);
        return new ComparedFile(file, flawed, new CreditFile(subject, other), flawedAfter);
    }
}
