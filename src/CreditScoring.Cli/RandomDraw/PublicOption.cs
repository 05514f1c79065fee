using System.CommandLine;
using System.Globalization;
using CreditScoring.Cli.Words;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>
/// Which public value is named: <c>none</c>, <c>drand:quicknet</c> or <c>drand:quicknet:ROUND</c>,
/// <c>lottery:NUMBERS</c>, <c>index:DECIMALS</c>, <c>typed</c>; with its name and its time beside.
/// </summary>
internal static class PublicOption
{
    public static Option<DateTimeOffset?> Instant(string name, bool required = false) => new(name)
    {
        Required = required,
        CustomParser = result =>
            AnnouncementJson.InstantOf(result.Tokens.Count == 1 ? result.Tokens[0].Value : null)
            ?? throw new WrongUseException(
                DrawPhrases.NotAnInstant(name, string.Join(' ', result.Tokens.Select(token => token.Value)))),
    };

    public static PublicSource Read(string written, string? name, DateTimeOffset? at)
    {
        var source = written.Split(':') switch
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
            _ => throw new WrongUseException(DrawPhrases.NoSuchPublicValue(written)),
        };
        return source.FlawOfTerms is { } flaw ? throw new WrongUseException(flaw) : source;
    }

    private static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DrandChain.MostRounds ? number : null;
}
