using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}/explanation: every point with its rule, article and event, and every
/// condition with its values, one explanation a regime; or as a draft (说明草稿).
/// </summary>
public static class ExplanationResource
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/enterprises/{id}/explanation", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read")
            .Says("主体为何处于该等级", "Why a subject stands where it stands",
                "form=text 同 credit explain；"
                    + "form=notice 为对当事人的说明草稿（文本，不含不适用的制度、检查窗口和机关的义务）；form=file-note 为存档说明，含之；"
                    + "lang=en 为英文。",
                "form=text as 'credit explain' says it; form=notice the draft of an explanation to the party "
                    + "as text, without regimes that do not apply, without windows, shares and the "
                    + "authority's duties; form=file-note the note for the authority's file, with them; all "
                    + "in Chinese, with lang=en in English.")
            .Answers(Explained.Shape).AnswersText("text/plain")
            .AlsoAnswers(StatusCodes.Status410Gone, StatusCodes.Status501NotImplemented);

    private static async Task<Results<Answer<Explained>, TextAnswer, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? regime,
        string? form, string? lang, SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        if (wrong is not null)
        {
            return wrong;
        }

        var (view, empty) = await door.OpenAsync(asked);
        return Parameters.OneOf("regime", regime, view.Book.Regimes.Select(each => each.Name)) is { } unknown
                ? unknown
            : empty is not null ? empty
            : form is not (null or "json") ? Text(view.Explain(asked.Day, regime), form, lang ?? "zh")
            : Answer.Of(new Explained(asked.Subject, view.Explain(asked.Day, regime), knownAt, view.Book));
    }

    private static TextAnswer Text(IReadOnlyList<Explanation> explanations, string form, string lang) =>
        new((form == "text" ? string.Join('\n', ExplanationPages.Of(explanations, lang))
            : Notice.Of(explanations, form == "notice" ? Addressee.Party : Addressee.File, lang)) + "\n");
}
