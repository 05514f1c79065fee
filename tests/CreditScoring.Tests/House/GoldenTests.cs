using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Supervision;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>
/// What every case of every pack comes to, to the letter: the same by a second reading of the rules and of
/// the events, whatever the order in which these came. tests/golden.sh has it written to a folder, so that a
/// change that should move code only can be compared with what stood before.
/// </summary>
public class GoldenTests
{
    /// <summary>Names the folder to write to; unset: nothing is written.</summary>
    private const string Folder = "CREDIT_GOLDEN";

    [TestCaseSource(nameof(CaseFiles))]
    public void Standings_explanations_recommendations_and_drafts_are_the_same_to_the_letter_in_any_order(string path)
    {
        var told = Lines(path, First.Value, events => events);
        var again = Lines(path, Second.Value, events => events.Reverse());
        if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder)
        {
            File.WriteAllLines(Path.Combine(folder, path.Replace('/', '~') + ".golden"), told);
        }

        Assert.That(told, Has.Length.GreaterThan(3));
        Assert.That(again, Is.EqualTo(told));
    }

    private static string[] Lines(
        string path, RuleBook book, Func<IEnumerable<RegulatoryEvent>, IEnumerable<RegulatoryEvent>> order)
    {
        var flaws = new List<Flaw>();
        var text = new SourceText(path, File.ReadAllText(RepositoryFiles.Path(path)));
        var cases = CaseReader.Read(text, book.Catalogue, flaws);
        Assert.That(flaws, Is.Empty);
        return [.. cases.SelectMany(each => Told(book, each with { Events = [.. order(each.Events)] }))];
    }

    private static readonly Lazy<RuleBook> First = new(Read);
    private static readonly Lazy<RuleBook> Second = new(Read);

    private static RuleBook Read() => RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules"))).Book!;

    private static IEnumerable<string> CaseFiles() => new[] { "rules", "tests/CreditScoring.Tests/Notices" }
        .SelectMany(folder => Directory.EnumerateFiles(
            RepositoryFiles.Path(folder), "*.cases.json", SearchOption.AllDirectories))
        .Select(path => SourceFiles.From(RepositoryFiles.Root, path))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Told(RuleBook book, Case tried)
    {
        foreach (var on in tried.Expectations.Select(expectation => expectation.On).Distinct())
        {
            var file = new CreditFile(tried.Subject, tried.Events).UpTo(on);
            yield return $"# {tried.Name} @ {on:yyyy-MM-dd}";
            var assessment = Assessor.Assess(file, book, on);
            foreach (var standing in assessment.Standings)
            {
                yield return JsonText.Of(json => StandingJson.Write(json, standing));
            }

            yield return assessment.Recommendation is { } advice
                ? JsonText.Of(json => RecommendationJson.Write(json, advice, "id")) : "no recommendation";
            var explanations = book.Regimes.Where(regime => regime.Concerns(file.Subject))
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
