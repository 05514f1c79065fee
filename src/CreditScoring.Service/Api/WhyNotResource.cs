using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Standings.Telling;
using CreditScoring.Standings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}/why-not: why a subject does not stand in a tier: each rung that would give it,
/// with the values of its conditions, and what time alone brings.
/// </summary>
public static class WhyNotResource
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/enterprises/{id}/why-not", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read")
            .Says("主体为何不处于某等级", "Why a subject does not stand in a tier",
                "form=text 同 credit why-not，lang=en 为英文。",
                "form=text as 'credit why-not' says it, in Chinese, with lang=en in English.")
            .Answers(Explained.Shape).AnswersText("text/plain")
            .Example("tier", "A", required: true).Example("form", "text");

    private static async Task<Results<Answer<Explained>, TextAnswer, Problem>> Get(
        HttpRequest request, string id, string? tier, string? kind, string? on, string? form, string? lang,
        SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(
            request, id, kind, on, null,
            Parameters.OneOf("form", form, ["json", "text"]));
        if (wrong is not null)
        {
            return wrong;
        }

        var (view, empty) = await door.OpenAsync(asked);
        return empty is not null ? empty
            : Parameters.OneOf("tier", tier ?? "", view.TiersOn(asked.Day)) is { } unknown ? unknown
            : form == "text" ? Text(view.WhyNot(asked.Day, tier!), tier!, lang ?? "zh")
            : Answer.Of(new Explained(asked.Subject, view.WhyNot(asked.Day, tier!), null, view.Book));
    }

    private static TextAnswer Text(IReadOnlyList<Explanation> explanations, string tier, string lang) => new(
        string.Join('\n', explanations.Select(each => ExplanationText.WhyNot(each, tier, lang))) + "\n");
}
