using System.Globalization;
using System.Text;

namespace CreditScoring.Workbench.Editing;

/// <summary>A word of a JSON text at the caret: a text in quotes, a number, a name, or nothing yet.</summary>
/// <param name="Start">Where it begins, after the quote.</param>
/// <param name="End">Where it ends, before the quote.</param>
/// <param name="Quoted">Whether it stands in quotes.</param>
/// <param name="Text">The word without escapes.</param>
/// <param name="Caret">The caret within that.</param>
internal sealed record JsonWord(int Start, int End, bool Quoted, string Text, int Caret);

/// <summary>
/// Where a caret stands in a JSON text that need not be finished: read from the beginning up to the caret,
/// so that what is broken behind it does no harm.
/// </summary>
internal sealed class JsonCaret
{
    private readonly List<Level> levels = [];
    private readonly string text;

    private JsonCaret(string text, int caret)
    {
        this.text = text;
        Word = Read(Math.Clamp(caret, 0, text.Length));
    }

    /// <summary>The word that the caret is in or behind.</summary>
    public JsonWord Word { get; }

    /// <summary>Whether the name of a property belongs there.</summary>
    public bool IsName => levels.Count > 0 && levels[^1] is { IsObject: true, AtValue: false };

    /// <summary>
    /// The way to the value at the caret, such as <c>Rules[3].Expression</c>; at a name that to its object.
    /// </summary>
    public IReadOnlyList<string> Steps =>
        [.. levels.Where((each, place) => !IsName || place < levels.Count - 1).Select(each => each.Step)];

    /// <summary>The simple properties of the object around the caret that stand before it.</summary>
    public IReadOnlyDictionary<string, string> Before => levels.Count == 0
        ? new Dictionary<string, string>() : levels[^1].Said;

    /// <summary>The same of each object on the way, from the whole document down.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> BeforeOnTheWay =>
        [.. levels.Select(each => each.Said)];

    public static JsonCaret At(string text, int caret) => new(text, caret);

    private JsonWord Read(int caret)
    {
        for (var at = 0; at < caret;)
        {
            if (text[at] == '"')
            {
                var end = EndOfText(at + 1);
                if (caret <= end && caret > at)
                {
                    return Quoted(at + 1, end, caret);
                }

                Take(Unescaped(text[(at + 1)..end]));
                at = end + 1;
            }
            else if (IsBare(text[at]))
            {
                var end = EndOfBare(at);
                if (caret <= end)
                {
                    return new JsonWord(at, end, false, text[at..end], caret - at);
                }

                Take(text[at..end]);
                at = end;
            }
            else
            {
                Step(text[at++]);
            }
        }

        return new JsonWord(caret, caret, false, "", 0);
    }

    private JsonWord Quoted(int start, int end, int caret) => new(
        start, end, true, Unescaped(text[start..end]), Unescaped(text[start..caret]).Length);

    private void Step(char sign)
    {
        switch (sign)
        {
            case '{' or '[':
                levels.Add(new Level(sign == '{'));
                break;
            case '}' or ']' when levels.Count > 0:
                levels.RemoveAt(levels.Count - 1);
                break;
            case ':' when levels.Count > 0:
                levels[^1].AtValue = true;
                break;
            case ',' when levels.Count > 0:
                levels[^1].AtValue = false;
                levels[^1].Index++;
                break;
        }
    }

    private void Take(string word)
    {
        if (levels.Count == 0)
        {
            return;
        }

        var level = levels[^1];
        if (level is { IsObject: true, AtValue: false })
        {
            level.Name = word;
            level.Said.TryAdd(word, "");
        }
        else if (level is { IsObject: true, Name: { } name })
        {
            level.Said[name] = word;
        }
    }

    /// <summary>A text of JSON ends with its quote, or, unfinished, with its line.</summary>
    private int EndOfText(int start)
    {
        var at = start;
        while (at < text.Length && text[at] is not ('"' or '\r' or '\n'))
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private int EndOfBare(int start)
    {
        var end = start;
        while (end < text.Length && IsBare(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsBare(char sign) =>
        char.IsLetterOrDigit(sign) || sign is '_' or '-' or '+' or '.' or '$';

    private static string Unescaped(string raw)
    {
        var plain = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\' || at + 1 == raw.Length)
            {
                plain.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                plain.Append(ushort.TryParse(
                    raw.AsSpan(at + 1, Math.Min(4, raw.Length - at - 1)), NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture, out var code) ? (char)code : '?');
                at += Math.Min(4, raw.Length - at - 1);
            }
            else
            {
                plain.Append("nrtbf".IndexOf(raw[at], StringComparison.Ordinal) is >= 0 and var known
                    ? "\n\r\t\b\f"[known] : raw[at]);
            }
        }

        return plain.ToString();
    }

    private sealed class Level(bool isObject)
    {
        public bool IsObject => isObject;

        public bool AtValue { get; set; } = !isObject;

        public string? Name { get; set; }

        public int Index { get; set; }

        public Dictionary<string, string> Said { get; } = new(StringComparer.Ordinal);

        public string Step => isObject ? Name ?? "" : $"[{Index}]";
    }
}
