using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using CreditScoring.Tests.Law.Seconding;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>Where two laws differ in their ladders alone a file is walked once, and nobody can tell.</summary>
[Parallelizable(ParallelScope.All)]
public class TwoLawsTests
{
    private const string Folder = "cn/product-quality-points/2024-01-01";

    private static readonly RuleReading Shipped = RuleBookReader.Read(TwoEngines.Rules);

    private static readonly RuleReading OtherLadder = Changed(
        "tier", "\"total >= 6\"", "\"total >= 3\"", "\"total >= 12\"", "\"total >= 15\"");

    private static RuleReading Changed(string workflow, params string[] changes) => RuleBookReader.Read(
    [
        .. TwoEngines.Rules.Select(each => each.File != $"{Folder}/{workflow}.workflow.json" ? each
            : new SourceText(each.File, changes.Chunk(2).Aggregate(each.Text, (text, change) =>
            {
                Assert.That(text, Does.Contain(change[0]), "the shipped pack has what is changed");
                return text.Replace(change[0], change[1], StringComparison.Ordinal);
            }))),
    ]);

    private static PackFiles FilesOf(RuleReading reading) => reading.Packs.Single(each => each.Folder == Folder);

    private static bool IsLadderAlone(RuleReading other, out bool requests) => LadderAlone.Differs(
        FilesOf(Shipped), FilesOf(other), Shipped.Book!.OfFolder(Folder)!.Versions[0], out requests);

    [Test]
    public void A_threshold_of_the_ladder_is_of_the_ladder_alone_and_one_of_a_points_rule_is_not()
    {
        Assert.That(IsLadderAlone(OtherLadder, out var requests), Is.True);
        Assert.That(requests, Is.True, "the terms of repair ask for the tier");
        Assert.That(IsLadderAlone(Changed("points", "total < 12", "total < 11"), out _), Is.False);
        Assert.That(
            IsLadderAlone(Changed("tier", "\"Math.Max(0, entries.Sum(e => e.points))\"", "\"entries.Sum(e => e.points)\""), out _),
            Is.False, "rules may read a named value");
    }

    [Test]
    public void Walked_once_for_both_every_standing_is_as_by_each_alone() => Tries.Holds(_ => World.Shipped, (world, history, random) =>
        Difference(world, history, random, OtherLadder, Once));

    [Test]
    public void That_the_ladder_beside_is_not_asked_is_noticed() => Tries.Fails(_ => World.Shipped, (world, history, random) =>
        Difference(world, history, random, OtherLadder, (docket, was, becomes, on) =>
            TwoLaws.Of(docket, was, on) is var both ? (both, both) : default));

    private static (Standing?, Standing?) Once(Docket docket, Regime was, Regime becomes, DateOnly on) =>
        TwoLaws.OfLadders(docket, was, becomes, on);

    private static string? Difference(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random, RuleReading other,
        Func<Docket, Regime, Regime, DateOnly, (Standing?, Standing?)> both)
    {
        // Who asks for repair is walked twice: its terms ask for the tier.
        var file = history.Where(each => each.Kind.Name != "repair-request").File();
        var becomes = other.Book!.OfFolder(Folder)!;
        foreach (var on in world.SomeDays(random, 3))
        {
            var docket = new Docket(file.UpTo(on));
            var (was, then) = both(docket, world.Regime, becomes, on);
            var (one, two) = (TwoLaws.Of(docket, world.Regime, on), TwoLaws.Of(docket, becomes, on));
            if (one?.Text() != was?.Text() || two?.Text() != then?.Text())
            {
                return $"on {on:o}\n{one?.Text()}\n{was?.Text()}\n{two?.Text()}\n{then?.Text()}";
            }
        }

        return null;
    }
}
