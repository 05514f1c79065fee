using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.Intake.Body;

/// <summary>The text of a request -> its events.</summary>
public static class EventBody
{
    /// <summary>The name of the flaw of a text with more events than are taken at once.</summary>
    public const string TooMany = "events-too-many";

    /// <param name="most">
    /// So many events are read; what has one more is refused, and none of it is kept. What an event
    /// costs is its flaws and its answer more than its octets.
    /// </param>
    /// <param name="unreadable">
    /// The text as a whole is no JSON, so that there is no event to answer.
    /// </param>
    public static Submission? Read(
        RuleBook book, string text, BodyForm form, int most, Sender sender, out Flaw? unreadable)
    {
        var source = new SourceText("body", text);
        var list = source.Text.AsSpan().TrimStart().StartsWith("[");
        unreadable = Begins(source.Text, form) ? null : NoEvent(source, form);
        if (unreadable is not null)
        {
            return null;
        }

        var arrivals = Readings(book, source, form, list)
            .Take(most + 1).Select(reading => new Arrival(reading) { Sender = sender }).ToList();
        if (arrivals.Count > most)
        {
            unreadable = MoreThan(most, arrivals[most].Reading.Place);
            return null;
        }

        unreadable = list || form == BodyForm.Lines ? null
            : arrivals[0].Reading.Flaws.FirstOrDefault(flaw => flaw.Name == "json-broken");
        return unreadable is null ? new Submission(book, arrivals) : null;
    }

    private static bool Begins(string text, BodyForm form)
    {
        var begins = text.AsSpan().TrimStart();
        return form switch
        {
            BodyForm.Json => begins.StartsWith("{") || begins.StartsWith("["),
            BodyForm.Lines => !begins.IsEmpty,
            BodyForm.CloudEvents => begins.StartsWith("["),
            _ => begins.StartsWith("{"),
        };
    }

    private static IEnumerable<EventReading> Readings(
        RuleBook book, SourceText source, BodyForm form, bool list)
    {
        var reader = form is BodyForm.Json or BodyForm.Lines ? new EventReader(book.Catalogue)
            : EventReader.OfCloudEvents(book.Catalogue);
        return form == BodyForm.Lines ? reader.ReadLines(source)
            : list ? reader.ReadList(source)
            : [reader.Read(source, form == BodyForm.CloudData ? 0 : 1)];
    }

    private static Flaw MoreThan(int most, Place place) => new(
        TooMany, place,
        new Wording($"一次超过 {most} 个事件", $"more than {most} events at once"),
        new Wording($"每次至多报送 {most} 个事件，请分批", $"send at most {most} events at a time"));

    private static Flaw NoEvent(SourceText source, BodyForm form) => new(
        "json-broken",
        source.At(source.Text.Length - source.Text.AsSpan().TrimStart().Length),
        form switch
        {
            BodyForm.CloudEvents => new Wording(
                "此处应为 CloudEvents 列表 […]", "a list of CloudEvents […] is expected here"),
            BodyForm.CloudEvent => new Wording("此处应为一个 CloudEvent {…}", "a CloudEvent {…} is expected here"),
            _ => new Wording(
                "此处应为一个事件 {…} 或事件列表 […]",
                "an event {…} or a list of events […] is expected here"),
        },
        form is BodyForm.CloudEvent or BodyForm.CloudEvents
            ? new Wording(
                "一个发送为 application/cloudevents+json，多个发送为 application/cloudevents-batch+json",
                "send one as application/cloudevents+json, several as application/cloudevents-batch+json")
            : new Wording(
                "发送 JSON（application/json），或每行一个事件（application/x-ndjson）",
                "send JSON (application/json), or one event a line (application/x-ndjson)"));
}
