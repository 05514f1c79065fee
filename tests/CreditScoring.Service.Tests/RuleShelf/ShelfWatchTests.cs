using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Starting;
using CreditScoring.Service.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditScoring.Service.Tests.RuleShelf;

/// <summary>
/// What the watch of the rules folder offers to the shelf, look by look: what is as it was opened with is not
/// read again, and no change is lost, whenever it is made.
/// </summary>
public sealed class ShelfWatchTests
{
    private const string Frequency = "test/points/2020-01-01/frequency.workflow.json";

    private TempFolder folder = null!;
    private Shelf shelf = null!;
    private ShelfState opened = null!;
    private ShelfWatch watch = null!;

    private string Rules => folder.In("rules");

    [SetUp]
    public void Open()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
        AddTemplate();
        var settings = new Settings(Rules, "", "", Demo: false);
        var clock = StoppedClock.At("2025-07-31");
        shelf = Opening.ShelfOf(settings, null, clock);
        opened = shelf.State;
        watch = new ShelfWatch(shelf, settings, clock, new LoopHealth(), NullLogger<ShelfWatch>.Instance);
    }

    [TearDown]
    public void Close()
    {
        watch.Dispose();
        folder.Dispose();
    }

    [Test]
    public void What_the_shelf_was_opened_with_is_not_read_again()
    {
        Look(4);
        Assert.That(shelf.State, Is.SameAs(opened), "an offer makes another state, also of the same book");
        Assert.That(opened.Idle, Is.Not.Empty, "what is not in use is of the folder too");
    }

    [Test]
    public void A_change_between_the_opening_and_the_first_look_is_taken_once_it_has_stood_still()
    {
        TestRules.Publish(Rules, 12);
        Look(1);
        Assert.That(shelf.State, Is.SameAs(opened));
        Look(1);
        Assert.That(shelf.Book.Hash, Is.Not.EqualTo(opened.Book.Hash));
        var taken = shelf.State;
        Look(3);
        Assert.That(shelf.State, Is.SameAs(taken), "and is not read again");
    }

    [Test]
    public void A_change_that_is_undone_before_it_stood_still_was_none()
    {
        Look(1);
        TestRules.Publish(Rules, 12);
        Look(1);
        TestRules.Publish(Rules, 6);
        Look(3);
        Assert.That(shelf.State, Is.SameAs(opened));
    }

    [Test]
    public void A_change_that_is_undone_after_it_was_taken_is_undone_in_use()
    {
        TestRules.Publish(Rules, 12);
        Look(2);
        TestRules.Publish(Rules, 6);
        Look(2);
        Assert.That(shelf.Book.Hash, Is.EqualTo(opened.Book.Hash));
    }

    [Test]
    public void A_file_that_disappears_is_missed_and_back_again_it_is_found()
    {
        Look(2);
        File.Move(Path.Combine(Rules, Frequency), folder.In("away"));
        Look(2);
        Assert.That(shelf.State.Rejected, Is.Not.Empty);
        Assert.That(shelf.Book, Is.SameAs(opened.Book), "the last good book stays");

        File.Move(folder.In("away"), Path.Combine(Rules, Frequency));
        Look(2);
        Assert.That(shelf.State.Rejected, Is.Empty);
    }

    [TestCase(6)]
    [TestCase(12)]
    public void A_flawed_change_is_told_once_and_mended_is_taken(int mended)
    {
        TestRules.Publish(Rules, "6 +");
        Look(2);
        var told = shelf.State;
        Assert.That(told.Rejected, Is.Not.Empty);
        Look(2);
        Assert.That(shelf.State, Is.SameAs(told));

        TestRules.Publish(Rules, mended);
        Look(2);
        Assert.That(shelf.State.Rejected, Is.Empty);
        Assert.That(shelf.Book.Hash == opened.Book.Hash, Is.EqualTo(mended == 6));
    }

    [Test]
    public void A_folder_that_was_away_is_in_order_once_it_is_back_as_it_was()
    {
        Look(2);
        Directory.Move(Rules, folder.In("away"));
        Assert.That(watch.Look, Throws.InstanceOf<IOException>());
        Assert.That(shelf.State.Rejected.Select(each => each.Name), Is.EqualTo(new[] { "rules-unreadable" }));

        Directory.Move(folder.In("away"), Rules);
        Look(2);
        Assert.That(shelf.State.Rejected, Is.Empty);
        Assert.That(shelf.Book.Hash, Is.EqualTo(opened.Book.Hash));
    }

    [Test]
    public void What_a_person_accepts_is_a_change_also_where_no_document_changes()
    {
        TestRules.Rename(Rules, "test/other");
        Look(2);
        var flaw = shelf.State.Rejected.Single();
        Assert.That(flaw.Name, Is.EqualTo("rules-withdrawn"));

        var hash = flaw.Mend.In("en").Split(' ').First(word => word.Length == 12 && word.All(char.IsAsciiHexDigitLower));
        File.WriteAllText(Path.Combine(Rules, Withdrawal.FileName), hash);
        Look(2);
        Assert.That(shelf.State.Rejected, Is.Empty);
        Assert.That(shelf.Book.Regimes.Select(each => each.Name), Is.EqualTo(new[] { "test/other" }));
    }

    [Test]
    public void The_same_words_in_another_file_are_another_folder()
    {
        var before = FolderLook.At(Rules).Print;
        File.Move(Path.Combine(Rules, Frequency), Path.Combine(Rules, Frequency.Replace("frequency.", "frequenc.y")));
        Assert.That(FolderLook.At(Rules).Print, Is.Not.EqualTo(before));
    }

    private void Look(int times)
    {
        for (var each = 0; each < times; each++)
        {
            watch.Look();
        }
    }

    /// <summary>A pack that is on the shelf and judges nobody.</summary>
    private void AddTemplate()
    {
        var (from, to) = (Path.Combine(Rules, "test/points/2020-01-01"), Path.Combine(Rules, "test/blank/2020-01-01"));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.WriteAllText(
                Path.Combine(to, Path.GetFileName(file)),
                File.ReadAllText(file).Replace("test/points", "test/blank").Replace("illustrative", "template"));
        }
    }
}
