using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}/history: how its standings went; GET /v1/enterprises/{id}/ledger: the
/// rows of its points ledger, reversals included. Both as recorded: nothing of them ever changes.
/// </summary>
public static class HistoryResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/enterprises/{id}/history", History)
            .For(Right.ReadFiles, Extent.Subject, "history-read")
            .WithSummary("How the standings of a subject went: day, tier, points and cause")
            .WithDescription("A row whenever tier, points or pack turned, in order of recording. "
                + "The next page is asked for with ?after= the 'next' of the last one.");
        routes.MapGet("/v1/enterprises/{id}/ledger", Ledger)
            .For(Right.ReadFiles, Extent.Subject, "ledger-read")
            .WithSummary("The points ledger of a subject: every row posted, reversals included")
            .WithDescription("In order of regime and number; the next page with ?cursor= the 'next' "
                + "of the last one, null at the end.");
    }

    private static async Task<Results<JsonAnswer, Problem>> History(
        HttpRequest request, string id, string? kind, long? after, int? limit, SubjectQuestions questions,
        Shelf shelf, CurrentCaller who)
    {
        var most = 0;
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Limit(limit, out most)) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        return await questions.HistoryAsync(subject, after ?? 0, most) is { } page
            ? JsonAnswer.Tagged(json =>
            {
                json.Property("subject", subject.Id);
                json.List("items", page.Changes, Write);
                json.Property("next", (decimal)page.Next);
            })
            : Problems.NotKnown(subject.Id);
    }

    private static async Task<Results<JsonAnswer, Problem>> Ledger(
        HttpRequest request, string id, string? kind, string? cursor, int? limit, SubjectQuestions questions,
        Shelf shelf, CurrentCaller who)
    {
        var (most, after) = (0, default(LedgerKey));
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Limit(limit, out most) ?? LedgerCursor.Read(cursor, out after)) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        return await questions.LedgerAsync(subject, after, most) is { } page
            ? JsonAnswer.Tagged(json =>
            {
                json.Property("subject", subject.Id);
                json.List("items", page.Rows, LedgerJson.Write);
                json.Property("next", page.Last is { } last ? LedgerCursor.Of(last) : null);
            })
            : Problems.NotKnown(subject.Id);
    }

    private static void Write(JsonTextWriter json, RecordedChange kept)
    {
        var change = kept.Change;
        json.WriteStartObject();
        json.Property("regime", change.Regime);
        json.Property("on", change.On);
        json.Property("pack", change.Pack);
        json.Property("tier", change.Tier);
        json.Property("points", change.Points);
        json.Property("cause", change.Cause);
        json.Instant("recordedAt", kept.RecordedAt);
        json.WriteEndObject();
    }
}
