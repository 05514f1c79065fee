using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CreditScoring.Draws;

/// <summary>
/// What SHA-256 or HMAC-SHA-256 makes (散列): 32 octets, written as 64 small hexadecimal digits and
/// ordered as these are.
/// </summary>
public readonly record struct Digest : IComparable<Digest>
{
    public const int Octets = 32;

    private const int Most = 1024;

    private readonly ulong first, second, third, fourth;

    /// <param name="octets">32 of them.</param>
    public Digest(ReadOnlySpan<byte> octets)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(octets.Length, Octets);
        first = BinaryPrimitives.ReadUInt64BigEndian(octets);
        second = BinaryPrimitives.ReadUInt64BigEndian(octets[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(octets[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(octets[24..]);
    }

    /// <summary>SHA-256 of octets as they are, as <c>sha256sum</c> says it of a file.</summary>
    public static Digest Of(ReadOnlySpan<byte> octets) => new(SHA256.HashData(octets));

    /// <summary>
    /// SHA-256 of parts, each behind its length in 8 octets, the greatest first: no two lists of parts
    /// have the same octets.
    /// </summary>
    /// <param name="label">What it is for, so that no digest can stand for another.</param>
    public static Digest Of(string label, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(label));
        foreach (var part in parts)
        {
            Append(hash, part);
        }

        return new Digest(hash.GetHashAndReset());
    }

    /// <summary>HMAC-SHA-256 of texts in UTF-8, each behind its length as above.</summary>
    public static Digest Keyed(ReadOnlySpan<byte> key, string label, string one, string other)
    {
        var most = (3 * sizeof(ulong))
            + Encoding.UTF8.GetMaxByteCount(label.Length + one.Length + other.Length);
        var text = most <= Most ? stackalloc byte[most] : new byte[most];
        var length = Put(text, 0, label);
        length = Put(text, length, one);
        length = Put(text, length, other);
        Span<byte> code = stackalloc byte[Octets];
        HMACSHA256.HashData(key, text[..length], code);
        return new Digest(code);
    }

    /// <summary>64 digits 0-9 and a-f -> the digest; anything else is none.</summary>
    public static bool TryParse(string? hex, out Digest digest)
    {
        var sound = Hex.TryRead(hex, Octets, out var octets);
        digest = sound ? new Digest(octets) : default;
        return sound;
    }

    public byte[] ToArray()
    {
        var octets = new byte[Octets];
        BinaryPrimitives.WriteUInt64BigEndian(octets, first);
        BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(8), second);
        BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(16), third);
        BinaryPrimitives.WriteUInt64BigEndian(octets.AsSpan(24), fourth);
        return octets;
    }

    public int CompareTo(Digest other) =>
        first != other.first ? first.CompareTo(other.first)
        : second != other.second ? second.CompareTo(other.second)
        : third != other.third ? third.CompareTo(other.third)
        : fourth.CompareTo(other.fourth);

    public override string ToString() => Convert.ToHexStringLower(ToArray());

    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static int Put(Span<byte> text, int at, string part)
    {
        var written = Encoding.UTF8.GetBytes(part, text[(at + sizeof(ulong))..]);
        BinaryPrimitives.WriteUInt64BigEndian(text[at..], (ulong)written);
        return at + sizeof(ulong) + written;
    }
}
