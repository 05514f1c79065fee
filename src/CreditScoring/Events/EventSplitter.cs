using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>How events stand in a text.</summary>
internal enum EventForm { One, List, Lines }

/// <summary>
/// Cuts a text into single events by brackets and quotes alone, so that what is wrong inside one
/// event cannot keep its neighbours from being read.
/// </summary>
internal static class EventSplitter
{
    public static EventForm FormOf(SourceText source)
    {
        var text = source.Text.AsSpan().TrimStart();
        return text.StartsWith("[") ? EventForm.List
            // Only the first line of an indented event begins with its bracket.
            : text.IndexOf("\n{") > 0 ? EventForm.Lines : EventForm.One;
    }

    public static IEnumerable<Passage> Lines(SourceText source)
    {
        var text = source.Text;
        for (var start = 0; start < text.Length;)
        {
            var stop = text.IndexOf('\n', start);
            var end = stop < 0 ? text.Length : stop;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                yield return new Passage(source, start, end, 1);
            }

            start = end + 1;
        }
    }

    /// <summary>The items of a list; where it is broken, the rest of it is the last item.</summary>
    public static IEnumerable<Passage> Items(SourceText source)
    {
        var text = source.Text;
        var at = SkipBlanks(text, SkipBlanks(text, 0) + 1);
        for (var more = at >= text.Length || text[at] != ']'; more;)
        {
            var end = EndOfValue(text, at);
            yield return new Passage(source, at, end, 1);
            at = SkipBlanks(text, end);
            more = at < text.Length && text[at] == ',';
            at = more ? SkipBlanks(text, at + 1) : at;
        }

        if (at >= text.Length || text[at] != ']' || SkipBlanks(text, at + 1) < text.Length)
        {
            yield return new Passage(source, at, text.Length, 1);
        }
    }

    /// <summary>The offset after the value that begins at an offset.</summary>
    public static int EndOfValue(string text, int start)
    {
        if (start >= text.Length || text[start] is not ('{' or '['))
        {
            return EndOfSimple(text, start);
        }

        var depth = 0;
        var at = start;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '"': at = EndOfString(text, at); continue;
                case '{' or '[': depth++; break;
                case '}' or ']': depth--; break;
            }

            at++;
            if (depth == 0)
            {
                return at;
            }

            var next = text.AsSpan(at).IndexOfAny("\"{}[]");
            at = next < 0 ? text.Length : at + next;
        }

        return text.Length;
    }

    private static int EndOfSimple(string text, int start)
    {
        if (start < text.Length && text[start] == '"')
        {
            return EndOfString(text, start);
        }

        var length = text.AsSpan(Math.Min(start, text.Length)).IndexOfAny(",]}");
        return length < 0 ? text.Length : start + length;
    }

    private static int EndOfString(string text, int quote)
    {
        var at = quote + 1;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny('"', '\\');
            if (next < 0)
            {
                return text.Length;
            }

            at += next;
            if (text[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return text.Length;
    }

    private static int SkipBlanks(string text, int from)
    {
        var at = Math.Min(from, text.Length);
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
