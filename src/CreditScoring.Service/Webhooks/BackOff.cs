using System.Security.Cryptography;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// How long to wait before the next try: a second, twice as long each time, five minutes at most; somewhere
/// in the last half of that, so that many do not come back at one moment.
/// </summary>
internal static class BackOff
{
    private const int MostDoublings = 9;
    private const int Parts = 1000;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="failures">So many in a row, from 1.</param>
    public static TimeSpan After(int failures)
    {
        var whole = First * (1 << Math.Min(failures - 1, MostDoublings));
        return (whole < Longest ? whole : Longest) * (Parts + RandomNumberGenerator.GetInt32(Parts + 1))
            / (2 * Parts);
    }
}
