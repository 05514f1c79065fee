using System.Collections.Concurrent;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>Two engines read the same texts and come to the same; where one has no answer, it is said why.</summary>
[Parallelizable(ParallelScope.All)]
public class AgreementTests
{
    [Test]
    public void The_package_loads_every_shipped_file_and_compiles_every_shipped_text() => Assert.That(
        TwoEngines.Shipped(new SecondingOf(new PackageEngine())).Seconded().Flaws
            .Where(flaw => flaw.Name == "real-engine-refuses").Select(flaw => flaw.ToString()),
        Is.Empty);

    [Test]
    public void Every_shipped_case_passes_with_both_and_neither_contradicts_the_other()
    {
        var others = new ConcurrentBag<EngineDifference>();
        var seconding = new SecondingOf(new PackageEngine(), 1, others.Add);
        var reading = TwoEngines.Shipped(seconding);
        var failed = new List<string>();
        foreach (var files in reading.Packs)
        {
            var regime = reading.Book!.OfFolder(files.Folder)!;
            failed.AddRange(files.Cases.SelectMany(source => CaseReader.Read(source, reading.Catalogue!, []))
                .Where(tried => !CaseRunner.Run(tried, regime).Passed).Select(tried => tried.Name));
        }

        TestContext.Out.WriteLine($"{seconding.Same} the same, {seconding.NoAnswer} without an answer there");
        Assert.Multiple(() =>
        {
            Assert.That(failed, Is.Empty);
            Assert.That(seconding.Differences, Is.Zero);
            Assert.That(seconding.Same, Is.GreaterThan(100_000));
            Assert.That(seconding.NoAnswer, Is.LessThan(seconding.Same / 100));
            Assert.That(
                others.Select(each => each.Theirs.Split(':')[0]).Distinct(),
                Is.SubsetOf(new[]
                {
                    // A fact in doubt that ours did not look at; an event that is not there; a value ours did not need.
                    "CannotBeJudged", "NullReferenceException", "a name that the first did not need has no value",
                }));
        });
    }

    [Test]
    public void Histories_as_no_bureau_would_send_them_come_out_the_same_with_the_default_pack() =>
        Agree(_ => World.Shipped with { Documents = TwoEngines.Rules });

    [Test]
    public void And_with_random_packs() => Agree(SmallWorlds.Of);

    [Test]
    public void A_fault_in_either_is_noticed_there() => Tries.Fails(SmallWorlds.Of, Difference(
        new ConcurrentDictionary<string, World>(),
        new FaultyEngine(text => text.Replace(">=", ">", StringComparison.Ordinal))));

    private static void Agree(Func<int, World> worlds) =>
        Tries.Holds(worlds, Difference(new ConcurrentDictionary<string, World>(), new PackageEngine()));

    private static Property Difference(ConcurrentDictionary<string, World> seconded, ISecondEngine engine) =>
        (world, history, random) =>
        {
            var both = seconded.GetOrAdd(world.Name, _ => world.With(new SecondingOf(engine)));
            var known = history.Select(each => each with { Kind = both.Book.Catalogue.Kind(each.Kind.Name)! });
            var file = known.File();
            return both.SomeDays(random, 2).Select(on => Judge.Of(file, both.Regime, on).Standing)
                .SelectMany(standing => standing.Flaws).FirstOrDefault(flaw => flaw.Name == "engines-differ")?.ToString();
        };
}
