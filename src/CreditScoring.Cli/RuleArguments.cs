using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Cli;

/// <summary>How verbs are told which rules to use, and in which language to speak.</summary>
internal static class RuleArguments
{
    public static Option<string> Language() => new("--lang")
    {
        DefaultValueFactory = _ => Words.Language.OfEnvironment(Environment.GetEnvironmentVariable),
        CustomParser = result =>
            result.Tokens.Count == 1 && Words.Language.All.Contains(result.Tokens[0].Value)
            ? result.Tokens[0].Value
            : throw new WrongUseException(Phrases.OneOf(
                Words.Language.Option, string.Join(' ', result.Tokens.Select(token => token.Value)),
                Words.Language.All)),
    };

    public static Option<bool> Json() => new("--json");

    public static Argument<string?> Folder() => new("rules")
    {
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Rules() => new("--rules");

    /// <summary>The rules as read; a flawed book is told to the user and ends the verb.</summary>
    public static RuleBook Book(string? folder, string language)
    {
        var rules = RuleSelection.Of(folder);
        var reading = RuleBookReader.Read(RuleFolder.Read(rules.Folder), SecondEngine.Always()).Prepared();
        if (reading.Book is { } book)
        {
            return book;
        }

        foreach (var flaw in reading.Flaws.Where(flaw => flaw.Severity == Severity.Error))
        {
            Screen.Remark(FlawText.Of(rules.Shown(flaw), language));
        }

        throw new WrongUseException(Phrases.RulesFlawed(rules.Folder));
    }
}

/// <summary>A rules folder, and the part of it that the user named.</summary>
internal sealed record RuleSelection(string Folder, string Prefix)
{
    /// <summary>What every pack is read by: while it is broken, no pack is sound.</summary>
    private static readonly string[] Ground = ["events/", "calendars/"];

    /// <summary>
    /// The folder itself, or the nearest one above it that has an event catalogue; by default
    /// ./rules, else those beside the binaries.
    /// </summary>
    public static RuleSelection Of(string? named)
    {
        var folder = named ?? (Directory.Exists("rules/events") ? "rules" : RuleFolder.BesideTheBinaries);
        if (!Directory.Exists(folder))
        {
            throw new WrongUseException(Phrases.NoFolder(folder));
        }

        var root = folder;
        while (!Directory.Exists(Path.Combine(root, "events")))
        {
            root = Path.GetDirectoryName(Path.GetFullPath(root))
                ?? throw new WrongUseException(Phrases.NoRules(folder));
        }

        var prefix = Path.GetRelativePath(root, folder).Replace('\\', '/');
        return new RuleSelection(root, prefix == "." ? "" : prefix + "/");
    }

    public bool Includes(Place place) => place.File.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A flaw of the part, or an error of what the part stands on.</summary>
    public bool Concerns(Flaw flaw) => Includes(flaw.Place) || (flaw.Severity == Severity.Error
        && Ground.Any(each => flaw.Place.File.StartsWith(each, StringComparison.Ordinal)));

    public bool Includes(string folder) => (folder + "/").StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The flaw with the path that the user can open.</summary>
    public Flaw Shown(Flaw flaw) => flaw with { Place = Shown(flaw.Place) };

    public Place Shown(Place place) =>
        place with { File = Path.Combine(Folder, place.File).Replace('\\', '/') };
}
