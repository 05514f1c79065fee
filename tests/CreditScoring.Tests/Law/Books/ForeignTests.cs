using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Books;

/// <summary>
/// A regime of another field and country, with a catalogue of its own and no calendar, written with
/// rules/README.md alone: the format holds it and no line of C# knows of it.
/// </summary>
public class ForeignTests
{
    private static readonly RuleReading Reading = RuleBookReader.Read(
        RuleFolder.Read(RepositoryFiles.Path("tests/CreditScoring.Tests/Law/Books/Foreign/rules")));

    [Test]
    public void It_reads_without_an_error() => Assert.That(
        Reading.Flaws.Where(flaw => flaw.Severity == Severity.Error).Select(flaw => flaw.ToString()), Is.Empty);

    [Test]
    public void Its_cases_come_out_as_reckoned_by_hand()
    {
        var flaws = new List<Flaw>();
        var pack = Reading.Packs.Single();
        var regime = Reading.Book!.OfFolder(pack.Folder)!;
        var cases = pack.Cases.SelectMany(file => CaseReader.Read(file, Reading.Book.Catalogue, flaws)).ToArray();
        Assert.That(flaws, Is.Empty);
        Assert.That(cases, Has.Length.AtLeast(16));
        foreach (var tried in cases)
        {
            Assert.That(CaseRunner.Run(tried, regime).Differences, Is.Empty, tried.Name);
        }
    }
}
