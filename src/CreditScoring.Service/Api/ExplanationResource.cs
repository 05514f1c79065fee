using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
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
            .WithSummary("Why a subject stands where it stands")
            .WithDescription("?on= another day, ?knownAt= what was recorded by then, by the rule book then "
                + "in force, ?kind= another kind of subject, ?regime= only one regime; ?form=text as "
                + "'credit explain' says it; ?form=notice the draft of an explanation to the party (说明草稿) "
                + "as text, without regimes that do not apply, without windows, shares and the authority's "
                + "duties; ?form=file-note the note for the authority's file, with them; all in Chinese, "
                + "with ?lang=en in English. In JSON each entry has a state (counts, waits, absorbed, "
                + "cleared, lapsed, not-judged) and because; outlook.next is the next change with the parts "
                + "that change, outlook.betterTier the better tier with betterOn and waitsFor.");

    private static async Task<Results<JsonAnswer, TextAnswer, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, string? regime,
        string? form, string? lang,
        IRecordQuestions record, SubjectQuestions questions, Shelf shelf, TimeProvider clock,
        CurrentCaller who)
    {
        var (day, known) = (default(DateOnly), default(DateTimeOffset?));
        var given = knownAt is null ? default : await record.InstantsAsync();
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out known) ?? Form(form)
            ?? Parameters.OneOf("lang", lang, ["zh", "en"])) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        var view = await questions.OpenAsync(subject, known);
        if (Parameters.OneOf("regime", regime, view.Book.Regimes.Select(each => each.Name)) is { } unknown)
        {
            return unknown;
        }

        if (view.IsEmpty)
        {
            return Problems.NotKnown(subject.Id);
        }

        return form is not (null or "json") ? Text(view.Explain(day, regime), form, lang ?? "zh")
            : JsonAnswer.Tagged(json =>
            {
                json.Property("subject", subject.Id);
                json.List("explanations", view.Explain(day, regime),
                    (to, each) => ExplanationJson.Write(to, each, knownAt, view.Book));
            });
    }

    private static TextAnswer Text(IReadOnlyList<Explanation> explanations, string form, string lang) =>
        new((form == "text" ? string.Join('\n', ExplanationPages.Of(explanations, lang))
            : Notice.Of(explanations, form == "notice" ? Addressee.Party : Addressee.File, lang)) + "\n");

    private static Problem? Form(string? form) =>
        form is null or "json" or "text" or "notice" or "file-note" ? null : Problems.BadParameter(
            "form", "json、text、notice（说明草稿）或 file-note（存档说明）", "json, text, notice or file-note");
}
