using CreditScoring.Documents;
using CreditScoring.Records;
using CreditScoring.RuleShelf;
using CreditScoring.Service;
using CreditScoring.Standings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Api;

/// <summary>
/// GET /v1/enterprises/{id}/explanation: every point with its rule, article and event, and every
/// condition with its values, one explanation a regime.
/// </summary>
public static class ExplanationResource
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/enterprises/{id}/explanation", Get)
            .WithSummary("Why a subject stands where it stands")
            .WithDescription("?on= another day, ?kind= another kind of subject, "
                + "?regime= only one regime.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        string id, string? kind, string? on, string? regime,
        IRecord record, Shelf shelf, TimeProvider clock)
    {
        var book = shelf.Book;
        if ((Parameters.Subject(book.Catalogue, kind, id, out var subject)
            ?? Parameters.Day(on, clock.Today(), out _)) is { } wrong)
        {
            return wrong;
        }

        Parameters.Day(on, clock.Today(), out var day);
        var view = await FileView.OpenAsync(record, book, subject);
        if (view.IsEmpty)
        {
            return Problems.NotKnown(subject.Id);
        }

        var explanations = view.Explain(day, regime);
        return JsonAnswer.Tagged(json =>
        {
            json.Property("subject", subject.Id);
            json.List("explanations", explanations, ExplanationJson.Write);
        });
    }
}
