using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Cli.Words;

namespace CreditScoring.Cli;

/// <summary><c>credit new</c>: a small pack that lints and tests green, to write one's own into.</summary>
public static partial class NewVerb
{
    private const string Root = "NewPack.";

    /// <summary>The cases that only a catalogue with a second kind can have.</summary>
    private const string OfAnotherKind = "other.cases.json";

    public static Command Create()
    {
        var regime = new Argument<string>("regime");
        var from = Days.Option("--from");
        from.Required = false;
        var subject = new Option<string?>("--subject");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var verb = new Command("new") { regime, from, subject, rules, language };
        verb.SetAction(parsed => New(
            RuleSelection.Of(parsed.GetValue(rules)), parsed.GetValue(regime)!,
            parsed.GetValue(from) is var day && day == default ? new DateOnly(2025, 1, 1) : day,
            parsed.GetValue(subject)));
        return verb;
    }

    private static int New(RuleSelection rules, string regime, DateOnly from, string? subject)
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

        var kinds = FirstKind.Of(rules, subject);
        foreach (var resource in typeof(NewVerb).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Where(name => kinds.Other is not null || !name.EndsWith(OfAnotherKind, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, resource[Root.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Filled(resource, regime, from, kinds));
            Console.WriteLine(file);
        }

        return Exit.Done;
    }

    private static string Filled(string resource, string regime, DateOnly from, FirstKind kinds)
    {
        using var reader = new StreamReader(typeof(NewVerb).Assembly.GetManifestResourceStream(resource)!);
        var first = from.AddDays(1);
        var words = new Dictionary<string, string>(kinds.Words(first), StringComparer.Ordinal)
        {
            ["up"] = string.Concat(Enumerable.Repeat("../", regime.Count(each => each == '/') + 2)),
            ["regime"] = regime,
            ["day"] = Written(from),
            ["day+1"] = Written(first),
            ["day+1y"] = Written(first.AddMonths(12).AddDays(1)),
        };
        return words.Aggregate(reader.ReadToEnd(), (text, word) =>
            text.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)+\z")]
    private static partial Regex RegimeName();
}
