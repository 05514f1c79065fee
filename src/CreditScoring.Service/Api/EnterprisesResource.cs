using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
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
    /// <summary>Where a subject stands, one standing a regime.</summary>
    internal static readonly JsonShape<SubjectStandings> Shape = new(
        "SubjectStandings",
        [
            new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
            .. JudgedBy.Members.Select(member => member.Within((SubjectStandings each) =>
                new JudgedBy(each.Basis.Book, each.Basis.Engines))),
            new("standings", "各制度下的评定结果", "one standing a regime",
                (json, each) => json.Array(each.Standings, (to, one) => Write(to, one, each.KnownAt)))
            {
                Type = JsonType.ListOf(StandingJson.Shape),
            },
        ]);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/enterprises/{id}", Get).For(Right.ReadStandings, Extent.Subject)
            .Says("主体在各制度下的评定结果", "Where a subject stands, one standing a regime",
                "on 问另一日；knownAt 问当时已知的情况，按当时施行的规则；kind 指明经营者以外的主体类型；代码中的 / 写作 %2F。",
                "'on' asks for another day; 'knownAt' for what was recorded by then, by the book then "
                    + "in force; 'kind' names a subject that is no operator; a '/' in an id is sent as %2F.")
            .Answers(Shape).AlsoAnswers(StatusCodes.Status410Gone, StatusCodes.Status501NotImplemented);

    private static async Task<Results<Answer<SubjectStandings>, Problem>> Get(
        HttpRequest request, string id, string? kind, string? on, string? knownAt, SubjectDoor door,
        SubjectQuestions questions)
    {
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        return wrong is not null ? wrong
            : await questions.StandingsAsync(asked.Subject, asked.Day, asked.KnownAt) is { } found
                ? Answer.Of(found with { KnownAt = knownAt }) : Problems.NotKnown(asked.Subject.Id);
    }

    private static void Write(JsonTextWriter json, AnsweredStanding each, string? knownAt)
    {
        if (each.Rest is not { } rest)
        {
            StandingJson.Write(json, each.Standing, each.Revision, knownAt);
            return;
        }

        json.WriteStartObject();
        StandingJson.WriteHead(json, each.Standing, each.Revision);
        json.WriteRaw($",{rest.AsSpan(1, rest.Length - 2)}");
        json.WriteEndObject();
    }
}
