using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Standings.Papers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}/papers: the papers (文书) that a subject's situation gives rise to.
/// </summary>
public static class PapersResource
{
    private static readonly JsonShape<Paper> Shape = new(
        "Paper",
        new("paper", "文书的种类", "the kind of paper", each => PaperKinds.Name(each.Kind)),
        new("regime", "制度", "the regime", each => each.Regime),
        new("official", "所据规则是否正式规则；否则没有效力", "whether it rests on an instrument; else it has no effect",
            each => each.IsOfficial),
        new("title", "标题", "its title", each => each.Title),
        new("about", "所针对的事项", "what it is about", each => each.About)
        {
            Absent = each => each.About is null,
        },
        JsonMember.Texts("lines", "正文各段", "its paragraphs",
            (Paper each) => each.Lines.Select(line => line.Text)),
        JsonMember.Texts("missing", "送达前还须补的内容", "what has to be added before it is served",
            (Paper each) => each.Missing.Select(missing => missing.Zh)),
        JsonMember.Texts("remarks", "给承办人的提示，不写入文书",
            "what the officer should know, and the party is not told",
            (Paper each) => each.Remarks.Select(remark => remark.Zh)));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/enterprises/{id}/papers", Get)
        .For(Right.ReadFiles, Extent.Subject, "explanation-read")
        .Says("依当前情况应当出具的文书（告知书、决定书）", "Papers (notices, decisions) that the situation gives rise to",
            "记录不能支持的语句已略去；缺了即无效的，列在 missing。文书以中文作成。示例、模板规则的样张没有效力，写 samples=true 才有。",
            "What the record cannot back is left out; what a valid paper wants is listed in missing. Papers "
                + "are in Chinese. Samples of illustrative and template rules have no effect, and come only "
                + "with samples=true.")
        .AnswersList("Papers", Shape).AlsoAnswers(StatusCodes.Status404NotFound);

    private static async Task<Results<Answer<Page<Paper>>, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? samples,
        SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        if (wrong is not null)
        {
            return wrong;
        }

        var (view, empty) = await door.OpenAsync(asked);
        if (empty is not null)
        {
            return empty;
        }

        var papers = view.PapersCalledFor(asked.Day, samples == "true").Select(view.Written);
        return Answer.Of(new Page<Paper>([.. papers], null, More: false));
    }
}
