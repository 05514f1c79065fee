using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports.Rows;
using CreditScoring.Service.Sql;

namespace CreditScoring.Service.Sqlite;

/// <summary>Writes the rows of one batch inside the transaction that is open.</summary>
internal sealed class SqliteKeeping(
    SqliteStatements say, BatchContent content, long number, DateTimeOffset at)
{
    private readonly Dictionary<Basis, long> books = [];

    public void Keep(RecordBatch batch)
    {
        content.Batch(batch);
        foreach (var each in batch.Filed)
        {
            Keep(each);
        }

        foreach (var released in batch.Released)
        {
            Keep(released);
        }

        foreach (var turned in batch.Quarantine)
        {
            Keep(turned);
        }

        foreach (var replay in batch.Replays)
        {
            say.AddReplay.Run(replay.Item, replay.Outcome, replay.Flaws, number, at);
        }

        KeepBooks(batch);
        foreach (var assessed in batch.Files)
        {
            Keep(assessed);
        }

        say.PruneChanges.Run(ChangedStandings.Remembered);
        KeepRows(batch);
    }

    private void KeepRows(RecordBatch batch)
    {
        foreach (var target in batch.ForgetSecretsOf)
        {
            say.ForgetSecrets.Run(target);
        }

        foreach (var kind in RowKinds.All)
        {
            foreach (var cells in kind.Of(batch))
            {
                say.Add(kind).Run([.. cells, number, at]);
            }
        }
    }

    private void Keep(FiledEvent each)
    {
        var id = each.Id;
        File(id, each.Files);
        if (each.Files.Count == 0 && each.ActsOn is { } target)
        {
            say.AddWaiting.Run(target.Source, target.Id, id.Source, id.Id, at);
        }
    }

    /// <summary>It waits no longer.</summary>
    private void Keep(ReleasedEvent released)
    {
        var (id, target) = (released.Id, released.Target);
        say.EndWaiting.Run(target.Source, target.Id, id.Source, id.Id);
        File(released.Id, released.Files);
    }

    private void File(EventId id, IEnumerable<Subject> files)
    {
        foreach (var subject in files)
        {
            say.AddFiling.Run(subject.Kind, subject.Id, id.Source, id.Id, number, at);
        }
    }

    private void Keep(TurnedAwayEvent turned)
    {
        var hash = turned.Hash();
        if (say.AddQuarantine.Run(
            turned.Id.Source, turned.Id.Id, turned.Reason, turned.Flaws, Cells.Sent(turned.Text), hash,
            number, at) == 1)
        {
            content.Quarantine(turned.Id, turned.Reason, hash, at);
        }
    }

    private void Keep(AssessedFile assessed)
    {
        var (file, posted, advice) = assessed;
        var (kind, id) = (file.Subject.Kind, file.Subject.Id);
        var before = assessed.Before?.File;
        say.Files.Put(
            SqliteRows.File(file, NumberOf(file.Basis), at),
            before is null ? null : SqliteRows.File(before, NumberOf(before.Basis), before.RecordedAt));
        say.AddChange.Run(kind, id);
        foreach (var change in assessed.Changes)
        {
            say.AddTurn.Run(
                kind, id, change.Regime, change.On, change.Pack, change.Tier, change.Points, change.Cause,
                number, at, change.WasPack, change.WasTier);
        }

        KeepStandings(assessed);
        KeepDuties(assessed);

        foreach (var each in posted)
        {
            Post(kind, id, each);
        }

        if (advice is not null)
        {
            say.AddAdvice.Run(
                kind, id, advice.Number, advice.Id, advice.Content, advice.Json, number, at);
        }
    }

    private void KeepStandings(AssessedFile assessed)
    {
        var (kind, id) = (assessed.File.Subject.Kind, assessed.File.Subject.Id);
        foreach (var regime in assessed.Left)
        {
            say.DropStanding.Run(kind, id, regime);
            say.DropListing.Run(regime, kind, id);
        }

        foreach (var each in assessed.Differing)
        {
            var former = assessed.Before?.Standing(each.Regime);
            say.Standings.Put(
                SqliteRows.Standing(each, at), former is null ? null : SqliteRows.Standing(former, default));
            say.Listings.Put(
                [.. ListingSql.Values(each, assessed.ListingOf(each), assessed.File.Profile), each.On],
                former is null ? null : Former(former, assessed.Before!));
        }
    }

    private static object?[] Former(KeptStanding standing, WrittenFile before) =>
        ListingSql.Values(standing, Listing.Of(standing.Regime, before.Listings), before.File.Profile);

    private void KeepDuties(AssessedFile assessed)
    {
        if (assessed.Duties is not { } duties)
        {
            return;
        }

        var (kind, id) = (assessed.File.Subject.Kind, assessed.File.Subject.Id);
        say.DropDuties.Run(kind, id);
        foreach (var each in duties)
        {
            say.AddDuty.Run(
                kind, id, each.Regime, each.Number, each.Name, each.Of, each.Event.Source, each.Event.Id,
                each.Opens, each.KeptDue, each.State, assessed.File.Region);
        }
    }

    private void Post(string kind, string id, PostedRow posted)
    {
        var (regime, row) = posted;
        var booking = row.Booking;
        say.AddLedger.Run(
            kind, id, regime, row.Number, booking.Entry, booking.Event.Source, booking.Event.Id,
            booking.Rule, booking.Points.Value, booking.From, booking.Until, booking.Citation,
            booking.Pack, row.Reverses, row.Cause, number, at);
    }

    /// <summary>The texts first, then which of them are in force.</summary>
    private void KeepBooks(RecordBatch batch)
    {
        foreach (var book in batch.Books)
        {
            say.AddBookText.Run(book.Book, book.Packed, number, at);
        }

        foreach (var basis in batch.PutInUse)
        {
            PutInUse(basis);
        }
    }

    private void PutInUse(Basis basis)
    {
        say.PutInUse.Run(basis.Book, basis.Engines, at, number);
    }

    private long NumberOf(Basis basis)
    {
        if (!books.TryGetValue(basis, out var number))
        {
            var (book, engines) = basis;
            if (say.Book.Rows(row => row.Long(0), book, engines) is not [var known])
            {
                say.AddBook.Run(book, engines, at);
                if (say.WasInUse.Rows(_ => true, book, engines).Count == 0)
                {
                    // A book that nobody has put in use by name counts as put in use now.
                    PutInUse(basis);
                    content.PutInUse(basis, at);
                }

                known = say.Book.Rows(row => row.Long(0), book, engines)[0];
            }

            books[basis] = number = known;
        }

        return number;
    }
}
