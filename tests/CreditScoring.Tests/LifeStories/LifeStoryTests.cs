using CreditScoring.Disk;
using CreditScoring.Law.Books;
using NUnit.Framework;

namespace CreditScoring.Tests.LifeStories;

/// <summary>Enterprises over years, several regimes at once, reckoned by hand from the articles.</summary>
public class LifeStoryTests
{
    private static readonly RuleBook Book = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    private static IEnumerable<string> Stories => LifeStory.Files;

    [TestCaseSource(nameof(Stories))]
    public void A_life_comes_out_as_reckoned_by_hand(string story) =>
        Assert.That(new LifeStory(story).Differences(Book), Is.Empty);

    [TestCaseSource(nameof(Stories))]
    public void A_life_has_events_and_regimes_enough_and_every_figure_its_reason(string story)
    {
        var life = new LifeStory(story);
        Assert.Multiple(() =>
        {
            Assert.That(life.Events, Has.Count.InRange(6, 16));
            Assert.That(life.Tellings.Select(each => each.Regime).Distinct().Count(), Is.GreaterThan(1));
            Assert.That(life.Tellings.Select(each => each.Because.Trim()), Has.None.Empty);
        });
    }
}
