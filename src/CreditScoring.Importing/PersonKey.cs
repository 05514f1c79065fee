using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Importing;

/// <summary>
/// The key by which natural persons (自然人) become hashes (HMAC-SHA-256): who has the record and not the key
/// cannot try out all numbers. One key for all who send events, or one person is several.
/// </summary>
internal sealed class PersonKey
{
    /// <summary>Where programs find it.</summary>
    public const string Variable = "CREDIT_PERSON_KEY";

    private const int Shortest = 16;

    private readonly byte[] key;

    private PersonKey(byte[] key) => this.key = key;

    /// <returns>Null: it is too short to keep anything secret.</returns>
    public static PersonKey? Parse(string text) =>
        Encoding.UTF8.GetBytes(text.Trim()) is { Length: >= Shortest } octets ? new PersonKey(octets) : null;

    /// <summary>64 small hexadecimal digits for the number of a document, however it is written.</summary>
    /// <exception cref="RowRefused">It reads as the number of a resident with a wrong character.</exception>
    public string HashOf(string number)
    {
        var plain = string.Concat(CellValues.HalfWidth(number).Where(char.IsLetterOrDigit))
            .ToUpperInvariant();
        if (plain.Length == ResidentNumber.Length && plain[..^1].All(char.IsAsciiDigit)
            && !ResidentNumber.Is(plain))
        {
            throw new RowRefused(new Reason(
                "公民身份号码的校验码不符，或出生日期有误（号码不写出）",
                "the number of a resident has a wrong check character or day of birth (it is not told)"));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"person\n{plain}")));
    }
}
