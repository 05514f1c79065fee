using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Invented;

public class SampleHistoryTests
{
    private static readonly DateOnly Until = new(2025, 12, 31);
    private static readonly SamplePlan Plan = new(3_000, 3, 1, Until);
    private static readonly EventCatalogue Catalogue = RepositoryFiles.Catalogue("rules");
    private static readonly List<EventReading> Readings = Read(Plan);

    [Test]
    public void Every_event_passes_the_door() => Assert.That(
        Readings.SelectMany(reading => reading.Flaws)
            .Concat(Readings.Select(reading => EventDoor.Check(reading, Catalogue, Until)).OfType<Flaw>())
            .Select(flaw => flaw.ToString()).Take(5),
        Is.Empty);

    [Test]
    public void Every_enterprise_has_at_least_one_event_and_nobody_else_is_named()
    {
        var subjects = Readings.SelectMany(reading => reading.Event!.Subjects)
            .Select(named => named.Subject.Id).Distinct().ToList();
        Assert.That(subjects, Has.Count.EqualTo(Plan.Enterprises));
        Assert.That(
            Readings.Where(reading => reading.Event!.Kind.Name == "profile")
                .Select(reading => reading.Event!.Subjects.Single().Subject.Id),
            Is.EquivalentTo(subjects));
    }

    [Test]
    public void Ids_are_unique_and_what_an_event_acts_on_went_before_it()
    {
        var seen = new Dictionary<EventId, RegulatoryEvent>();
        foreach (var read in Readings.Select(reading => reading.Event!))
        {
            if (read.ActsOn is { } target)
            {
                Assert.That(seen, Does.ContainKey(target), read.Id.ToString());
                Assert.That(seen[target].OccurredOn, Is.LessThanOrEqualTo(read.OccurredOn));
            }

            seen.Add(read.Id, read);
        }
    }

    [Test]
    public void About_eight_in_a_hundred_samples_fail_and_most_enterprises_are_clean()
    {
        var samples = Readings.Select(reading => reading.Event!)
            .Where(read => read.Kind.Name == "sampling-result").ToList();
        Assert.That(
            samples.Count(read => (string?)read["result"] == "failed") * 100m / samples.Count,
            Is.InRange(6m, 10m));
        var penalised = Readings.Select(reading => reading.Event!)
            .Where(read => read.Kind.Name == "penalty")
            .Select(read => read.Subjects[0].Subject).Distinct().Count();
        Assert.That(penalised * 100m / Plan.Enterprises, Is.InRange(1m, 15m));
    }

    [Test]
    public void Many_kinds_of_the_catalogue_occur() => Assert.That(
        Readings.Select(reading => reading.Event!.Kind.Name).Distinct().Count(), Is.GreaterThan(18));

    [Test]
    public void The_same_plan_gives_the_same_text_and_another_seed_another()
    {
        var plan = Plan with { Enterprises = 50 };
        var first = SampleHistory.Lines(plan).ToList();
        Assert.That(SampleHistory.Lines(plan with { Years = 3 }), Is.EqualTo(first));
        Assert.That(SampleHistory.Lines(plan with { Seed = 2 }), Is.Not.EqualTo(first));
    }

    [Test]
    public void One_enterprise_for_one_year_is_a_sample_too() =>
        Assert.That(Read(new SamplePlan(1, 1, 7, Until)), Is.Not.Empty);

    [Test]
    public void The_generator_gives_the_published_numbers()
    {
        // The first outputs of the authors' splitmix64.c for the seed 1234567.
        var random = new SplitMix64(1234567);
        Assert.That(
            new[] { random.Next(), random.Next(), random.Next() },
            Is.EqualTo(new[] { 6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL }));
    }

    [Test]
    public void A_million_codes_are_different_codes()
    {
        var codes = new HashSet<string>();
        for (var number = 0; number < 1_000_000; number++)
        {
            codes.Add(SampleCode.Of(1, number, "440300", trader: false));
        }

        Assert.That(codes, Has.Count.EqualTo(1_000_000));
        Assert.That(codes.Take(1_000).All(code => UnifiedSocialCreditCode.FlawOf(code) is null), Is.True);
    }

    private static List<EventReading> Read(SamplePlan plan)
    {
        var reader = new EventReader(Catalogue);
        return [.. SampleHistory.Lines(plan).Select((line, i) => reader.Read(new SourceText("sample", line), i + 1))];
    }
}
