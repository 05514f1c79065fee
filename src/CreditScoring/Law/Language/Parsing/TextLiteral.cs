using System.Globalization;
using System.Text;

namespace CreditScoring.Law.Language.Parsing;

/// <summary>
/// Text between quotes, with backslash escapes. A doubled quote is refused: to some it is one quote,
/// to the real engine it is two.
/// </summary>
internal static class TextLiteral
{
    /// <summary>
    /// Reads from the opening quote; <paramref name="end"/> is after the closing one.
    /// </summary>
    public static string Read(string text, int start, out int end)
    {
        var quote = text[start];
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                value.Append(Escape(text, ref i));
            }
            else if (text[i] != quote)
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == quote)
            {
                throw SyntaxFault.Unexpected(i, "文本里的引号写成 \\\"", "a quote within a text is written \\\"");
            }
            else
            {
                end = i + 1;
                return value.ToString();
            }
        }

        throw SyntaxFault.Unexpected(start, "引号没有结束", "the quote is not closed");
    }

    private static char Escape(string text, ref int i)
    {
        var at = i++;
        var letter = i < text.Length ? text[i] : 'c';
        if ("0abefnrtv".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var known)
        {
            return "\0\a\b\e\f\n\r\t\v"[known];
        }

        if (!char.IsLetterOrDigit(letter) && letter != '_')
        {
            return letter;
        }

        var digits = letter == 'u' ? 4 : letter == 'x' ? 2 : 0;
        if (digits > 0 && i + digits < text.Length && ushort.TryParse(
            text.AsSpan(i + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var code))
        {
            i += digits;
            return (char)code;
        }

        throw SyntaxFault.Unexpected(at, "无法识别的转义", "not an escape that is known");
    }
}
