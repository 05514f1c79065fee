using CreditScoring.Law.Scenes;

namespace CreditScoring.Ledger;

/// <summary>
/// Posting is a difference: what the fold says should stand, minus what has been posted. An appeal
/// that annuls, a late event, an amended rule all end in these few lines.
/// </summary>
public static class Posting
{
    /// <summary>
    /// The rows to add to <paramref name="posted"/> so that they net to <paramref name="shouldStand"/>.
    /// </summary>
    /// <param name="posted">All rows of one (subject, regime), in order of number.</param>
    /// <param name="shouldStand">What the fold says now.</param>
    /// <param name="cause">Recorded on each new row.</param>
    public static IReadOnlyList<LedgerEntry> Difference(
        IReadOnlyList<LedgerEntry> posted, IReadOnlyList<Booking> shouldStand, string cause)
    {
        var open = Open(posted);
        var added = new List<LedgerEntry>();
        var next = posted.Count == 0 ? 1 : posted[^1].Number + 1;
        var missing = new List<Booking>();
        foreach (var booking in shouldStand)
        {
            if (!open.Remove(booking, out _))
            {
                missing.Add(booking);
            }
        }

        foreach (var stale in open.Values.OrderBy(row => row.Number))
        {
            var back = stale.Booking with { Points = -stale.Booking.Points };
            added.Add(new LedgerEntry(next++, back, stale.Number, cause));
        }

        foreach (var booking in missing)
        {
            added.Add(new LedgerEntry(next++, booking, null, cause));
        }

        return added;
    }

    /// <summary>The points that count on a day, by the rows alone.</summary>
    public static Points Net(IEnumerable<LedgerEntry> posted, DateOnly day) =>
        new(posted.Where(row => row.CountsOn(day)).Sum(row => row.Booking.Points.Value));

    /// <summary>The rows that no reversal has taken back.</summary>
    private static Dictionary<Booking, LedgerEntry> Open(IReadOnlyList<LedgerEntry> posted)
    {
        var reversed = posted.Where(row => row.Reverses is not null)
            .Select(row => row.Reverses!.Value).ToHashSet();
        return posted.Where(row => row.Reverses is null && !reversed.Contains(row.Number))
            .ToDictionary(row => row.Booking);
    }
}
