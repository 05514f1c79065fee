using System.Security.Cryptography;
using System.Text;

namespace CreditScoring.Service.Access;

/// <summary>
/// A key as its holder has it: <c>ccs_</c>, its id, and its secret, 256 bits of chance, so that its hash
/// need not be slow.
/// </summary>
public readonly record struct KeyText(string Id, string Secret)
{
    private const string Prefix = "ccs_";
    private const int IdDigits = 16;
    private const int SecretDigits = 64;

    /// <summary>64 small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    public static KeyText New() => new(
        RandomNumberGenerator.GetHexString(IdDigits, lowercase: true),
        RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true));

    /// <returns>Null: it has not the form of a key.</returns>
    public static KeyText? Parse(string text) =>
        text.Length == Prefix.Length + IdDigits + 1 + SecretDigits
            && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdDigits] == '_'
            ? new KeyText(text.Substring(Prefix.Length, IdDigits), text[^SecretDigits..]) : null;

    /// <summary>In a time that tells nothing of where they differ.</summary>
    public bool IsOf(AccessKey key) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(key.Hash));

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
