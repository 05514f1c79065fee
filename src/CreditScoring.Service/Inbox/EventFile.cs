using System.IO.Compression;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.RuleShelf;

namespace CreditScoring.Inbox;

/// <summary>The events of a file: one, a JSON list, or NDJSON; also packed with gzip.</summary>
public static class EventFile
{
    private const int LinesAtATime = 512;

    /// <summary>Readings in the order of the file; NDJSON is never held as a whole.</summary>
    public static IEnumerable<EventReading> Read(string path, EventReader reader)
    {
        using var text = Open(path);
        var first = text.ReadLine();
        if (first is null || !IsLineOfEvents(first))
        {
            foreach (var reading in reader.ReadAny(new SourceText(path, first + "\n" + text.ReadToEnd())))
            {
                yield return reading;
            }

            yield break;
        }

        // Many lines at a time: handing single ones between threads would cost more than reading them.
        foreach (var readings in Numbered(first, text)
            .Where(line => !string.IsNullOrWhiteSpace(line.Text)).Chunk(LinesAtATime)
            .AsParallel().AsOrdered()
            .Select(lines => Array.ConvertAll(
                lines, line => reader.Read(new SourceText(path, line.Text), line.Number))))
        {
            foreach (var reading in readings)
            {
                yield return reading;
            }
        }
    }

    private static StreamReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return TextFile.Open(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    /// <summary>A line that is an object of its own begins NDJSON; a list or a spread-out object does not.</summary>
    private static bool IsLineOfEvents(string line)
    {
        var trimmed = line.Trim('\uFEFF', ' ', '\t', '\r');
        return trimmed.Length == 0 || (trimmed[0] == '{' && trimmed[^1] == '}') || trimmed[0] is not ('{' or '[');
    }

    private static IEnumerable<(string Text, int Number)> Numbered(string first, StreamReader rest)
    {
        yield return (first, 1);
        var number = 1;
        while (rest.ReadLine() is { } line)
        {
            yield return (line, ++number);
        }
    }
}
