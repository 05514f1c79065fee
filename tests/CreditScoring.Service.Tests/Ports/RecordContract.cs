using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

/// <summary>
/// What every adapter of the record owes (IRecord's remarks); one subclass an adapter.
/// </summary>
public abstract partial class RecordContract
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
        await Record.KeepAsync(
            new RecordBatch(At)
            {
                Files =
                [
                    File(Shop, "C", Day.AddYears(2), posted: [Row(1), Row(2, reverses: 1)],
                        advice: Advice(Shop, 1)),
                ],
            },
            Event("e1", Shop, Factory));
        Close(Record);
        Record = Open();

        var file = (await Record.LookAsync(work => work.OpenAsync([Shop])))[0];
        Assert.Multiple(() =>
        {
            Assert.That(file.Events.Select(each => each.Id), Is.EqualTo(new[] { Id("e1") }));
            Assert.That(file.Events[0].RecordedAt, Is.EqualTo(At));
            Assert.That(file.Posted[TestRules.Regime], Is.EqualTo(new[] { Row(1).Row, Row(2, 1).Row }));
            Assert.That(file.LastAdvice, Is.EqualTo(new LastAdvice(1, "content 1")));
            Assert.That(file.Kept!.Basis, Is.EqualTo(By("book-1")));
            Assert.That(file.Kept!.Standings, Is.EqualTo(File(Shop, "C", Day.AddYears(2)).File.Standings));
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
        var twice = new RecordBatch(At) { Files = [File(Shop, posted: [Row(1), Row(1)])] };
        Assert.That(() => Record.KeepAsync(twice, Event("e1", Shop)), Throws.InstanceOf<RecordUnavailable>());
        Assert.That((await Record.CountsAsync()).Events, Is.Zero);
        Assert.That(await Record.FileAsync(Shop), Is.Null);

        await Record.KeepAsync(new RecordBatch(At), Event("e1", Shop));
        Assert.That((await Record.CountsAsync()).Events, Is.EqualTo(1));
    }

    [Test]
    public async Task What_one_worker_claims_another_finds_known_once_it_is_kept()
    {
        var first = await Record.BeginAsync(CancellationToken.None);
        await first.ClaimAsync([Event("e1").New], [], At);
        var second = Task.Run(() => Record.LookAsync(
            work => work.ClaimAsync([Event("e1").New], [], At)));
        await Task.Delay(200);
        Assert.That(second.IsCompleted, Is.False);
        await first.CommitAsync(new RecordBatch(At) { Filed = [Event("e1", Shop).Filed] });
        await first.DisposeAsync();
        Assert.That((await second).Keys, Is.EqualTo(new[] { Id("e1") }));
    }

    [Test]
    public async Task What_one_worker_claimed_and_let_go_another_takes_in()
    {
        var first = await Record.BeginAsync(CancellationToken.None);
        await first.ClaimAsync([Event("e1").New], [], At);
        var second = Task.Run(() => Record.KeepAsync(new RecordBatch(At), Event("e1", Shop)));
        await first.DisposeAsync();
        await second;
        Assert.That(await Record.EventsAsync(Shop), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_file_that_one_worker_holds_waits_for_it()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] });
        var first = await Record.BeginAsync(CancellationToken.None);
        await first.HoldAsync(new Dictionary<Subject, long> { [Shop] = 1 });
        var second = Task.Run(() => Record.LookAsync(async work =>
        {
            await work.HoldAsync(new Dictionary<Subject, long> { [Shop] = 1 });
            return (await work.OpenAsync([Shop]))[0].Kept!.Standings[0].Tier;
        }));
        await Task.Delay(200);
        Assert.That(second.IsCompleted, Is.False);
        await first.CommitAsync(new RecordBatch(At) { Files = [File(Shop, "D")] });
        await first.DisposeAsync();
        Assert.That(await second, Is.EqualTo("D"));
    }

    [Test]
    public async Task Settled_waits_for_what_is_being_kept_of_a_file()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] });
        var first = await Record.BeginAsync(CancellationToken.None);
        await first.HoldAsync(new Dictionary<Subject, long> { [Shop] = 1 });
        var settled = Task.Run(() => Record.SettledAsync(Shop, At));
        await Task.Delay(200);
        Assert.That(settled.IsCompleted, Is.False);
        await first.DisposeAsync();
        await settled;
    }

    [Test]
    public async Task A_regime_that_applies_no_longer_leaves_no_standing_and_a_turn()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] });
        var gone = File(Shop) with
        {
            Changes = [new StandingChange(TestRules.Regime, Day, null, null, null, "bureau/e2")],
            Left = [TestRules.Regime],
        };
        await Record.KeepAsync(new RecordBatch(At)
        {
            Files = [gone with { File = gone.File with { Standings = [] } }],
        });
        Assert.That((await Record.FileAsync(Shop))!.Standings, Is.Empty);
        Assert.That((await Record.HistoryAsync(Shop, 0, 9)).Select(each => each.Change), Is.EqualTo(gone.Changes));
    }

    [Test]
    public async Task Questions_neither_wait_for_work_nor_see_half_of_it()
    {
        await using var work = await Record.BeginAsync(CancellationToken.None);
        await work.HoldAsync(new Dictionary<Subject, long> { [Shop] = 0 });
        Assert.That(await Record.FileAsync(Shop), Is.Null);
        await work.CommitAsync(new RecordBatch(At) { Files = [File(Shop)] });
        Assert.That(await Record.FileAsync(Shop), Is.Not.Null);
    }

    [Test]
    public async Task Known_events_their_holders_and_those_that_wait_are_found()
    {
        await Record.KeepAsync(
            new RecordBatch(At), Event("e1", Shop, Factory), Event("m1", actsOn: "e9"));
        var known = await Record.LookAsync(
            work => work.ClaimAsync([Event("e1").New, Event("e2").New], [], At));
        var holders = await Record.LookAsync(work => work.HoldersAsync([Id("e1"), Id("m1")]));
        var waiting = await Record.LookAsync(work => work.WaitingForAsync([Id("e1"), Id("e9")]));
        Assert.Multiple(async () =>
        {
            Assert.That(known.Keys, Is.EqualTo(new[] { Id("e1") }));
            Assert.That(holders[Id("e1")], Is.EquivalentTo(new[] { Shop, Factory }));
            Assert.That(holders[Id("m1")], Is.Empty);
            Assert.That(waiting[Id("e9")].Select(each => each.Id), Is.EqualTo(new[] { Id("m1") }));
            Assert.That((await Record.WaitingAsync(null, 10)).Single().Target, Is.EqualTo(Id("e9")));
        });
    }

    [Test]
    public async Task An_event_that_waited_is_filed_and_waits_no_longer()
    {
        await Record.KeepAsync(new RecordBatch(At), Event("m1", actsOn: "e1"));
        await Record.KeepAsync(
            new RecordBatch(At.AddDays(1))
            {
                Released = [new ReleasedEvent(Id("m1"), Id("e1"), [Shop])],
            },
            Event("e1", Shop));
        Assert.That(await Record.WaitingAsync(null, 10), Is.Empty);
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
        Assert.That(
            () => Record.KeepAsync(new RecordBatch(At)
            {
                Files = [File(Factory, advice: Advice(Factory, 1)), File(Shop, advice: Advice(Shop, 1))],
            }),
            Throws.InstanceOf<RecordUnavailable>());
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, advice: Advice(Shop, 2))] });
        var feed = await Record.FeedAsync(0, 10);
        Assert.That(feed.Select(item => (item.Position, item.Json)),
            Is.EqualTo(new[] { (1L, "{\"number\":1}"), (2L, "{\"number\":2}") }));
        Assert.That(await Record.FeedAsync(1, 10), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_was_turned_away_is_kept_once_and_as_it_was_sent_whatever_it_holds()
    {
        var turned = new TurnedAwayEvent(Id("a\0b"), "{\"id\":\"a\0b\"\u0001\uFFFD 🀄", "text-damaged", "[\"\0\"]");
        await Record.KeepAsync(new RecordBatch(At) { Quarantine = [turned, turned] });
        await Record.KeepAsync(new RecordBatch(At)
        {
            Quarantine = [turned, turned with { Text = "other" }],
            Replays = [new Replay(1, "quarantined", "[\"\0\"]"), new Replay(1, "accepted", "[]")],
        });
        var item = (await Record.QuarantineItemAsync(1))!;
        var left = await Record.QuarantineAsync(0, 10);
        Assert.Multiple(async () =>
        {
            Assert.That(item.Turned, Is.EqualTo(turned));
            Assert.That(item.Replays.Select(each => (each.Outcome, each.Flaws)),
                Is.EqualTo(new[] { ("quarantined", "[\"\0\"]"), ("accepted", "[]") }));
            Assert.That(left.Select(each => (each.Position, each.Turned.Text)), Is.EqualTo(new[] { (2L, "other") }));
            Assert.That((await Record.CountsAsync()).Quarantined, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Lists_are_in_the_order_of_their_octets_and_numbers_are_kept_exactly()
    {
        string[] ids = ["b", "a", "Z", "_", "中", "1"];
        var files = ids.Select(id => File(new Subject("operator", id))).ToList();
        var exact = files[0].File.Standings[0] with { Points = 0.1000000000000000000000000001m };
        files[0] = files[0] with { File = files[0].File with { Standings = [exact] } };
        await Record.KeepAsync(new RecordBatch(At) { Files = files }, [.. ids.Select(id => Event(id))]);
        var ordered = ids.Order(StringComparer.Ordinal).ToList();
        var standings = await Record.StandingsAsync(new StandingQuery(10));
        Assert.Multiple(async () =>
        {
            Assert.That(standings.Select(each => each.Subject.Id), Is.EqualTo(ordered));
            Assert.That((await Record.SubjectsAsync()).Select(each => each.Id), Is.EqualTo(ordered));
            Assert.That((await Record.AllEventsAsync(null, 10)).Select(each => each.Id.Id), Is.EqualTo(ordered));
            Assert.That((await Record.AllEventsAsync(Id("Z"), 2)).Select(each => each.Id.Id),
                Is.EqualTo(new[] { "_", "a" }));
            Assert.That(standings.Single(each => each.Subject.Id == "b"), Is.EqualTo(exact));
        });
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

    private Task<IReadOnlyList<Subject>> Due(DateOnly day, string book) =>
        Record.LookAsync(work => work.DueAsync(day, By(book), 10));
}
