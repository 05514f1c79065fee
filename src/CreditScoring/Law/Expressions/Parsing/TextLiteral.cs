using System.Globalization;
using System.Text;

namespace CreditScoring.Law.Expressions.Parsing;

/// <summary>
/// Text between quotes: backslash escapes, and a doubled quote for the quote itself.
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
                value.Append(quote);
                i++;
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
        var known = i < text.Length
            ? "\"'\\0abfnrtv".IndexOf(text[i], StringComparison.Ordinal) : -1;
        if (known >= 0)
        {
            return "\"'\\\0\a\b\f\n\r\t\v"[known];
        }

        if (i + 4 < text.Length && text[i] == 'u' && ushort.TryParse(
            text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var code))
        {
            i += 4;
            return (char)code;
        }

        throw SyntaxFault.Unexpected(at, "无法识别的转义", "not an escape that is known");
    }
}
