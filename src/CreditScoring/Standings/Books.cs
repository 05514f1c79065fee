using System.Collections.Immutable;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>Writes the lines that follow when entries begin or cease to count on a day.</summary>
/// <param name="lines">The lines so far.</param>
/// <param name="open">The bookings of the entries that count, by entry id.</param>
internal sealed class Books(SharedList<BookingLine> lines, ImmutableDictionary<string, Booking>.Builder open)
{
    public SharedList<BookingLine> Lines { get; private set; } = lines;

    public ImmutableDictionary<string, Booking>.Builder Open { get; } = open;

    /// <summary>An entry counts: it begins, has a new term, or goes on as booked.</summary>
    public void Counts(Entry entry, DateOnly day)
    {
        var known = Open.GetValueOrDefault(entry.Id);
        if (known is not null && (known.Points != entry.Points || known.Pack != entry.Pack))
        {
            Ends(entry.Id, day);
            known = null;
        }

        var booking = known is null ? BookingLine.Of(entry, day) : known with { Until = entry.LapsesOn };
        if (booking != known)
        {
            Open[entry.Id] = booking;
            Lines = Lines.Add(new BookingLine(known, booking));
        }
    }

    /// <summary>An entry counts no longer: as booked, or earlier.</summary>
    public void Ends(string id, DateOnly day)
    {
        var known = Open[id];
        Open.Remove(id);
        if (!(known.Until <= day))
        {
            Lines = Lines.Add(new BookingLine(known, known.From == day ? null : known with { Until = day }));
        }
    }
}
