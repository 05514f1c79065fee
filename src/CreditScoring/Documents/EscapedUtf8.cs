using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace CreditScoring.Documents;

/// <summary>
/// UTF-8 in which nothing is lost: an octet that is no UTF-8 becomes one half of a pair, U+DC80 to
/// U+DCFF, which no text in UTF-8 has by itself, and that same octet again (surrogateescape, PEP 383).
/// </summary>
public sealed class EscapedUtf8 : Encoding
{
    private const char First = '\uDC80';
    private const char Last = '\uDCFF';
    private const int Offset = 0xDC00;

    private EscapedUtf8()
    {
    }

    public static EscapedUtf8 Instance { get; } = new();

    public static string Text(ReadOnlySpan<byte> octets)
    {
        if (Utf8.IsValid(octets))
        {
            return UTF8.GetString(octets);
        }

        var characters = new char[octets.Length];
        var count = new EscapedUtf8Decoder().GetChars(octets, characters, flush: true);
        return new string(characters, 0, count);
    }

    /// <summary>
    /// What was cut off: without half a character at its end, and without half a number, which is no
    /// less a person's.
    /// </summary>
    public static string Beginning(ReadOnlySpan<byte> octets)
    {
        var end = octets.Length;
        while (end > Math.Max(0, octets.Length - EscapedUtf8Decoder.MostHeld) && (
            octets[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        if (end > 0 && octets[end - 1] >= 0xC0)
        {
            end--;
        }

        var least = Math.Max(0, end - ResidentNumber.Length + 1);
        while (end > least && char.IsAsciiLetterOrDigit((char)octets[end - 1]))
        {
            end--;
        }

        return Text(octets[..end]);
    }

    public static byte[] Octets(string text)
    {
        if (!HasOctets(text))
        {
            return UTF8.GetBytes(text);
        }

        var octets = new MemoryStream(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = NextEscape(text, at);
            octets.Write(UTF8.GetBytes(text[at..end]));
            for (at = end; at < text.Length && IsEscape(text[at]); at++)
            {
                octets.WriteByte((byte)(text[at] - Offset));
            }
        }

        return octets.ToArray();
    }

    /// <summary>Whether a text was sent with octets that are no UTF-8.</summary>
    public static bool HasOctets(string text) => NextEscape(text, 0) < text.Length;

    /// <summary>The text as people can read it: such octets as <c>\xD6</c>.</summary>
    public static string Shown(string text)
    {
        if (!HasOctets(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = NextEscape(text, at);
            shown.Append(text, at, end - at);
            for (at = end; at < text.Length && IsEscape(text[at]); at++)
            {
                shown.Append(CultureInfo.InvariantCulture, $@"\x{text[at] - Offset:X2}");
            }
        }

        return shown.ToString();
    }

    public override Decoder GetDecoder() => new EscapedUtf8Decoder();

    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => byteCount + EscapedUtf8Decoder.MostHeld;

    public override int GetByteCount(char[] chars, int index, int count) =>
        Octets(new string(chars, index, count)).Length;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        var octets = Octets(new string(chars, charIndex, charCount));
        octets.CopyTo(bytes, byteIndex);
        return octets.Length;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) =>
        Text(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Text(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    internal static char Escape(byte octet) => (char)(Offset + octet);

    private static bool IsEscape(char character) => character is >= First and <= Last;

    /// <summary>Where the next such octet stands, else the end; the second half of a pair is none.</summary>
    private static int NextEscape(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAnyInRange(First, Last);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (at == 0 || !char.IsHighSurrogate(text[at - 1]))
            {
                return at;
            }
        }

        return text.Length;
    }
}
