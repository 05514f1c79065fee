using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// A draft as .docx, laid out as an official paper (GB/T 9704-2012): A4, margins of 37, 35, 28 and 26 mm,
/// title of 22 points, text of 16 points 仿宋, 22 lines of 28 characters a page.
/// </summary>
public static class NoticeDocument
{
    public const string MediaType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Twentieths of a point in a millimetre: 1440 in 25.4.</summary>
    private const double PerMillimetre = 1440 / 25.4;

    /// <summary>225 mm of text over 22 lines, in twentieths of a point.</summary>
    private const string Line = "580";

    private const string Song = "方正小标宋简体";
    private const string FangSong = "仿宋";
    private const string Hei = "黑体";

    /// <summary>As an answer that is kept under a name.</summary>
    public static IResult Answer(HttpRequest request, IReadOnlyList<string> lines, string name)
    {
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.docx\"";
        return Results.Bytes(Write(lines), MediaType);
    }

    /// <param name="lines">The first is the title; empty ones are left out.</param>
    public static byte[] Write(IReadOnlyList<string> lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            body.Append(lines.Select(ParagraphOf).OfType<Paragraph>());
            var main = document.AddMainDocumentPart();
            body.Append(new SectionProperties(
                Numbered(main, HeaderFooterValues.Default, JustificationValues.Right),
                Numbered(main, HeaderFooterValues.Even, JustificationValues.Left),
                new PageSize { Width = Twips(210), Height = Twips(297) },
                new PageMargin
                {
                    Top = (int)Twips(37).Value, Bottom = (int)Twips(35).Value, Left = Twips(28),
                    Right = Twips(26), Header = Twips(15), Footer = Twips(20),
                }));
            main.Document = new Document(body);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
        }

        return stream.ToArray();
    }

    /// <summary>Whether a line heads a section: 一、 and so on.</summary>
    public static bool IsHeading(string line) =>
        line.Length > 1 && "一二三四五六七八九十".Contains(line[0], StringComparison.Ordinal) && line[1] == '、';

    /// <summary>
    /// The number of the page between dashes, in 14 points: on odd pages at the right, on even ones at the
    /// left.
    /// </summary>
    private static FooterReference Numbered(
        MainDocumentPart main, HeaderFooterValues pages, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        Run Of(OpenXmlElement said) => new(
            new RunProperties(new RunFonts { EastAsia = Song, Ascii = "宋体", HighAnsi = "宋体" },
                new FontSize { Val = "28" }), said);
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = side }),
            Of(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(Of(new Text("1"))) { Instruction = "PAGE" },
            Of(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return new FooterReference { Type = pages, Id = main.GetIdOfPart(part) };
    }

    private static Paragraph? ParagraphOf(string line, int at) => line.Length == 0 ? null
        : at == 0 ? Of(line, Song, 44, JustificationValues.Center, indented: false)
        : Of(line, IsHeading(line) ? Hei : FangSong, 32, JustificationValues.Both, indented: true);

    /// <param name="size">In half points.</param>
    private static Paragraph Of(
        string text, string font, int size, JustificationValues justified, bool indented) => new(
        new ParagraphProperties(
            new SpacingBetweenLines { Line = Line, LineRule = LineSpacingRuleValues.Exact },
            indented ? new Indentation { FirstLineChars = 200 } : new Indentation(),
            new Justification { Val = justified }),
        new Run(
            new RunProperties(
                new RunFonts { EastAsia = font, Ascii = font, HighAnsi = font },
                new FontSize { Val = $"{size}" }),
            new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static UInt32Value Twips(double millimetres) => (uint)Math.Round(millimetres * PerMillimetre);
}
