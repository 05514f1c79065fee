using System.IO.Compression;
using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Disk;

/// <summary>The events of a file: one, a JSON list, or NDJSON; also packed with gzip.</summary>
public static class EventFile
{
    /// <summary>
    /// Characters of one line, of a file that is one list, or of an entry of the stream: as much as the
    /// largest request has. What
    /// is longer is not held in memory; it is refused, and the lines beside it are not.
    /// </summary>
    public const int Longest = 32 << 20;

    private const int LinesAtATime = 4096;
    private const int CharactersAtATime = 2 << 20;

    /// <summary>Readings in the order of the file; NDJSON is never held as a whole.</summary>
    public static IEnumerable<EventReading> Read(string path, EventReader reader) =>
        Read(path, File.OpenRead(path), reader);

    /// <summary>The same, of a file that is open; it is closed at the end.</summary>
    public static IEnumerable<EventReading> Read(string path, Stream octets, EventReader reader)
    {
        using var text = Open(path, octets);
        var lines = new BoundedLines(text, Longest);
        var first = lines.Next();
        if (first is null || !IsLineOfEvents(first, lines.IsCut))
        {
            var rest = lines.IsCut ? null : lines.Rest();
            var all = rest is null ? [TooLong(path, first!, 1)]
                : reader.ReadAny(new SourceText(path, first + "\n" + rest));
            foreach (var reading in all)
            {
                yield return reading;
            }

            yield break;
        }

        // Many lines at a time, by all processors, while the ones before are used.
        Task<EventReading[]>? before = null;
        foreach (var some in Portions(first, lines))
        {
            var now = Task.Run(() => Parsed(path, some, reader));
            foreach (var reading in before?.GetAwaiter().GetResult() ?? [])
            {
                yield return reading;
            }

            before = now;
        }

        foreach (var reading in before?.GetAwaiter().GetResult() ?? [])
        {
            yield return reading;
        }
    }

    private static EventReading[] Parsed(string path, List<Line> lines, EventReader reader) =>
        [.. lines.AsParallel().AsOrdered().Select(line => line.IsCut
            ? TooLong(path, line.Text, line.Number)
            : reader.Read(new SourceText(path, line.Text), line.Number))];

    private static StreamReader Open(string path, Stream octets) =>
        new(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(octets, CompressionMode.Decompress) : octets,
            EscapedUtf8.Instance, detectEncodingFromByteOrderMarks: false);

    /// <summary>
    /// A line that is an object of its own begins NDJSON; a list or a spread-out object does not.
    /// </summary>
    private static bool IsLineOfEvents(string line, bool isCut)
    {
        var trimmed = line.Trim('\uFEFF', ' ', '\t', '\r');
        return trimmed.Length == 0 || (trimmed[0] == '{' && (isCut || trimmed[^1] == '}'))
            || trimmed[0] is not ('{' or '[');
    }

    private static IEnumerable<List<Line>> Portions(string first, BoundedLines lines)
    {
        var some = new List<Line>();
        var characters = 0;
        for (var line = first; line is not null; line = lines.Next())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            some.Add(new Line(line, lines.Number, lines.IsCut));
            characters += line.Length;
            if (some.Count == LinesAtATime || characters >= CharactersAtATime)
            {
                yield return some;
                (some, characters) = ([], 0);
            }
        }

        yield return some;
    }

    /// <summary>An event of which there is only the beginning.</summary>
    internal static EventReading TooLong(string path, string beginning, int line) =>
        EventReader.Refuse(
            new SourceText(path, beginning), line, "text-too-long",
            new Wording(
                $"超过 {Longest} 个字符，只保留开头",
                $"has more than {Longest} characters; its beginning is kept"),
            new Wording(
                "每行一个事件，分成多行或多个文件",
                "write an event a line, in as many lines or files as it takes"));

    private readonly record struct Line(string Text, int Number, bool IsCut);
}
