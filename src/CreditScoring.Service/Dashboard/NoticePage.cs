using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;

namespace CreditScoring.Service.Dashboard;

/// <summary>A draft on paper.</summary>
/// <param name="Lines">The first is its title.</param>
/// <param name="Query">By which the same draft is had in another form.</param>
public sealed record NoticeModel(
    Subject Subject, Addressee Addressee, IReadOnlyList<string> Lines, string Query);

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
        HttpRequest request, string id, string? kind, string? on, string? to, string? lang,
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var (model, wrong) = await ModelAsync(
            request, (id, kind, on, to, lang), questions, shelf, clock, who);
        return model is null ? wrong! : Page.Of<NoticeView, NoticeModel>(Title, model);
    }

    private static async Task<IResult> Document(
        HttpRequest request, string id, string? kind, string? on, string? to, string? lang,
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var (model, wrong) = await ModelAsync(
            request, (id, kind, on, to, lang), questions, shelf, clock, who);
        if (model is null)
        {
            return wrong!;
        }

        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"notice.docx\"";
        return Results.Bytes(NoticeDocument.Write(model.Lines), NoticeDocument.MediaType);
    }

    private static async Task<(NoticeModel? Model, IResult? Wrong)> ModelAsync(
        HttpRequest request, (string Id, string? Kind, string? On, string? To, string? Lang) asked,
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var day = default(DateOnly);
        if ((Parameters.Subject(shelf.Book.Catalogue, asked.Kind, asked.Id, request, out var subject)
            ?? Parameters.Day(asked.On, clock.Today(), out day)
            ?? Parameters.OneOf("to", asked.To, ["party", "file"])
            ?? Parameters.OneOf("lang", asked.Lang, ["zh", "en"])) is { } wrong)
        {
            return (null, wrong);
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return (null, hidden);
        }

        var view = await questions.OpenAsync(subject, null);
        if (view.IsEmpty)
        {
            return (null, Problems.NotKnown(subject.Id));
        }

        var addressee = asked.To == "file" ? Addressee.File : Addressee.Party;
        var text = Notice.Of(view.Explain(day, null), addressee, asked.Lang ?? "zh");
        return (new NoticeModel(subject, addressee, text.Split('\n'), QueryOf(asked)), null);
    }

    private static string QueryOf(
        (string Id, string? Kind, string? On, string? To, string? Lang) asked) => QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("kind", asked.Kind), ("on", asked.On), ("to", asked.To), ("lang", asked.Lang),
        }.Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value)))
        .ToString();
}
