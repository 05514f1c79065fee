using System.Globalization;

namespace CreditScoring.Draws;

/// <summary>
/// Which public value is named, as people write it: <c>none</c>, <c>drand:quicknet</c> or
/// <c>drand:quicknet:ROUND</c>, <c>lottery:NUMBERS</c>, <c>index:DECIMALS</c>, <c>typed</c>; with its name
/// and its time beside.
/// </summary>
public static class PublicTerms
{
    /// <param name="written">One of the forms above.</param>
    /// <param name="name">Of a lottery, an index or what is typed.</param>
    /// <param name="at">
    /// When it will be there; of drand without a round, the first round after it is meant.
    /// </param>
    /// <returns>
    /// Null: it has none of the forms. What it still lacks is said by <see cref="PublicSource.FlawOfTerms"/>.
    /// </returns>
    public static PublicSource? Of(string written, string? name, DateTimeOffset? at) =>
        written.Split(':') switch
        {
            ["none"] => PublicSource.None,
            ["drand", var chain] when DrandChain.Find(chain) is { } known && at is { } after
                && known.FirstAfter(after) is var next and <= DrandChain.MostRounds =>
                PublicSource.Drand(known, next),
            ["drand", var chain, var round] when DrandChain.Find(chain) is { } known
                && Number(round) is { } number and > 0 =>
                PublicSource.Drand(known, number),
            ["lottery", var numbers] => new(PublicKind.Lottery, name, null, null, (int?)Number(numbers), at),
            ["index", var decimals] => new(PublicKind.Index, name, null, null, (int?)Number(decimals), at),
            ["typed"] => new(PublicKind.Typed, name, null, null, null, at),
            _ => null,
        };

    private static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DrandChain.MostRounds ? number : null;
}
