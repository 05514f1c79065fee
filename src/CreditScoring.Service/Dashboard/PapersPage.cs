using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Standings.Papers;

namespace CreditScoring.Service.Dashboard;

/// <summary>The papers of a situation, and the one that is looked at.</summary>
/// <param name="Number">Which of them is shown, from 1; 0: there is none.</param>
/// <param name="Shown">That one, written; null: there is none.</param>
/// <param name="Query">By which the same papers are had, without the number.</param>
public sealed record PapersModel(
    Subject Subject, string? Name, DateOnly On, IReadOnlyList<CalledPaper> Papers, int Number, Paper? Shown,
    string Query)
{
    /// <summary>Whether samples of rules without an instrument are among them.</summary>
    public bool WithSamples { get; init; }

    /// <summary>Where the same is had with such samples.</summary>
    public string WithSamplesAddress =>
        $"/enterprises/{Uri.EscapeDataString(Subject.Id)}/papers?{Query}&samples=true";

    /// <summary>Where one of them is had, as a page or (<c>.docx</c>) as a document.</summary>
    public string AddressOf(int number, string form = "") =>
        $"/enterprises/{Uri.EscapeDataString(Subject.Id)}/papers{form}?{Query}&number={number}";
}

/// <summary>
/// GET /enterprises/{id}/papers: the papers (告知书, 决定书) that its situation gives rise to, each with what an
/// officer has to add; papers.docx: one of them as a document to be completed.
/// </summary>
public static class PapersPage
{
    private static readonly Wording Title = new("文书", "Papers");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enterprises/{id}/papers", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();
        routes.MapGet("/enterprises/{id}/papers.docx", Document)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();
    }

    private static async Task<IResult> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? number,
        string? samples, SubjectDoor door)
    {
        var (model, wrong) = await ModelAsync(request, id, kind, on, knownAt, number, samples, door);
        return model is null ? wrong! : Page.Of<PapersView, PapersModel>(Title, model);
    }

    private static async Task<IResult> Document(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? number,
        string? samples, SubjectDoor door)
    {
        var (model, wrong) = await ModelAsync(request, id, kind, on, knownAt, number, samples, door);
        return model?.Shown is not { } paper ? wrong ?? BadNumber : NoticeDocument.Answer(
            request, [paper.Title, .. paper.Lines.Select(each => each.Text)], "paper");
    }

    private static async Task<(PapersModel? Model, Problem? Wrong)> ModelAsync(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? number,
        string? samples, SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        wrong ??= Parameters.OneOf("samples", samples, ApiParameter.Truths);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var (view, empty) = await door.OpenAsync(asked);
        if (empty is not null)
        {
            return (null, empty);
        }

        var papers = view.PapersCalledFor(asked.Day, samples == "true");
        var shown = Math.Min(1, papers.Count);
        if (number is not null && !(int.TryParse(number, out shown) && shown >= 1 && shown <= papers.Count))
        {
            return (null, BadNumber);
        }

        // The day is written out, so that an address that is kept means the same tomorrow.
        var query = $"on={asked.Day:yyyy-MM-dd}"
            + (kind is null ? "" : $"&kind={Uri.EscapeDataString(kind)}")
            + (knownAt is null ? "" : $"&knownAt={Uri.EscapeDataString(knownAt)}")
            + (samples == "true" ? "&samples=true" : "");
        return (new PapersModel(
            asked.Subject, view.Profile(asked.Day).Name, asked.Day, papers, shown,
            shown == 0 ? null : view.Written(papers[shown - 1]), query)
        {
            WithSamples = samples == "true",
        }, null);
    }

    private static Problem BadNumber { get; } =
        Problems.BadParameter("number", "没有这一份文书", "there is no paper of that number");
}
