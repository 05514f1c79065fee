using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Questions;

/// <summary>
/// A file as the record has it, for questions that the kept standing does not answer.
/// </summary>
public sealed class FileView
{
    private readonly CreditFile file;
    private readonly RuleBook book;
    private readonly IReadOnlyList<Flaw> flaws;

    private FileView(CreditFile file, RuleBook book, IReadOnlyList<Flaw> flaws) =>
        (this.file, this.book, this.flaws) = (file, book, flaws);

    /// <summary>The one that judges it.</summary>
    public RuleBook Book => book;

    public bool IsEmpty => file.Events.Count == 0 && flaws.Count == 0;

    /// <param name="knownAt">Only what was recorded by then, by the book then in force; null: all, by
    /// the book in use.</param>
    public static async Task<FileView> OpenAsync(
        IRecordQuestions record, FormerBooks books, Subject subject, DateTimeOffset? knownAt = null)
    {
        if (knownAt is { } then)
        {
            // A batch that is being kept may carry an earlier instant: once it is, nothing is added
            // to what was known then, and the answer stays for ever.
            await record.SettledAsync(subject, then);
        }

        var book = await books.AsOfAsync(knownAt);

        var kept = await record.EventsAsync(subject, knownAt);
        var events = StoredEvents.Read(EventReader.OfKept(book.Catalogue), kept, out var flaws);
        return new FileView(new CreditFile(subject, events), book, flaws);
    }

    /// <summary>Assesses on any day; nothing is kept of it.</summary>
    public Assessment Assess(DateOnly day) =>
        flaws.Count > 0 ? Unreadable.Refuse(file.Subject, book, day, flaws)
            : Unreadable.Guard(file.Subject, book, day, () => Assessor.Assess(file, book, day));

    /// <summary>Explains the standing of each regime, or of one.</summary>
    public IReadOnlyList<Explanation> Explain(DateOnly day, string? only) =>
        flaws.Count > 0
            ? [.. Assess(day).Standings.Select(standing => new Explanation(standing))]
            :
            [
                .. book.Regimes.Where(regime => regime.Concerns(file.Subject))
                    .Where(regime => only is null || regime.Name == only)
                    .Select(regime => Explaining.Of(file, regime, day)),
            ];
}
