using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Cli.Linting;

/// <summary>A flaw for a person at a terminal: the message, the line it is in, and the span underlined.</summary>
internal static class Excerpt
{
    private const int Widest = 100;

    public static string Of(Flaw flaw, SourceText? source, string language)
    {
        var (head, mend) = Halves(flaw.In(language));
        return source is null ? $"{head}\n{mend}\n"
            : $"{head}\n{Lines(source, flaw.Place)}\n{mend}\n";
    }

    private static (string Head, string Mend) Halves(string message)
    {
        var end = message.LastIndexOf("\n  ", StringComparison.Ordinal);
        return (message[..end], message[(end + 1)..]);
    }

    private static string Lines(SourceText source, Place place)
    {
        var start = source.OffsetOf(place.Line, 1);
        var end = source.Text.IndexOfAny(['\r', '\n'], start) is >= 0 and var found ? found : source.Text.Length;
        var at = Math.Min(place.Column - 1, end - start);
        var line = source.Text[start..end];
        var length = Span(line, at);

        // Of a long line what stands around the flaw.
        var from = Math.Max(0, Math.Min(at - (Widest / 3), line.Length - Widest));
        var shown = line.Substring(from, Math.Min(Widest, line.Length - from)).Replace('\t', ' ');
        var number = $"{place.Line}";
        var margin = new string(' ', number.Length);
        var before = Width(shown.AsSpan(0, at - from));
        var under = Math.Max(1, Width(shown.AsSpan(at - from, Math.Min(length, shown.Length - (at - from)))));
        return $"  {number} | {shown}\n  {margin} | {new string(' ', before)}{new string('^', under)}";
    }

    /// <summary>How many characters belong to what begins here: a text in quotes, a name, a number.</summary>
    private static int Span(string line, int at)
    {
        // In rule text inside JSON, quotes stand behind a backslash.
        var quote = at < line.Length && line[at] == '\\' ? "\\\"" : "\"";
        if (at < line.Length && line.AsSpan(at).StartsWith(quote, StringComparison.Ordinal))
        {
            var close = line.IndexOf(quote, at + quote.Length, StringComparison.Ordinal);
            return close < 0 ? line.Length - at : close - at + quote.Length;
        }

        var end = at;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '-' or '_' or '.'))
        {
            end++;
        }

        return Math.Max(1, end - at);
    }

    /// <summary>Columns on a terminal: Chinese characters take two.</summary>
    private static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xFFE6) ? 2 : 1;
        }

        return width;
    }
}
