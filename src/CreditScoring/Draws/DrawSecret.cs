using System.Text;

namespace CreditScoring.Draws;

/// <summary>
/// 32 octets of chance that the drawing authority keeps until the public value is there (密数).
/// </summary>
public sealed class DrawSecret
{
    public const int Length = 32;

    private DrawSecret(byte[] octets) => Octets = octets;

    internal byte[] Octets { get; }

    public static DrawSecret? Of(string? hex) =>
        Hex.TryRead(hex, Length, out var octets) ? new DrawSecret(octets) : null;

    /// <summary>What is published before the draw (密数承诺), salted by the draw's number.</summary>
    public Digest Commitment(string draw) =>
        Digest.Of("credit-draw/1 secret", Encoding.UTF8.GetBytes(draw), Octets);

    public override string ToString() => Convert.ToHexStringLower(Octets);
}
