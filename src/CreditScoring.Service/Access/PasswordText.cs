using System.Security.Cryptography;

namespace CreditScoring.Service.Access;

/// <summary>An initial password: 100 bits of chance, in letters and digits that nobody mistakes.</summary>
public static class PasswordText
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 5;
    private const int OfGroup = 4;

    /// <summary>Such as <c>k7qm-4xwd-pz3e-9hth-c6rs</c>.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, Groups)
        .Select(_ => RandomNumberGenerator.GetString(Letters, OfGroup)));
}
