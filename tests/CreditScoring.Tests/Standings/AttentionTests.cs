using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// Events that make no difference in a regime are not taken in there, and nothing shows that they were not:
/// no standing, no booking, no day of change.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class AttentionTests
{
    private static readonly DateOnly Until = new(2025, 12, 31);

    private static readonly RuleBook Book = RuleBookReader.Read(RuleFolder.Read(RuleFolder.BesideTheBinaries)).Book!;

    [TestCase("entries.Any()", "")]
    [TestCase("events.Any(e => e.kind == \"recall\")", "recall")]
    [TestCase("events.Where(e => e.from < day && e.kind == \"recall\").Count(e => e.from > day) > 1", "recall")]
    [TestCase("events.Count(it.kind == \"recall\") > 1", "recall")]
    [TestCase("events.Any(e => e.kind == \"recall\" || e.kind == \"accident\" && e.concealed)", "accident,recall")]
    [TestCase("events.Any(e => e.kind in (\"recall\", \"accident\")) && !events.Any(e => e.kind == \"award\")", "accident,award,recall")]
    [TestCase("events.Any(e => e.kind == \"recall\" && events.Any(a => a.kind == \"award\" && a.from > e.from))", "award,recall")]
    [TestCase("events.Any(e => e.kind == \"recall\" || e.from == day)", null)]
    [TestCase("events.Any(e => e.kind != \"recall\")", null)]
    [TestCase("events.Any(e => e.kind == \"recall\" && events.Any(a => a.from > e.from))", null)]
    [TestCase("events.All(e => e.kind == \"recall\")", null)]
    [TestCase("events.Any()", null)]
    [TestCase("events.Count > 2", null)]
    [TestCase("events.Max(e => e.from) == day", null)]
    [TestCase("events.OrderBy(e => e.from).Any(e => e.kind == \"recall\")", null)]
    [TestCase("events.Contains(duties.First().happened)", null)]
    [TestCase("duties.Any(d => events.Any(e => e.kind == \"recall\" && e == d.happened))", "recall")]
    public void The_kinds_that_a_text_looks_at_are_those_that_it_pins(string text, string? kinds) =>
        Assert.That(Formula(text).KindsLookedAt?.Order(StringComparer.Ordinal) is { } found
            ? string.Join(',', found) : null, Is.EqualTo(kinds));

    [TestCase("events.Any(e => e.kind == \"recall\" && e.from > day)", true)]
    [TestCase("events.Where(e => e.kind == \"recall\").Max(e => e.from) > day", false)]
    [TestCase("!events.Any(e => e.kind == \"recall\") || events.Any(e => e.kind == \"accident\")", true)]
    [TestCase("events.Any(e => e.kind == \"recall\") && entries.Any()", false)]
    [TestCase("events.Where(e => e.kind == \"recall\").Concat(events.Where(e => e.kind == \"accident\")).Any()", false)]
    [TestCase("events.Where(e => e.kind == \"recall\").Take(int(entries.Sum(x => x.points))).Any()", false)]
    [TestCase("events.Any(e => e.from > day)", false)]
    [TestCase("entries.Any(e => e.happened.kind == \"recall\")", false)]
    public void A_text_hangs_on_events_alone_where_it_is_a_chain_on_those_of_some_kinds(string text, bool hangs) =>
        Assert.That(Formula(text).HangsOnEvents, Is.EqualTo(hangs));

    [Test]
    public void What_makes_no_difference_does_not_show_in_the_law_that_ships()
    {
        var (left, compared) = (0, 0);
        foreach (var file in Files())
        {
            foreach (var regime in Book.Regimes.Where(each => each.Concerns(file.Subject)))
            {
                var docket = new Docket(file);
                var order = LawDayOrder.Of(docket, regime);
                left += order.Length - LawDayOrder.Heeded(docket, regime).Length;
                compared++;
                Assert.That(Shown(Judge.Of(docket, regime, Until)), Is.EqualTo(WithAll(file.Subject, regime, order, Until)),
                    $"{file.Subject} in {regime.Name}");
            }
        }

        Assert.That(left, Is.GreaterThan(compared), "events were left out");
    }

    [Test]
    public void What_makes_no_difference_does_not_show_in_any_worked_example()
    {
        var left = 0;
        var reading = RuleBookReader.Read(RuleFolder.Read(RuleFolder.BesideTheBinaries));
        foreach (var each in reading.Packs.SelectMany(pack => pack.Cases)
            .SelectMany(source => CaseReader.Read(source, reading.Catalogue!, [])))
        {
            var file = new CreditFile(each.Subject, each.Events);
            foreach (var regime in reading.Book!.Regimes.Where(one => one.Concerns(file.Subject)))
            {
                if (Listed(file, regime) is { Length: > 0 } order)
                {
                    var on = order[^1].Happening.From;
                    left += order.Length - LawDayOrder.Heeded(new Docket(file), regime).Length;
                    Assert.That(Shown(Judge.Of(file, regime, on)), Is.EqualTo(WithAll(file.Subject, regime, order, on)),
                        $"{each.Name} in {regime.Name}");
                }
            }
        }

        Assert.That(left, Is.GreaterThan(1000), "events were left out");
    }

    [Test]
    public void What_makes_no_difference_does_not_show_with_random_packs() => Tries.Holds(
        SmallWorlds.Of, (world, history, random) => Differing(world, history, random,
            order => LawDayOrder.Heeded(order, world.Regime)));

    [Test]
    public void An_order_without_what_makes_a_difference_is_noticed() => Tries.Fails(
        SmallWorlds.Of, (world, history, random) => Differing(world, history, random,
            order => [.. order.Where((each, place) => place % 2 == 0)]));

    [Test]
    public void The_same_day_is_not_judged_again_for_what_makes_no_difference_and_comes_to_the_same()
    {
        var (kept, judged) = (0, 0);
        foreach (var file in Files())
        {
            var open = new OpenFile(file with { Events = [] }, Book);
            var before = new Dictionary<string, Judgement>();
            for (var at = 0; at < file.Events.Count; at++)
            {
                open.Add([file.Events[at]]);
                var now = Assessor.Assess(open, Until).Judgements;
                var known = file with { Events = [.. file.Events.Take(at + 1)] };
                Assert.That(now.Select(Shown), Is.EqualTo(Assessor.Assess(known, Book, Until).Judgements.Select(Shown)),
                    $"{file.Subject} after {at + 1} events");
                judged += now.Count;
                kept += now.Count(each => before.ContainsValue(each));
                before = now.ToDictionary(each => each.Standing.Regime);
            }
        }

        Assert.That(kept, Is.GreaterThan(judged / 4));
    }

    private static string? Differing(
        World world, IReadOnlyList<RegulatoryEvent> history, Random random,
        Func<OrderedEvent[], OrderedEvent[]> less)
    {
        var file = history.File();
        if (Listed(file, world.Regime) is not { } order)
        {
            return null;
        }

        var on = world.DayAt(random.Next(world.Days));
        return Answers.Difference(
            $"on {on:o}", WithAll(file.Subject, world.Regime, order, on),
            WithAll(file.Subject, world.Regime, less([.. order]), on));
    }

    private static OrderedEvent[]? Listed(CreditFile file, Regime regime)
    {
        try
        {
            return LawDayOrder.Of(file, regime);
        }
        catch (CreditScoring.Law.Language.CannotBeJudged)
        {
            return null;
        }
    }

    /// <summary>By a walk that takes all of an order in.</summary>
    private static string WithAll(
        CreditScoring.Enterprises.Subject subject, Regime regime, IReadOnlyList<OrderedEvent> order, DateOnly on)
    {
        try
        {
            var walk = new Walk(regime, subject, order);
            walk.To(on);
            return Shown(Judge.Of(walk, on));
        }
        catch (CreditScoring.Law.Language.CannotBeJudged why)
        {
            return Shown(Judge.Refused(subject, regime, on, why));
        }
    }

    private static string Shown(Judgement judgement) =>
        judgement.Standing.Text() + string.Join("\n", judgement.Bookings ?? []);

    private static IReadOnlyList<CreditFile> Files()
    {
        var reader = new EventReader(Book.Catalogue);
        return Filing.Of(SampleHistory.Lines(new SamplePlan(200, 3, 17, Until))
            .Select(line => reader.Read(new SourceText("sample", line)).Event!), out _);
    }

    private static CreditScoring.Law.Language.Formula Formula(string text)
    {
        var flaws = new List<Flaw>();
        var scope = new SceneScope(
            Book.Catalogue, new TierLadder(["A", "B"]), new Dictionary<string, CreditScoring.Law.Tables.LawTable>(),
            Book.WorkingDays);
        var formula = RuleCompiler.Compile<bool>(RuleText.Bare(text), scope.OfTheDay, flaws);
        Assert.That(flaws.Select(each => each.What.En), Is.Empty);
        return formula!;
    }
}
