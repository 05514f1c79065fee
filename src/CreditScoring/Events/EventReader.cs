using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// JSON text -> events, or what is wrong with each, to the line and column. An event is read
/// wholly or not at all, and a wrong one never touches its neighbours. Safe for many threads.
/// </summary>
public sealed class EventReader
{
    private readonly EventCatalogue catalogue;
    private readonly CaseTerms? terms;
    private readonly bool kept;
    private readonly bool cloud;
    private readonly QuickEventReader? quick;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <param name="catalogue">The kinds of events and of subjects.</param>
    /// <param name="terms">
    /// For the events of a case: <c>source</c> may be left out, and the subject of the case stands
    /// in for one that is not named. Null: real events.
    /// </param>
    public EventReader(EventCatalogue catalogue, CaseTerms? terms = null)
        : this(catalogue, terms, kept: false, cloud: false)
    {
    }

    private EventReader(
        EventCatalogue catalogue, CaseTerms? terms, bool kept, bool cloud, bool thorough = false)
    {
        this.catalogue = catalogue;
        this.terms = terms;
        (this.kept, this.cloud) = (kept, cloud);
        quick = terms is null && !cloud && !thorough ? new QuickEventReader(catalogue, kept) : null;
        foreach (var name in Envelope.Own.Names
            .Concat(CloudAttributes.All)
            .Concat(EventCatalogue.EnvelopeNames)
            .Concat(catalogue.Fields.SelectMany(WithInner)))
        {
            names.Add(name);
        }
    }

    /// <summary>
    /// For events of a record: what was let in once is read for ever, also where the door has grown
    /// stricter about which characters tell things apart, which codes exist and which values are likely.
    /// </summary>
    public static EventReader OfKept(EventCatalogue catalogue) =>
        new(catalogue, null, kept: true, cloud: false);

    /// <summary>
    /// The same as the others without the quick way for events in which nothing is unusual: slow, and the
    /// measure of that way.
    /// </summary>
    public static EventReader Thorough(EventCatalogue catalogue, bool kept = false) =>
        new(catalogue, null, kept, cloud: false, thorough: true);

    /// <summary>
    /// For what is said to be CloudEvents, and has to be. Others read these too, wherever one stands: it is
    /// known by its <c>specversion</c>.
    /// </summary>
    public static EventReader OfCloudEvents(EventCatalogue catalogue) =>
        new(catalogue, null, kept: false, cloud: true);

    /// <summary>A text that is one event.</summary>
    /// <param name="source">The text.</param>
    /// <param name="firstLine">
    /// The number of its first line, where it is a line of a stream.
    /// </param>
    public EventReading Read(SourceText source, int firstLine = 1) =>
        Read(new Passage(source, 0, source.Text.Length, firstLine));

    /// <summary>An event in octets of UTF-8.</summary>
    /// <returns>Null: it has flaws, which reading it as a text tells.</returns>
    public RegulatoryEvent? TryRead(ReadOnlySpan<byte> utf8) =>
        quick?.Read(utf8) ?? Read(new SourceText("event", Encoding.UTF8.GetString(utf8))).Event;

    /// <summary>An event that is not read at all, with the reason why.</summary>
    /// <param name="beginning">As much of its text as is kept.</param>
    /// <param name="line">The number of its first line.</param>
    /// <param name="code">The name of the flaw.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="mend">What its sender can do.</param>
    public static EventReading Refuse(
        SourceText beginning, int line, string code, Wording what, Wording mend)
    {
        var passage = new Passage(beginning, 0, beginning.Text.Length, line);
        return new EventReading(
            passage, new EventId("", ""), null, [new Flaw(code, passage.At(0), what, mend)]);
    }

    /// <summary>An event that stands in a larger document, such as a file of cases.</summary>
    public EventReading Read(JsonPiece piece)
    {
        var place = piece.Place;
        var start = piece.Source.OffsetOf(place.Line, place.Column);
        var end = EventSplitter.EndOfValue(piece.Source.Text, start);
        return Read(new Passage(piece.Source, start, end, 1));
    }

    /// <summary>A JSON list of events.</summary>
    public IEnumerable<EventReading> ReadList(SourceText source) =>
        EventSplitter.Items(source).Select(Read);

    /// <summary>NDJSON: an event on every line that is not blank.</summary>
    public IEnumerable<EventReading> ReadLines(SourceText source) =>
        EventSplitter.Lines(source).Select(Read);

    /// <summary>One event, a list or NDJSON, as the text itself shows.</summary>
    public IEnumerable<EventReading> ReadAny(SourceText source) =>
        EventSplitter.FormOf(source) switch
        {
            EventForm.List => ReadList(source),
            EventForm.Lines => ReadLines(source),
            _ => [Read(source)],
        };

    private EventReading Read(Passage passage)
    {
        if (quick?.Read(passage.Characters) is { } accepted)
        {
            return new EventReading(passage, accepted.Id, accepted, []);
        }

        var form = cloud || (terms is null && IsCloud(passage)) ? Envelope.Cloud : Envelope.Own;
        var walk = new EventWalk(passage with { Envelope = form }, catalogue, names, kept);
        return walk.Read(terms);
    }

    /// <summary>Whether it says by which version of CloudEvents it is written.</summary>
    private static bool IsCloud(Passage passage) =>
        passage.Characters.Contains($"\"{CloudAttributes.Version}\"", StringComparison.Ordinal)
        && EventLocator.Find(passage, CloudAttributes.Version) is not null;

    private static IEnumerable<string> WithInner(EventField field) =>
        field.Fields.SelectMany(WithInner).Prepend(field.Name);
}
