using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Backtests;

/// <summary>A known file as a catalogue reads it.</summary>
/// <param name="Flaws">Whether something of it cannot be read, so that it cannot be judged.</param>
internal sealed record ReadFile(CreditFile File, bool Flaws)
{
    public static ReadFile Of(KnownFile known, EventReader reader)
    {
        var events = StoredEvents.Read(reader, known.Events, out var flaws);
        return new ReadFile(new CreditFile(known.Subject, events), flaws.Count > 0);
    }
}
