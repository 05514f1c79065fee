using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Revising;

/// <summary>
/// A change of one spot of a JSON file, as an author with a text editor would make it: what it does not
/// concern stays to the octet, and what it puts in stands as its neighbours stand.
/// </summary>
public static class JsonEdit
{
    /// <summary>Another value in the place of one.</summary>
    /// <param name="written">JSON on one line.</param>
    public static SourceText Replace(JsonPiece piece, string written) =>
        With(piece.Source, piece.Start, piece.End, Fitted(piece, written));

    /// <summary>A property with this value, where it stands or as the last one.</summary>
    /// <param name="written">JSON on one line; null: the property goes.</param>
    public static SourceText Set(JsonPiece owner, string name, string? written)
    {
        var at = owner.Properties.Select(each => each.Name).ToList().IndexOf(name);
        return (at, written) switch
        {
            (< 0, null) => owner.Source,
            (< 0, _) => Inserted(
                owner, Spans(owner), owner.Properties.Count, $"{JsonLine.Text(name)}: {written}"),
            (_, null) => Removed(owner, Spans(owner), at),
            _ => Replace(owner.Properties[at].Value, written),
        };
    }

    /// <summary>An item more, before the one that stands at a place.</summary>
    /// <param name="at">From 0; the count of items: behind the last.</param>
    /// <param name="written">JSON on one line.</param>
    public static SourceText Insert(JsonPiece list, int at, string written) =>
        Inserted(list, Spans(list), at, written);

    /// <summary>An item less.</summary>
    public static SourceText Remove(JsonPiece list, int at) => Removed(list, Spans(list), at);

    /// <summary>Two neighbours change their places.</summary>
    /// <param name="at">The place of the first of them.</param>
    public static SourceText Swap(JsonPiece list, int at)
    {
        var (one, other) = (list.Items[at], list.Items[at + 1]);
        var text = list.Source.Text;
        return With(list.Source, one.Start, other.End,
            text[other.Start..other.End] + text[one.End..other.Start] + text[one.Start..one.End]);
    }

    /// <summary>
    /// A list with other items, all at once: one after the other would read the file as often as it has
    /// items.
    /// </summary>
    /// <param name="items">What stands in the place of each; null: it goes.</param>
    /// <param name="more">What comes behind them, JSON on one line each.</param>
    public static SourceText Rewrite(
        JsonPiece list, IReadOnlyList<string?> items, IReadOnlyList<string> more)
    {
        var (source, text, spans) = (list.Source, list.Source.Text, Spans(list));
        if (items.All(each => each is null))
        {
            return spans.Count + more.Count == 0 ? source : With(
                source, list.Start, list.End, more.Count == 0 ? "[]" : Fitted(list, JsonLine.List(more)));
        }

        var parted = Parted(list, spans);
        var between = parted is null ? ", " : $",{NewLine(text)}{parted}";
        var written = new StringBuilder(text[..spans[0].Start]);
        var first = items.ToList().FindIndex(each => each is not null);
        foreach (var (at, item) in items.Index().Where(each => each.Item is not null))
        {
            written.Append(at == first ? "" : text[spans[at - 1].End..spans[at].Start]).Append(item);
        }

        foreach (var item in more)
        {
            written.Append(between)
                .Append(EndedAs(text, parted is null ? item : JsonLine.Broken(item, parted)));
        }

        return new SourceText(source.File, $"{written.Append(text.AsSpan(spans[^1].End))}");
    }

    /// <summary>What an object is with other properties, its place left as it is.</summary>
    /// <param name="properties">Each as <see cref="Set"/> takes it.</param>
    public static string SetAll(JsonPiece owner, IEnumerable<(string Name, string? Written)> properties)
    {
        var text = owner.Source.Text;
        var margin = Margin(text, owner.Start);
        var alone = new SourceText(owner.Source.File, margin + text[owner.Start..owner.End]);
        foreach (var (name, written) in properties)
        {
            alone = Set(JsonDocumentReader.Read(alone, out _)!, name, written);
        }

        return EndedAs(text, alone.Text[margin.Length..]);
    }

    private static List<(int Start, int End)> Spans(JsonPiece owner) => owner.Kind == JsonKind.List
        ? [.. owner.Items.Select(item => (item.Start, item.End))]
        :
        [
            .. owner.Properties.Select(each => (
                owner.Source.OffsetOf(each.Place.Line, each.Place.Column), each.Value.End)),
        ];

    private static SourceText Inserted(
        JsonPiece owner, List<(int Start, int End)> spans, int at, string written)
    {
        var (source, text) = (owner.Source, owner.Source.Text);
        if (spans.Count == 0)
        {
            var (open, close) = (text[owner.Start], text[owner.End - 1]);
            return With(source, owner.Start, owner.End, Fitted(owner, $"{open} {written} {close}"));
        }

        var parted = Parted(owner, spans);
        var fitted = parted is null ? written : JsonLine.Broken(written, parted);
        var between = parted is null ? ", " : $",{NewLine(text)}{parted}";
        return at < spans.Count
            ? With(source, spans[at].Start, spans[at].Start, fitted + between)
            : With(source, spans[^1].End, spans[^1].End, between + fitted);
    }

    private static SourceText Removed(JsonPiece owner, List<(int Start, int End)> spans, int at) =>
        spans.Count == 1 ? With(
            owner.Source, owner.Start, owner.End, owner.Kind == JsonKind.List ? "[]" : "{}")
        : at == 0 ? With(owner.Source, spans[0].Start, spans[1].Start, "")
        : With(owner.Source, spans[at - 1].End, spans[at].End, "");

    /// <summary>
    /// The blanks before each of several parts that have lines of their own; null: they share one.
    /// </summary>
    private static string? Parted(JsonPiece owner, List<(int Start, int End)> spans) =>
        owner.Source.Text.AsSpan(owner.Start, spans[0].Start - owner.Start).Contains('\n')
            ? Margin(owner.Source.Text, spans[0].Start) : null;

    /// <summary>As long as a line may be on one line, else broken as deep as the piece stands.</summary>
    private static string Fitted(JsonPiece piece, string written) =>
        JsonLine.Broken(written, Margin(piece.Source.Text, piece.Start));

    /// <summary>The blanks with which the line of an offset begins.</summary>
    private static string Margin(string text, int offset)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, offset - 1)) + 1;
        var end = line;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[line..end];
    }

    private static string NewLine(string text) =>
        text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>What is put in ends its lines as the file does.</summary>
    private static string EndedAs(string text, string written) =>
        NewLine(text) == "\n" ? written : written.ReplaceLineEndings("\r\n");

    private static SourceText With(SourceText source, int start, int end, string written) => new(
        source.File, source.Text[..start] + EndedAs(source.Text, written) + source.Text[end..]);
}
