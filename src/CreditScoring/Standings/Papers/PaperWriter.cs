using System.Text;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// Fills in the templates of a pack. A sentence with a field that the record cannot say is left out, unless
/// the paper is not valid without it: then a blank stands there and the officer is told.
/// </summary>
public sealed class PaperWriter
{
    private const string Empty = "____________";

    private static readonly string[] Numerals =
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    private readonly PaperTemplate template;
    private readonly List<PaperLine> lines = [];
    private readonly List<Wording> missing = [];

    private PaperWriter(PaperTemplate template) => this.template = template;

    /// <summary>The papers that the situation of a subject in one regime gives rise to.</summary>
    /// <param name="explained">Its standing on the day, in that regime.</param>
    /// <param name="name">Of the party; null: no profile says it.</param>
    /// <param name="samples">
    /// Whether samples are asked for as well, of rules that rest on no instrument. They are no papers of
    /// anybody's, and must not lie among those that are.
    /// </param>
    public static IReadOnlyList<CalledPaper> Of(
        CreditFile file, Regime regime, Explanation explained, string? name, bool samples = false)
    {
        if (explained.Standing.Tier is null
            || regime.On(explained.Standing.On) is not { Manifest.Notice.ToParty: true } pack
            || (pack.Manifest.Status != PackStatus.Official && !samples))
        {
            return [];
        }

        return
        [
            .. pack.Papers.Values.OrderBy(each => each.Kind).SelectMany(
                template => new PaperMatters(file, regime, explained, name, template).Of().Select(
                    each => new CalledPaper(pack, template, each.Matter, each.About))),
        ];
    }

    /// <summary>Fills in a template.</summary>
    /// <param name="about">What it is about; null: all of the standing.</param>
    internal static Paper Write(RulePack pack, PaperTemplate template, PaperMatter matter, string? about) =>
        new PaperWriter(template).Written(pack, matter, about);

    private Paper Written(RulePack pack, PaperMatter matter, string? about)
    {
        var isOfficial = pack.Manifest.Status == PackStatus.Official;
        if (matter.IsDenied)
        {
            Miss([PaperRemarks.Denied]);
        }
        else
        {
            Write(matter, isOfficial);
        }

        return new Paper(
            template.Kind, pack.Regime, template.Title, about, [.. Numbered()], missing)
        {
            IsOfficial = isOfficial, Remarks = PaperRemarks.Of(matter),
        };
    }

    private void Write(PaperMatter matter, bool isOfficial)
    {
        Add(isOfficial ? "" : "（依示例、模板或者测试规则写成的样张，没有效力，不得送达。）", ParagraphForm.Text);
        foreach (var paragraph in template.Paragraphs.Where(each => isOfficial || !IsFormal(each)))
        {
            var list = paragraph.Fields.FirstOrDefault(each => each.IsOfList(template.Kind))?.List;
            if (paragraph.Form != ParagraphForm.Repeated || list is null || matter.Each(list) is not { } all)
            {
                Add(Filled(paragraph, matter), paragraph.Form);
                continue;
            }

            var written = all.Select(each => Filled(paragraph, each))
                .Where(each => each.Length > 0).ToArray();
            DropHeadOf(written.Length);
            Miss(written.Length == all.Count ? [] : [Untold(paragraph)]);
            for (var i = 0; i < written.Length; i++)
            {
                Add(written.Length == 1 ? written[i] : $"（{Number(i)}）{written[i]}", ParagraphForm.Text);
            }
        }
    }

    /// <summary>Number, seal and day make a paper of an authority: a sample has none of them.</summary>
    private static bool IsFormal(TemplateParagraph paragraph) =>
        paragraph.Fields.Any(each => PaperField.Find(each.Name) is { IsFormal: true });

    private void Miss(IReadOnlyList<Wording> wanted) => missing.AddRange(wanted.Except(missing));

    /// <summary>
    /// That an item of a list is missing as a whole, since the record says nothing of it.
    /// </summary>
    private static Wording Untold(TemplateParagraph paragraph)
    {
        var first = paragraph.Fields.Select(each => PaperField.Find(each.Name)?.Says)
            .OfType<Wording>().First();
        return new Wording($"未能写入的{first.Zh}", $"what could not be told: {first.En}");
    }

    /// <summary>A line that only leads to a list (ending in ：) goes where the list is empty.</summary>
    private void DropHeadOf(int items)
    {
        while (items == 0 && lines.Count > 0 && (lines[^1].Text.EndsWith('：') || lines[^1].IsHeading))
        {
            lines.RemoveAt(lines.Count - 1);
        }
    }

    private void Add(string text, ParagraphForm form)
    {
        if (text.Length > 0)
        {
            lines.Add(new PaperLine(text, form == ParagraphForm.Heading));
        }
    }

    private string Filled(TemplateParagraph paragraph, PaperMatter matter) =>
        string.Concat(paragraph.Sentences.Select(sentence => Filled(sentence, matter)));

    private string Filled(TemplateSentence sentence, PaperMatter matter)
    {
        var text = new StringBuilder();
        var blanks = new List<Wording>();
        foreach (var part in sentence.Parts)
        {
            var field = part.Field is { } named ? PaperField.Find(named.Name) : null;
            var value = part.Field is null ? part.Words : field?.ValueOf(matter);
            if (value is null && part.Field is not { Needed: true })
            {
                return "";
            }

            if (value is null && field is not null)
            {
                blanks.Add(field.SaysOf(matter));
            }

            text.Append(part.Field is { AsksOnly: true } ? "" : value ?? Empty);
        }

        Miss(blanks);
        return text.ToString();
    }

    /// <summary>Headings are numbered once it is known which remain.</summary>
    private IEnumerable<PaperLine> Numbered()
    {
        var heading = 0;
        return lines.Select(each => each.IsHeading
            ? each with { Text = $"{Number(heading++)}、{each.Text}" } : each);
    }

    /// <summary>In Chinese up to 99: 十, 十一, 二十, 二十一.</summary>
    private static string Number(int at) => (at + 1) switch
    {
        <= 10 => Numerals[at],
        < 100 and var number => (number < 20 ? "" : Numerals[(number / 10) - 1]) + "十"
            + (number % 10 == 0 ? "" : Numerals[(number % 10) - 1]),
        var number => $"{number}",
    };
}
