using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports.Rows;

namespace CreditScoring.Service.Ports.Chaining;

/// <summary>
/// All rows that one batch adds for ever, as one hash that does not depend on their order: each row
/// is hashed by itself, and the sorted hashes together. What is replaced later (standings, files) is
/// derived from these and is not part of it.
/// </summary>
/// <remarks>
/// A text that may be removed when its time is over (quarantine) takes part by its own hash. Not safe
/// for several threads.
/// </remarks>
public sealed class BatchContent
{
    private readonly ArrayBufferWriter<byte> row = new(1024);
    private readonly List<byte[]> hashes = [];

    public int Rows => hashes.Count;

    /// <summary>
    /// All rows of a batch but those that only the record tells to be new: events that it has claimed, and
    /// what is turned away for the first time.
    /// </summary>
    public void Batch(RecordBatch batch)
    {
        var at = batch.At;
        foreach (var (id, subject) in batch.Filings)
        {
            Filing(subject, id, at);
        }

        foreach (var replay in batch.Replays)
        {
            Replay(replay.Item, replay.Outcome, replay.Flaws, at);
        }

        foreach (var book in batch.Books)
        {
            Book(book.Book, book.Hash(), at);
        }

        foreach (var basis in batch.PutInUse)
        {
            PutInUse(basis, at);
        }

        foreach (var assessed in batch.Files)
        {
            Assessed(assessed, at);
        }

        foreach (var kind in RowKinds.All)
        {
            foreach (var cells in kind.Of(batch))
            {
                Row(kind.Table, kind.Chained.Select(place => cells[place]), at);
            }
        }
    }

    private void Assessed(AssessedFile assessed, DateTimeOffset at)
    {
        var (file, posted, advice) = assessed;
        foreach (var line in posted)
        {
            Ledger(file.Subject, line, at);
        }

        foreach (var change in assessed.Changes)
        {
            Change(file.Subject, change, at);
        }

        if (advice is not null)
        {
            Advice(file.Subject, advice.Number, advice.Id, advice.Json, at);
        }
    }

    public void Event(EventId id, string hash, DateTimeOffset at) =>
        Begin("event").Id(id).Text(hash).Instant(at).End();

    public void Filing(Subject subject, EventId id, DateTimeOffset at) =>
        Begin("filing").Who(subject).Id(id).Instant(at).End();

    public void Ledger(Subject subject, PostedRow posted, DateTimeOffset at)
    {
        var (regime, line) = posted;
        var booking = line.Booking;
        Begin("ledger").Who(subject).Text(regime).Number(line.Number).Text(booking.Entry)
            .Id(booking.Event).Text(booking.Rule).Number(booking.Points.Value).Day(booking.From)
            .Day(booking.Until).Text(booking.Citation).Text(booking.Pack).Number(line.Reverses)
            .Text(line.Cause).Instant(at).End();
    }

    public void Change(Subject subject, StandingChange change, DateTimeOffset at) =>
        Begin("turn").Who(subject).Text(change.Regime).Day(change.On).Text(change.Pack).Text(change.Tier)
            .Number(change.Points).Text(change.Cause).Instant(at).End();

    public void Advice(Subject subject, int number, string id, string json, DateTimeOffset at) =>
        Begin("advice").Who(subject).Number(number).Text(id).Text(json).Instant(at).End();

    /// <param name="hash">
    /// Of the text as it was sent: the text itself, and flaws that may quote it, may go one day.
    /// </param>
    public void Quarantine(EventId id, string reason, string hash, DateTimeOffset at) =>
        Begin("quarantine").Id(id).Text(reason).Text(hash).Instant(at).End();

    public void Replay(long item, string outcome, string flaws, DateTimeOffset at) =>
        Begin("replay").Number(item).Text(outcome).Text(flaws).Instant(at).End();

    /// <param name="hash">Of the text as it is when unpacked.</param>
    public void Book(string book, string hash, DateTimeOffset at) =>
        Begin("book").Text(book).Text(hash).Instant(at).End();

    /// <summary>A row of before engines were kept is hashed as it was then.</summary>
    public void PutInUse(Basis basis, DateTimeOffset at)
    {
        var row = Begin("in-use").Text(basis.Book);
        (basis.Engines is null ? row : row.Text(basis.Engines)).Instant(at).End();
    }

    /// <param name="cells">Of the columns that are chained; strings and longs.</param>
    public void Row(string table, IEnumerable<object?> cells, DateTimeOffset at)
    {
        var row = Begin(table);
        foreach (var cell in cells)
        {
            row = cell is long number ? row.Number(number) : row.Text((string?)cell);
        }

        row.Instant(at).End();
    }

    /// <returns>64 small hexadecimal digits.</returns>
    public string Hash()
    {
        hashes.Sort(static (one, other) => one.AsSpan().SequenceCompareTo(other));
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hashes.ForEach(all.AppendData);
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private BatchContent Begin(string what)
    {
        row.ResetWrittenCount();
        return Text(what);
    }

    private void End() => hashes.Add(SHA256.HashData(row.WrittenSpan));

    private BatchContent Who(Subject subject) => Text(subject.Kind).Text(subject.Id);

    private BatchContent Id(EventId id) => Text(id.Source).Text(id.Id);

    private BatchContent Day(DateOnly? day) =>
        Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private BatchContent Instant(DateTimeOffset at) => Number(at.ToUnixTimeMilliseconds());

    // Without trailing zeros: a database may keep 6.50 as 6.5.
    private BatchContent Number(decimal? number) =>
        Text(number?.ToString("0.############################", CultureInfo.InvariantCulture));

    /// <summary>With its length before it, so that no two rows read the same.</summary>
    private BatchContent Text(string? text)
    {
        if (text is null)
        {
            row.Write("-"u8);
            return this;
        }

        var octets = Encoding.UTF8.GetByteCount(text);
        var span = row.GetSpan(octets + 16);
        octets.TryFormat(span, out var digits, provider: CultureInfo.InvariantCulture);
        span[digits] = (byte)':';
        row.Advance(digits + 1 + Encoding.UTF8.GetBytes(text, span[(digits + 1)..]));
        return this;
    }
}
