using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>
/// The lines of a frozen file and the digest of its octets, in one pass: UTF-8, each line ended by a line
/// feed, each greater than the one before.
/// </summary>
/// <param name="file">Its name, for flaws.</param>
/// <param name="octets">The file in pieces, of any size.</param>
public sealed class FrozenLines(string file, IEnumerable<ReadOnlyMemory<byte>> octets)
{
    /// <summary>Octets of a line.</summary>
    public const int Longest = 1 << 16;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public string File { get; } = file;

    /// <summary>Of the whole file, once its lines have been read to the end.</summary>
    public Digest Digest { get; private set; }

    /// <summary>The flaw that ended the reading; null: none.</summary>
    public Flaw? Flaw { get; private set; }

    /// <summary>The lines with their numbers from 1; they end at the first flaw.</summary>
    public IEnumerable<(int Number, string Line)> Read()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, before, rest) = (0, "", new List<byte>());
        foreach (var piece in octets)
        {
            hash.AppendData(piece.Span);
            for (var at = 0; at < piece.Length;)
            {
                var end = piece.Span[at..].IndexOf((byte)'\n');
                if (end < 0 || rest.Count > 0)
                {
                    rest.AddRange(piece.Span.Slice(at, end < 0 ? piece.Length - at : end));
                }

                if (end < 0)
                {
                    break;
                }

                var line = Decoded(rest.Count > 0 ? rest.ToArray() : piece.Span.Slice(at, end));
                (at, number) = (at + end + 1, number + 1);
                rest.Clear();
                if (FlawOf(line, number, before) is { } flaw)
                {
                    Flaw = flaw;
                    yield break;
                }

                yield return (number, before = line!);
            }
        }

        Digest = new Digest(hash.GetHashAndReset());
        Flaw = rest.Count == 0 ? null : Found(number + 1, new Wording(
            "最后一行没有以换行符结束", "the last line does not end with a line feed"));
    }

    private static string? Decoded(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.Length > Longest ? null : Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private Flaw? FlawOf(string? line, int number, string before) =>
        line is null ? Found(number, new Wording("此行不是 UTF-8，或者太长", "this line is no UTF-8, or too long"))
        : number > 1 && OctetOrder.Instance.Compare(before, line) >= 0
            ? Found(number, new Wording(
                "此行没有排在前一行之后", "this line does not come after the one before in order"))
        : null;

    private Flaw Found(int number, Wording what) => new(
        "frozen-list-broken", new Place(File, number, 1), what,
        new Wording("用 credit draw commit 写出的原文件", "take the file as credit draw commit wrote it"));
}
