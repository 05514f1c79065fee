using System.Globalization;
using System.Text;

namespace CreditScoring.Draws;

/// <summary>
/// What decides a draw (种子): nobody knew it when the list was published, and everybody can reckon it
/// afterwards.
/// </summary>
public sealed class DrawSeed
{
    private readonly byte[] key;

    public DrawSeed(Digest value)
    {
        Value = value;
        key = value.ToArray();
    }

    public Digest Value { get; }

    /// <param name="announced">SHA-256 of what was published before the draw.</param>
    /// <param name="secret">The secret that was committed to there.</param>
    /// <param name="value">The public value; empty where none was named.</param>
    public static DrawSeed Of(Digest announced, DrawSecret secret, string value) => new(Digest.Of(
        "credit-draw/1 seed", announced.ToArray(), secret.Octets, Encoding.UTF8.GetBytes(value)));

    /// <summary>The rank (排序值) of an object in its stratum: the smallest are drawn.</summary>
    public Digest Rank(string stratum, string id) => Digest.Keyed(key, "rank", stratum, id);

    /// <summary>An inspector's place in the round that he enters with so many objects.</summary>
    public Digest Turn(int load, string inspector) =>
        Digest.Keyed(key, "turn", load.ToString(CultureInfo.InvariantCulture), inspector);
}
