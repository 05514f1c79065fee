using System.CommandLine;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Law.Books;

namespace CreditScoring.Cli;

/// <summary>
/// <c>credit test</c>: runs the worked cases of every pack, and measures what they leave untried.
/// </summary>
public static class TestVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var filter = new Option<string?>("--filter");
        var coverage = new Option<bool>("--coverage");
        var mutate = new Option<bool>("--mutate");
        var verb = new Command("test")
        {
            folder, filter, coverage, mutate, language, json,
        };
        verb.SetAction(parsed => Test(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(language)!, parsed.GetValue(json),
            new TestWishes(parsed.GetValue(filter), parsed.GetValue(coverage), parsed.GetValue(mutate))));
        return verb;
    }

    private static int Test(RuleSelection rules, string language, bool json, TestWishes wishes)
    {
        var engines = new EngineTally();
        var reading = RuleBookReader.Read(RuleFolder.Read(rules.Folder), engines.Seconding).Prepared();
        if (reading.Book is not { } book)
        {
            throw new WrongUseException(Phrases.RulesFlawed(rules.Folder));
        }

        var enough = true;
        var report = new TestReport(rules, language, json);
        foreach (var pack in reading.Packs.Where(pack => rules.Includes(pack.Folder)))
        {
            enough &= new PackTrial(pack, book, engines, rules, language, json).Run(wishes, report);
        }

        engines.Tell(rules, report.Remark);
        report.Close();
        if (!report.TriedAny)
        {
            report.Remark(Phrases.NoCase);
        }

        return report.AnyFailed || !enough || !report.TriedAny || !engines.Agrees
            ? Exit.Findings
            : Exit.Done;
    }
}

/// <summary>What is wanted of <c>credit test</c> beyond running the cases.</summary>
internal sealed record TestWishes(string? Filter, bool Coverage, bool Mutate);
