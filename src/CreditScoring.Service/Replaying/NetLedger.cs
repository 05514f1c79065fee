using CreditScoring.Ledger;

namespace CreditScoring.Service.Replaying;

/// <summary>
/// Whether the rows of a ledger can have been posted at all: numbered without a gap, each reversal the
/// exact negative of an earlier row that nothing else reverses, and no entry standing twice.
/// </summary>
internal static class NetLedger
{
    public static IEnumerable<Difference> Check(string where, IReadOnlyList<LedgerEntry> rows)
    {
        var open = new Dictionary<int, Booking>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Number != i + 1)
            {
                yield return new Difference(where, "ledger", $"row {row.Number}", $"row {i + 1}");
                yield break;
            }

            if (row.Reverses is not { } reversed)
            {
                open.Add(row.Number, row.Booking);
            }
            else if (!open.Remove(reversed, out var former))
            {
                yield return new Difference(
                    where, "ledger", $"row {row.Number} reverses {reversed}", "no such row stands");
            }
            else if (row.Booking != former with { Points = -former.Points })
            {
                yield return new Difference(
                    where, "ledger", $"row {row.Number}: {row.Booking.Points} points",
                    $"{-former.Points}, since it reverses row {reversed}");
            }
        }

        foreach (var twice in open.GroupBy(row => row.Value.Entry).Where(group => group.Count() > 1))
        {
            yield return new Difference(
                where, "ledger", $"{twice.Key} stands {twice.Count()} times", "once");
        }
    }
}
