using System.Text;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.CaseLinting;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Cli;

/// <summary>
/// Rules as last looked at. A regime's packs depend on each other and on the catalogue and calendars,
/// and on nothing else: what of that has not changed since is neither linted nor tested again.
/// </summary>
internal sealed class WatchedRules(RuleSelection rules, string language)
{
    private readonly Dictionary<string, Verdict> known = new(StringComparer.Ordinal);

    private DateTime lookedAt = DateTime.MinValue;

    public void Forget() => known.Clear();

    /// <summary>Lints and tests the regimes that changed, and tells of all.</summary>
    public string Look()
    {
        var saved = LastSaved();
        var documents = RuleFolder.Read(rules.Folder);
        var verdicts = Regimes(documents).Select(regime => Of(regime, documents)).ToArray();
        var flaws = verdicts.SelectMany(verdict => verdict.Flaws)
            .DistinctBy(flaw => (flaw.Name, flaw.Place)).ToList();
        flaws.Sort(Flaw.ByPlace);
        var failures = verdicts.SelectMany(verdict => verdict.Failures).ToArray();
        var took = saved > lookedAt && lookedAt > DateTime.MinValue
            ? $"{(DateTime.UtcNow - saved).TotalMilliseconds:0} ms" : "";
        lookedAt = saved;
        return string.Join('\n', [
            .. flaws.Where(flaw => flaw.Severity > Severity.Notice)
                .Select(flaw => FlawText.Of(rules.Shown(flaw), language)),
            .. failures, Summary(flaws, failures.Length, took),
        ]);
    }

    private string Summary(List<Flaw> flaws, int failed, string took)
    {
        var errors = flaws.Count(flaw => flaw.Severity == Severity.Error);
        var warnings = flaws.Count(flaw => flaw.Severity == Severity.Warning);
        return Phrases.Watched(errors + failed == 0, errors, warnings, failed, took).In(language);
    }

    /// <summary>The regimes that are watched: folders that hold the folders of versions.</summary>
    private IEnumerable<string> Regimes(IEnumerable<SourceText> documents) =>
        documents.Select(document => document.File)
            .Where(file => file.EndsWith("/pack.json", StringComparison.Ordinal))
            .Select(file => file[..^"/pack.json".Length]).Where(rules.Includes)
            .Select(folder => folder[..Math.Max(0, folder.LastIndexOf('/'))]).Distinct();

    private Verdict Of(string regime, IEnumerable<SourceText> documents)
    {
        var own = documents.Where(each => new[] { regime, "events", "calendars" }.Any(
            folder => each.File.StartsWith(folder + "/", StringComparison.Ordinal))).ToArray();
        var text = TextOf(own);
        if (known.GetValueOrDefault(regime)?.Text != text)
        {
            var (reading, flaws) = RuleLint.Check(own, SecondEngine.Always());
            known[regime] = new Verdict(
                text, flaws, reading.Book is { } book ? [.. Failures(reading, book)] : []);
        }

        return known[regime];
    }

    private IEnumerable<string> Failures(RuleReading reading, RuleBook book) =>
        from pack in reading.Packs
        where rules.Includes(pack.Folder)
        let regime = book.OfFolder(pack.Folder)
        let cases = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, []))
        from result in cases.AsParallel().AsOrdered().Select(each => CaseRunner.Run(each, regime))
        from each in result.Differences
        select DifferenceText.Of(rules, each, language);

    private static string TextOf(IEnumerable<SourceText> documents)
    {
        var all = new StringBuilder();
        foreach (var document in documents)
        {
            all.Append(document.File).Append('\n').Append(document.Text).Append('\0');
        }

        return all.ToString();
    }

    private DateTime LastSaved() =>
        Directory.EnumerateFiles(rules.Folder, "*", SearchOption.AllDirectories)
            .Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();

    private sealed record Verdict(string Text, IReadOnlyList<Flaw> Flaws, IReadOnlyList<string> Failures);
}
