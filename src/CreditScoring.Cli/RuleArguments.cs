using System.CommandLine;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.RuleShelf;

namespace CreditScoring.Cli;

/// <summary>How verbs are told which rules to use, and in which language to speak.</summary>
internal static class RuleArguments
{
    public static Option<string> Language() => new("--lang")
    {
        Description = "zh or en; by default as the LANG of the environment says",
        DefaultValueFactory = _ =>
            (Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("zh", StringComparison.Ordinal) ? "zh" : "en",
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON, one object a line" };

    public static Argument<string?> Folder() => new("rules")
    {
        Description = "The rules folder, or a pack's folder in it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Rules() => new("--rules") { Description = "The rules folder" };

    /// <summary>The rules as read; a flawed book is told to the user and ends the verb.</summary>
    public static RuleBook Book(string? folder, string language)
    {
        var rules = RuleSelection.Of(folder);
        var reading = RuleBookReader.Read(RuleFolder.Read(rules.Folder));
        if (reading.Book is { } book)
        {
            return book;
        }

        foreach (var flaw in reading.Flaws.Where(flaw => flaw.Severity == Severity.Error))
        {
            Console.Error.WriteLine(rules.Shown(flaw).In(language));
        }

        throw new WrongUseException($"the rules in {rules.Folder} have errors; 'credit lint' shows them all");
    }
}

/// <summary>A rules folder, and the part of it that the user named.</summary>
internal sealed record RuleSelection(string Folder, string Prefix)
{
    /// <summary>
    /// The folder itself, or the nearest one above it that has an event catalogue; by default
    /// ./rules, else those beside the binaries.
    /// </summary>
    public static RuleSelection Of(string? named)
    {
        var folder = named ?? (Directory.Exists("rules/events") ? "rules" : RuleFolder.BesideTheBinaries);
        if (!Directory.Exists(folder))
        {
            throw new WrongUseException($"there is no folder {folder}");
        }

        var root = folder;
        while (!Directory.Exists(Path.Combine(root, "events")))
        {
            root = Path.GetDirectoryName(Path.GetFullPath(root))
                ?? throw new WrongUseException($"{folder} is in no rules folder (one with events/ in it)");
        }

        var prefix = Path.GetRelativePath(root, folder).Replace('\\', '/');
        return new RuleSelection(root, prefix == "." ? "" : prefix + "/");
    }

    public bool Includes(Place place) => place.File.StartsWith(Prefix, StringComparison.Ordinal);

    public bool Includes(string folder) => (folder + "/").StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The flaw with the path that the user can open.</summary>
    public Flaw Shown(Flaw flaw) => flaw with { Place = Shown(flaw.Place) };

    public Place Shown(Place place) =>
        place with { File = Path.Combine(Folder, place.File).Replace('\\', '/') };
}
