using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/enterprises/{id}: where a subject stands today, or on a day asked for. Subjects other
/// than operators name their kind (<c>?kind=product</c>); a '/' in an id is sent as %2F.
/// </summary>
public static class EnterprisesResource
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/enterprises/{id}", Get)
            .WithSummary("Where a subject stands, one standing a regime")
            .WithDescription("?on=2025-07-31 asks for another day; ?knownAt=2025-08-01T00:00:00Z "
                + "for what was recorded by then, by the rule book then in force; ?kind= names a subject that is not an operator, "
                + "and a '/' in its id is sent as %2F.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt,
        IRecordQuestions record, Shelf shelf, FormerBooks books, TimeProvider clock)
    {
        var today = clock.Today();
        var book = shelf.Book;
        var given = knownAt is null ? default : await record.InstantsAsync();
        if ((Parameters.Subject(book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, today, out _)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out _)) is { } wrong)
        {
            return wrong;
        }

        Parameters.Day(on, today, out var day);
        Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out var known);
        if (await record.FileAsync(subject) is not { } file)
        {
            return Problems.NotKnown(subject.Id);
        }

        if (known is null && day == today && file.HoldsOn(today, Basis.Of(book)))
        {
            return Answer(file, file.Basis, json => json.List(
                "standings", file.Standings, (to, kept) => Write(to, kept, today)));
        }

        var view = await FileView.OpenAsync(record, books, subject, known);
        if (view.IsEmpty)
        {
            return Problems.NotKnown(subject.Id);
        }

        var assessment = view.Assess(day);
        return Answer(file, Basis.Of(view.Book), json => json.List("standings", assessment.Standings, (to, standing) =>
            StandingJson.Write(
                to, standing, known is null ? RevisionOf(file, standing.Regime) : null, knownAt)));
    }

    /// <param name="basis">By what these standings were reached.</param>
    private static JsonAnswer Answer(KeptFile file, Basis basis, Action<JsonTextWriter> standings) =>
        JsonAnswer.Tagged(json =>
        {
            json.Property("subject", file.Subject.Id);
            json.Property("book", basis.Book);
            json.Property("secondOpinion", basis.Engines);
            standings(json);
        });

    /// <summary>
    /// A kept standing, as of today: it has not changed since, or it would not be served.
    /// </summary>
    private static void Write(JsonTextWriter json, KeptStanding kept, DateOnly today)
    {
        json.WriteStartObject();
        var head = new Standing(kept.Subject, kept.Regime, today)
        {
            Pack = kept.Pack, Status = kept.Status,
        };
        StandingJson.WriteHead(json, head, kept.Revision, knownAt: null);
        json.WriteRaw($",{kept.Rest.AsSpan(1, kept.Rest.Length - 2)}");
        json.WriteEndObject();
    }

    private static int RevisionOf(KeptFile file, string regime) =>
        file.Standings.FirstOrDefault(kept => kept.Regime == regime)?.Revision ?? 0;
}
