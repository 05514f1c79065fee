using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CreditScoring.Service.Ports;

/// <summary>
/// One batch in the chain of hashes: nothing that was kept can be changed, removed or slipped in
/// without every later hash being another. Whoever keeps one hash elsewhere can prove it.
/// </summary>
/// <param name="Number">From 1, in the order of commits, without a gap.</param>
/// <param name="Batch">The number that the rows of the batch carry.</param>
/// <param name="At">The instant of recording.</param>
/// <param name="Algorithm">By which content and hash were made; later ones may use another.</param>
/// <param name="Content">The hash of its rows, <see cref="BatchContent"/>.</param>
/// <param name="Hash">Of the hash before it, the number, the instant and the content.</param>
public sealed record Link(
    long Number, long Batch, DateTimeOffset At, string Algorithm, string Content, string Hash)
{
    public const string Sha256 = "sha256";

    /// <summary>What stands before the first link.</summary>
    public const string Nothing = "";

    /// <summary>In the place of the link that the rows of a batch do not have: number 0.</summary>
    public static Link MissingOf(long batch) => new(0, batch, default, Sha256, "", Nothing);

    public static Link After(
        long number, string previous, long batch, DateTimeOffset at, string content)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{Sha256}\n{previous}\n{number}\n{at.ToUnixTimeMilliseconds()}\n{content}");
        return new Link(number, batch, at, Sha256, content,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
