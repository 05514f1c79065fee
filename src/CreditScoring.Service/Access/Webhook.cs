using System.Security.Cryptography;

namespace CreditScoring.Service.Access;

/// <summary>
/// Where recommendations are sent as they come (推送订阅), on behalf of a person or program that may read them.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Owner">The target of its holder; what goes out lies within its region.</param>
/// <param name="Region">Of which regions, within the owner's; all: of those.</param>
public sealed record Webhook(string Id, string Owner, Uri Address, RegionScope Region)
{
    /// <summary>Subscriptions that there may be.</summary>
    public const int Most = 100;

    private const int IdDigits = 16;
    private const int SecretDigits = 64;

    /// <summary>Only of enterprises that stand in this regime; null: in any.</summary>
    public string? Regime { get; init; }

    /// <summary>
    /// Only while an enterprise is in this tier, of the regime if one is named; null: in any.
    /// </summary>
    public string? Tier { get; init; }

    /// <summary>By which what is sent is signed; null: blanked.</summary>
    public string? Secret { get; init; }

    /// <summary>The position of the feed after which it begins.</summary>
    public long After { get; init; }

    /// <summary>
    /// The number of the entry that said so. What was sent counts only for the same one: it is sent anew
    /// after another.
    /// </summary>
    public long Start { get; init; }

    public string AddedBy { get; init; } = "";

    public string Target => TargetOf(Id);

    public static string TargetOf(string id) => $"webhook:{id}";

    public static string NewId() => RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);

    /// <summary>256 bits of chance.</summary>
    public static string NewSecret() =>
        $"whsec_{RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true)}";

    /// <summary>Whether somebody may be sent recommendations.</summary>
    public static bool MayHave(Holder owner) =>
        Roles.RightsOf(owner.Roles).Contains(Right.ReadFrequencies);
}
