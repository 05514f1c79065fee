using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.Intake.Body;

/// <summary>The text of a request -> its events.</summary>
public static class EventBody
{
    /// <summary>The name of the flaw of a text with more events than are taken at once.</summary>
    public const string TooMany = "events-too-many";

    /// <param name="lines">
    /// Whether the text is NDJSON; otherwise one event or a list of them.
    /// </param>
    /// <param name="most">
    /// So many events are read; what has one more is refused, and none of it is kept. What an event
    /// costs is its flaws and its answer more than its octets.
    /// </param>
    /// <param name="by">Who sent it, as acts name him; null: nobody had to say.</param>
    /// <param name="unreadable">
    /// The text as a whole is no JSON, so that there is no event to answer.
    /// </param>
    public static Submission? Read(
        RuleBook book, string text, bool lines, int most, string? by, out Flaw? unreadable)
    {
        var source = new SourceText("body", text);
        var reader = new EventReader(book.Catalogue);
        var begins = source.Text.AsSpan().TrimStart();
        var list = begins.StartsWith("[");
        unreadable = begins.IsEmpty || (!lines && !list && !begins.StartsWith("{"))
            ? NoEvent(source) : null;
        if (unreadable is not null)
        {
            return null;
        }

        var arrivals = (lines ? reader.ReadLines(source)
            : list ? reader.ReadList(source) : [reader.Read(source)])
            .Take(most + 1).Select(reading => new Arrival(reading) { By = by }).ToList();
        if (arrivals.Count > most)
        {
            unreadable = MoreThan(most, arrivals[most].Reading.Place);
            return null;
        }

        unreadable = lines || list ? null
            : arrivals[0].Reading.Flaws.FirstOrDefault(flaw => flaw.Name == "json-broken");
        return unreadable is null ? new Submission(book, arrivals) : null;
    }

    private static Flaw MoreThan(int most, Place place) => new(
        TooMany, place,
        new Wording($"一次超过 {most} 个事件", $"more than {most} events at once"),
        new Wording($"每次至多报送 {most} 个事件，请分批", $"send at most {most} events at a time"));

    private static Flaw NoEvent(SourceText source) => new(
        "json-broken",
        source.At(source.Text.Length - source.Text.AsSpan().TrimStart().Length),
        new Wording(
            "此处应为一个事件 {…} 或事件列表 […]", "an event {…} or a list of events […] is expected here"),
        new Wording(
            "发送 JSON（application/json），或每行一个事件（application/x-ndjson）",
            "send JSON (application/json), or one event a line (application/x-ndjson)"));
}
