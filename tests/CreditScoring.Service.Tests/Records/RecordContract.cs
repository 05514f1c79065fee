using CreditScoring.Records;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Records;

/// <summary>
/// What every adapter of the record owes (IRecord's remarks); one subclass an adapter.
/// </summary>
public abstract class RecordContract
{
    protected IRecord Record { get; private set; } = null!;

    protected abstract IRecord Open();

    protected abstract void Close(IRecord record);

    [SetUp]
    public void OpenRecord() => Record = Open();

    [TearDown]
    public void CloseRecord() => Close(Record);

    [Test]
    public async Task A_batch_is_there_after_the_record_is_opened_again()
    {
        await Record.KeepAsync(new RecordBatch(At)
        {
            Events = [Event("e1", Shop, Factory)],
            Files = [File(Shop, "C", Day.AddYears(2), posted: [Row(1), Row(2, reverses: 1)], advice: Advice(Shop, 1))],
        });
        Close(Record);
        Record = Open();

        var file = (await Record.LookAsync(work => work.OpenAsync([Shop])))[0];
        Assert.Multiple(() =>
        {
            Assert.That(file.Events.Select(each => each.Id), Is.EqualTo(new[] { Id("e1") }));
            Assert.That(file.Events[0].RecordedAt, Is.EqualTo(At));
            Assert.That(file.Posted[TestRules.Regime], Is.EqualTo(new[] { Row(1).Row, Row(2, 1).Row }));
            Assert.That(file.Told, Is.EqualTo(new Told(1, "content 1")));
            Assert.That(file.Kept!.Book, Is.EqualTo("book-1"));
        });
        var kept = await Record.FileAsync(Shop);
        Assert.That(kept!.Standings, Is.EqualTo(File(Shop, "C", Day.AddYears(2)).File.Standings));
    }

    [Test]
    public async Task Work_that_is_not_committed_leaves_nothing()
    {
        await using (var work = await Record.BeginAsync(CancellationToken.None))
        {
            await work.OpenAsync([Shop]);
        }

        var counts = await Record.CountsAsync();
        Assert.That(counts.Events, Is.Zero);
    }

    [Test]
    public async Task A_batch_that_cannot_be_kept_is_kept_in_no_part_and_the_next_one_is()
    {
        var twice = new RecordBatch(At) { Events = [Event("e1", Shop), Event("e1", Shop)], Files = [File(Shop)] };
        Assert.ThrowsAsync<RecordUnavailable>(() => Record.KeepAsync(twice));
        Assert.That((await Record.CountsAsync()).Events, Is.Zero);
        Assert.That(await Record.FileAsync(Shop), Is.Null);

        await Record.KeepAsync(new RecordBatch(At) { Events = [Event("e1", Shop)] });
        Assert.That((await Record.CountsAsync()).Events, Is.EqualTo(1));
    }

    [Test]
    public async Task Nobody_else_works_on_the_record_meanwhile()
    {
        var first = await Record.BeginAsync(CancellationToken.None);
        var second = Record.BeginAsync(CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);
        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }

    [Test]
    public async Task Questions_neither_wait_for_work_nor_see_half_of_it()
    {
        await using var work = await Record.BeginAsync(CancellationToken.None);
        Assert.That(await Record.FileAsync(Shop), Is.Null);
        await work.CommitAsync(new RecordBatch(At) { Files = [File(Shop)] });
        Assert.That(await Record.FileAsync(Shop), Is.Not.Null);
    }

    [Test]
    public async Task Known_events_their_holders_and_those_that_wait_are_found()
    {
        await Record.KeepAsync(new RecordBatch(At)
        {
            Events = [Event("e1", Shop, Factory), Event("m1", actsOn: "e9")],
        });
        var known = await Record.LookAsync(work => work.KnownAsync([Id("e1"), Id("e2")]));
        var holders = await Record.LookAsync(work => work.HoldersAsync([Id("e1"), Id("m1")]));
        var waiting = await Record.LookAsync(work => work.WaitingForAsync([Id("e1"), Id("e9")]));
        Assert.Multiple(async () =>
        {
            Assert.That(known.Keys, Is.EqualTo(new[] { Id("e1") }));
            Assert.That(holders[Id("e1")], Is.EquivalentTo(new[] { Shop, Factory }));
            Assert.That(holders[Id("m1")], Is.Empty);
            Assert.That(waiting[Id("e9")].Select(each => each.Id), Is.EqualTo(new[] { Id("m1") }));
            Assert.That((await Record.WaitingAsync(10)).Single().Target, Is.EqualTo(Id("e9")));
        });
    }

