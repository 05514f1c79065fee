using CreditScoring.Standings;
using CreditScoring.Standings.Telling;
using CreditScoring.Tests.Histories;
using NUnit.Framework;
using static CreditScoring.Tests.Histories.TwoVersions;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// What happened before a version was in force (新旧衔接): the old version's, the later one's, or fact by fact
/// the milder of both. What milder is stands in rules/README.md.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class TransitionTests
{
    private static string Six(int days = 100) => $"[{Rule("act", 1, "6", days)}]";

    private static string Four(int days = 100) => $"[{Rule("act", 1, "4", days)}]";

    private static string Said(Explanation explanation) => ExplanationText.Of(explanation, "zh");

    [TestCase("old", 6)]
    [TestCase("new", 4)]
    [TestCase("lenient", 4)]
    [TestCase(null, 6)]
    public void A_later_version_with_fewer_points_judges_where_it_says_so_and_from_its_first_day(string? transition, int points)
    {
        var two = new TwoVersions(Six(), Four(), transition);
        var act = two.Act("e1", "2024-06-01", 1);
        Assert.Multiple(() =>
        {
            Assert.That(two.Standing("2024-06-30", act).Points!.Value.Value, Is.EqualTo(6));
            Assert.That(two.Standing("2024-07-01", act).Points!.Value.Value, Is.EqualTo(points));
            Assert.That(two.Standing("2024-06-30", act).ChangesOn, Is.EqualTo(Turn), "another version judges from then on");
        });
    }

    [TestCase("old", 4)]
    [TestCase("new", 6)]
    [TestCase("lenient", 4)]
    public void A_later_version_with_more_points_judges_only_where_it_orders_that(string transition, int points)
    {
        var two = new TwoVersions(Four(), Six(), transition);
        Assert.That(two.Standing("2024-07-01", two.Act("e1", "2024-06-01", 1)).Points!.Value.Value, Is.EqualTo(points));
        Assert.That(two.Standing("2024-07-01", two.Act("e1", "2024-07-01", 1)).Points!.Value.Value, Is.EqualTo(6));
    }

    [Test]
    public void What_was_done_before_and_decided_after_is_weighed_on_the_day_of_the_decision()
    {
        var two = new TwoVersions(Six(), Four(), "lenient");
        var weighing = two.Explain("2024-08-01", two.Act("e1", "2024-06-01", 1, "2024-08-01")).Events.Single().Weighings.Single();
        Assert.That((weighing.On, weighing.Severity, weighing.TakesLater), Is.EqualTo((Day("2024-08-01"), Severities.Milder, true)));
    }

    [Test]
    public void What_the_later_version_makes_nothing_of_is_no_more_held_against_the_party()
    {
        var two = new TwoVersions(Six(), $"[{Rule("act", 5, "6", 100)}]", "lenient");
        Assert.That(two.Standing("2024-06-30", two.Act("e1", "2024-06-01", 1)).Tier, Is.EqualTo("B"));
        Assert.That(two.Standing("2024-07-01", two.Act("e1", "2024-06-01", 1)).Tier, Is.EqualTo("A"));
    }

    [TestCase(6, 50, Severities.Milder, TestName = "A_shorter_term_is_milder")]
    [TestCase(6, 150, Severities.Graver, TestName = "A_longer_term_is_graver")]
    [TestCase(4, 150, Severities.Mixed, TestName = "Fewer_points_for_longer_are_neither_and_the_old_version_stands")]
    [TestCase(8, 50, Severities.Mixed, TestName = "More_points_for_a_shorter_time_are_neither_and_the_old_version_stands")]
    [TestCase(6, 100, Severities.Same, TestName = "What_comes_to_the_same_is_judged_by_the_old_version")]
    public void Points_and_term_are_compared_day_by_day(int points, int days, Severities severity)
    {
        var two = new TwoVersions(Six(), $"[{Rule("act", 1, $"{points}", days)}]", "lenient");
        var explained = two.Explain("2024-07-01", two.Act("e1", "2024-06-01", 1));
        Assert.That(explained.Events.Single().Weighings.Single().Severity, Is.EqualTo(severity));
        Assert.That(
            explained.Standing.Entries.Single().Pack, Is.EqualTo(severity == Severities.Milder ? "2024-07-01" : "2024-01-01"));
    }

    [Test]
    public void A_graver_tier_is_not_milder_whatever_its_points_and_a_better_one_is_with_equal_points()
    {
        var graver = new TwoVersions(Six(), $"[{Rule("heavy", 1, "4", 100)}]", "lenient");
        var milder = new TwoVersions($"[{Rule("heavy", 1, "6", 100)}]", Six(), "lenient");
        var act = graver.Act("e1", "2024-06-01", 1);
        Assert.Multiple(() =>
        {
            Assert.That(graver.Standing("2024-07-01", act).Tier, Is.EqualTo("B"));
            Assert.That(
                graver.Explain("2024-07-01", act).Events.Single().Weighings.Single().Severity, Is.EqualTo(Severities.Mixed));
            Assert.That(milder.Standing("2024-06-30", milder.Act("e1", "2024-06-01", 1)).Tier, Is.EqualTo("D"));
            Assert.That(milder.Standing("2024-07-01", milder.Act("e1", "2024-06-01", 1)).Tier, Is.EqualTo("B"));
        });
    }

    [Test]
    public void Each_fact_is_weighed_by_itself_and_told_with_what_the_other_version_gives()
    {
        var old = $"[{Rule("small", 1, "2", 100)}, {Rule("great", 5, "8", 100)}]";
        var two = new TwoVersions(old, $"[{Rule("small", 1, "5", 100)}, {Rule("great", 5, "1", 100)}]", "lenient");
        var explained = two.Explain("2024-07-01", two.Act("e1", "2024-06-01", 1), two.Act("e2", "2024-06-02", 5));
        var text = Said(explained);
        Assert.Multiple(() =>
        {
            // The first: 2 by the old, 5 by the later. The second: 2 + 8 by the old, 5 + 1 by the later.
            Assert.That(explained.Standing.Points!.Value.Value, Is.EqualTo(2 + 6));
            Assert.That(text, Does.Contain("新版本 2024-07-01 较重，适用旧版本 2024-01-01"));
            Assert.That(text, Does.Contain("✓ 2024-01-01: small 2 分，自 2024-06-01，失效于 2024-09-09；当日等级"
                .Split('；')[0]));
            Assert.That(text, Does.Contain("✗ 2024-07-01: small 5 分，自 2024-06-01"));
            Assert.That(text, Does.Contain("新版本 2024-07-01 较轻，适用新版本"));
            Assert.That(text, Does.Contain("✗ 2024-01-01: small 2 分，自 2024-06-02，失效于 2024-09-10；great 8 分"));
            Assert.That(Notice.Of([explained], Addressee.Party, "zh"), Does.Contain("按新版本：small 5 分"));
        });
    }

    [Test]
    public void The_entry_that_was_replaced_is_told_as_such_and_the_ledger_reverses_it()
    {
        var two = new TwoVersions(Six(), Four(), "lenient");
        var act = two.Act("e1", "2024-06-01", 1);
        var entries = two.Explain("2024-07-01", act).Events.Single().Entries;
        var bookings = Judge.Of(new[] { act }.File(), two.Regime, Turn).Bookings!;
        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(each => each.StateName), Is.EqualTo(new[] { "replaced", "counts" }));
            Assert.That(
                bookings.Select(each => (each.Points.Value, each.Pack, each.From, each.Until)),
                Is.EqualTo(new[]
                {
                    (6m, "2024-01-01", Day("2024-06-01"), (DateOnly?)Turn), (4m, "2024-07-01", Turn, Day("2024-09-09")),
                }));
        });
    }

    [Test]
    public void What_has_lapsed_before_the_later_version_does_not_come_back()
    {
        foreach (var transition in new[] { "new", "lenient" })
        {
            var two = new TwoVersions(Six(10), Four(400), transition);
            Assert.That(two.Standing("2024-07-01", two.Act("e1", "2024-06-01", 1)).Entries, Is.Empty, transition);
        }
    }

    [Test]
    public void Lenient_is_on_no_day_harsher_than_the_old_version_nor_than_both_and_nothing_differs_before_the_day() =>
        Assert.That(Faults("lenient", Count), Is.Empty);

    [Test]
    public void That_the_later_version_judges_whatever_it_says_is_noticed_as_harsher() =>
        Assert.That(Faults("new", 200), Is.Not.Empty);

    private static readonly int Count = Tries.Files;

    private static List<string> Faults(string transition, int count) =>
        [.. Enumerable.Range(0, count).AsParallel().Select(seed => Fault(transition, seed)).OfType<string>()];

    /// <summary>Rules that give more for more, as laws do; a repetition weighs more.</summary>
    private static string RandomRules(Random random) => $"[{string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(i =>
        Rule(
            $"r{i}", random.Next(1, 6),
            random.Next(2) == 0 ? $"{random.Next(0, 9)}" : $"{random.Next(1, 7)} * (entries.Any(e => e.points > 0) ? 2 : 1)",
            random.Next(1, 200), random.Next(4) == 0 ? "happened.occurredOn" : null)))}]";

    private static string? Fault(string transition, int seed)
    {
        var random = new Random(seed);
        var (before, after) = (RandomRules(random), RandomRules(random));
        var (old, @new, chosen) = (
            new TwoVersions(before, after, "old"), new TwoVersions(before, after, "new"), new TwoVersions(before, after, transition));
        var acts = Enumerable.Range(0, random.Next(1, 8)).Select(i =>
        {
            var on = new DateOnly(2024, 1, 1).AddDays(random.Next(240));
            return (on, gravity: random.Next(1, 7), decided: random.Next(2) == 0 ? null : (DateOnly?)on.AddDays(random.Next(90)));
        }).ToArray();
        foreach (var day in Enumerable.Range(0, 12).Select(_ => new DateOnly(2024, 5, 1).AddDays(random.Next(300))).Append(Turn))
        {
            var (byOld, byNew, by) = (On(old, day), On(@new, day), On(chosen, day));
            var known = day < Turn ? by == byOld && by == byNew
                : by.Points <= byOld.Points && string.CompareOrdinal(by.Tier, byOld.Tier) <= 0;
            if (!known)
            {
                return $"seed {seed} on {day:o}: {by}, old {byOld}, new {byNew}\n{before}\n{after}";
            }
        }

        return null;

        (decimal Points, string? Tier) On(TwoVersions two, DateOnly day)
        {
            var standing = two.Standing(day, acts.Select((act, i) => two.Act($"e{i}", act.on, act.gravity, act.decided)));
            return (standing.Points!.Value.Value, standing.Tier);
        }
    }
}
