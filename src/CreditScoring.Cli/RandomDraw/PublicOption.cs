using System.CommandLine;
using CreditScoring.Cli.Words;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.RandomDraw;

/// <summary>Which public value is named, and the instants beside.</summary>
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
        var source = PublicTerms.Of(written, name, at)
            ?? throw new WrongUseException(DrawPhrases.NoSuchPublicValue(written));
        return source.FlawOfTerms is { } flaw ? throw new WrongUseException(flaw) : source;
    }
}
