using CreditScoring.Standings.Telling;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>What the explanations of all days that the cases of the packs ask about must say.</summary>
public class ShippedExplanationTests
{
    private static readonly Lazy<IReadOnlyList<Explanation>> All = new(() => [.. Explained()]);

    [Test]
    public void No_value_is_shown_as_the_name_of_its_type()
    {
        string[] marks = ["System.", "CreditScoring.", "TableRow", "Happening", "`1", "{ Place", "\"…\""];
        Assert.Multiple(() =>
        {
            foreach (var why in All.Value)
            {
                var shown = JsonText.Of(json => ExplanationJson.Write(json, why))
                    + ExplanationText.Of(why, "zh") + ExplanationText.Of(why, "en");
                Assert.That(marks.Where(shown.Contains), Is.Empty, Name(why));
            }
        });
    }

    [Test]
    public void The_entries_shown_as_counting_are_those_of_the_standing_and_every_other_has_a_reason()
    {
        var states = new HashSet<EntryState>();
        Assert.Multiple(() =>
        {
            foreach (var why in All.Value)
            {
                var made = why.Events.SelectMany(each => each.Entries).ToArray();
                Assert.That(
                    made.Where(each => each.State == EntryState.Counts).Select(each => each.Entry.Id).Order(),
                    Is.EqualTo(why.Standing.Entries.Where(entry => entry.Happened != RaisedKinds.OfTheSubject)
                        .Select(entry => entry.Id).Order()), Name(why));
                Assert.That(made.Where(each => !Says(each, why.Standing)).Select(each => each.Entry.Id), Is.Empty, Name(why));
                states.UnionWith(made.Select(each => each.State));
            }
        });
        Assert.That(states, Is.SupersetOf(new[] { EntryState.Counts, EntryState.Absorbed, EntryState.Cleared, EntryState.Lapsed }));
    }

    [Test]
    public void The_next_change_of_an_outlook_is_that_of_the_standing()
    {
        Assert.Multiple(() =>
        {
            foreach (var why in All.Value.Where(why => why.Outlook.Next is not null))
            {
                Assert.That(why.Outlook.Next!.On, Is.EqualTo(why.Standing.ChangesOn), Name(why));
                Assert.That(why.Standing.Differences(why.Outlook.Next), Is.Not.Empty, Name(why));
            }
        });
        Assert.That(All.Value.Any(why => why.Outlook.Next is not null));
    }

    [Test]
    public void A_draft_cites_instruments_and_headings_and_no_anchor()
    {
        Assert.Multiple(() =>
        {
            foreach (var why in All.Value.Where(why => why.Standing.Applies))
            {
                var draft = Notice.Of([why], Addressee.File, "zh");
                Assert.That(draft, Does.Not.Contain("law.md#"), Name(why));
                Assert.That(draft.Contains("有效记分", StringComparison.Ordinal) && why.Standing.Points is null, Is.False, Name(why));
                if (why.Standing.Tier is { } tier)
                {
                    Assert.That(draft, Does.Contain(why.TierTitle(tier)?.Zh ?? tier), Name(why));
                }
            }
        });
    }

    /// <summary>Whether an entry that does not count says why: by what, or from when, and by which article.</summary>
    private static bool Says(EntryAccount account, Standing standing) => account.State switch
    {
        EntryState.Counts => true,
        EntryState.Absorbed => account is { Absorbing: not null, Citation: not null },
        EntryState.Cleared => account is { ClearedBy: not null, Citation: not null, On: not null },
        EntryState.Lapsed or EntryState.Waits => account.On is not null,
        _ => standing.Tier is null || !standing.Applies,
    };

    private static string Name(Explanation why) =>
        $"{why.Standing.Regime} {why.Standing.Subject.Id} {why.Standing.On:yyyy-MM-dd}";

    private static IEnumerable<Explanation> Explained()
    {
        var reading = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules")));
        foreach (var pack in reading.Packs)
        {
            var regime = reading.Book!.OfFolder(pack.Folder)!;
            foreach (var tried in pack.Cases.SelectMany(source => CaseReader.Read(source, reading.Book.Catalogue, [])))
            {
                var file = new CreditFile(tried.Subject, tried.Events);
                foreach (var on in tried.Expectations.Select(each => each.On).Distinct())
                {
                    yield return Explaining.Of(file.UpTo(on), regime, on);
                }
            }
        }
    }
}
