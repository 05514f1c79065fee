using System.CommandLine;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.CaseLinting;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit publish</c>: records what a pack is on the day of its publication; then it is frozen. With
/// <c>--at</c> it publishes what was approved at a live service.
/// </summary>
public static class PublishVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("pack");
        var on = Days.Maybe("--on");
        var at = Days.Maybe("--at");
        var server = Server.Option();
        var keyFile = Server.KeyFile();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var verb = new Command("publish")
        {
            folder, on, at, server, keyFile, language, json,
        };
        verb.SetAction(async (parsed, stop) =>
        {
            if (parsed.GetValue(on) is null == parsed.GetValue(at) is null)
            {
                throw new WrongUseException(LawPhrases.OnOrAt);
            }

            if (parsed.GetValue(on) is { } day)
            {
                return Publish(
                    RuleSelection.Of(parsed.GetValue(folder)), day, parsed.GetValue(language)!,
                    parsed.GetValue(json));
            }

            await LawVerbs.PublishAsync(
                parsed.GetValue(folder)!, parsed.GetValue(at)!.Value,
                new Server(parsed.GetValue(server)!, parsed.GetValue(keyFile)),
                new ProposalText(parsed.GetValue(language)!, parsed.GetValue(json)), stop);
            return Exit.Done;
        });
        return verb;
    }

    private static int Publish(RuleSelection rules, DateOnly on, string language, bool json)
    {
        var engines = new EngineTally();
        var (reading, flaws) = RuleLint.Check(RuleFolder.Read(rules.Folder), engines.Seconding);
        var pack = reading.Packs.FirstOrDefault(pack => pack.Folder + "/" == rules.Prefix)
            ?? throw new WrongUseException(Phrases.NameOnePack);
        var errors = flaws.Where(flaw => rules.Includes(flaw.Place)
            && (flaw.Severity == Severity.Error || flaw.Name == PackageEngine.Refuses)).ToArray();
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

        if (!BothAgree(pack, reading.Book!, rules, language, engines))
        {
            return Exit.Findings;
        }

        Record(rules, pack, Publication.Of(pack, on) with { SecondOpinion = engines.Kept }, json);
        return Exit.Done;
    }

    /// <summary>Whether every case passes with both engines, and neither contradicts the other.</summary>
    private static bool BothAgree(
        PackFiles pack, RuleBook book, RuleSelection rules, string language, EngineTally engines)
    {
        var regime = book.OfFolder(pack.Folder)!;
        var trial = new PackTrial(pack, book, engines, rules, language, json: false);
        var cases = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, [])).ToArray();
        var differences = cases.SelectMany(tried => CaseRunner.Run(tried, regime).Differences).ToArray();
        foreach (var each in differences)
        {
            Screen.Remark(DifferenceText.Of(rules, each, language));
        }

        trial.Whole(cases);
        engines.Tell(rules, text => Screen.Remark(text.In(language)));
        return differences.Length == 0 && engines.Agrees;
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
