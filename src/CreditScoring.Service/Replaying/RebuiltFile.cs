using CreditScoring.Ledger;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Replaying;

/// <summary>
/// One file rebuilt from its events and compared with what is kept of it. A true file has nothing to
/// post and nothing to tell, and its standings come out as they are kept.
/// </summary>
internal static class RebuiltFile
{
    public static IEnumerable<Difference> Compare(StoredFile file, Reassessment reassessment)
    {
        var where = file.Subject.ToString();
        var found = file.Posted.SelectMany(rows => NetLedger.Check($"{where} {rows.Key}", rows.Value))
            .ToList();
        if (found.Count > 0)
        {
            // Rows that contradict each other have no net to compare with.
            return found;
        }

        var rebuilt = reassessment.Of(new FileAtHand(file), []);
        found.AddRange(rebuilt.Posted.Select(row => Ledger(where, row)));
        found.AddRange(Standings(where, file.Kept!, rebuilt.File));
        if (rebuilt.Advice is { } advice)
        {
            found.Add(new Difference(
                where, "recommendation", file.LastAdvice?.Content ?? "nothing", advice.Content));
        }

        return found;
    }

    /// <summary>
    /// A row that would have to be posted: a reversal of what should not stand, or an entry.
    /// </summary>
    private static Difference Ledger(string where, PostedRow row)
    {
        var (posting, regime) = (row.Row, $"{where} {row.Regime}");
        if (posting.Reverses is not { } number)
        {
            return new Difference(regime, "ledger", "nothing", Shown(posting.Booking));
        }

        var kept = posting.Booking with { Points = -posting.Booking.Points };
        return new Difference(regime, "ledger", $"row {number}, {Shown(kept)}", "nothing");
    }

    private static IEnumerable<Difference> Standings(string where, KeptFile kept, KeptFile rebuilt)
    {
        if ((kept.ChangesOn, kept.Judged, kept.Region) != (rebuilt.ChangesOn, rebuilt.Judged, rebuilt.Region))
        {
            yield return new Difference(where, "standing", Shown(kept), Shown(rebuilt));
        }

        // Of a file of before lists were made there is nothing yet to compare with.
        if (kept.Listed && (kept.Profile, kept.Window) != (rebuilt.Profile, rebuilt.Window))
        {
            yield return new Difference(
                where, "listing", $"{kept.Profile} {kept.Window}", $"{rebuilt.Profile} {rebuilt.Window}");
        }

        var before = kept.Standings.ToDictionary(standing => standing.Regime);
        foreach (var after in rebuilt.Standings)
        {
            before.Remove(after.Regime, out var one);
            // A row that is missing is told of the ledger; the number of the last one follows it.
            if (one is null || one with { Revision = after.Revision } != after)
            {
                yield return new Difference(
                    $"{where} {after.Regime}", "standing", one is null ? "none" : Shown(one), Shown(after));
            }
        }

        foreach (var left in before.Values)
        {
            yield return new Difference($"{where} {left.Regime}", "standing", Shown(left), "none");
        }
    }

    private static string Shown(Booking booking) =>
        FormattableString.Invariant(
            $"{booking.Entry} {booking.Points} from {booking.From:yyyy-MM-dd} to {booking.Until:yyyy-MM-dd}");

    private static string Shown(KeptStanding one) => FormattableString.Invariant(
        $"{one.Tier ?? "?"} {one.Points} points, changes {one.ChangesOn:yyyy-MM-dd} {one.Rest}");

    private static string Shown(KeptFile one) => FormattableString.Invariant(
        $"changes {one.ChangesOn:yyyy-MM-dd}, judged {one.Judged}, region {one.Region}");
}
