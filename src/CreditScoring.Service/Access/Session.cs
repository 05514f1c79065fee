using System.Security.Cryptography;

namespace CreditScoring.Service.Access;

/// <summary>
/// That a person has signed in (会话), as the cookie of a browser says it under a seal. It is good for as
/// long as the register agrees.
/// </summary>
/// <param name="Id">32 hexadecimal digits, new at each sign-in.</param>
/// <param name="Holder">The target of the person.</param>
/// <param name="Stamp">Of the holder when it began: what ends all sessions changes that.</param>
/// <param name="Until">The instant at which it ends, whatever is done with it.</param>
public sealed record Session(string Id, string Holder, long Stamp, DateTimeOffset Until)
{
    /// <summary>The longest that one may be; for so long it is remembered which were ended.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private const int IdDigits = 32;

    /// <summary>As the register knows the identity by which a provider vouched; null: by password.</summary>
    public string? Identity { get; init; }

    public static string NewId() => RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);
}
