using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Covering;

namespace CreditScoring.Cli;

/// <summary>Tries one pack with its own cases.</summary>
internal sealed class PackTrial(
    PackFiles pack, RuleBook book, EngineTally engines, RuleSelection rules, string language, bool json)
{
    private readonly Regime regime = book.OfFolder(pack.Folder)!;

    /// <summary>True where the cases try as much of the pack as was asked.</summary>
    public bool Run(TestWishes wishes, TestReport report)
    {
        var flaws = new List<Flaw>();
        var all = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, flaws)).ToArray();
        var cases = all.Where(tried => wishes.Filter is null
            || tried.Name.Contains(wishes.Filter, StringComparison.OrdinalIgnoreCase)).ToArray();
        var measured = (wishes.Coverage || wishes.Mutate) && !IsTemplate(report);
        var coverage = wishes.Coverage && measured ? new Coverage(Version) : null;
        var failed = cases.Count(tried => !report.Tell(CaseRunner.Run(tried, regime, coverage)));
        Whole(cases);
        flaws.ForEach(report.Tell);
        report.Pack(pack.Folder, cases.Length - failed, all.Length, flaws.Count);
        var enough = coverage is null || new CoverageReport(pack, rules, language, json).Tell(coverage);
        return wishes.Mutate && measured && failed + flaws.Count == 0
            ? new MutationReport(rules, language, json).Tell(pack, regime, book, cases) && enough
            : enough;
    }

    /// <summary>Runs the whole workflow files wherever a case judges by them.</summary>
    public void Whole(IReadOnlyList<Case> cases)
    {
        var whole = cases.Count == 0 ? null : engines.WholeOf(Version, pack, book);
        foreach (var tried in cases)
        {
            whole!.Try(tried, regime);
        }
    }

    private RulePack Version => regime.Versions.First(
        version => pack.Folder.EndsWith("/" + version.Version, StringComparison.Ordinal));

    /// <summary>
    /// A template lacks the numbers of a bureau: nothing can be judged, so nothing be noticed.
    /// </summary>
    private bool IsTemplate(TestReport report)
    {
        if (regime.IsTemplate)
        {
            report.Remark(Phrases.Template(pack.Folder));
        }

        return regime.IsTemplate;
    }
}
