using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class EventDoorTests
{
    [TestCase("2025-03-20", null, TestName = "An_event_decided_today_may_come_in")]
    [TestCase("2025-03-19", 8, TestName = "An_event_decided_tomorrow_may_not")]
    [TestCase("2025-02-28", 7, TestName = "An_event_that_occurs_tomorrow_may_not")]
    public void Today(string today, int? line)
    {
        var flaw = Check(EventText.Read(EventText.Sampling), DateOnly.Parse(today));
        Assert.That(flaw?.Place.Line, Is.EqualTo(line));
        Assert.That(flaw?.Place.Column, Is.EqualTo(line is null ? null : line == 8 ? 16 : 17));
        Assert.That(flaw?.Name, Is.EqualTo(line is null ? null : "day-in-future"));
    }

    [Test]
    public void Where_the_future_waits_its_events_may_come_in() => Assert.That(
        Check(EventText.Read(EventText.Sampling), null), Is.Null);

    [TestCase("\"data\": {}", true)]
    [TestCase("\"document\": \"A1\"", true)]
    [TestCase("\"data\": { \"fine\": null }", false)]
    [TestCase("\"data\": { \"fine\": 0 }", false)]
    [TestCase("\"data\": { \"kinds\": [] }", false)]
    public void An_amendment_names_what_it_amends(string data, bool refused)
    {
        var reading = EventText.Read($$"""
            { "id": "m1", "source": "s", "kind": "amended", "occurredOn": "2025-03-01", "actsOn": "p1", {{data}} }
            """);
        Assert.That(reading.Flaws, Is.Empty);
        Assert.That(Check(reading, null)?.Name, Is.EqualTo(refused ? "nothing-amended" : null));
    }

    [Test]
    public void An_amendment_keeps_what_it_says_has_no_value_any_more()
    {
        const string Text = """
            {"id":"m1","source":"s","kind":"amended","occurredOn":"2025-03-01","actsOn":"p1","data":{"fine":null}}
            """;
        var known = CanonicalEvent.Of(EventText.Event(Text));
        Assert.That(known.Text, Is.EqualTo(Text.Trim()));
        Assert.That(CanonicalEvent.Of(EventText.Event(known.Text)).Text, Is.EqualTo(known.Text));
    }

    private static Flaw? Check(EventReading reading, DateOnly? today) =>
        EventDoor.Check(reading, TestCatalogue.Whole, today);
}
