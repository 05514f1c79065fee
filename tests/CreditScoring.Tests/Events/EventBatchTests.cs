using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class EventBatchTests
{
    private static readonly string Good = EventText.WithData("\"result\": \"passed\"");
    private static readonly string Wrong = EventText.WithData("\"result\": \"faild\"");

    [Test]
    public void One_damaged_line_is_one_flaw_and_its_neighbours_are_read()
    {
        var readings = Lines($"{Good}\r\n\n{{ \"id\": \"x \n{Good}\n{Wrong}\n  \n{Good}");
        Assert.That(readings.Select(reading => reading.Flaws.Count), Is.EqualTo(new[] { 0, 1, 0, 1, 0 }));
        Assert.That(readings[1].Place, Is.EqualTo(new Place("e", 3, 1)));
        Assert.That(readings[1].Flaws.Single().Place.Line, Is.EqualTo(3));
        Assert.That(readings[3].Flaws.Single().Place, Is.EqualTo(
            new Place("e", 5, Wrong.IndexOf("\"faild", StringComparison.Ordinal) + 1)));
    }

    [Test]
    public void In_a_list_too_a_wrong_event_leaves_its_neighbours_alone()
    {
        var readings = EventText.Reader.ReadList(new SourceText(
            "e", $"[ {Good},\n  {Wrong},\n{Good.Replace("passed", "\\x", StringComparison.Ordinal)}, 7, null,\n {EventText.Sampling}\n]")).ToList();
        Assert.That(readings.Select(reading => reading.Event is not null), Is.EqualTo(
            new[] { true, false, false, false, false, true }));
        Assert.That(readings[1].Flaws.Single().Place.Line, Is.EqualTo(2));
        Assert.That(readings[2].Flaws.Single().Place.Line, Is.EqualTo(3));
    }

    [TestCase("[]", 0, 0)]
    [TestCase(" [ ] ", 0, 0)]
    [TestCase("[ G ]", 1, 0)]
    [TestCase("[ G, ]", 1, 1)]
    [TestCase("[ G G ]", 1, 1)]
    [TestCase("[ G,, G ]", 2, 1)]
    [TestCase("[ G, G", 2, 1)]
    [TestCase("[ G ] G", 1, 1)]
    [TestCase("[", 0, 2)]
    [TestCase("[ }", 0, 2)]
    public void A_list_is_read_whole_or_its_damage_is_reported(string form, int events, int broken)
    {
        var readings = EventText.Reader.ReadList(
            new SourceText("e", form.Replace("G", Good, StringComparison.Ordinal))).ToList();
        Assert.That(readings.Count(reading => reading.Event is not null), Is.EqualTo(events));
        Assert.That(readings.Count(reading => reading.Flaws.Count > 0), Is.EqualTo(broken));
    }

    [TestCase("[ G, G ]", 2)]
    [TestCase("G\nG\nG\n", 3)]
    [TestCase("G", 1)]
    [TestCase("S", 1)]
    public void One_event_a_list_and_lines_are_told_apart(string form, int events)
    {
        var text = form.Replace("G", Good, StringComparison.Ordinal)
            .Replace("S", EventText.Sampling, StringComparison.Ordinal);
        Assert.That(
            EventText.Reader.ReadAny(new SourceText("e", text)).Count(reading => reading.Event is not null),
            Is.EqualTo(events));
    }

    [Test]
    public void A_line_of_a_stream_knows_its_number() => Assert.That(
        EventText.Reader.Read(new SourceText("e", Wrong), 4711).Flaws.Single().Place.Line, Is.EqualTo(4711));

    [TestCase(",")]
    [TestCase(" ]")]
    [TestCase(" {}")]
    public void A_line_is_one_event_and_nothing_else(string more)
    {
        var flaw = EventText.Read(Good + more).Flaws.Single();
        Assert.That(flaw.Name, Is.EqualTo("json-broken"));
        Assert.That(flaw.Place.Column, Is.EqualTo((Good + more).IndexOf(more.Trim(), Good.Length, StringComparison.Ordinal) + 1));
    }

    private static List<EventReading> Lines(string text) =>
        [.. EventText.Reader.ReadLines(new SourceText("e", text))];
}
