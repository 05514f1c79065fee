using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Questions;
using CreditScoring.Standings.Papers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>A paper and its place among those that the situation gives rise to, from 1.</summary>
public readonly record struct PlacedPaper(int Position, Paper Paper);

/// <summary>
/// GET /v1/enterprises/{id}/papers: the papers (文书) that a subject's situation gives rise to, whole and in
/// pages; GET /v1/enterprises/{id}/papers/{position}: one of them.
/// </summary>
/// <remarks>
/// Most of an answer is the walk over the file, which is the same for one paper and for a page: so a page has
/// them whole. To say when repair can be requested each looks at all that is known, so a page has an end.
/// </remarks>
public static class PapersResource
{
    /// <summary>Papers of a page, also where more are asked for.</summary>
    private const int MostWritten = ApiParameter.UsualItems;

    private const string Path = "/v1/enterprises/{id}/papers";

    private static readonly JsonShape<PlacedPaper> Shape = new(
        "Paper",
        new("position", "在各文书中的位置，从 1 起", "its place among them, from 1", each => each.Position),
        new("paper", "文书的种类", "the kind of paper", each => PaperKinds.Name(each.Paper.Kind)),
        new("regime", "制度", "the regime", each => each.Paper.Regime),
        new("official", "所据规则是否正式规则；否则没有效力", "whether it rests on an instrument; else it has no effect",
            each => each.Paper.IsOfficial),
        new("title", "标题", "its title", each => each.Paper.Title),
        new("about", "所针对的事项", "what it is about", each => each.Paper.About)
        {
            Absent = each => each.Paper.About is null,
        },
        JsonMember.Texts("lines", "正文各段", "its paragraphs",
            (PlacedPaper each) => each.Paper.Lines.Select(line => line.Text)),
        JsonMember.Texts("missing", "送达前还须补的内容", "what has to be added before it is served",
            (PlacedPaper each) => each.Paper.Missing.Select(missing => missing.Zh)),
        JsonMember.Texts("remarks", "给承办人的提示，不写入文书",
            "what the officer should know, and the party is not told",
            (PlacedPaper each) => each.Paper.Remarks.Select(remark => remark.Zh)));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read")
            .Says("依当前情况应当出具的文书（告知书、决定书）",
                "Papers (notices, decisions) that the situation gives rise to",
                "记录不能支持的语句已略去；缺了即无效的，列在 missing。文书以中文作成。示例、模板规则的样张没有效力，"
                    + $"写 samples=true 才有。每页至多 {MostWritten} 份，limit 更大也一样；total 是总份数。",
                "What the record cannot back is left out; what a valid paper wants is listed in missing. "
                    + "Papers are in Chinese. Samples of illustrative and template rules have no effect, and "
                    + $"come only with samples=true. A page has {MostWritten} at most, also with a "
                    + "larger limit; total is how many there are.")
            .AnswersList("Papers", Shape, Pages.Total<PlacedPaper>())
            .AlsoAnswers(StatusCodes.Status404NotFound);
        routes.MapGet(Path + "/{position}", Show)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read")
            .Says("其中一份文书", "One of these papers",
                "位置在 on、knownAt、samples 相同时才相同；不写 on 即为今日，明日可能是另一份。",
                "A position means the same with the same on, knownAt and samples; where on is left out it is "
                    + "of today, and may be another one tomorrow.")
            .Answers(Shape).AlsoAnswers(StatusCodes.Status404NotFound).Example("position", "1");
    }

    private static async Task<Results<Answer<Page<PlacedPaper>>, Problem>> List(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? samples,
        string? limit, string? after, SubjectDoor door)
    {
        var behind = 0L;
        var (view, called, wrong) = await CalledAsync(
            door, await door.EnterAsync(
                request, id, kind, on, knownAt,
                Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out behind)), samples);
        if (wrong is not null)
        {
            return wrong;
        }

        var first = (int)Math.Min(behind, called.Count);
        var last = Math.Min(called.Count, first + Math.Min(most, MostWritten));
        var written = Enumerable.Range(first, last - first).Select(place => Written(view, called, place));
        var more = last < called.Count;
        return Answer.Of(new Page<PlacedPaper>([.. written], more ? Parameters.Position(last) : null, more)
        {
            Total = called.Count,
        });
    }

    private static async Task<Results<Answer<PlacedPaper>, Problem>> Show(
        HttpRequest request, string id, string position, string? kind, string? on, string? knownAt,
        string? samples, SubjectDoor door)
    {
        var (view, called, wrong) = await CalledAsync(
            door, await door.EnterAsync(request, id, kind, on, knownAt, Numbered(position, out var place)),
            samples);
        return wrong is not null ? wrong
            : place < 1 || place > called.Count ? NoPaper(place, called.Count)
            : Answer.Of(Written(view, called, (int)place - 1));
    }

    /// <summary>The papers that a file calls for, of one who was let in.</summary>
    private static async Task<(FileView View, IReadOnlyList<CalledPaper> Called, Problem? Wrong)> CalledAsync(
        SubjectDoor door, (AskedSubject Asked, Problem? Wrong) entered, string? samples)
    {
        if (entered.Wrong is { } refused)
        {
            return (null!, [], refused);
        }

        var (view, empty) = await door.OpenAsync(entered.Asked);
        return (view, empty is null ? view.PapersCalledFor(entered.Asked.Day, samples == "true") : [], empty);
    }

    private static PlacedPaper Written(FileView view, IReadOnlyList<CalledPaper> called, int place) =>
        new(place + 1, view.Written(called[place]));

    private static Problem? Numbered(string text, out long position) =>
        Parameters.Position(text, out position) is null ? null : Problems.BadParameter(
            "position", "写成 1 的形式，见文书清单的 position", "write a number, see 'position' in the list of papers");

    private static Problem NoPaper(long position, int count) => new(
        StatusCodes.Status404NotFound, "paper-unknown",
        new Wording($"没有第 {position} 份文书", $"there is no paper number {position}"),
        count == 0
            ? new Wording(
                "现在没有应当出具的文书；样张写 samples=true", "nothing calls for one; for samples write samples=true")
            : new Wording($"写 1 至 {count}", $"write 1 to {count}"));
}
