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
        var flaw = EventDoor.Check(EventText.Read(EventText.Sampling), DateOnly.Parse(today));
        Assert.That(flaw?.Place.Line, Is.EqualTo(line));
        Assert.That(flaw?.Place.Column, Is.EqualTo(line is null ? null : line == 8 ? 16 : 17));
        Assert.That(flaw?.Name, Is.EqualTo(line is null ? null : "day-in-future"));
    }

    [Test]
    public void Without_its_text_an_event_is_named_by_its_id() => Assert.That(
        EventDoor.Check(EventText.Event(EventText.Sampling), new DateOnly(2024, 1, 1))!.Place.File,
        Is.EqualTo("gd-samr/gd-samr-2025-000123"));
}
