using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Supervision;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// Writes what every case of every pack comes to, to the letter, so that a change that should move
/// code only can be compared with what stood before: tests/golden.sh runs it.
/// </summary>
[Explicit("writes files to compare; run by tests/golden.sh")]
public class GoldenTests
{
    private static readonly RuleBook Book = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    [Test]
    public void Standings_explanations_recommendations_and_drafts_of_all_cases_are_written()
    {
        var folder = Environment.GetEnvironmentVariable("CREDIT_GOLDEN");
        Assert.That(folder, Is.Not.Null.And.Not.Empty, "CREDIT_GOLDEN names the folder to write to");
        foreach (var path in CaseFiles())
        {
            var name = SourceFiles.From(RepositoryFiles.Root, path).Replace('/', '~');
            var flaws = new List<Flaw>();
            var cases = CaseReader.Read(new SourceText(path, File.ReadAllText(path)), Book.Catalogue, flaws);
            Assert.That(flaws, Is.Empty);
            File.WriteAllLines(Path.Combine(folder!, name + ".golden"), cases.SelectMany(Told));
        }
    }

    private static IEnumerable<string> CaseFiles() => new[] { "rules", "tests/CreditScoring.Tests/Notices" }
        .SelectMany(folder => Directory.EnumerateFiles(
            RepositoryFiles.Path(folder), "*.cases.json", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Told(Case tried)
    {
        foreach (var on in tried.Expectations.Select(expectation => expectation.On).Distinct())
        {
            var file = new CreditFile(tried.Subject, tried.Events).UpTo(on);
            yield return $"# {tried.Name} @ {on:yyyy-MM-dd}";
            var assessment = Assessor.Assess(file, Book, on);
            foreach (var standing in assessment.Standings)
            {
                yield return JsonText.Of(json => StandingJson.Write(json, standing));
            }

            yield return assessment.Recommendation is { } advice
                ? JsonText.Of(json => RecommendationJson.Write(json, advice, "id")) : "no recommendation";
            var explanations = Book.Regimes.Where(regime => regime.Concerns(file.Subject))
                .Select(regime => Explaining.Of(file, regime, on)).ToArray();
            foreach (var explanation in explanations)
            {
                yield return JsonText.Of(json => ExplanationJson.Write(json, explanation));
            }

            yield return Notice.Of(explanations, Addressee.Party, "zh");
            yield return Notice.Of(explanations, Addressee.Party, "en");
            yield return Notice.Of(explanations, Addressee.File, "zh");
        }
    }
}
