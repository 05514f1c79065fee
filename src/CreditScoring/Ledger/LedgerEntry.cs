using CreditScoring.Events;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Ledger;

/// <summary>
/// What the fold says should stand in the ledger: one entry and the days on which it counts.
/// </summary>
/// <param name="Entry">Its id, derived from event and rule.</param>
/// <param name="From">First day on which it counts.</param>
/// <param name="Until">First day on which it no longer counts; null: it never lapses.</param>
public sealed record Booking(
    string Entry, EventId Event, string Rule, Points Points, DateOnly From, DateOnly? Until,
    string? Citation, string Pack);

/// <summary>
/// One row of the points ledger (记分台账) of a subject in a regime. Rows are never edited: what no
/// longer holds is taken back by a row of its own (冲正), the negative of the row it names.
/// </summary>
/// <param name="Number">Running number within (subject, regime), from 1.</param>
/// <param name="Booking">What is posted; a reversal carries the negative points, same days.</param>
/// <param name="Reverses">The number of the row that this one takes back; null: not a reversal.</param>
/// <param name="Cause">What made the difference: an event id, or a publication of rules.</param>
public sealed record LedgerEntry(int Number, Booking Booking, int? Reverses, string Cause)
{
    /// <summary>Whether its points count on a day.</summary>
    public bool CountsOn(DateOnly day) => Booking.From <= day && !(Booking.Until <= day);
}
