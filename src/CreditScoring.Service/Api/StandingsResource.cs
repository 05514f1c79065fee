using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>POST /v1/standings: where many subjects stand, in the order in which they are named.</summary>
public static class StandingsResource
{
    /// <summary>Subjects that may be named at once.</summary>
    public const int Most = 500;

    /// <summary>Characters of the body.</summary>
    private const int Longest = 200_000;

    private static readonly JsonShape<NamedSubject> Shape = new(
        "NamedSubject",
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Subject.Kind),
        new("found", "各制度下的评定结果；null 表示没有其档案", "where it stands; null: there is no credit file of it",
            (json, each) => EnterprisesResource.Shape.WriteOrNull(json, each.Found))
        {
            Type = JsonType.ObjectOf(EnterprisesResource.Shape), MayBeNull = true,
        });

    private static readonly TakenBody Body = new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object",
            ["required"] = new JArray("subjects"),
            ["additionalProperties"] = false,
            ["properties"] = new JObject
            {
                ["subjects"] = new JObject
                {
                    ["type"] = "array", ["minItems"] = 1, ["maxItems"] = Most,
                    ["items"] = new JObject { ["type"] = "string" },
                    ["description"] = "主体代码 · ids of subjects",
                },
            },
        }.ToString(),
        """{"subjects":["91350100M000100Y43","91440300708461136T"]}""");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/standings", Post).For(Right.ReadStandings, Extent.List)
            .Says($"至多 {Most} 个主体的评定结果", $"Where up to {Most} subjects stand",
                "按所写次序应答；没有档案的，或不在地域范围内的，found 为 null。",
                "Answered in the order in which they are named; of one that has no file, or none within "
                    + "one's region, found is null.")
            .Takes(Body).AnswersList("NamedSubjects", Shape)
            .AlsoAnswers(StatusCodes.Status410Gone, StatusCodes.Status501NotImplemented);

    private static async Task<Results<Answer<Page<NamedSubject>>, Problem>> Post(
        HttpRequest request, string? kind, string? on, string? knownAt, IRecordQuestions record,
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who,
        CancellationToken gone)
    {
        var (day, known) = (default(DateOnly), default(DateTimeOffset?));
        var given = knownAt is null ? default : await record.InstantsAsync();
        if ((Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.KnownAt(knownAt, clock.GetUtcNow(), given, out known)) is { } wrong)
        {
            return wrong;
        }

        var flaws = new List<Flaw>();
        var text = new SourceText("body", await ShortBody.ReadAsync(request, gone, Longest));
        var asked = Subjects(text, shelf, kind ?? "operator", flaws);
        if (flaws.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var items = new List<NamedSubject>();
        foreach (var subject in asked)
        {
            gone.ThrowIfCancellationRequested();
            var found = await who.SeesAsync(subject)
                ? await questions.StandingsAsync(subject, day, known)
                : null;
            items.Add(new NamedSubject(subject, found is null ? null : found with { KnownAt = knownAt }));
        }

        return Answer.Of(new Page<NamedSubject>(items, null, More: false));
    }

    private static List<Subject> Subjects(SourceText text, Shelf shelf, string kind, List<Flaw> flaws)
    {
        var subjects = new List<Subject>();
        if (JsonDocumentReader.Read(text, out var broken) is not { } body)
        {
            flaws.Add(broken!);
            return subjects;
        }

        var reader = new ObjectReader(body, flaws);
        var named = reader.List("subjects");
        reader.Close();
        if (flaws.Count == 0 && named.Count is 0 or > Most)
        {
            flaws.Add(new Flaw(
                "subjects-count", body.Place,
                new Wording($"写了 {named.Count} 个主体", $"{named.Count} subjects are named"),
                new Wording($"1 至 {Most} 个", $"name 1 to {Most}")));
        }

        var seen = new HashSet<Subject>();
        foreach (var each in named.Take(Most))
        {
            if (shelf.Book.Catalogue.TrySubject(
                kind, each.Text ?? "", out var subject, out var why, kept: true))
            {
                subjects.Add(subject);
                flaws.AddRange(seen.Add(subject) ? [] : [Twice(each)]);
            }
            else
            {
                flaws.Add(new Flaw(
                    "subject-invalid", each.Place, why!.Value,
                    new Wording("核对主体代码与 kind 参数", "check the subject's id and the parameter kind")));
            }
        }

        return subjects;
    }

    private static Flaw Twice(JsonPiece each) => new(
        "subject-twice", each.Place,
        new Wording("同一主体写了两次", "a subject is named twice"),
        new Wording("每个主体只写一次", "name each of them once"));

    /// <param name="Found">Null: there is no file of it, or none that may be seen.</param>
    internal sealed record NamedSubject(Subject Subject, SubjectStandings? Found);
}
