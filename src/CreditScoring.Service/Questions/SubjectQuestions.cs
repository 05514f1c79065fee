using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.Questions;

/// <summary>What can be asked of one subject: where it stands, why, how that went, and its ledger.</summary>
public sealed class SubjectQuestions(
    IRecordQuestions record, Shelf shelf, FormerBooks books, TimeProvider clock)
{
    /// <summary>Where it stands on a day: as kept where that still holds, else judged anew.</summary>
    /// <param name="knownAt">Only what was recorded by then, by the book then in force; null: all.</param>
    /// <returns>Null: there is no such file.</returns>
    public async Task<SubjectStandings?> StandingsAsync(
        Subject subject, DateOnly day, DateTimeOffset? knownAt)
    {
        if (await record.FileAsync(subject) is not { } file)
        {
            return null;
        }

        var today = clock.Today();
        if (knownAt is null && day == today && file.HoldsOn(today, shelf.Book.Basis))
        {
            // It has not changed since it was kept, or it would not hold: it stands so as of today.
            return new SubjectStandings(
                subject, file.Basis, [.. file.Standings.Select(kept => AsOf(today, kept))]);
        }

        // A standing tells of no person; a rule of former times may have read what does.
        var view = await OpenAsync(subject, knownAt, Sight.Whole);
        return view.IsEmpty ? null : new SubjectStandings(subject, view.Book.Basis,
        [
            .. view.Assess(day).Standings.Select(standing => new AnsweredStanding(
                standing, knownAt is null ? RevisionOf(file, standing.Regime) : null)),
        ]);
    }

    /// <summary>The file, for asking why it stands where it does.</summary>
    /// <param name="knownAt">Only what was recorded by then, by the book then in force; null: all, by
    /// the book in use.</param>
    /// <param name="sight">How who asks sees what tells of persons.</param>
    public async Task<FileView> OpenAsync(Subject subject, DateTimeOffset? knownAt, Sight sight)
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
        var seen = sight == Sight.Whole ? events
            : new PersonalMask(book.Catalogue, shelf.Book.Catalogue).Of(subject, events);
        return new FileView(new CreditFile(subject, seen), book, flaws) { IsMasked = sight != Sight.Whole };
    }

    /// <summary>How its standings went, after a position.</summary>
    /// <returns>Null: there is no such file.</returns>
    public async Task<HistoryPage?> HistoryAsync(Subject subject, long after, int limit)
    {
        if (await record.FileAsync(subject) is null)
        {
            return null;
        }

        var found = await record.HistoryAsync(subject, after, limit + 1);
        var changes = found.Take(limit).ToList();
        return new HistoryPage(
            changes, changes.Count == 0 ? after : changes[^1].Position, found.Count > limit);
    }

    /// <summary>The rows of its ledger after a key.</summary>
    /// <returns>Null: there is no such file.</returns>
    public async Task<LedgerPage?> LedgerAsync(Subject subject, LedgerKey after, int limit)
    {
        if (await record.FileAsync(subject) is null)
        {
            return null;
        }

        var rows = await record.LedgerAsync(subject, after, limit + 1);
        return new LedgerPage([.. rows.Take(limit)], rows.Count <= limit ? null : rows[limit - 1]);
    }

    private static AnsweredStanding AsOf(DateOnly today, KeptStanding kept)
    {
        var head = new Standing(kept.Subject, kept.Regime, today) { Pack = kept.Pack, Status = kept.Status };
        return new AnsweredStanding(head, kept.Revision) { Rest = kept.Rest };
    }

    private static int RevisionOf(KeptFile file, string regime) =>
        file.Standings.FirstOrDefault(kept => kept.Regime == regime)?.Revision ?? 0;
}

/// <summary>Where a subject stands, one standing a regime.</summary>
/// <param name="Basis">By what these standings were reached.</param>
public sealed record SubjectStandings(
    Subject Subject, Basis Basis, IReadOnlyList<AnsweredStanding> Standings)
{
    /// <summary>As known at which instant, as it was asked; null: now.</summary>
    public string? KnownAt { get; init; }
}

/// <summary>A standing as it is answered.</summary>
/// <param name="Standing">The whole of it, or its head where the rest is as it was kept.</param>
/// <param name="Revision">The number of the last row posted; null: it is not of now.</param>
public sealed record AnsweredStanding(Standing Standing, int? Revision)
{
    /// <summary>
    /// The part that does not age, a JSON object as it was kept; null: it is in the standing.
    /// </summary>
    public string? Rest { get; init; }
}

/// <summary>Some changes of a subject's standings, in order of recording.</summary>
/// <param name="Next">The position after which the next page begins.</param>
/// <param name="More">Whether something follows already.</param>
public sealed record HistoryPage(IReadOnlyList<RecordedChange> Changes, long Next, bool More);

/// <summary>Some rows of a subject's ledger, in order of regime and number.</summary>
/// <param name="Last">After which the next page begins; null: there is none.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Rows, LedgerLine? Last);
