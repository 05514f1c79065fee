using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>
/// One thing that happened to what the ledger should hold: a booking begins, or one that was said
/// before is replaced (it ended early, or was carried over).
/// </summary>
public readonly record struct BookingLine(Booking? Replaced, Booking? Booking)
{
    /// <summary>What should stand after all lines.</summary>
    public static IReadOnlyList<Booking> Resolve(IEnumerable<BookingLine> lines)
    {
        var standing = new Dictionary<Booking, int>();
        var order = 0;
        foreach (var (replaced, booking) in lines)
        {
            if (replaced is not null)
            {
                standing.Remove(replaced);
            }

            if (booking is not null)
            {
                standing[booking] = order++;
            }
        }

        return [.. standing.OrderBy(each => each.Value).Select(each => each.Key)];
    }

    /// <summary>The booking of an entry that counts from a day on until it lapses.</summary>
    public static Booking Of(Entry entry, DateOnly from) => new(
        entry.Id, entry.Happened.Event.Id, entry.Rule, entry.Points,
        from, entry.LapsesOn, entry.Citation, entry.Pack);
}
