using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Law.Packs;

/// <summary>
/// A file of a pack's folder <c>notice/</c> -> the template of a paper: a title (<c># </c>), headings
/// (<c>## </c>), paragraphs of a line each, those that are repeated behind <c>- </c>.
/// </summary>
internal sealed class PaperTemplateReader(
    SourceText source, EventCatalogue catalogue, ICollection<Flaw> flaws)
{
    private const string RequestMark = "申请：";
    private const string AwaitedMark = "尚待：";
    private const string AssumedMark = "假定：";
    private const string UndecidedMark = "待定：";
    private const string LeftOutMark = "不写：";
    private const string CheckedMark = "核对：";

    private static readonly string[] Marks =
        [RequestMark, AwaitedMark, AssumedMark, UndecidedMark, LeftOutMark, CheckedMark];

    private readonly List<TemplateParagraph> paragraphs = [];

    private string? title;
    private RegulatoryEvent? request;
    private AwaitedDay? awaited;

    /// <summary>What remarks name, by their marks.</summary>
    private readonly Dictionary<string, List<NamedInPaper>> named = new(StringComparer.Ordinal)
    {
        [AssumedMark] = [], [UndecidedMark] = [], [LeftOutMark] = [], [CheckedMark] = [],
    };

    public static IReadOnlyDictionary<PaperKind, PaperTemplate> Read(
        PackFiles files, EventCatalogue catalogue, ICollection<Flaw> flaws) =>
        files.Papers.Select(source => new PaperTemplateReader(source, catalogue, flaws).Read())
            .OfType<PaperTemplate>().ToDictionary(each => each.Kind);

    private PaperTemplate? Read()
    {
        var name = Path.GetFileNameWithoutExtension(source.File);
        if (!PaperKinds.All.TryGetValue(name, out var kind))
        {
            var list = string.Join(", ", PaperKinds.All.Keys);
            Flaw(0, $"没有叫 {name} 的文书", $"there is no paper called {name}",
                $"用其中一个文件名：{list}", $"name the file one of {list}");
            return null;
        }

        for (var start = 0; start < source.Text.Length;)
        {
            var end = source.Text.IndexOf('\n', start) is >= 0 and var found ? found : source.Text.Length;
            Take(start, source.Text[start..end].TrimEnd());
            start = end + 1;
        }

        if (title is null)
        {
            Flaw(0, "文书没有标题", "the paper has no title",
                "第一行写 # 标题", "write '# title' in its first line");
            return null;
        }

        return new PaperTemplate(source, kind, title, paragraphs)
        {
            Request = request, Awaited = awaited, Assumed = named[AssumedMark],
            Undecided = named[UndecidedMark], LeftOut = named[LeftOutMark],
            Checked = named[CheckedMark],
        };
    }

    private void Take(int start, string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        if (line.StartsWith("<!--", StringComparison.Ordinal))
        {
            Remark(start, line);
        }
        else if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            title ??= line[2..].Trim();
        }
        else
        {
            var (form, at) = line.StartsWith("## ", StringComparison.Ordinal) ? (ParagraphForm.Heading, 3)
                : line.StartsWith("- ", StringComparison.Ordinal) ? (ParagraphForm.Repeated, 2)
                : (ParagraphForm.Text, 0);
            paragraphs.Add(new TemplateParagraph(form, [.. Sentences(start + at, line[at..])]));
        }
    }

    /// <summary>
    /// A remark for whoever reads the file; one that begins with 申请： names the kind of a request and those
    /// of its fields that are taken to be true, one that begins with 尚待： a kind, the day of it that may
    /// still be awaited, and the duty that brings it about; 假定： conditions of repair that are taken to be
    /// met, 待定： rules whose entries leave something open, 不写： rules of whose entries nothing is written,
    /// 核对： kinds of events to be looked at.
    /// </summary>
    private void Remark(int start, string line)
    {
        var said = line[4..].Replace("-->", "", StringComparison.Ordinal).Trim();
        var mark = Marks.FirstOrDefault(each => said.StartsWith(each, StringComparison.Ordinal));
        if (mark is null)
        {
            return;
        }

        var words = said[mark.Length..].Split((char[])['，', ',', '、', ' '], Options);
        if (named.TryGetValue(mark, out var names))
        {
            names.AddRange(words.Select(word => new NamedInPaper(word, source.At(start))));
            return;
        }

        var kind = words.Length > 0 ? catalogue.Kind(words[0]) : null;
        if (mark == RequestMark)
        {
            var known = words.Skip(1).All(word => kind?.PlaceOf(word) >= 0) ? kind : null;
            TakeRequest(start, said, known, [.. words.Skip(1)]);
        }
        else
        {
            TakeAwaited(start, said, kind, words);
        }
    }

    private void TakeRequest(int start, string said, EventKind? kind, IReadOnlyList<string> holding)
    {
        if (kind is null)
        {
            Flaw(start, $"看不懂的申请：{said}", $"no such request: {said}",
                "写事件种类及其为真的字段，如：申请：repair-request, performed",
                "write a kind of event and those of its fields that are true: 申请：repair-request, performed");
            return;
        }

        request = new RegulatoryEvent(new EventId("paper", "request"), kind, default)
        {
            Values = [.. kind.Fields.Select(field => holding.Contains(field.Name) ? true : field.Default)],
        };
    }

    /// <param name="words">A kind, a day of it, and perhaps the duty that brings the day about.</param>
    private void TakeAwaited(int start, string said, EventKind? kind, string[] words)
    {
        var field = words.Length is 2 or 3 ? kind?.PlaceOf(words[1]) ?? -1 : -1;
        if (kind is null || field < 0 || kind.Fields[field].Type != FieldType.Date)
        {
            Flaw(start, $"看不懂的尚待之日：{said}", $"no such day to be awaited: {said}",
                "写事件种类及其一个日期字段，可以再写使其到来的义务，如：尚待：penalty, publishedOn, publish",
                "write a kind of event, one field of it that is a day, and perhaps the duty that brings it "
                    + "about: 尚待：penalty, publishedOn, publish");
            return;
        }

        awaited = new AwaitedDay(kind, field, words.Length == 3 ? words[2] : null)
        {
            Place = source.At(start),
        };
    }

    private const StringSplitOptions Options =
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private IEnumerable<TemplateSentence> Sentences(int start, string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var stop = line.IndexOf('。', at) is >= 0 and var found ? found + 1 : line.Length;
            yield return new TemplateSentence([.. Parts(start + at, line[at..stop])]);
            at = stop;
        }
    }

    private IEnumerable<TemplatePart> Parts(int start, string sentence)
    {
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            var close = open < 0 ? -1 : sentence.IndexOf('}', open);
            if (close < 0)
            {
                if (open >= 0)
                {
                    Flaw(start + open, "字段没有结束", "a field is not closed", "补上 }",
                        "write the } of it");
                }

                yield return new TemplatePart(sentence[at..], null);
                yield break;
            }

            if (open > at)
            {
                yield return new TemplatePart(sentence[at..open], null);
            }

            var name = sentence[(open + 1)..close].Trim();
            var mark = name.Length == 0 ? ' ' : name[^1];
            var needed = mark is '!' or '！';
            var asksOnly = mark is '?' or '？';
            yield return new TemplatePart(
                "", new TemplateField(needed || asksOnly ? name[..^1] : name, needed, source.At(start + open))
                {
                    AsksOnly = asksOnly,
                });
            at = close + 1;
        }
    }

    private void Flaw(int at, string zh, string en, string mendZh, string mendEn) => flaws.Add(
        new Flaw("paper-unreadable", source.At(at), new Wording(zh, en), new Wording(mendZh, mendEn)));
}
