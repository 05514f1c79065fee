using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;
using CreditScoring.Standings.Papers;
using CreditScoring.Tests.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings.Papers;

/// <summary>Papers about each of very many fines: counted, and never timed, is what rules are asked.</summary>
public class ManyFinesTests
{
    private const string Regime = "cn/penalty-publicity";

    private static readonly Seconding Counting = new(new PackageEngine());
    private static readonly RuleBook Book =
        RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules")), Counting).Book!;

    [Test]
    public void A_paper_asks_no_more_of_the_rules_for_all_the_days_that_other_papers_have_walked()
    {
        var papers = Called(1000);
        Assert.That(papers, Has.Count.EqualTo(1001));
        var (first, after) = (Asked(papers, 1..2), Asked(papers, 2..6));
        Assert.That(after / 4, Is.InRange(1, first / 10), $"{first} answers for the first paper, which walks all days");
    }

    private static long Asked(IReadOnlyList<CalledPaper> papers, Range some)
    {
        var before = Counting.Same;
        foreach (var paper in papers.Take(some))
        {
            Assert.That(paper.Written().Lines, Has.Count.GreaterThan(5));
        }

        return Counting.Same - before;
    }

    private static IReadOnlyList<CalledPaper> Called(int fines)
    {
        var subject = new Subject("operator", "91350100M000100Y43");
        var file = new CreditFile(subject, [.. Enumerable.Range(0, fines).Select(Fine)]);
        return PaperSet.CalledFor(
            file, Book.Regimes.Where(each => each.Name == Regime), new DateOnly(2025, 12, 31), "某厂", samples: true);
    }

    private static RegulatoryEvent Fine(int number)
    {
        var day = $"{new DateOnly(2023, 1, 1).AddDays(number):yyyy-MM-dd}";
        var text = $"{{\"id\":\"f{number}\",\"source\":\"s\",\"kind\":\"penalty\",\"occurredOn\":\"{day}\"{EventText.Operator},"
            + $"\"data\":{{\"kinds\":[\"fine\"],\"fine\":20000,\"publishedOn\":\"{day}\"}}}}";
        return new EventReader(Book.Catalogue).Read(new SourceText("e.json", text)).Event!;
    }
}
