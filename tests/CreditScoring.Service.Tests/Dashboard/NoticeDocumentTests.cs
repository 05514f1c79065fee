using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Standings.Papers;
using CreditScoring.Workbench.Cases;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>A paper as a document that an office opens, completes and prints.</summary>
public class NoticeDocumentTests
{
    private static readonly string[] Paper =
        ["质量失信记分告知书", "编号：____", "", "一、记分", "累计记 <9> 分 & 尚未失效。"];

    [Test]
    public void It_is_a_valid_document_with_all_that_the_paper_says()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(NoticeDocument.Write(Paper)), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(each => $"{each.Path?.XPath} {each.Description}"), Is.Empty);
        Assert.That(document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(each => each.InnerText),
            Is.EqualTo(Paper.Where(line => line.Length > 0)));
    }

    [Test]
    public void A_paper_of_every_template_of_every_regime_is_a_valid_document_and_reads_back_as_it_was()
    {
        var book = RuleBookReader.Read(RuleFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"))).Book!;
        // No situation of the notices ends in a grant to leave the list of serious violations; its worked examples do.
        var papers = Directory.GetFiles(Deployed.Path("../../../tests/CreditScoring.Tests/Notices"), "*.cases.json")
            .Concat([Path.Combine(AppContext.BaseDirectory, "rules/cn/serious-list/2021-09-01/cases/decisions.cases.json")])
            .SelectMany(file => PapersOf(file, book)).ToList();
        var wrong = new List<string>();
        foreach (var paper in papers)
        {
            string[] lines = [paper.Title, .. paper.Lines.Select(each => each.Text)];
            using var document = WordprocessingDocument.Open(new MemoryStream(NoticeDocument.Write(lines)), isEditable: false);
            wrong.AddRange(new OpenXmlValidator().Validate(document).Select(each => $"{paper.Title}: {each.Path?.XPath} {each.Description}"));
            Assert.That(
                document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(each => each.InnerText),
                Is.EqualTo(lines.Where(line => line.Length > 0)), paper.Title);
        }

        Assert.That(wrong, Is.Empty);
        var templates = book.Regimes.SelectMany(regime => regime.Versions).SelectMany(pack => pack.Papers.Keys.Select(kind => $"{pack.Regime} {kind}"));
        Assert.That(papers.Select(each => $"{each.Regime} {each.Kind}").Distinct(), Is.EquivalentTo(templates), "of each there is a situation");
        TestContext.Out.WriteLine($"{papers.Count} papers of {papers.Select(each => (each.Regime, each.Kind)).Distinct().Count()} templates: 0 errors");
    }

    private static IEnumerable<Paper> PapersOf(string file, RuleBook book) =>
        from tried in CaseReader.Read(new SourceText(file, File.ReadAllText(file)), book.Catalogue, new List<Flaw>())
        let day = tried.Expectations[0].On
        from paper in PaperSet.Of(
            new CreditFile(tried.Subject, tried.Events).UpTo(day), book.Regimes.Where(regime => regime.Concerns(tried.Subject)), day,
            "闽江食品厂（测试）", samples: true)
        select paper;

    [Test]
    public void Its_pages_are_numbered_outside_on_odd_and_on_even_ones()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(NoticeDocument.Write(Paper)), isEditable: false);
        var main = document.MainDocumentPart!;
        var sides = main.Document!.Body!.GetFirstChild<SectionProperties>()!.Elements<FooterReference>().ToDictionary(
            each => each.Type!.Value,
            each => ((FooterPart)main.GetPartById(each.Id!)).Footer!.Descendants<Justification>().Single().Val!.Value);
        Assert.That(sides[HeaderFooterValues.Default], Is.EqualTo(JustificationValues.Right));
        Assert.That(sides[HeaderFooterValues.Even], Is.EqualTo(JustificationValues.Left));
        Assert.That(main.FooterParts.SelectMany(each => each.Footer!.Descendants<SimpleField>()).Select(each => each.Instruction!.Value),
            Is.EqualTo(new[] { "PAGE", "PAGE" }));
        Assert.That(main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>(), Is.Not.Null);
    }
}
