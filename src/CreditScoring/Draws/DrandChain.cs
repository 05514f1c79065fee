using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>
/// A public chain of random values (drand, League of Entropy): a round has its time from the beginning,
/// and its value is SHA-256 of its signature.
/// </summary>
/// <param name="Name">As its operators call it.</param>
/// <param name="Hash">SHA-256 by which it is known.</param>
/// <param name="Genesis">Seconds since 1970 (UTC) of round 1.</param>
/// <param name="Period">Seconds from round to round.</param>
/// <param name="SignatureOctets">Length of a signature.</param>
/// <param name="IsChained">Whether a round signs the signature of the round before too.</param>
public sealed record DrandChain(
    string Name, string Hash, long Genesis, int Period, int SignatureOctets, bool IsChained)
{
    /// <summary>The chains that are known, by what their operators publish of them.</summary>
    public static readonly IReadOnlyList<DrandChain> All =
    [
        new(
            "default", "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
            Genesis: 1595431050, Period: 30, SignatureOctets: 96, IsChained: true),
        new(
            "quicknet", "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
            Genesis: 1692803367, Period: 3, SignatureOctets: 48, IsChained: false),
    ];

    /// <summary>Rounds beyond the year 9999 are none.</summary>
    public const long MostRounds = 1_000_000_000;

    public static DrandChain? Find(string? nameOrHash) =>
        All.FirstOrDefault(chain => chain.Name == nameOrHash || chain.Hash == nameOrHash);

    /// <param name="round">From 1.</param>
    public DateTimeOffset TimeOf(long round) =>
        DateTimeOffset.FromUnixTimeSeconds(Genesis + (Period * (round - 1))).ToOffset(ShanghaiTime.Offset);

    /// <summary>The first round whose value nobody knew at an instant.</summary>
    public long FirstAfter(DateTimeOffset instant) =>
        Math.Max(1, ((instant.ToUnixTimeSeconds() - Genesis) / Period) + 2);
}
