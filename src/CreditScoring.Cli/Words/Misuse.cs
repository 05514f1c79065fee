using System.CommandLine;
using System.CommandLine.Parsing;
using CreditScoring.Cli.Live;
using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What is wrong with a call of <c>credit</c>, and what was probably meant.</summary>
internal static class Misuse
{
    /// <summary>Every fault of a call, gravest first; empty where the call can be run.</summary>
    public static IReadOnlyList<Wording> Of(ParseResult parsed)
    {
        if (parsed.Action is { ClearsParseErrors: true })
        {
            return [];
        }

        var verb = parsed.CommandResult.Command;
        Wording[] known =
        [
            .. parsed.UnmatchedTokens.Concat(Mistaken(parsed)).Select(token => Unknown(token, verb)),
            .. Missing(parsed, verb),
            .. parsed.Errors.Select(error => error.SymbolResult).Distinct()
                .Select(Unreadable).OfType<Wording>(),
        ];
        return known.Length > 0 || parsed.Errors.Count == 0 ? known
            : [.. parsed.Errors.Select(error => Phrases.CannotBeRead(error.Message))];
    }

    /// <summary>A misspelt option where an argument may stand is taken for the argument.</summary>
    private static IEnumerable<string> Mistaken(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Where(token => token.Value is ['-', _, ..] && !long.TryParse(token.Value, out _))
            .Select(token => token.Value);

    private static Wording Unknown(string token, Command verb)
    {
        if (token.StartsWith('-'))
        {
            var name = token.Split('=', ':')[0];
            return Phrases.UnknownOption(name, Near(name, HelpPage.Options(verb).Select(each => each.Name)));
        }

        return verb.Subcommands.Count > 0
            ? Phrases.UnknownVerb(token, Near(token, verb.Subcommands.Select(each => each.Name)))
            : Phrases.TooMuch(token);
    }

    private static IEnumerable<Wording> Missing(ParseResult parsed, Command verb)
    {
        if (verb.Subcommands.Count > 0 && verb.Action is null && parsed.UnmatchedTokens.Count == 0)
        {
            yield return Phrases.VerbMissing(verb.Subcommands.Select(each => each.Name));
            yield break;
        }

        foreach (var argument in verb.Arguments.Where(each => each.Arity.MinimumNumberOfValues > 0
            && parsed.GetResult(each) is not { Tokens.Count: > 0 }))
        {
            yield return Phrases.ArgumentMissing(argument.Name, Words(verb, argument.Name));
        }

        var left = verb.Options.Where(each => parsed.GetResult(each) is null or { Implicit: true }
            && (each.Required || (each is IFileOption && !AskedSource.IsServer(parsed))));
        foreach (var option in left)
        {
            yield return Phrases.OptionMissing(option.Name, Words(verb, option.Name));
        }
    }

    /// <summary>An option without its value, or with one that cannot be read.</summary>
    private static Wording? Unreadable(SymbolResult? result) => result switch
    {
        OptionResult { Implicit: false, Tokens.Count: 0 } option => Phrases.ValueMissing(option.Option.Name),
        OptionResult { Implicit: false } option =>
            Phrases.ValueWrong(option.Option.Name, Written(option.Tokens), IsNumber(option.Option.ValueType)),
        ArgumentResult { Parent: OptionResult parent } => Unreadable(parent),
        ArgumentResult { Tokens.Count: > 0 } argument =>
            Phrases.ValueWrong(
                $"<{argument.Argument.Name}>", Written(argument.Tokens),
                IsNumber(argument.Argument.ValueType)),
        _ => null,
    };

    private static bool IsNumber(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true } number && number != typeof(bool);

    private static string Written(IReadOnlyList<Token> tokens) =>
        Spelling.Shown(string.Join(' ', tokens.Select(token => token.Value)));

    private static Wording Words(Command verb, string name) =>
        HelpWords.Of(HelpPage.PathOf(verb), name) ?? new Wording("", "");

    private static string? Near(string written, IEnumerable<string> known) =>
        NearMiss.Of(written.TrimStart('-'), known.Select(name => name.TrimStart('-'))) is { } near
            ? known.First(name => name.TrimStart('-') == near) : null;
}
