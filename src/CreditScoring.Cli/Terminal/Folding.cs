using System.Text;

namespace CreditScoring.Cli.Terminal;

/// <summary>
/// Folds long lines to the width of a terminal: at a blank, or between Chinese characters, with what
/// follows set in by two. A path or a number is never broken: the terminal can, and it stays clickable.
/// </summary>
internal static class Folding
{
    private const string NeverFirst = "，。、；：！？）》〉」』】〕”’…,.;:!?)]}";
    private const string NeverLast = "（《〈「『【〔“‘([{";

    public static string Fold(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => Line(line.TrimEnd('\r'), width)));

    private static string Line(string line, int width)
    {
        if (TextWidth.Of(line) <= width)
        {
            return line;
        }

        var depth = line.Length - line.TrimStart(' ').Length;
        var folded = new StringBuilder();
        var (used, begun, inset) = (0, false, new string(' ', Math.Min(depth + 2, width / 2)));
        foreach (var piece in Pieces(line))
        {
            var wide = TextWidth.Of(piece.TrimEnd(' '));
            if (used + wide > width && begun)
            {
                Unpad(folded);
                folded.Append('\n').Append(inset);
                used = inset.Length;
            }

            begun = true;

            folded.Append(piece);
            used += TextWidth.Of(piece);
        }

        Unpad(folded);
        return folded.ToString();
    }

    private static void Unpad(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }

    /// <summary>What must stay together, each with the blanks behind it.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        var piece = new StringBuilder();
        string? before = null;
        foreach (var character in TextWidth.Characters(line))
        {
            if (before is not null && MayBreak(before, character) && piece.ToString().Trim(' ').Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(character);
            before = character;
        }

        yield return piece.ToString();
    }

    private static bool MayBreak(string before, string after) =>
        after != " " && !NeverFirst.Contains(after, StringComparison.Ordinal)
        && !NeverLast.Contains(before, StringComparison.Ordinal)
        && (before == " " || TextWidth.OfCharacter(before) == 2 || TextWidth.OfCharacter(after) == 2);
}
