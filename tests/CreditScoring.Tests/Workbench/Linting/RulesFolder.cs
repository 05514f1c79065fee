using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.CaseLinting;
using SecondingOf = CreditScoring.Law.Seconding.Seconding;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>Rules folders of these tests, in memory: path from the folder -> text.</summary>
internal static class RulesFolder
{
    private static readonly string Here = RepositoryFiles.Path("tests/CreditScoring.Tests/Workbench/Linting");

    /// <summary>The rules that ship.</summary>
    public static Dictionary<string, string> Bundled() => Read(RepositoryFiles.Path("rules"));

    /// <summary>The shipped catalogue with one small pack that has every role it needs and no flaw.</summary>
    public static Dictionary<string, string> Good()
    {
        var rules = Bundled().Where(file => file.Key.StartsWith("events/", StringComparison.Ordinal))
            .ToDictionary();
        foreach (var (path, text) in Read(Path.Combine(Here, "good")))
        {
            rules.Add(path, text);
        }

        return rules;
    }

    /// <summary>The good rules with the files of a bad example in place of theirs.</summary>
    public static Dictionary<string, string> Bad(string flaw)
    {
        var rules = Good();
        foreach (var (path, text) in Read(Path.Combine(Here, "bad", flaw)))
        {
            rules[path] = text;
        }

        return rules;
    }

    public static IEnumerable<string> BadExamples() =>
        Directory.GetDirectories(Path.Combine(Here, "bad")).Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal);

    public static string PlaceOfBad(string flaw) =>
        File.ReadAllText(Path.Combine(Here, "bad", flaw, "place.txt")).Trim();

    /// <param name="seconding">Where the other engine has to read them too; it costs a second.</param>
    public static IReadOnlyList<Flaw> Lint(
        IReadOnlyDictionary<string, string> rules, SecondingOf? seconding = null) => RuleLint.Check(
        [.. rules.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new SourceText(file.Key, file.Value))],
        seconding).Flaws;

    /// <summary>What lint finds in a bad example; by both engines where its flaw is of the other one.</summary>
    public static IReadOnlyList<Flaw> LintBad(string flaw) => Lint(
        Bad(flaw), flaw == "real-engine-refuses" ? new SecondingOf(new PackageEngine()) : null);

    private static Dictionary<string, string> Read(string folder) =>
        RuleFolder.Read(folder).ToDictionary(file => file.File, file => file.Text);
}
