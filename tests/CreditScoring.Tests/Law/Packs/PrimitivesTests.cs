using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Packs;

/// <summary>
/// What the format must be able to say (rule-packs.md), each said by a small pack with cases worked
/// by hand: the packs lie in Primitives beside this file.
/// </summary>
public class PrimitivesTests
{
    private static readonly RuleReading Reading =
        RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("tests/CreditScoring.Tests/Law/Packs/Primitives/rules")));

    [Test]
    public void The_packs_are_free_of_flaws() => Assert.That(Reading.Flaws, Is.Empty);

    [TestCaseSource(nameof(Cases))]
    public void A_primitive_comes_out_as_its_case_says(Case tried, Regime regime) => Assert.That(
        CaseRunner.Run(tried, regime).Differences.Select(
            each => $"{each.Place}: {each.On:yyyy-MM-dd} {each.Path}: expected {each.Expected}, was {each.Actual}"),
        Is.Empty);

    [Test]
    public void A_case_that_says_otherwise_is_noticed()
    {
        var (tried, regime) = All().First();
        var wrong = new SourceText("wrong", """{ "points": 1000 }""");
        var planted = tried with
        {
            Expectations = [new Expectation(tried.Expectations[0].On, JsonDocumentReader.Read(wrong, out _)!)],
        };
        Assert.That(CaseRunner.Run(planted, regime).Passed, Is.False);
    }

    [TestCase("""{ "points": { "near": 2.5, "within": 0.5 } }""", true)]
    [TestCase("""{ "points": { "near": 2.4, "within": 0.6 } }""", true, Description = "the bound belongs to it")]
    [TestCase("""{ "points": { "near": 2.4, "within": 0.5 } }""", false)]
    [TestCase("""{ "points": { "near": 3, "within": -1 } }""", false)]
    [TestCase("""{ "entries": { "only": [ { "event": "g" }, { "event": "a" } ] } }""", true)]
    [TestCase("""{ "entries": { "only": [ { "event": "a" } ] } }""", false)]
    [TestCase("""{ "entries": [ { "event": "a" } ] }""", true)]
    [TestCase("""{ "entries": { "only": [ { "event": "a" }, { "event": "a" } ] } }""", false)]
    [TestCase("""{ "entries": { "only": [] } }""", false)]
    [TestCase("""{ "entries": [] }""", false)]
    [TestCase("""{ "tier": { "near": 1, "within": 1 } }""", false)]
    public void What_is_expected_is_a_list_and_no_more_or_a_number_and_about_it(string expected, bool same)
    {
        // Of gravity 2 and 7, in thirds: three.
        var (tried, regime) = All().Single(each => each.Case.Name.StartsWith("With an act", StringComparison.Ordinal));
        var asked = tried with
        {
            Expectations = [new Expectation(new DateOnly(2024, 3, 1), JsonDocumentReader.Read(new SourceText("case", expected), out _)!)],
        };
        Assert.That(CaseRunner.Run(asked, regime).Passed, Is.EqualTo(same));
    }

    private static IEnumerable<TestCaseData> Cases() => All().Select(each =>
        new TestCaseData(each.Case, each.Regime).SetArgDisplayNames(each.Regime.Name["test/".Length..], each.Case.Name));

    private static IEnumerable<(Case Case, Regime Regime)> All()
    {
        if (Reading.Book is not { } book)
        {
            yield break;
        }

        var flaws = new List<Flaw>();
        foreach (var pack in Reading.Packs)
        {
            foreach (var tried in pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, flaws)))
            {
                yield return (tried, book.OfFolder(pack.Folder)!);
            }
        }

        if (flaws.Count > 0)
        {
            throw new InvalidOperationException(string.Join("\n", flaws));
        }
    }
}
