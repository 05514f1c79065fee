using System.Globalization;
using System.Text;

namespace CreditScoring.Documents;

/// <summary>What stands for a character after a backslash in a JSON text: RFC 8259, section 7.</summary>
internal static class JsonEscapes
{
    private const string Marks = "\"\\/bfnrt";
    private const string Meant = "\"\\/\b\f\n\r\t";

    /// <summary>The offset after the escape that begins at an offset.</summary>
    /// <exception cref="BrokenJson">It is none.</exception>
    public static int After(string text, int backslash, int end)
    {
        var length = backslash + 1 >= end ? 0
            : Marks.Contains(text[backslash + 1], StringComparison.Ordinal) ? 2
            : text[backslash + 1] == 'u' && backslash + 6 <= end && IsHex(text.AsSpan(backslash + 2, 4)) ? 6
            : 0;
        return length > 0 ? backslash + length
            : throw new BrokenJson(
                backslash, "反斜杠之后不是转义字符", "a backslash with no escape after it");
    }

    /// <summary>The text between two offsets, each escape as the character that it stands for.</summary>
    public static string Undone(string text, int start, int end)
    {
        var undone = new StringBuilder(end - start);
        for (var at = start; at < end;)
        {
            if (text[at] != '\\')
            {
                undone.Append(text[at++]);
                continue;
            }

            undone.Append(text[at + 1] == 'u'
                ? (char)ushort.Parse(
                    text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : Meant[Marks.IndexOf(text[at + 1], StringComparison.Ordinal)]);
            at += text[at + 1] == 'u' ? 6 : 2;
        }

        return undone.ToString();
    }

    private static bool IsHex(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }
}
