using System.Net;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Api;

/// <summary>Reads an item of the quarantine again, with today's catalogue and rules.</summary>
public sealed class QuarantineReading(IRecordQuestions record, InboxQueue inbox, Shelf shelf)
{
    /// <param name="from">Whose share of the inbox it takes.</param>
    /// <returns>What came of it; null: there is no such item.</returns>
    public async Task<Arrival?> AgainAsync(
        long position, Sender sender, IPAddress? from, CancellationToken gone)
    {
        if (await record.QuarantineItemAsync(position) is not { } item)
        {
            return null;
        }

        var book = shelf.Book;
        var source = new SourceText($"quarantine/{position}", item.Turned.Text);
        var again = new Arrival(new EventReader(book.Catalogue).Read(source))
        {
            Item = position, Sender = sender,
            IsAgreed = await record.IsOfAnotherAsync(item.Turned, sender),
        };
        using var guest = inbox.Enter(from);
        return (await inbox.KeepSoonAsync(new Submission(book, [again]), guest, gone))[0];
    }
}
