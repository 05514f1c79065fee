using System.Security.Cryptography;

namespace CreditScoring.Service.Ports;

/// <summary>
/// Which state of affairs the positions of a record belong to. A record that was restored from a
/// backup gives positions anew that it gave before, for other things: it has another epoch.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Original">Whether the record was never restored, so that a position without an epoch
/// can only be its own.</param>
public sealed record RecordEpoch(string Id, bool Original)
{
    /// <summary>An id that no other record has.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
