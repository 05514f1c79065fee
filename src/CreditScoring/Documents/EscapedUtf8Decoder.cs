using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CreditScoring.Documents;

/// <summary>Decodes <see cref="EscapedUtf8"/> piece by piece, however a character is cut.</summary>
internal sealed class EscapedUtf8Decoder : Decoder
{
    /// <summary>Octets of a character whose end has not come yet.</summary>
    public const int MostHeld = 3;

    private readonly byte[] held = new byte[MostHeld + 1];
    private int count;

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush)
    {
        var at = 0;
        var written = FromHeld(bytes, chars, flush, ref at);
        while (at < bytes.Length)
        {
            var status = Utf8.ToUtf16(
                bytes[at..], chars[written..], out var read, out var wrote,
                replaceInvalidSequences: false, isFinalBlock: flush);
            (at, written) = (at + read, written + wrote);
            if (status == OperationStatus.InvalidData)
            {
                chars[written++] = EscapedUtf8.Escape(bytes[at++]);
            }
            else if (status == OperationStatus.NeedMoreData)
            {
                bytes[at..].CopyTo(held);
                count = bytes.Length - at;
                at = bytes.Length;
            }
            else if (status == OperationStatus.DestinationTooSmall)
            {
                throw new ArgumentException("there is no room for the characters", nameof(chars));
            }
        }

        return written;
    }

    public override int GetChars(
        byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush) =>
        GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex), flush);

    public override int GetChars(
        byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

    public override int GetCharCount(byte[] bytes, int index, int count)
    {
        var same = new EscapedUtf8Decoder { count = this.count };
        held.CopyTo(same.held, 0);
        return same.GetChars(
            bytes.AsSpan(index, count), new char[count + MostHeld], flush: false);
    }

    public override void Reset() => count = 0;

    /// <summary>Ends the character that the piece before has begun, an octet at a time.</summary>
    private int FromHeld(ReadOnlySpan<byte> bytes, Span<char> chars, bool flush, ref int at)
    {
        while (count > 0 && at < bytes.Length)
        {
            held[count++] = bytes[at++];
            var status = Rune.DecodeFromUtf8(held.AsSpan(0, count), out var rune, out _);
            if (status == OperationStatus.Done)
            {
                count = 0;
                return rune.EncodeToUtf16(chars);
            }

            if (status == OperationStatus.InvalidData)
            {
                // The last one may begin another character.
                at--;
                return Escaped(count - 1, chars);
            }
        }

        return count > 0 && flush ? Escaped(count, chars) : 0;
    }

    private int Escaped(int octets, Span<char> chars)
    {
        for (var i = 0; i < octets; i++)
        {
            chars[i] = EscapedUtf8.Escape(held[i]);
        }

        count = 0;
        return octets;
    }
}