    [Test]
    public async Task An_event_that_waited_is_filed_and_waits_no_longer()
    {
        await Record.KeepAsync(new RecordBatch(At) { Events = [Event("m1", actsOn: "e1")] });
        await Record.KeepAsync(new RecordBatch(At.AddDays(1))
        {
            Events = [Event("e1", Shop)],
            Released = [new ReleasedEvent(Id("m1"), Id("e1"), [Shop])],
        });
        Assert.That(await Record.WaitingAsync(10), Is.Empty);
        Assert.That(await Record.EventsAsync(Shop), Has.Count.EqualTo(2));
        Assert.That(await Record.EventsAsync(Shop, At.AddHours(1)), Is.Empty, "filed a day later");
    }

    [Test]
    public async Task Files_are_due_by_day_by_book_and_while_unjudged_and_then_no_longer()
    {
        var turns = File(Shop, changesOn: Day.AddDays(1));
        var unjudged = File(Factory, judged: false);
        await Record.KeepAsync(new RecordBatch(At) { Files = [turns, unjudged] });
        Assert.Multiple(async () =>
        {
            Assert.That(await Due(Day, "book-1"), Is.Empty);
            Assert.That(await Due(Day.AddDays(1), "book-1"), Is.EquivalentTo(new[] { Shop, Factory }));
            Assert.That(await Due(Day, "book-2"), Is.EquivalentTo(new[] { Shop, Factory }));
        });
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, on: Day.AddDays(1), book: "book-2")] });
        Assert.That(await Due(Day.AddDays(1), "book-2"), Is.EqualTo(new[] { Factory }));
    }

    [Test]
    public async Task Positions_of_the_feed_rise_without_a_gap_even_past_a_batch_that_failed()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, advice: Advice(Shop, 1))] });
        Assert.ThrowsAsync<RecordUnavailable>(() => Record.KeepAsync(
            new RecordBatch(At) { Files = [File(Factory, advice: Advice(Factory, 1)), File(Shop, advice: Advice(Shop, 1))] }));
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, advice: Advice(Shop, 2))] });
        var feed = await Record.FeedAsync(0, 10);
        Assert.That(feed.Select(item => (item.Position, item.Json)),
            Is.EqualTo(new[] { (1L, "{\"number\":1}"), (2L, "{\"number\":2}") }));
        Assert.That(await Record.FeedAsync(1, 10), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Changed_standings_are_followed_from_a_position_and_who_is_ahead_is_told()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop), File(Factory)] });
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, "D")] });
        var all = await Record.ChangesAsync(0, 100);
        var first = await Record.ChangesAsync(0, 1);
        var last = await Record.ChangesAsync(2, 100);
        Assert.Multiple(async () =>
        {
            Assert.That((all.Last, all.Highest, all.Complete), Is.EqualTo((3L, 3L, true)));
            Assert.That(all.Standings, Has.Count.EqualTo(2));
            Assert.That((first.Last, first.Standings.Single().Tier), Is.EqualTo((1L, "D")), "as they are now");
            Assert.That(last.Standings.Select(standing => standing.Subject), Is.EqualTo(new[] { Shop }));
            Assert.That((await Record.ChangesAsync(3, 100)).Complete, Is.True);
            Assert.That((await Record.ChangesAsync(4, 100)).Complete, Is.False, "of another state");
        });
    }

    private Task<IReadOnlyList<CreditScoring.Enterprises.Subject>> Due(DateOnly day, string book) =>
        Record.LookAsync(work => work.DueAsync(day, book, 10));
}
