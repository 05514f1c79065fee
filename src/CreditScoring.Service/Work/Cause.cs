using System.Globalization;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// What a row of the ledger is posted for: the event that came, the publication of rules, other engines
/// that judge by them, or the day.
/// </summary>
public sealed class Cause
{
    private readonly IReadOnlyList<RegulatoryEvent> fresh;

    public Cause(
        KeptFile? kept, IReadOnlyList<RegulatoryEvent> fresh, RuleBook book, DateOnly today)
    {
        this.fresh = fresh;
        Otherwise = fresh.Count > 0 ? fresh[0].Id.ToString()
            : kept?.Basis.Book != book.Hash
                ? book.Publication is { } publication ? $"publication:{publication}"
                    : $"book:{book.Hash[..12]}"
            : kept.Basis != book.Basis ? $"engines:{book.Mode}"
            : string.Create(CultureInfo.InvariantCulture, $"day:{today:yyyy-MM-dd}");
    }

    /// <summary>
    /// The cause of rows whose own event is not new and is not mended by a new one.
    /// </summary>
    public string Otherwise { get; }

    /// <summary>The cause of a row for an event.</summary>
    public string Of(EventId booked)
    {
        foreach (var each in fresh)
        {
            if (each.Id == booked || each.ActsOn == booked)
            {
                return each.Id.ToString();
            }
        }

        return Otherwise;
    }
}
