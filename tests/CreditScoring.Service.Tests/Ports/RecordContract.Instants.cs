using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

/// <summary>What was known at an instant, and by which book it was judged, stays as it was.</summary>
public abstract partial class RecordContract
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Test]
    public async Task Instants_go_on_from_the_last_recorded_and_never_back()
    {
        await Record.KeepAsync(new RecordBatch(At.AddDays(9)), Event("e1", Shop));
        await Record.KeepAsync(new RecordBatch(At), Event("e2", Shop));
        Assert.That(await Record.InstantsAsync(),
            Is.EqualTo(new RecordedInstants(At.AddDays(9), At.AddDays(9))), "whatever came since");
        Close(Record);
        Record = Open();
        Assert.That(await InstantAsync(At.AddDays(1)), Is.EqualTo(At.AddDays(9)));
        Assert.That(await InstantAsync(At.AddDays(10)), Is.EqualTo(At.AddDays(10)));
    }

    [Test]
    public async Task After_an_answer_nothing_bears_its_instant_also_in_another_process()
    {
        await Record.KeepAsync(new RecordBatch(At), Event("e1", Shop));
        await Record.SettledAsync(Shop, At.AddDays(3));
        await Record.SettledAsync(Shop, At.AddDays(2));
        var given = new RecordedInstants(At, At.AddDays(3) + Moment);
        Assert.That(await Record.InstantsAsync(), Is.EqualTo(given));
        Close(Record);
        Record = Open();
        Assert.That(await Record.InstantsAsync(), Is.EqualTo(given));
        Assert.That(await InstantAsync(At.AddDays(1)), Is.EqualTo(given.Next));
    }

    [Test]
    public async Task The_book_in_force_is_the_one_put_in_use_last_by_then_and_its_text_is_kept_once()
    {
        Assert.That(await Record.BookAtAsync(At), Is.Null);
        await Record.SignAsync("one", Book("book-1"), Both, false, At);
        await Record.SignAsync("one", Book("book-1"), Both, false, At.AddDays(1));
        await Record.SignAsync("one", Book("book-2"), Both, true, At.AddDays(2));
        await Record.SignAsync("one", Book("book-1"), Both, true, At.AddDays(4));
        Close(Record);
        Record = Open();
        Assert.Multiple(async () =>
        {
            Assert.That(await Record.BookAtAsync(At - Moment), Is.Null);
            Assert.That((await Record.BookAtAsync(At.AddDays(2) - Moment))!.Book, Is.EqualTo("book-1"));
            Assert.That((await Record.BookAtAsync(At.AddDays(2)))!.Book, Is.EqualTo("book-2"));
            Assert.That((await Record.BookAtAsync(At.AddDays(9)))!.Book, Is.EqualTo("book-1"));
            Assert.That((await Record.BooksAsync()).Select(each => each.Since),
                Is.EqualTo(new[] { At, At.AddDays(2), At.AddDays(4) }));
            Assert.That((await Record.BookTextAsync("book-2"))!.Text(), Is.EqualTo("the text of book-2"));
            Assert.That(await Record.BookTextAsync("book-3"), Is.Null);
        });
        var (length, broken) = await Proof.OfAsync(Record.ChainAsync(), []);
        Assert.That((length, broken.Count), Is.EqualTo((3L, 0)), "books and their uses are chained");
    }

    [Test]
    public async Task A_book_is_not_in_force_at_an_instant_of_which_was_answered()
    {
        await Record.SignAsync("one", Book("book-1"), Both, false, At);
        await Record.SettledAsync(Shop, At.AddDays(2));
        await Record.SignAsync("one", Book("book-2"), Both, true, At.AddDays(1));
        Assert.That((await Record.BookAtAsync(At.AddDays(2)))!.Book, Is.EqualTo("book-1"));
        Assert.That((await Record.BookAtAsync(At.AddDays(2) + Moment))!.Book, Is.EqualTo("book-2"));
    }

    [Test]
    public async Task A_book_that_only_a_batch_names_is_in_force_from_then_on_without_a_text()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, book: "book-9")] });
        Assert.That(await Record.BookAtAsync(At), Is.EqualTo(new BookInForce(By("book-9"), At)));
        Assert.That(await Record.BookTextAsync("book-9"), Is.Null);
        await Record.SignAsync("one", Book("book-9"), Both, false, At.AddDays(1));
        Assert.That(await Record.BookTextAsync("book-9"), Is.Not.Null, "kept as soon as there is one");
        Assert.That(await Record.BooksAsync(), Has.Count.EqualTo(1));
        Assert.That((await Proof.OfAsync(Record.ChainAsync(), [])).Found, Is.Empty);
    }

    private Task<DateTimeOffset> InstantAsync(DateTimeOffset now) => Record.LookAsync(async work =>
    {
        await work.HoldAsync(new Dictionary<Subject, long> { [Shop] = 0 });
        return await work.InstantAsync(now);
    });
}
