using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Questions;

/// <summary>Why a standing is otherwise: an entry that came, lapsed or was reversed.</summary>
/// <param name="What">came, lapsed or reversed.</param>
/// <param name="On">The day on which it was recorded or lapsed.</param>
/// <param name="Title">What the rule is called; null: it or its version is not in the book.</param>
public sealed record ChangeReason(string What, DateOnly On, PostedRow Row, Wording? Title)
{
    public const string Came = "came";
    public const string Lapsed = "lapsed";
    public const string Reversed = "reversed";
}

/// <summary>Rows of a ledger -> what came and went of it since a day.</summary>
internal static class ChangeReasons
{
    /// <param name="rows">Recorded since the day, or lapsing since it.</param>
    /// <param name="until">The day of the standing's last turn.</param>
    public static IReadOnlyList<ChangeReason> Of(
        IEnumerable<SubjectRow> rows, DateOnly since, DateOnly until, RuleBook book)
    {
        var all = rows.ToList();
        var takenBack = all.Select(each => each.Posted.Row.Reverses).OfType<int>().ToHashSet();
        var reasons = new List<ChangeReason>();
        foreach (var (_, posted, recordedAt) in all)
        {
            var (row, recorded) = (posted.Row, LegalDay.Of(recordedAt));
            if (row.Reverses is not null)
            {
                Add(ChangeReason.Reversed, recorded, posted);
            }
            else
            {
                if (recorded >= since)
                {
                    Add(ChangeReason.Came, recorded, posted);
                }

                if (row.Booking.Until is { } end && end >= since && end <= until
                    && !takenBack.Contains(row.Number))
                {
                    Add(ChangeReason.Lapsed, end, posted);
                }
            }
        }

        return reasons;

        void Add(string what, DateOnly on, PostedRow posted)
        {
            if (what != ChangeReason.Reversed || on >= since)
            {
                reasons.Add(new ChangeReason(what, on, posted, TitleOf(posted, book)));
            }
        }
    }

    private static Wording? TitleOf(PostedRow posted, RuleBook book) => book.Regimes
        .FirstOrDefault(each => each.Name == posted.Regime)?.Versions
        .FirstOrDefault(each => each.Version == posted.Row.Booking.Pack)?.Points
        .FirstOrDefault(each => each.Name == posted.Row.Booking.Rule)?.Title;
}
