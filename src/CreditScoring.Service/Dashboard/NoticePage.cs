using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Standings;

namespace CreditScoring.Service.Dashboard;

/// <summary>A draft on paper.</summary>
/// <param name="Lines">The first is its title.</param>
/// <param name="Query">By which the same draft is had in another form.</param>
public sealed record NoticeModel(Subject Subject, IReadOnlyList<string> Lines, string Query)
{
    /// <summary>What it was called on the day; null: the file has no name.</summary>
    public string? Name { get; init; }
}

/// <summary>
/// GET /enterprises/{id}/notice: the draft of an explanation to the party (说明草稿), or the note for the file,
/// as it would be printed; notice.docx: the same to be completed by an officer.
/// </summary>
public static class NoticePage
{
    private static readonly Wording Title = new("说明草稿", "Draft of an explanation");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enterprises/{id}/notice", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();
        routes.MapGet("/enterprises/{id}/notice.docx", Document)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();
    }

    private static async Task<IResult> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? to, string? lang,
        SubjectDoor door)
    {
        var (model, wrong) = await ModelAsync(request, id, kind, on, knownAt, to, lang, door);
        return model is null ? wrong! : Page.Of<NoticeView, NoticeModel>(Title, model);
    }

    private static async Task<IResult> Document(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? to, string? lang,
        SubjectDoor door)
    {
        var (model, wrong) = await ModelAsync(request, id, kind, on, knownAt, to, lang, door);
        return model is null ? wrong! : NoticeDocument.Answer(request, model.Lines, "notice");
    }

    private static async Task<(NoticeModel? Model, Problem? Wrong)> ModelAsync(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? to, string? lang,
        SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(
            request, id, kind, on, knownAt,
            Parameters.OneOf("to", to, ["party", "file"]) ?? Parameters.OneOf("lang", lang, ["zh", "en"]));
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var (view, empty) = await door.OpenAsync(asked);
        return empty is not null ? (null, empty) : (new NoticeModel(
            asked.Subject,
            Notice.Of(
                view.Explain(asked.Day, null), to == "file" ? Addressee.File : Addressee.Party, lang ?? "zh")
                .Split('\n'),
            // The same in another form is had by the same question.
            request.QueryString.Value ?? "") { Name = view.Profile(asked.Day).Name }, null);
    }
}
