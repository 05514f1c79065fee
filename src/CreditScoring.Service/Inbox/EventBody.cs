using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law;

namespace CreditScoring.Inbox;

/// <summary>The text of a request -> its events.</summary>
public static class EventBody
{
    /// <param name="lines">
    /// Whether the text is NDJSON; otherwise one event or a list of them.
    /// </param>
    /// <param name="unreadable">
    /// The text as a whole is no JSON, so that there is no event to answer.
    /// </param>
    public static Submission? Read(RuleBook book, string text, bool lines, out Flaw? unreadable)
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
            .Select(reading => new Arrival(reading)).ToList();
        unreadable = lines || list ? null
            : arrivals[0].Reading.Flaws.FirstOrDefault(flaw => flaw.Name == "json-broken");
        return unreadable is null ? new Submission(book, arrivals) : null;
    }

    private static Flaw NoEvent(SourceText source) => new(
        "json-broken",
        source.At(source.Text.Length - source.Text.AsSpan().TrimStart().Length),
        new Wording(
            "此处应为一个事件 {…} 或事件列表 […]", "an event {…} or a list of events […] is expected here"),
        new Wording(
            "发送 JSON（application/json），或每行一个事件（application/x-ndjson）",
            "send JSON (application/json), or one event a line (application/x-ndjson)"));
}
