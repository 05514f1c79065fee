using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;
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
            .WithSummary("Why a subject does not stand in a tier")
            .WithDescription("?tier= the tier; ?on= another day, ?kind= another kind of subject; ?form=text "
                + "as 'credit why-not' says it, in Chinese, with ?lang=en in English.");

    private static async Task<Results<JsonAnswer, TextAnswer, Problem>> Get(
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
            : Json(subject, view, day, tier!);
    }

    private static TextAnswer Text(IReadOnlyList<Explanation> explanations, string tier, string lang) => new(
        string.Join('\n', explanations.Select(each => ExplanationText.WhyNot(each, tier, lang))) + "\n");

    private static JsonAnswer Json(Subject subject, FileView view, DateOnly day, string tier) =>
        JsonAnswer.Tagged(json =>
        {
            json.Property("subject", subject.Id);
            json.List("explanations", view.WhyNot(day, tier),
                (to, each) => ExplanationJson.Write(to, each, book: view.Book));
        });
}
