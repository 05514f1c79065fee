using CreditScoring.Events;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>What an event cleared, a later one can bring back as it was (<c>restores</c>).</summary>
public class RestoringTests
{
    private static readonly OnePack Pack = new(("points", """
        [
          { "RuleName": "made", "Expression": "happened.kind == \"act\" && happened.gravity < 10",
            "Properties": { "points": "happened.gravity", "lapsesOn": "happened.from.AddDays(30)" } },
          { "RuleName": "cleared", "Expression": "happened.kind == \"act\" && happened.gravity == 10",
            "Properties": { "clears": "entries.Where(e => e.points > 0)" } },
          { "RuleName": "restored", "Expression": "happened.kind == \"act\" && happened.gravity == 20",
            "Properties": { "restores": "entry.points > 1" } }
        ]
        """));

    private static RegulatoryEvent Act(string id, string on, decimal gravity) =>
        Pack.Event(id, "act", on, null, ("gravity", gravity));

    private static readonly RegulatoryEvent[] Cleared =
        [Act("e1", "2024-02-01", 1), Act("e2", "2024-02-01", 2), Act("c1", "2024-02-05", 10)];

    [Test]
    public void It_counts_again_from_that_day_with_its_old_days_and_what_the_rule_does_not_mean_stays_gone()
    {
        RegulatoryEvent[] all = [.. Cleared, Act("r1", "2024-02-10", 20)];
        var entry = Pack.Standing("2024-02-10", all).Entries.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Pack.Standing("2024-02-09", all).Entries, Is.Empty);
            Assert.That(entry.Happened.Event.Id.Id, Is.EqualTo("e2"));
            Assert.That(entry.From, Is.EqualTo(new DateOnly(2024, 2, 1)));
            Assert.That(entry.LapsesOn, Is.EqualTo(new DateOnly(2024, 3, 2)));
            Assert.That(Pack.Standing("2024-03-01", all).Entries, Has.Count.EqualTo(1));
            Assert.That(Pack.Standing("2024-03-02", all).Entries, Is.Empty);
        });
    }

    [Test]
    public void On_the_day_on_which_its_term_is_over_nothing_comes_back()
    {
        Assert.That(Pack.Standing("2024-03-01", [.. Cleared, Act("r1", "2024-03-01", 20)]).Entries, Has.Count.EqualTo(1));
        Assert.That(Pack.Standing("2024-03-02", [.. Cleared, Act("r1", "2024-03-02", 20)]).Entries, Is.Empty);
    }

    [Test]
    public void Cleared_once_more_it_is_told_as_cleared_by_the_second_event()
    {
        RegulatoryEvent[] all = [.. Cleared, Act("r1", "2024-02-10", 20), Act("c2", "2024-02-12", 10)];
        var account = Pack.Explain("2024-02-12", all).Events.Single(each => each.Happening.Id == "e2").Entries.Single();
        Assert.That((account.State, account.ClearedBy!.Id), Is.EqualTo((EntryState.Cleared, "c2")));
    }
}
