using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Batches for the contract of the record, made without rules or a worker.</summary>
public static class Batches
{
    public static readonly DateTimeOffset At = new(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2025, 7, 31);
    public static readonly Subject Shop = new("operator", Sent.Shop);
    public static readonly Subject Factory = new("operator", Sent.Factory);

    private static readonly EventKind Kind = new("noted", new("记", "noted"), []);

    /// <summary>Engines that judge by a book.</summary>
    public const string Both = "RulesEngine 6.0.1, always";

    public static Basis By(string book, string? engines = Both) => new(book, engines);

    public static BookText Book(string book) => BookText.Of(book, $"the text of {book}");

    public static EventId Id(string id) => new("bureau", id);

    public static (NewEvent New, FiledEvent Filed) Event(string id, params Subject[] files) =>
        Event(id, null, files);

    public static (NewEvent New, FiledEvent Filed) Event(
        string id, string? actsOn, params Subject[] files)
    {
        var canonical = CanonicalEvent.Of(new RegulatoryEvent(Id(id), Kind, Day));
        return (new NewEvent(canonical.Id, canonical.Text, canonical.Hash, null),
            new FiledEvent(canonical.Id, actsOn is null ? null : Id(actsOn), files));
    }

    /// <summary>An event with the running number of its source.</summary>
    public static (NewEvent New, FiledEvent Filed) Numbered(string id, long sequence, string source = "bureau")
    {
        var canonical = CanonicalEvent.Of(new RegulatoryEvent(new EventId(source, id), Kind, Day));
        return (new NewEvent(canonical.Id, canonical.Text, canonical.Hash, sequence),
            new FiledEvent(canonical.Id, null, [Shop]));
    }

    public static AssessedFile File(
        Subject subject, string tier = "A", DateOnly? changesOn = null, string book = "book-1", string? engines = Both,
        bool judged = true, DateOnly? on = null, IReadOnlyList<PostedRow>? posted = null, Advice? advice = null)
    {
        var day = on ?? Day;
        var standing = new KeptStanding(
            subject, TestRules.Regime, day, "2020-01-01", "illustrative", tier, 6.5m, changesOn, 1,
            "350100", "{\"points\":6.5}");
        var file = new KeptFile(subject, day, changesOn, By(book, engines), judged)
        {
            Region = "350100", Standings = [standing],
        };
        return new AssessedFile(file, posted ?? [], advice);
    }

    public static PostedRow Row(int number, int? reverses = null) => new(TestRules.Regime, new LedgerEntry(
        number,
        new Booking("bureau/e1/r", Id("e1"), "r", new Points(reverses is null ? 6.5m : -6.5m), Day,
            Day.AddYears(2), "law.md#a", "2020-01-01"),
        reverses, "bureau/e1"));

    public static Advice Advice(Subject subject, int number) =>
        new(subject, number, $"{subject.Id}-{number}", $"content {number}", $"{{\"number\":{number}}}");

    /// <summary>Claims the events, holds the files, and keeps the batch.</summary>
    public static async Task KeepAsync(
        this IRecord record, RecordBatch batch, params (NewEvent New, FiledEvent Filed)[] events)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        await work.KeepAsync(batch, events);
    }

    public static async Task KeepAsync(
        this IRecordWork work, RecordBatch batch, params (NewEvent New, FiledEvent Filed)[] events)
    {
        var filed = events.Select(each => each.Filed).ToList();
        var targets = filed.Select(each => each.ActsOn).OfType<EventId>().ToList();
        await work.ClaimAsync([.. events.Select(each => each.New)], targets, batch.At);
        await work.HoldAsync(filed.SelectMany(each => each.Files)
            .Concat(batch.Files.Select(each => each.File.Subject)).Distinct()
            .ToDictionary(subject => subject, _ => 0L));
        await work.CommitAsync(batch with { Filed = filed });
    }

    public static async Task<T> LookAsync<T>(this IRecord record, Func<IRecordWork, Task<T>> look)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        return await look(work);
    }
}
