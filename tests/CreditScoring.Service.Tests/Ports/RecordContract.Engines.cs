using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

/// <summary>By which engines was judged is kept beside the book; other engines, and it is judged again.</summary>
public abstract partial class RecordContract
{
    [Test]
    public async Task A_file_is_due_for_other_engines_of_the_same_book_and_for_none_that_it_names()
    {
        await Record.SignAsync("one", Book("book-1"), "off", false, At);
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, engines: "off"), File(Factory, engines: "off")] });
        Assert.That(await DueFor("off"), Is.Empty);
        await Record.SignAsync("one", Book("book-1"), Both, false, At.AddDays(1));
        Assert.That(await DueFor(Both), Is.EquivalentTo(new[] { Shop, Factory }));
        Assert.That(await DueFor("off"), Is.Empty, "who still works by these would judge them for ever");
        await Record.KeepAsync(new RecordBatch(At.AddDays(1)) { Files = [File(Shop)] });
        Assert.That(await DueFor(Both), Is.EqualTo(new[] { Factory }));
        Close(Record);
        Record = Open();
        Assert.Multiple(async () =>
        {
            Assert.That((await Record.FileAsync(Shop))!.Basis, Is.EqualTo(By("book-1")));
            Assert.That((await Record.FileAsync(Factory))!.Basis, Is.EqualTo(By("book-1", "off")));
            Assert.That((await Record.LookAsync(work => work.OpenAsync([Shop])))[0].Kept!.Basis, Is.EqualTo(By("book-1")));
        });
    }

    [Test]
    public async Task A_file_of_which_the_engines_were_not_kept_is_due()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop, engines: null)] });
        Assert.That((await Record.FileAsync(Shop))!.Basis, Is.EqualTo(By("book-1", null)));
        await Record.SignAsync("one", Book("book-1"), "off", false, At);
        Assert.That(await DueFor("off"), Is.EqualTo(new[] { Shop }));
    }

    [Test]
    public async Task From_when_on_which_engines_judged_is_known_and_chained()
    {
        await Record.SignAsync("one", Book("book-1"), "off", false, At);
        await Record.SignAsync("one", Book("book-1"), Both, false, At.AddDays(2));
        await Record.SignAsync("one", Book("book-1"), Both, false, At.AddDays(3));
        await Record.SignAsync("one", Book("book-1"), "off", false, At.AddDays(4));
        Close(Record);
        Record = Open();
        await Record.SignAsync("one", Book("book-1"), "off", false, At.AddDays(5));
        Assert.Multiple(async () =>
        {
            Assert.That((await Record.BookAtAsync(At.AddDays(2) - Moment))!.Basis, Is.EqualTo(By("book-1", "off")));
            Assert.That((await Record.BookAtAsync(At.AddDays(2)))!.Basis, Is.EqualTo(By("book-1")));
            Assert.That((await Record.BooksAsync()).Select(each => (each.Basis.Engines, each.Since)),
                Is.EqualTo(new[] { ("off", At), (Both, At.AddDays(2)), ("off", At.AddDays(4)) }));
            Assert.That((await Record.WorkersAsync()).Single().Basis, Is.EqualTo(By("book-1", "off")));
            Assert.That((await Proof.OfAsync(Record.ChainAsync(), [])).Found, Is.Empty);
        });
    }

    private Task<IReadOnlyList<Enterprises.Subject>> DueFor(string engines) =>
        Record.LookAsync(work => work.DueAsync(Day, By("book-1", engines), 10));
}
