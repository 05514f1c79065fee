using System.Security.Cryptography;
using CreditScoring.Draws;
using Microsoft.AspNetCore.DataProtection;

namespace CreditScoring.Service.RandomDraws;

/// <summary>
/// Keeps the secret of a draw from everybody until it is made: sealed with the keys by which all workers
/// seal cookies. Whoever has the whole record could open it; the public value, which nobody knows then, is
/// what keeps also him from knowing the draw.
/// </summary>
public sealed class DrawSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "draw-secret/1";

    public (DrawSecret Secret, string Sealed) New()
    {
        var secret = DrawSecret.Of(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(DrawSecret.Length)))!;
        return (secret, protection.CreateProtector(Purpose).Protect($"{secret}"));
    }

    /// <returns>Null: it was sealed with keys that are not there, or is not what was committed to.</returns>
    public DrawSecret? Open(RandomDraw draw)
    {
        try
        {
            var secret = DrawSecret.Of(protection.CreateProtector(Purpose).Unprotect(draw.Sealed!));
            return secret?.Commitment(draw.Announced!.Draw) == draw.Announced!.Commitment ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
