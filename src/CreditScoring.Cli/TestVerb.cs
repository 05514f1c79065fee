using System.CommandLine;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;
using CreditScoring.RuleShelf;
using CreditScoring.Trials;

namespace CreditScoring.Cli;

/// <summary><c>credit test</c>: runs the worked cases of every pack.</summary>
public static class TestVerb
{
    public static Command Create()
    {
        var folder = RuleArguments.Folder();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var filter = new Option<string?>("--filter") { Description = "Only cases whose name contains this" };
        var mutate = new Option<bool>("--mutate") { Description = "Change the rules in small ways and report what no case notices" };
        var verb = new Command("test", "Run the cases of every pack; exit code 1 where one fails")
        {
            folder, filter, mutate, language, json,
        };
        verb.SetAction(parsed => Test(
            RuleSelection.Of(parsed.GetValue(folder)), parsed.GetValue(filter), parsed.GetValue(mutate),
            parsed.GetValue(language)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Test(RuleSelection rules, string? filter, bool mutate, string language, bool json)
    {
        var reading = RuleBookReader.Read(RuleFolder.Read(rules.Folder));
        if (reading.Book is not { } book)
        {
            throw new WrongUseException("the rules have errors; 'credit lint' shows them");
        }

        var enough = true;
        var report = new TestReport(rules, language, json);
        foreach (var pack in reading.Packs.Where(pack => rules.Includes(pack.Folder)))
        {
            var cases = Test(pack, book, filter, report);
            if (mutate && report.Failed == 0)
            {
                enough &= new MutationReport(rules, language, json).Tell(
                    pack, book.OfFolder(pack.Folder)!, book.Catalogue, cases);
            }
        }

        report.Close();
        return report.Failed > 0 || !enough ? Exit.Findings : Exit.Done;
    }

    private static Case[] Test(PackFiles pack, RuleBook book, string? filter, TestReport report)
    {
        var regime = book.OfFolder(pack.Folder)!;
        var flaws = new List<Flaw>();
        var cases = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, flaws)).ToArray();
        var passed = 0;
        foreach (var tried in cases.Where(
            tried => filter is null || tried.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)))
        {
            passed += report.Tell(CaseRunner.Run(tried, regime)) ? 1 : 0;
        }

        flaws.ForEach(report.Tell);
        report.Pack(pack.Folder, passed, cases.Length);
        return cases;
    }
}
