using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary><c>credit new</c>: a small pack that lints and tests green, to write one's own into.</summary>
public static partial class NewVerb
{
    private const string Root = "NewPack.";

    public static Command Create()
    {
        var regime = new Argument<string>("regime");
        var from = Days.Option("--from");
        from.Required = false;
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var verb = new Command("new") { regime, from, rules, language };
        verb.SetAction(parsed => New(
            RuleSelection.Of(parsed.GetValue(rules)), parsed.GetValue(regime)!,
            parsed.GetValue(from) is var day && day == default ? new DateOnly(2025, 1, 1) : day));
        return verb;
    }

    private static int New(RuleSelection rules, string regime, DateOnly from)
    {
        if (!RegimeName().IsMatch(regime))
        {
            throw new WrongUseException(Phrases.RegimeName(regime));
        }

        var folder = Path.Combine(rules.Folder, regime, Written(from));
        if (Directory.Exists(folder))
        {
            throw new WrongUseException(Phrases.ThereAlready(folder));
        }

        foreach (var resource in typeof(NewVerb).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, resource[Root.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Filled(resource, regime, from));
            Console.WriteLine(file);
        }

        return Exit.Done;
    }

    private static string Filled(string resource, string regime, DateOnly from)
    {
        using var reader = new StreamReader(typeof(NewVerb).Assembly.GetManifestResourceStream(resource)!);
        var first = from.AddDays(1);
        return reader.ReadToEnd()
            .Replace("{up}", string.Concat(Enumerable.Repeat("../", regime.Count(each => each == '/') + 2)), StringComparison.Ordinal)
            .Replace("{regime}", regime, StringComparison.Ordinal)
            .Replace("{subject}", "operator", StringComparison.Ordinal)
            .Replace("{day}", Written(from), StringComparison.Ordinal)
            .Replace("{day+1}", Written(first), StringComparison.Ordinal)
            .Replace("{day+1y}", Written(first.AddMonths(12).AddDays(1)), StringComparison.Ordinal);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+$")]
    private static partial Regex RegimeName();
}
