using System.Security.Cryptography;
using System.Text;
using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Records.Sqlite;

/// <summary>Writes the rows of one batch inside the transaction that is open.</summary>
internal sealed class SqliteKeeping(SqliteStatements say, DateTimeOffset at)
{
    /// <summary>
    /// Who follows the changes may be so far behind before all has to be read anew.
    /// </summary>
    private const int ChangesKept = 200_000;

    private readonly Dictionary<string, long> books = new(StringComparer.Ordinal);

    public void Keep(RecordBatch batch)
    {
        foreach (var each in batch.Events)
        {
            Keep(each);
        }

        foreach (var released in batch.Released)
        {
            var (id, target) = (released.Id, released.Target);
            say.EndWaiting.Run(target.Source, target.Id, id.Source, id.Id);
            File(released.Id, released.Files);
        }

        foreach (var turned in batch.Quarantine)
        {
            Keep(turned);
        }

        foreach (var replay in batch.Replays)
        {
            say.AddReplay.Run(replay.Item, replay.Outcome, replay.Flaws, at);
        }

        foreach (var assessed in batch.Files)
        {
            Keep(assessed);
        }

        say.PruneChanges.Run(ChangesKept);
    }

    private void Keep(NewEvent each)
    {
        var id = each.Canonical.Id;
        say.AddEvent.Run(id.Source, id.Id, each.Hash, each.Canonical.Text, at);
        File(id, each.Files);
        if (each.Files.Count == 0 && each.ActsOn is { } target)
        {
            say.AddWaiting.Run(target.Source, target.Id, id.Source, id.Id, at);
        }
    }

    private void File(EventId id, IEnumerable<Subject> files)
    {
        foreach (var subject in files)
        {
            say.AddFiling.Run(subject.Kind, subject.Id, id.Source, id.Id, at);
        }
    }

    private void Keep(Turned turned)
    {
        var text = $"{turned.Id.Source}\n{turned.Id.Id}\n{turned.Reason}\n{turned.Text}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        say.AddQuarantine.Run(
            turned.Id.Source, turned.Id.Id, turned.Reason, turned.Flaws, turned.Text, hash, at);
    }

    private void Keep(Assessed assessed)
    {
        var (file, posted, advice) = assessed;
        var (kind, id) = (file.Subject.Kind, file.Subject.Id);
        say.PutFile.Run(
            kind, id, file.Region, file.On, file.ChangesOn, NumberOf(file.Book), file.Judged, at);
        say.AddChange.Run(kind, id);
        foreach (var each in file.Standings)
        {
            // Before the kept standing goes: it is what this one is compared with.
            say.AddTurn.Run(
                kind, id, each.Regime, each.On, each.Pack, each.Tier, each.Points, assessed.Cause, at);
        }

        say.DropStandings.Run(kind, id);
        foreach (var each in file.Standings)
        {
            say.AddStanding.Run(
                kind, id, each.Regime, each.On, each.Pack, each.Status, each.Tier, each.Points,
                each.ChangesOn, each.Revision, each.Region, each.Rest, at);
        }

        foreach (var (regime, row) in posted)
        {
            var booking = row.Booking;
            say.AddLedger.Run(
                kind, id, regime, row.Number, booking.Entry, booking.Event.Source, booking.Event.Id,
                booking.Rule, booking.Points.Value, booking.From, booking.Until, booking.Citation,
                booking.Pack, row.Reverses, row.Cause, at);
        }

        if (advice is not null)
        {
            say.AddAdvice.Run(
                kind, id, advice.Number, advice.Id, advice.Content, advice.Json, at);
        }
    }

    private long NumberOf(string book)
    {
        if (!books.TryGetValue(book, out var number))
        {
            if (say.Book.Rows(row => row.GetInt64(0), book) is not [var known])
            {
                say.AddBook.Run(book, at);
                known = say.Book.Rows(row => row.GetInt64(0), book)[0];
            }

            books[book] = number = known;
        }

        return number;
    }
}
