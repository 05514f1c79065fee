using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law;
using CreditScoring.Ledger;
using CreditScoring.Records;
using CreditScoring.Service;

namespace CreditScoring.Api;

/// <summary>A file as the record has it, for questions that the kept standing does not answer.</summary>
public static class FileView
{
    /// <summary>Assesses the kept events of a subject on any day; nothing is kept of it.</summary>
    public static async Task<Assessment> AssessAsync(
        IRecord record, RuleBook book, Subject subject, DateOnly day)
    {
        var kept = await record.EventsAsync(subject);
        var events = StoredEvents.Read(new EventReader(book.Catalogue), kept, out var flaws);
        return flaws.Count > 0 ? Unreadable.Refuse(subject, book, day, flaws)
            : Unreadable.Guard(new CreditFile(subject, events), book, day);
    }
}
