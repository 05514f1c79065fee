using System.Collections.Concurrent;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using CreditScoring.Tests.Law.Language;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>What a difference of the engines brings about, and what never reaches the second.</summary>
[Parallelizable(ParallelScope.All)]
public class SecondingTests
{
    private static readonly Func<string, string> OneMore =
        text => text.Replace("total >= 12", "total >= 13", StringComparison.Ordinal);

    // As if ours had read: a bound, a sum, a joining, a list, a rounding, a term wrongly. No expected value is looked at.
    [TestCase(" >= ", " > ")]
    [TestCase("entries.Sum(e => e.points)", "entries.Max(e => e.points)")]
    [TestCase(" && ", " || ")]
    [TestCase(".Any(", ".All(")]
    [TestCase("Math.Ceiling(", "Math.Floor(")]
    [TestCase("AddMonths(24)", "AddMonths(12)")]
    public void A_planted_fault_is_seen_without_any_expected_value(string text, string fault)
    {
        var seconding = new SecondingOf(
            new FaultyEngine(each => each.Replace(text, fault, StringComparison.Ordinal)), 0.9999999999);
        var reading = TwoEngines.Shipped(seconding);
        foreach (var files in reading.Packs)
        {
            var regime = reading.Book!.OfFolder(files.Folder)!;
            foreach (var tried in files.Cases.SelectMany(source => CaseReader.Read(source, reading.Catalogue!, [])))
            {
                CaseRunner.Run(tried, regime);
            }
        }

        Assert.That(seconding.Differences, Is.Positive);
    }

    [Test]
    public void Asked_always_a_subject_on_whom_the_engines_differ_cannot_be_judged_and_both_answers_are_told()
    {
        var standing = Judged(new SecondingOf(new FaultyEngine(OneMore)), out _);
        var flaw = standing.Flaws.Single();
        Assert.Multiple(() =>
        {
            Assert.That(standing.Tier, Is.Null);
            Assert.That(flaw.Name, Is.EqualTo("engines-differ"));
            Assert.That(flaw.Place.File, Does.EndWith("tier.workflow.json"));
            Assert.That(flaw.What.En, Does.Contain("ours came to true").And.Contain("to false"));
            Assert.That(flaw.What.Zh, Does.Contain("两个引擎的结果不同"));
        });
    }

    [Test]
    public void The_day_of_an_event_that_comes_to_an_open_file_is_asked_of_both_as_that_of_any_other()
    {
        const string day = "happened.decidedOn ?? happened.occurredOn";
        var engine = new FaultyEngine(text => text == day ? $"happened.id == \"late\" ? happened.decidedOn : ({day})" : text);
        var book = OnePack.Read(new SecondingOf(engine)).Book!;
        var open = new OpenFile(new CreditFile(World.Subject, [Good(book, "early", new DateOnly(2024, 3, 1))]), book);
        Assert.That(open.Judge(new DateOnly(2024, 6, 1)).Single().Standing.Flaws, Is.Empty);
        open.Add([Good(book, "late", new DateOnly(2024, 4, 1))]);
        Assert.That(
            open.Judge(new DateOnly(2024, 6, 1)).Single().Standing.Flaws.Select(flaw => flaw.Name),
            Is.EqualTo(new[] { "engines-differ" }));
    }

    private static RegulatoryEvent Good(RuleBook book, string id, DateOnly on) =>
        new(new EventId("s", id), book.Catalogue.Kind("good")!, on)
        {
            Subjects = [new Named(null, World.Subject)],
            Values = [1m],
        };

    [Test]
    public void Asked_for_a_share_the_standing_stays_what_ours_says_and_the_difference_is_told()
    {
        var told = new ConcurrentBag<EngineDifference>();
        var standing = Judged(new SecondingOf(new FaultyEngine(OneMore), 0.9999999999, told.Add), out var subject);
        var alone = Judged(null, out _);
        Assert.Multiple(() =>
        {
            Assert.That(standing.Text(), Is.EqualTo(alone.Text()));
            Assert.That(standing.Tier, Is.EqualTo("D"));
            Assert.That(told.Where(each => each.Agreement == Agreement.Differs), Is.Not.Empty);
            Assert.That(told.First().Subject, Is.EqualTo(subject));
        });
    }

    [Test]
    public void A_share_asks_about_that_share_of_subjects_and_days_and_the_same_ones_again()
    {
        var seconding = new SecondingOf(new PackageEngine(), 0.02);
        var asked = Enumerable.Range(0, 100_000)
            .Count(i => seconding.Asks(new Subject("operator", $"{i / 100}"), new DateOnly(2025, 1, 1).AddDays(i % 100)));
        Assert.That(asked, Is.InRange(1_800, 2_200));
        Assert.That(
            new SecondingOf(new PackageEngine(), 0.02).Asks(new Subject("operator", "7"), new DateOnly(2025, 1, 9)),
            Is.EqualTo(seconding.Asks(new Subject("operator", "7"), new DateOnly(2025, 1, 9))));
    }

    [Test]
    public void Standings_are_the_same_without_a_second_engine_with_a_share_and_with_always()
    {
        var seconded = new ConcurrentDictionary<string, World>();
        Tries.Holds(SmallWorlds.Of, (world, history, random) =>
        {
            var on = world.DayAt(random.Next(world.Days));
            var alone = world.Judged(history.File(), on);
            return Answers.FirstOf(new[] { 0.3, 1 }.Select(share =>
            {
                var both = seconded.GetOrAdd(
                    $"{world.Name} {share}", _ => world.With(new SecondingOf(new PackageEngine(), share)));
                var known = history.Select(each => each with { Kind = both.Book.Catalogue.Kind(each.Kind.Name)! });
                return Answers.Difference($"with {share} on {on:o}", alone, both.Judged(known.File(), on));
            }));
        });
    }

    [Test]
    public void Only_text_that_our_binder_has_accepted_reaches_the_package()
    {
        var engine = new ListeningEngine();
        var refused = 0;
        foreach (var hostile in HostileText.All().Where(each => each.Text.Length < 20_000))
        {
            var rules = $$"""[ { "RuleName": "act", "Expression": {{Newtonsoft.Json.JsonConvert.ToString(hostile.Text)}}, "Properties": { "points": 1 } } ]""";
            var reading = OnePack.Read(new SecondingOf(engine), ("points", rules));
            if (reading.Book is null)
            {
                refused++;
                Assert.That(engine.Texts, Has.No.Member(hostile.Text), hostile.What);
            }
        }

        Assert.That(refused, Is.GreaterThan(300));
        Assert.That(engine.Texts, Is.Not.Empty);
    }

    private static Standing Judged(SecondingOf? seconding, out Subject subject)
    {
        var book = TwoEngines.Shipped(seconding).Book!;
        var files = TwoEngines.Shipped(null).Packs.Single(
            pack => pack.Folder == "cn/product-quality-points/2024-01-01");
        var regime = book.OfFolder(files.Folder)!;
        var found = files.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, []))
            .First(tried => tried.Expectations.Any(each => each.Expected["points"]?.Number == 12));
        subject = found.Subject;
        var on = found.Expectations.First(each => each.Expected["points"]?.Number == 12).On;
        return Judge.Of(new CreditFile(found.Subject, found.Events).UpTo(on), regime, on).Standing;
    }
}
