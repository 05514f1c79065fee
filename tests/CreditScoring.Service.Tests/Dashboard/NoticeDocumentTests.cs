using CreditScoring.Service.Dashboard;
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
