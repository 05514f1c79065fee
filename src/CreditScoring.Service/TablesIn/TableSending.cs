using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Hands the events of a table in by the door of all events. The record takes each once, whoever sends a
/// portion again.
/// </summary>
internal sealed class TableSending(HandedTable table, InboxQueue inbox, RuleBook book, Sender sender)
    : ITakesEvents
{
    public Task<IReadOnlyList<Arrival>> TakeAsync(
        long portion, IReadOnlyList<EventReading> events, CancellationToken stop)
    {
        var lot = new Lot(table.Target, table.KeptBy!, portion);
        return events.Count == 0 ? Task.FromResult<IReadOnlyList<Arrival>>([])
            : inbox.KeepAsync(
                new Submission(
                    book, [.. events.Select(each => new Arrival(each) { Sender = sender, Lot = lot })]),
                stop);
    }
}
