namespace CreditScoring.Documents;

/// <summary>A document as it was written: its name, its characters, and where its lines begin.</summary>
public sealed class SourceText
{
    // Found when first asked for: a text without flaws never needs it.
    private int[]? lines;

    public SourceText(string file, string text)
    {
        File = file;
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
    }

    /// <summary>The name shown to people, with forward slashes.</summary>
    public string File { get; }

    /// <summary>The characters, without a byte order mark.</summary>
    public string Text { get; }

    private int[] LineStarts => lines ??= FindLines(Text);

    /// <summary>The place of a character; an offset past the end is the end.</summary>
    public Place At(int offset)
    {
        var inside = Math.Clamp(offset, 0, Text.Length);
        var found = Array.BinarySearch(LineStarts, inside);
        var line = found >= 0 ? found : ~found - 1;
        return new Place(File, line + 1, inside - LineStarts[line] + 1);
    }

    /// <summary>The offset at which a line (counted from 1) and a column (from 1) stand.</summary>
    public int OffsetOf(int line, int column) =>
        line < 1 ? 0
            : Math.Min(Text.Length, LineStarts[Math.Min(line, LineStarts.Length) - 1] + column - 1);

    /// <summary>
    /// How many characters belong to what begins at a place: a text in quotes, a name, a number.
    /// </summary>
    public int LengthAt(Place place)
    {
        var at = OffsetOf(place.Line, place.Column);
        var line = Text.AsSpan(at)[..EndOfLine(at)];
        // In rule text inside JSON, quotes stand behind a backslash.
        var quote = line is ['\\', ..] ? "\\\"" : "\"";
        if (line.StartsWith(quote, StringComparison.Ordinal))
        {
            var close = Close(line, quote);
            return close < 0 ? line.Length : close + quote.Length;
        }

        var end = 0;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '-' or '_' or '.'))
        {
            end++;
        }

        return Math.Max(1, end);
    }

    private int EndOfLine(int at) =>
        Text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length ? length : Text.Length - at;

    private static int Close(ReadOnlySpan<char> line, string quote)
    {
        for (var at = quote.Length; at < line.Length; at++)
        {
            if (line[at..].StartsWith(quote, StringComparison.Ordinal))
            {
                return at;
            }

            at += quote.Length == 1 && line[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
