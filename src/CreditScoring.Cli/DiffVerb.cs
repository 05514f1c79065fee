using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Comparing;
using Newtonsoft.Json;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit diff</c>: what two versions of a pack say differently, and an enterprise that would change.
/// </summary>
public static class DiffVerb
{
    public static Command Create()
    {
        var old = new Argument<string>("old");
        var @new = new Argument<string>("new");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("diff")
        {
            old, @new, language, json,
        };
        verb.SetAction(parsed => Diff(
            parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(language)!,
            parsed.GetValue(json)));
        return verb;
    }

    private static int Diff(string oldFolder, string newFolder, string language, bool json)
    {
        var (old, _, _) = Open(oldFolder);
        var (@new, book, rules) = Open(newFolder);
        var changes = PackDiff.Of(old, @new);
        foreach (var change in changes)
        {
            Screen.Say(json, () => Json(change, rules), () => Text(change, rules, language));
        }

        if (changes.Count > 0 && book is not null)
        {
            var example = CounterExample.Find(old, @new, book, changes);
            Screen.Say(json, () => Json(example), () => Text(example, language));
        }

        return changes.Count > 0 ? Exit.Findings : Exit.Done;
    }

    private static (PackFiles Pack, RuleBook? Book, RuleSelection Rules) Open(string folder)
    {
        var rules = RuleSelection.Of(folder);
        var reading = RuleBookReader.Read(RuleFolder.Read(rules.Folder));
        var pack = reading.Packs.Where(each => rules.Includes(each.Folder)).ToArray();
        return pack.Length == 1 ? (pack[0], reading.Book, rules)
            : throw new WrongUseException(Phrases.NotOnePack(folder));
    }

    private static string Text(Change change, RuleSelection rules, string language) =>
        (change.Was, change.Becomes) switch
    {
        (null, var added) =>
            $"{rules.Shown(change.Place)}: {change.Path}: {Phrases.Added.In(language)} {added}",
        (var removed, null) => $"{change.Path}: {Phrases.Removed.In(language)} {removed}",
        var (was, becomes) => $"{rules.Shown(change.Place)}: {change.Path}: {was} -> {becomes}",
    };

    private static string Text(CounterExample? example, string language)
    {
        if (example is null)
        {
            return Phrases.NoWitness.In(language);
        }

        var altered = example.Altered is null ? "" : $" ({example.Altered})";
        var head = Phrases.ForExample.In(language);
        return $"{head}: {example.Case.Subject}, \"{example.Case.Name}\"{altered}, "
            + $"{example.On:yyyy-MM-dd}:\n  "
            + string.Join("\n  ", example.What);
    }

    private static string Json(Change change, RuleSelection rules) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("path", change.Path);
        text.Property("place", rules.Shown(change.Place).ToString());
        text.Property("was", change.Was);
        text.Property("becomes", change.Becomes);
        text.WriteEndObject();
    });

    private static string Json(CounterExample? example) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("example", example?.Case.Subject.ToString());
        text.Property("case", example?.Case.Name);
        text.Property("altered", example?.Altered);
        text.Property("on", example?.On);
        text.List("what", example?.What ?? [], (JsonTextWriter inner, string what) => inner.WriteValue(what));
        text.WriteEndObject();
    });
}
