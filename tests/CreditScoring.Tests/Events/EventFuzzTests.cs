using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>Events damaged at random, from a stated seed.</summary>
public class EventFuzzTests
{
    private const int Seed = 20250301;

    [Test]
    public void Twenty_thousand_damaged_events_are_each_an_event_or_flaws_at_a_place_in_the_text()
    {
        var random = new Random(Seed);
        var taken = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = new SourceText("e", DamagedEvents.Of(DamagedEvents.Seeds[round % DamagedEvents.Seeds.Length], random));
            foreach (var reading in new[] { EventText.Reader.Read(text) }
                .Concat(EventText.Reader.ReadAny(text)))
            {
                SeeOutcome(reading, text, round);
                taken += reading.Event is null ? 0 : 1;
            }
        }

        Assert.That(taken, Is.InRange(1_000, 39_000), "both outcomes are met");
    }

    [Test]
    public void Canonical_text_is_read_back_to_the_same_content()
    {
        var random = new Random(Seed + 1);
        foreach (var text in DamagedEvents.Seeds.Concat(Enumerable.Range(0, 5_000)
            .Select(round => DamagedEvents.Of(DamagedEvents.Seeds[round % DamagedEvents.Seeds.Length], random))))
        {
            if (EventText.Read(text).Event is { } read)
            {
                SeeRoundTrip(read);
            }
        }
    }

    private static void SeeOutcome(EventReading reading, SourceText text, int round)
    {
        var lines = text.Text.Count(character => character is '\n' or '\r') + 1;
        var sound = reading.Event is not null
            ? reading.Flaws.Count == 0
            : reading.Flaws.Count > 0 && reading.Flaws.All(flaw =>
                flaw.Place.Line >= 1 && flaw.Place.Line <= lines && flaw.Place.Column >= 1
                && flaw.What.Zh.Length > 0 && flaw.Mend.En.Length > 0);
        Assert.That(sound, Is.True, () => $"seed {Seed}, round {round}: {text.Text}");
    }

    private static void SeeRoundTrip(RegulatoryEvent read)
    {
        var canonical = CanonicalEvent.Of(read);
        var again = EventText.Event(canonical.Text);
        Assert.That(CanonicalEvent.Of(again).Text, Is.EqualTo(canonical.Text));
        Assert.That(again.Values, Is.EqualTo(read.Values));
        Assert.That(again.Subjects, Is.EqualTo(read.Subjects));
        Assert.That(
            again with { Values = read.Values, Subjects = read.Subjects }, Is.EqualTo(read));
    }
}
