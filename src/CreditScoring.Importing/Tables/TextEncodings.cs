using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// In which encoding a table is written, by its first octets: what the mapping states must fit, since in
/// another encoding every word of it would be another one.
/// </summary>
internal static class TextEncodings
{
    public const string Utf8 = "utf-8", Gb18030 = "gb18030", Utf16 = "utf-16";

    public static readonly string[] All = [Utf8, Gb18030, Utf16];

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="stated">What the mapping says; null: nothing.</param>
    /// <exception cref="TableException">It is another one.</exception>
    public static Encoding Of(string? stated, ReadOnlySpan<byte> sample, string file)
    {
        var (seen, isBigEndian) = Seen(sample);
        if (stated is not null && seen is not null && stated != seen)
        {
            throw TableException.Of(
                "wrong-encoding", file,
                new Wording($"文件是 {seen} 编码，映射写的是 {stated}",
                    $"the file is in {seen}; the mapping says {stated}"),
                new Wording(
                    $"在映射中写 \"encoding\": \"{seen}\"，或删去 encoding",
                    $"write \"encoding\": \"{seen}\" in the mapping, or take encoding out"));
        }

        return (stated ?? seen ?? Utf8) switch
        {
            Gb18030 => Encoding.GetEncoding(Gb18030),
            Utf16 => isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode,
            // Octets that are no characters become U+FFFD, which the door refuses: that row, not all.
            _ => new UTF8Encoding(),
        };
    }

    /// <summary>
    /// By its mark, by blank halves, or by its first line that is not plain; null: all is plain.
    /// </summary>
    private static (string? Name, bool IsBigEndian) Seen(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Utf8, false);
        }

        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (Utf16, sample[0] == 0xFE);
        }

        var line = FirstNotPlain(sample);
        return HasBlankHalves(sample) ? (Utf16, sample[0] == 0)
            : line.IsEmpty ? (null, false)
            : (IsUtf8(line) ? Utf8 : Gb18030, false);
    }

    /// <summary>The first line with an octet beyond ASCII; a line that the sample cuts off is none.</summary>
    private static ReadOnlySpan<byte> FirstNotPlain(ReadOnlySpan<byte> sample)
    {
        var at = sample.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        if (at < 0)
        {
            return default;
        }

        var begin = sample[..at].LastIndexOf((byte)'\n') + 1;
        var length = sample[begin..].IndexOf((byte)'\n');
        // A very long line: up to the last comma or blank, lest a character is cut in two.
        length = length >= 0 ? length : sample.Length < TableSource.SampleLength ? sample.Length - begin
            : sample[begin..].LastIndexOfAny((byte)',', (byte)'\t', (byte)' ');
        return sample.Slice(begin, Math.Max(0, length));
    }

    private static bool IsUtf8(ReadOnlySpan<byte> line) => System.Text.Unicode.Utf8.IsValid(line);

    /// <summary>In UTF-16 every other octet of digits, commas and line ends is zero.</summary>
    private static bool HasBlankHalves(ReadOnlySpan<byte> sample) =>
        sample.Length >= 4 && sample.Count((byte)0) * 8 > sample.Length;
}
