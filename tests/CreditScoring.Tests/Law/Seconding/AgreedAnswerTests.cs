using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Law.Seconding;

/// <summary>The second engine is not asked what it has just answered, and nothing is taken for known that is not.</summary>
public class AgreedAnswerTests
{
    [Test]
    public void The_very_facts_are_asked_about_once_and_others_again()
    {
        object? list = new[] { 1 }, another = new[] { 1 };
        var agreed = new AgreedAnswer<bool>([list, new DateOnly(2024, 2, 29), null, "D"], true);
        Assert.Multiple(() =>
        {
            Assert.That(agreed.Covers([list, new DateOnly(2024, 2, 29), null, "D"], true), Is.True);
            Assert.That(agreed.Covers([another, new DateOnly(2024, 2, 29), null, "D"], true), Is.False, "another list");
            Assert.That(agreed.Covers([list, new DateOnly(2024, 3, 1), null, "D"], true), Is.False, "another day");
            Assert.That(agreed.Covers([list, new DateOnly(2024, 2, 29), null, "C"], true), Is.False, "another text");
            Assert.That(agreed.Covers([list, new DateOnly(2024, 2, 29), 0, "D"], true), Is.False, "a value where none was");
            Assert.That(agreed.Covers([list, null, null, "D"], true), Is.False, "none where a value was");
        });
    }

    [Test]
    public void What_the_first_engine_says_anew_of_the_same_facts_is_asked_again() =>
        Assert.That(new AgreedAnswer<DateOnly?>([1], new DateOnly(2024, 1, 1)).Covers([1], null), Is.False);

    [Test]
    public void A_subject_is_what_its_profiles_say_now_and_not_the_scene_that_shows_it()
    {
        var operatorA = new Scene(new Subject("operator", "91350100M000100Y43"), 0);
        var operatorB = new Scene(new Subject("operator", "91350200M000100Y43"), 0);
        var agreed = new AgreedAnswer<bool>([operatorA.Subject], true);
        Assert.Multiple(() =>
        {
            Assert.That(agreed.Covers([operatorA.Subject], true), Is.True);
            Assert.That(agreed.Covers([operatorB.Subject], true), Is.False, "another subject of whom nothing is known");
            Assert.That(agreed.Covers([operatorA.Subject.On(new DateOnly(2024, 2, 29))], true), Is.False, "as of a day");
            operatorA.Show(new WhatStands([], SharedList<Happening>.Of([Profile()]), [], [], [], TierHistory.Empty));
            Assert.That(agreed.Covers([operatorA.Subject], true), Is.False, "the same object, after a profile");
        });
    }

    private static Happening Profile() => new(
        new OnePack().Event("p", "profile", "2024-02-29", null, ("scale", "large")), new DateOnly(2024, 2, 29));

    [Test]
    public void A_walk_asks_less_often_than_it_compares()
    {
        var (asks, compared) = Walked(new CountingEngine(remembers: true));
        var (all, comparedThen) = Walked(new CountingEngine(remembers: false));
        Assert.That(all, Is.EqualTo(comparedThen), "what reads more than its names is asked each time");
        Assert.That(asks, Is.LessThan(compared * 0.8));
        Assert.That(compared, Is.EqualTo(comparedThen));
    }

    private static (long Asks, long Compared) Walked(CountingEngine engine)
    {
        var seconding = new SecondingOf(engine);
        var reading = TwoEngines.Shipped(seconding);
        var files = reading.Packs.Single(pack => pack.Folder == "cn/product-quality-points/2024-01-01");
        var regime = reading.Book!.OfFolder(files.Folder)!;
        foreach (var each in files.Cases.SelectMany(source => CaseReader.Read(source, reading.Catalogue!, [])).Take(20))
        {
            Judge.Of(new CreditFile(each.Subject, each.Events), regime, new DateOnly(2027, 1, 1));
        }

        return (engine.Asks, seconding.Same + seconding.NoAnswer);
    }

    /// <summary>The package, counting how often it is asked.</summary>
    private sealed class CountingEngine(bool remembers) : ISecondEngine
    {
        private readonly bool remembers = remembers;
        private readonly PackageEngine inner = new();
        private long asks;

        public long Asks => asks;

        public string Name => inner.Name;

        public Flaw? FlawOf(SourceText workflow) => inner.FlawOf(workflow);

        public ISecondReader ReaderOf(PackLanguage language) => new Reader(this, inner.ReaderOf(language));

        private sealed class Reader(CountingEngine engine, ISecondReader inner) : ISecondReader
        {
            public ISecondFormula? Read(
                RuleText text, RuleType type, IReadOnlyList<Variable> names, out Flaw? flaw) =>
                inner.Read(text, type, names, out flaw) is { } formula ? new Counted(engine, formula) : null;
        }

        private sealed class Counted(CountingEngine engine, ISecondFormula inner) : ISecondFormula
        {
            public bool ReadsNamesOnly => engine.remembers && inner.ReadsNamesOnly;

            public SecondAnswer Ask(Evaluation evaluation, object?[] values, object? ours)
            {
                Interlocked.Increment(ref engine.asks);
                return inner.Ask(evaluation, values, ours);
            }
        }
    }
}
