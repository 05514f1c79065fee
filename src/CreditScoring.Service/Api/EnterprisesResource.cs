using CreditScoring.Documents;
using CreditScoring.Service.Access;
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
        routes.MapGet("/v1/enterprises/{id}", Get).For(Right.ReadStandings, Extent.Subject)
            .WithSummary("Where a subject stands, one standing a regime")
            .WithDescription("?on=2025-07-31 asks for another day; ?knownAt=2025-08-01T00:00:00Z "
                + "for what was recorded by then, by the rule book then in force; ?kind= names a subject "
                + "that is not an operator, and a '/' in its id is sent as %2F.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt,
        IRecordQuestions record, SubjectQuestions questions, Shelf shelf, TimeProvider clock,
        CurrentCaller who)
    {
        var (day, known) = (default(DateOnly), default(DateTimeOffset?));
        var given = knownAt is null ? default : await record.InstantsAsync();
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out known)) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        return await questions.StandingsAsync(subject, day, known) is { } found
            ? JsonAnswer.Tagged(json =>
            {
                json.Property("subject", found.Subject.Id);
                StandingJson.WriteBasis(json, found.Basis.Book, found.Basis.Engines);
                json.List("standings", found.Standings, (to, each) => Write(to, each, knownAt));
            })
            : Problems.NotKnown(subject.Id);
    }

    private static void Write(JsonTextWriter json, AnsweredStanding each, string? knownAt)
    {
        if (each.Rest is not { } rest)
        {
            StandingJson.Write(json, each.Standing, each.Revision, knownAt);
            return;
        }

        json.WriteStartObject();
        StandingJson.WriteHead(json, each.Standing, each.Revision, knownAt: null);
        json.WriteRaw($",{rest.AsSpan(1, rest.Length - 2)}");
        json.WriteEndObject();
    }
}
