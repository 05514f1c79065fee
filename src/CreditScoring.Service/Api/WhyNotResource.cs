using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
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
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var day = default(DateOnly);
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.OneOf("form", form, ["json", "text"])
            ?? Parameters.OneOf("lang", lang, ["zh", "en"])) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        var view = await questions.OpenAsync(subject, null);
        return view.IsEmpty ? Problems.NotKnown(subject.Id)
            : Parameters.OneOf("tier", tier ?? "", view.TiersOn(day)) is { } unknown ? unknown
            : form == "text" ? Text(view.WhyNot(day, tier!), tier!, lang ?? "zh")
            : Answer.Of(new Explained(subject, view.WhyNot(day, tier!), null, view.Book));
    }

    private static TextAnswer Text(IReadOnlyList<Explanation> explanations, string tier, string lang) => new(
        string.Join('\n', explanations.Select(each => ExplanationText.WhyNot(each, tier, lang))) + "\n");
}
