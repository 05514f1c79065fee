using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.Law.Tables;
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
            Assert.That(Covers(agreed, [list, new DateOnly(2024, 2, 29), null, "D"], true), Is.True);
            Assert.That(Covers(agreed, [another, new DateOnly(2024, 2, 29), null, "D"], true), Is.False, "another list");
            Assert.That(Covers(agreed, [list, new DateOnly(2024, 3, 1), null, "D"], true), Is.False, "another day");
            Assert.That(Covers(agreed, [list, new DateOnly(2024, 2, 29), null, "C"], true), Is.False, "another text");
            Assert.That(Covers(agreed, [list, new DateOnly(2024, 2, 29), 0, "D"], true), Is.False, "a value where none was");
            Assert.That(Covers(agreed, [list, null, null, "D"], true), Is.False, "none where a value was");
        });
    }

    [Test]
    public void What_the_first_engine_says_anew_of_the_same_facts_is_asked_again() =>
        Assert.That(Covers(new AgreedAnswer<DateOnly?>([1], new DateOnly(2024, 1, 1)), [1], null), Is.False);

    [Test]
    public void A_subject_is_what_its_profiles_say_now_and_not_the_scene_that_shows_it()
    {
        var operatorA = new Scene(new Subject("operator", "91350100M000100Y43"), 0);
        var operatorB = new Scene(new Subject("operator", "91350200M000100Y43"), 0);
        var agreed = new AgreedAnswer<bool>([operatorA.Subject], true);
        Assert.Multiple(() =>
        {
            Assert.That(Covers(agreed, [operatorA.Subject], true), Is.True);
            Assert.That(Covers(agreed, [operatorB.Subject], true), Is.False, "another subject of whom nothing is known");
            Assert.That(Covers(agreed, [operatorA.Subject.On(new DateOnly(2024, 2, 29))], true), Is.False, "as of a day");
            operatorA.Show(new WhatStands([], SharedList<Happening>.Of([Profile()]), [], [], [], TierHistory.Empty));
            Assert.That(Covers(agreed, [operatorA.Subject], true), Is.False, "the same object, after a profile");
        });
    }

    private static Happening Profile() => new(
        new OnePack().Event("p", "profile", "2024-02-29", null, ("scale", "large")), new DateOnly(2024, 2, 29));

    [Test]
    public void Every_list_in_which_a_text_finds_nothing_to_look_at_is_the_same()
    {
        var recalls = new AgreedAnswer<bool>([SharedList<Happening>.Empty], false, 0, new HashSet<string> { "recall" });
        IReadOnlyList<Happening> profiles = [Profile()];
        Assert.Multiple(() =>
        {
            Assert.That(Covers(recalls, [Array.Empty<Happening>()], false), Is.True, "none at all");
            Assert.That(Covers(recalls, [profiles], false), Is.True, "none of the kind");
            Assert.That(Covers(new AgreedAnswer<bool>([profiles], false, 0, new HashSet<string> { "profile" }), [Array.Empty<Happening>()], false), Is.False);
            Assert.That(Covers(new AgreedAnswer<bool>([SharedList<Happening>.Empty], false, 0, new HashSet<string> { "profile" }), [profiles], false), Is.False, "one of the kind");
            Assert.That(Covers(new AgreedAnswer<bool>([SharedList<Happening>.Empty], false, 0), [profiles], false), Is.False, "it looks at any");
            Assert.That(Covers(new AgreedAnswer<bool>([SharedList<Happening>.Empty], false, 1, new HashSet<string> { "recall" }), [profiles], false), Is.False, "another name than events");
            Assert.That(Covers(new AgreedAnswer<bool>([0], false), [Array.Empty<Happening>()], false), Is.False, "a number is no list");
        });
    }

    [Test]
    public void Events_of_which_one_may_be_missing_are_not_looked_through() => Assert.Multiple(() =>
    {
        var kinds = new HashSet<string> { "recall" };
        Assert.That(Covers(new AgreedAnswer<bool>([Array.Empty<Happening>()], false, 0, kinds), [new InDoubt()], false), Is.False);
        Assert.That(Covers(new AgreedAnswer<bool>([new InDoubt()], false, 0, kinds), [Array.Empty<Happening>()], false), Is.False);
        Assert.That(new AgreedAnswer<IReadOnlyList<Happening>>([1], new InDoubt()).Says(new InDoubt()), Is.False);
    });

    /// <summary>As the walk shows the events while nobody knows whether a duty was missed.</summary>
    private sealed class InDoubt : IReadOnlyList<Happening>, IByKind
    {
        public bool IsWhole => false;

        public int Count => throw new CannotBeJudged(default, new Wording("未知", "not known"));

        public Happening this[int index] => throw new CannotBeJudged(default, new Wording("未知", "not known"));

        public IReadOnlyList<Happening> OfKind(string kind) => [];

        public IEnumerator<Happening> GetEnumerator() => throw new CannotBeJudged(default, new Wording("未知", "not known"));

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [Test]
    public void Lists_that_both_engines_came_to_are_the_same_by_their_items()
    {
        var (one, other) = (Profile(), Profile());
        var agreed = new AgreedAnswer<IReadOnlyList<Happening>>([1], [one]);
        Assert.Multiple(() =>
        {
            Assert.That(Covers(agreed, [1], [one]), Is.True);
            Assert.That(Covers(agreed, [1], []), Is.False);
            Assert.That(Covers(agreed, [1], [one, one]), Is.False);
            Assert.That(Covers(agreed, [1], [other]), Is.False, "another object of the same event");
        });
    }

    [Test]
    public void A_walk_asks_less_often_than_it_compares()
    {
        var (asks, compared) = Walked(new CountingEngine());
        Assert.That(asks, Is.LessThan(compared * 0.6));
    }

    [TestCase("running(\"a\")", true)]
    [TestCase("tierOn(day) == \"A\"", true)]
    [TestCase("subjectOn(day).scale == \"large\"", true)]
    [TestCase("lookup(\"dated\", \"act\").days > 1", true)]
    [TestCase("nextWorkingDay(day) == day", false)]
    [TestCase("better(previous.tier ?? \"A\", 1) == \"A\"", false)]
    [TestCase("entries.Any(e => e.from > day)", false)]
    public void What_reads_more_than_its_names_is_known_to(string text, bool more)
    {
        var book = World.Shipped.Book;
        var scope = new SceneScope(
            RuleBookReader.Read([new SourceText("events/kinds.json", SmallCatalogue.Kinds), new SourceText("events/subjects.json", SmallCatalogue.Subjects)]).Catalogue!,
            new TierLadder(["A", "B"]), new Dictionary<string, LawTable> { ["dated"] = Dated }, book.WorkingDays);
        var flaws = new List<Flaw>();
        var formula = RuleCompiler.Compile<bool>(RuleText.Bare(text), scope.OfTheDay, flaws);
        Assert.That(flaws, Is.Empty);
        Assert.That(formula!.ReadsTheMoment, Is.EqualTo(more));
    }

    private static readonly LawTable Dated = new(
        "dated", ["kind"], [new TableColumn("days", RuleType.Number)],
        [new TableRow(default, "act", new DateOnly(2024, 1, 1), null, null, null) { Cells = [2m] }]);

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
    private sealed class CountingEngine : ISecondEngine
    {
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
            public SecondAnswer Ask(Evaluation evaluation, object?[] values, object? ours)
            {
                Interlocked.Increment(ref engine.asks);
                return inner.Ask(evaluation, values, ours);
            }
        }
    }

    /// <summary>Whether an answer stands for what the names stand for now.</summary>
    private static bool Covers<T>(AgreedAnswer<T> agreed, object?[] now, T said) =>
        agreed.Covers(now, said);
}
