using System.CommandLine;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Linting;
using CreditScoring.Law.Packs;
using CreditScoring.RuleShelf;
using CreditScoring.Trials.Linting;

namespace CreditScoring.Cli;

/// <summary><c>credit publish</c>: records what a pack is on the day of its publication; then it is frozen.</summary>
public static class PublishVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("pack");
        var on = Days.Option("--on");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("publish")
        {
            folder, on, language, json,
        };
        verb.SetAction(parsed => Publish(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(on),
            parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Publish(RuleSelection rules, DateOnly on, string language, bool json)
    {
        var (reading, flaws) = RuleLint.Check(RuleFolder.Read(rules.Folder), SecondEngine.Always());
        var pack = reading.Packs.FirstOrDefault(pack => pack.Folder + "/" == rules.Prefix)
            ?? throw new WrongUseException(Phrases.NameOnePack);
        var errors = flaws.Where(flaw => flaw.Severity == Severity.Error && rules.Includes(flaw.Place)).ToArray();
        foreach (var flaw in errors)
        {
            Screen.Remark(FlawText.Of(rules.Shown(flaw), language));
        }

        if (errors.Length > 0)
        {
            return Exit.Findings;
        }

        if (pack.Published is not null)
        {
            throw new WrongUseException(Phrases.PublishedAlready);
        }

        Record(rules, pack, Publication.Of(pack, on), json);
        return Exit.Done;
    }

    private static void Record(RuleSelection rules, PackFiles pack, Publication publication, bool json)
    {
        var depth = pack.Folder.Split('/').Length;
        var schema = string.Concat(Enumerable.Repeat("../", depth)) + "schema/published.schema.json";
        var path = Path.Combine(rules.Folder, pack.Folder, PackFiles.PublishedFile);
        File.WriteAllText(path, publication.Json(schema));
        Screen.Say(json, () => Json(pack, publication), () => $"{path}: {publication.Hash}");
    }

    private static string Json(PackFiles pack, Publication publication) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("published", pack.Folder);
        text.Property("hash", publication.Hash);
        text.WriteEndObject();
    });
}
