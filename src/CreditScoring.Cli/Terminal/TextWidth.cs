using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace CreditScoring.Cli.Terminal;

/// <summary>
/// Columns that a text takes on a terminal: a Chinese character two, an accent none, an emoji two
/// however many code points it is made of.
/// </summary>
internal static class TextWidth
{
    private const char AsEmoji = '\uFE0F';

    public static int Of(string text) => text.All(IsPlain) ? text.Length : Characters(text).Sum(OfCharacter);

    /// <summary>What a person sees as single characters, in their order.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            yield return text.Substring(at, length);
            at += length;
        }
    }

    public static int OfCharacter(string character)
    {
        if (character.Length == 1 && IsPlain(character[0]))
        {
            return 1;
        }

        // The first code point that takes room says how wide the whole is; what follows is drawn into it.
        var runes = character.EnumerateRunes().ToArray();
        return IsFlag(runes) || character.Contains(AsEmoji, StringComparison.Ordinal) ? 2
            : runes.Select(OfRune).FirstOrDefault(width => width > 0);
    }

    /// <summary>
    /// The text with blanks behind it (or before it) up to a width; a longer one ends in "…".
    /// </summary>
    public static string Fit(string text, int width, bool right = false)
    {
        var cut = Cut(text, width);
        var blanks = new string(' ', width - Of(cut));
        return right ? blanks + cut : cut + blanks;
    }

    /// <summary>The text, or so much of it as leaves room for "…".</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = width - 1;
        foreach (var character in Characters(text))
        {
            left -= OfCharacter(character);
            if (left < 0)
            {
                break;
            }

            kept.Append(character);
        }

        return width < 1 ? "" : $"{kept}…";
    }

    private static bool IsPlain(char each) => each is >= ' ' and <= '~';

    private static bool IsFlag(Rune[] runes) =>
        runes.Length > 1 && runes[0].Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static int OfRune(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            ? 0
            : new Segment(rune.ToString()).CellCount();
}
