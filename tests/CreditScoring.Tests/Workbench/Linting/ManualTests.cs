using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Covering;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>The author's manual says all that the code can say, and its worked example works.</summary>
public class ManualTests
{
    /// <summary>Flaws that the import, the service's door, or a standing tells; lint cannot meet them.</summary>
    private static readonly HashSet<string> ToldElsewhere =
    [
        "date-form-invalid", "template-invalid", "unknown-join", "event-conflict", "day-in-future",
        "no-pack-in-force", "duplicate-property", "may-not-mend", "too-many-steps", "nothing-amended", "does-not-apply",
        // Rules and cases are no CloudEvents; CloudEventTests have them.
        "specversion-unknown", "data-not-json", "instant-invalid",
        // Rules cannot make the engines differ but where the manual says so: SecondingTests plant it.
        "engines-differ",
        // No text is known with which it happens; EveryFrameTests look for one.
        "cannot-be-compiled",
        // Ten thousand rules are no example to read; WorkflowTests have them. Nor are twenty flaws of
        // one event; HostileTextTests have them.
        "too-many-rules", "flaws-too-many",
        // Tables are no rules; the tests in Cli/Importing have them.
        "column-missing", "column-twice", "row-number-invalid", "table-unreadable", "table-empty", "sheet-missing",
        "wrong-encoding", "old-workbook", "binary-workbook", "open-document", "page-not-workbook", "xml-not-workbook",
        "no-table", "no-workbook", "days-from-1904",
        // Lists, registers and proofs of draws are no rules; the tests in Draws/ have them.
        "columns-differ", "line-invalid", "listed-twice", "frozen-list-broken", "form-unknown", "public-value-unclear",
    ];

    private static readonly string Manual = File.ReadAllText(RepositoryFiles.Path("rules/README.md"));

    [Test]
    public void Every_flaw_that_the_code_can_tell_has_its_section() => Assert.That(
        FlawNames().Where(name => !Manual.Contains($"\n### {name}\n- 避免 Avoid：", StringComparison.Ordinal)),
        Is.Empty);

    [Test]
    public void Every_flaw_that_lint_can_tell_has_its_bad_example() => Assert.That(
        FlawNames().Except(ToldElsewhere).Except(RulesFolder.BadExamples()), Is.Empty);

    [Test]
    public void The_list_of_functions_is_that_of_the_library()
    {
        var book = RuleBookReader.Read([.. RulesFolder.Bundled().Select(file => new SourceText(file.Key, file.Value))]);
        Assert.That(
            CreditScoring.Workbench.Schemas.LanguageReference.In(Manual, book.Catalogue!), Is.EqualTo(Manual),
            "write it with: credit schema --rules rules");
        Assert.That(Manual, Does.Contain("| `addWorkingDays(日期, 整数)` | 日期 |"));
    }

    [Test]
    public void Every_section_and_example_is_of_a_flaw_that_there_is()
    {
        var sections = Regex.Matches(Manual, @"(?<=\n### )[a-z-]+(?=\n- 避免)").Select(match => match.Value);
        Assert.That(sections.Concat(RulesFolder.BadExamples()).Except(FlawNames()), Is.Empty);
    }

    [Test]
    public void The_worked_example_has_no_flaw_and_its_cases_try_all_of_it()
    {
        var rules = RulesFolder.Bundled().Where(file => file.Key.StartsWith("events/", StringComparison.Ordinal))
            .ToDictionary();
        const string Folder = "example/complaint-watch/2026-01-01/";
        var worked = Manual[Manual.IndexOf("\n## 7 ", StringComparison.Ordinal)..Manual.IndexOf("\n## 8 ", StringComparison.Ordinal)];
        var blocks = Regex.Matches(worked, @"```(?:json|markdown)\n([\s\S]*?)```").Select(match => match.Groups[1].Value).ToArray();
        string[] names = ["law.md", "pack.json", "points.workflow.json", "tier.workflow.json", "cases/complaints.cases.json"];
        foreach (var (name, block) in names.Zip(blocks))
        {
            rules.Add(Folder + name, block);
        }

        Assert.That(RulesFolder.Lint(rules), Is.Empty);
        var book = RuleBookReader.Read([.. rules.Select(file => new SourceText(file.Key, file.Value))]).Book!;
        var coverage = new Coverage(book.OfFolder(Folder)!.Versions[0]);
        var cases = CaseReader.Read(new SourceText("cases", rules[Folder + names[^1]]), book.Catalogue, new List<Flaw>());
        Assert.That(cases.Select(each => CaseRunner.Run(each, book.OfFolder(Folder)!, coverage).Passed), Is.All.True);
        Assert.That(coverage.IsComplete);
    }

    /// <summary>Names in kebab-case where a flaw is made, in the core and the command line.</summary>
    private static IEnumerable<string> FlawNames()
    {
        var made = new Regex(
            @"(?:new (?:Line)?Flaw\(|TableException\.Of\(|=> new\(|new\(|SyntaxFault\(|Call\.Wrong\(|\.Add\(|Unknown\(|Found\(|new Flaw\(\s*length == 0 \?)\s*""([a-z]+(?:-[a-z]+)*)"",");
        var either = new Regex(@"\? ""([a-z]+-[a-z-]+)"" : ""([a-z]+-[a-z-]+)"", at");
        var kept = new Regex(@"/// <summary>Name of the flaw [^\n]*\n\s*public const string \w+ = ""([a-z]+(?:-[a-z]+)*)"";");
        foreach (var file in new[] { "src/CreditScoring", "src/CreditScoring.Cli", "src/CreditScoring.Importing", "src/CreditScoring.SecondOpinion" }
            .SelectMany(folder => Directory.GetFiles(RepositoryFiles.Path(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/Sampling/", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            foreach (var name in made.Matches(text).Concat(either.Matches(text)).Concat(kept.Matches(text)).SelectMany(match => match.Groups.Values.Skip(1))
                .Select(group => group.Value).Where(IsFlaw).ToArray())
            {
                yield return name;
            }
        }
    }

    private static bool IsFlaw(string name) => name is "syntax" || (name.Contains('-', StringComparison.Ordinal)
        && name is not ("duty-missed" or "repaired" or "step-taken" or "repair-request"));
}
