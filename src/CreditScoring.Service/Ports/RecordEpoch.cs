using System.Globalization;
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
    /// <summary>A position as it is told: <c>EPOCH.6</c>.</summary>
    public string At(long position) => string.Create(CultureInfo.InvariantCulture, $"{Id}.{position}");

    /// <summary>An id that no other record has.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
