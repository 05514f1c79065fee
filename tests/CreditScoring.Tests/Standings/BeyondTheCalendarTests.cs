using System.Collections.Concurrent;
using System.Globalization;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings;
using CreditScoring.Tests.Histories;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Standings;

/// <summary>
/// What is said while next year's working days are not in stands when they are: the follow-up of failed
/// samplings is judged by a calendar that ends with 2025 and by the whole one.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class BeyondTheCalendarTests
{
    private const string Regime = "cn/sampling-follow-up";

    private static readonly DateOnly LastDay = new(2025, 12, 31);

    private static readonly SourceText[] Rules = [.. RuleFolder.Read(RepositoryFiles.Path("rules"))];

    private static readonly ConcurrentBag<string> Unanswered = [];

    private static readonly SecondingOf BothEngines = new(new PackageEngine(), told: each => Unanswered.Add(each.Theirs));

    private static readonly RuleBook Whole = RuleBookReader.Read(Rules).Book!;

    private static readonly RuleBook Cut = RuleBookReader.Read(
        [.. Rules.Select(each => each.File.StartsWith("calendars/", StringComparison.Ordinal) ? Until2025(each) : each)],
        BothEngines).Book!;

    [Test]
    public void What_is_said_without_the_next_year_is_said_with_it_and_all_of_it_until_the_year_ends()
    {
        var (judged, unknown, unsaid) = (0, 0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var file = Chain(new Random(seed));
            var (now, then) = (WalkOf(Cut, file), WalkOf(Whole, file));
            for (var day = file[0].OccurredOn; day < new DateOnly(2026, 5, 1); day = day.AddDays(3))
            {
                var (said, expected) = (On(now, day, out var why), On(then, day, out _));
                if (said is null)
                {
                    Assert.That(day, Is.GreaterThan(LastDay), $"seed {seed}: {why}");
                    unsaid++;
                    break;
                }

                Assert.That(Shown(said), Is.EqualTo(Shown(expected!)), $"seed {seed} on {day:o}");
                judged++;
                unknown += said.Duties.Count(each => each.DueUnknown is not null);
            }
        }

        TestContext.Out.WriteLine($"{judged} judged, {unsaid} not, {unknown} last days not known");
        Assert.That((judged > 4_000, unknown > 1_000, unsaid > 50), Is.EqualTo((true, true, true)));
        Assert.That((BothEngines.Differences, BothEngines.Same > 10_000), Is.EqualTo((0, true)));
        Assert.That(Unanswered.Where(each => each.Contains("calendar", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_file_goes_on_from_any_night_as_from_the_beginning()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var file = Chain(new Random(seed));
            var (slow, fast) = (WalkOf(Cut, file, everyDay: true), WalkOf(Cut, file));
            for (var day = file[0].OccurredOn; day < new DateOnly(2026, 2, 1); day = day.AddDays(1))
            {
                var (expected, actual) = (On(slow, day, out var whySlow), On(fast, day, out var whyFast));
                Assert.That((actual?.Text(), whyFast), Is.EqualTo((expected?.Text(), whySlow)), $"seed {seed} on {day:o}");
                if (expected is null)
                {
                    break;
                }

                var resumed = WalkOf(Cut, file);
                resumed.Resume(fast.State);
                fast = resumed;
            }
        }
    }

    /// <summary>What neither hangs on the next year nor is told of it: a last day that is not known is left out.</summary>
    private static string Shown(Standing standing) => string.Join("\n", [
        standing.Tier, .. standing.Steps.Select(each => $"{each}"), .. standing.Measures.Select(each => $"{each}"),
        .. standing.Duties.Select(each => $"{each.Name} {each.StateName} {each.Happened.Id}"),
    ]);

    private static Walk WalkOf(RuleBook book, RegulatoryEvent[] file, bool everyDay = false)
    {
        var regime = book.Regimes.Single(each => each.Name == Regime);
        return new Walk(regime, World.Subject, LawDayOrder.Of(file.File(), regime), everyDay);
    }

    private static Standing? On(Walk walk, DateOnly day, out string why)
    {
        why = "";
        try
        {
            walk.To(day);
            return walk.Standing(day);
        }
        catch (CannotBeJudged cannot)
        {
            why = cannot.Reason.En;
            return null;
        }
    }

    /// <summary>A failed sampling and what may follow it, a few days or weeks apart.</summary>
    private static RegulatoryEvent[] Chain(Random random)
    {
        var day = new DateOnly(2025, 6, 1).AddDays(random.Next(200));
        var events = new List<RegulatoryEvent> { Event("s", "sampling-result", day, null, ("result", "failed"), ("level", "national"), ("productCategory", "插座")) };
        events.Add(Event("l", "licence", new DateOnly(2024, 1, 1), null, ("status", "granted"), ("productCategory", "插座")));
        var order = Next("correction-ordered", "s", ("dueOn", random.Next(2) == 0 ? null : day.AddDays(random.Next(20, 90))));
        for (var round = random.Next(1, 4); round > 0; round--)
        {
            var recheck = Next("recheck-result", order, ("result", random.Next(4) == 0 ? "passed" : "failed"));
            _ = random.Next(3) switch
            {
                0 => Next("announcement", recheck),
                1 => Next("corrected", order),
                _ => Next("announcement", order),
            };
        }

        return [.. events];

        string Next(string kind, string actsOn, params (string, object?)[] values)
        {
            day = day.AddDays(random.Next(1, 75));
            events.Add(Event($"e{events.Count}", kind, day, actsOn, values));
            return events[^1].Id.Id;
        }
    }

    private static RegulatoryEvent Event(
        string id, string kind, DateOnly on, string? actsOn, params (string Field, object? Value)[] values)
    {
        var declared = Whole.Catalogue.Kind(kind)!;
        return new RegulatoryEvent(new EventId("s", id), declared, on)
        {
            Subjects = [new Named(null, World.Subject)],
            ActsOn = actsOn is null ? null : new EventId("s", actsOn),
            Values =
            [
                .. declared.Fields.Select(field =>
                    values.FirstOrDefault(each => each.Field == field.Name).Value ?? field.Default),
            ],
        };
    }

    private static SourceText Until2025(SourceText calendar)
    {
        var document = JObject.Parse(calendar.Text);
        var years = (JObject)document["years"]!;
        foreach (var later in years.Properties().Where(
            each => int.Parse(each.Name, CultureInfo.InvariantCulture) > LastDay.Year).ToArray())
        {
            later.Remove();
        }

        return new SourceText(calendar.File, document.ToString());
    }
}
