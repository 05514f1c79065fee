using System.Text;
using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;
using CreditScoring.RuleShelf;
using CreditScoring.Trials;

namespace CreditScoring.Cli;

/// <summary>Rules as last looked at: what has not changed since is not tested again.</summary>
internal sealed class WatchedRules(RuleSelection rules, string language)
{
    private readonly Dictionary<string, (string Text, IReadOnlyList<string> Failures)> known =
        new(StringComparer.Ordinal);

    private DateTime lookedAt = DateTime.MinValue;

    public void Forget() => known.Clear();

    /// <summary>Lints everything, tests the packs that changed, and tells of both.</summary>
    public string Look()
    {
        var saved = LastSaved();
        var documents = RuleFolder.Read(rules.Folder);
        var reading = RuleBookReader.Read(documents);
        var lines = new List<string>();
        lines.AddRange(reading.Flaws.Where(flaw => rules.Includes(flaw.Place))
            .Select(flaw => rules.Shown(flaw).In(language)));
        var failures = reading.Book is null ? [] : Failures(reading, documents).ToArray();
        lines.AddRange(failures);
        var took = saved > lookedAt && lookedAt > DateTime.MinValue
            ? $"{(DateTime.UtcNow - saved).TotalMilliseconds:0} ms" : "";
        lookedAt = saved;
        lines.Add(Verdict(reading, failures.Length, took));
        return string.Join('\n', lines);
    }

    private string Verdict(RuleReading reading, int failed, string took)
    {
        var errors = reading.Flaws.Count(flaw => flaw.Severity == Severity.Error);
        return language == "zh"
            ? $"{(errors + failed == 0 ? "通过" : "未通过")}：{errors} 个错误，{failed} 处算例不符 {took}"
            : $"{(errors + failed == 0 ? "ok" : "FAILED")}: {errors} errors, {failed} failing cases {took}";
    }

    private IEnumerable<string> Failures(RuleReading reading, IReadOnlyList<SourceText> documents)
    {
        foreach (var pack in reading.Packs.Where(pack => rules.Includes(pack.Folder)))
        {
            var regime = reading.Book!.OfFolder(pack.Folder)!;
            var text = TextOf(documents, regime.Name);
            if (known.GetValueOrDefault(pack.Folder).Text != text)
            {
                known[pack.Folder] = (text, Failures(pack, regime, reading.Book));
            }

            foreach (var failure in known[pack.Folder].Failures)
            {
                yield return failure;
            }
        }
    }

    private string[] Failures(PackFiles pack, Regime regime, RuleBook book)
    {
        var flaws = new List<Flaw>();
        var cases = pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, flaws)).ToArray();
        return
        [
            .. flaws.Select(flaw => rules.Shown(flaw).In(language)),
            .. cases.AsParallel().AsOrdered().Select(each => CaseRunner.Run(each, regime))
                .SelectMany(result => result.Differences).Select(each => FormattableString.Invariant(
                    $"{rules.Shown(each.Place)}: on {each.On:yyyy-MM-dd} {each.Path}: expected {each.Expected}, found {each.Actual}")),
        ];
    }

    /// <summary>All that the cases of a regime's packs depend on.</summary>
    private static string TextOf(IEnumerable<SourceText> documents, string regime)
    {
        var all = new StringBuilder();
        foreach (var document in documents.Where(each =>
            each.File.StartsWith(regime + "/", StringComparison.Ordinal)
            || each.File.StartsWith("events/", StringComparison.Ordinal)
            || each.File.StartsWith("calendars/", StringComparison.Ordinal)))
        {
            all.Append(document.File).Append('\n').Append(document.Text).Append('\0');
        }

        return all.ToString();
    }

    private DateTime LastSaved() =>
        Directory.EnumerateFiles(rules.Folder, "*", SearchOption.AllDirectories)
            .Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
}
