using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// POST /v1/simulate: where a subject would stand if events came that have not. Nothing of it is kept.
/// </summary>
public static class SimulationResource
{
    /// <summary>Events that are taken at once.</summary>
    public const int MostEvents = 100;

    /// <summary>Characters of the body.</summary>
    private const int Longest = 1 << 20;

    private static readonly JsonShape<RegimeChange> Change = new(
        "RegimeChange",
        new("regime", "监管制度", "the regime", each => each.Regime),
        JsonMember.Texts("parts", "会变化的各部分", "the parts of the standing that would change",
            (RegimeChange each) => each.Parts));

    private static readonly JsonShape<Simulated> Shape = new(
        "Simulation",
        [
            new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
            .. JudgedBy.Members.Select(member => member.Within((Simulated each) => JudgedBy.Of(each.Book))),
            Standings("before", "现在的评定结果", "the standings as they are", each => each.Before),
            Standings("after", "这些事件到达后的评定结果", "the standings as they would be", each => each.After),
            JsonMember.List("changes", "会变化的制度", "the regimes in which something would change",
                (Simulated each) => each.Changes, Change),
        ]);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/simulate", Post).For(Right.ReadFiles, Extent.Subject, "simulated")
            .Says("试算：若有这些事件，主体将处于何等级；不保存任何内容",
                "Where a subject would stand if events came that have not; nothing of it is kept",
                $"请求体同 POST /v1/events 的一个事件或一列，至多 {MostEvents} 个，均须属于该主体的档案。"
                    + "档案中已有的同编号事件不被替换。",
                $"The body is one event or a list as POST /v1/events takes them, {MostEvents} at most, all "
                    + "of which have to belong to the subject's file. An event that the file has already is "
                    + "not replaced.")
            .Takes(EventSchema.OfSimulation).Answers(Shape)
            .Example("subject", EventSchema.Subject, required: true)
            .AlsoAnswers(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Answer<Simulated>, Problem>> Post(
        HttpRequest request, string? subject, string? kind, string? on, SubjectQuestions questions,
        Shelf shelf,
        TimeProvider clock, CurrentCaller who, CancellationToken gone)
    {
        var (whole, day) = (default(Subject), default(DateOnly));
        var wrong = (subject is null ? Problems.BadParameter("subject", "写明主体代码", "name the subject")
                : Parameters.Subject(shelf.Book.Catalogue, kind, subject, request, out whole))
            ?? Parameters.Day(on, clock.Today(), out day) ?? await who.LookAsync(whole);
        if (wrong is not null)
        {
            return wrong;
        }

        var read = EventBody.Read(
            shelf.Book, await ShortBody.ReadAsync(request, gone, Longest), BodyForm.Json, MostEvents,
            who.Sender, out var unreadable);
        return read is null ? Problem.Of(StatusCodes.Status400BadRequest, unreadable!)
            : Simulate(await questions.OpenAsync(whole, null, who.Caller.Sight), whole, day, read);
    }

    private static Results<Answer<Simulated>, Problem> Simulate(
        FileView file, Subject subject, DateOnly day, Submission read)
    {
        if (read.Arrivals.SelectMany(each => each.Reading.Flaws).FirstOrDefault() is { } flaw)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, flaw);
        }

        var view = file.With([.. read.Arrivals.Select(each => each.Reading.Event!)], out var stray);
        return stray.Count > 0 ? Stray(stray[0], subject)
            : Answer.Of(new Simulated(
                subject, view.Book, [.. file.Assess(day).Standings], [.. view.Assess(day).Standings]));
    }

    private static Problem Stray(RegulatoryEvent each, Subject subject) => new(
        StatusCodes.Status422UnprocessableEntity, "event-of-others",
        new Wording($"事件 {Spelling.Shown(each.Id.Id)} 不属于 {Spelling.Shown(subject.Id)} 的档案",
            $"the event {Spelling.Shown(each.Id.Id)} does not belong to the file of "
                + Spelling.Shown(subject.Id)),
        new Wording("只写涉及该主体的事件，或针对其档案中事件的更正",
            "name events of the subject alone, or such as act on an event of its file"));

    private static JsonMember<Simulated> Standings(
        string name, string zh, string en, Func<Simulated, IReadOnlyList<Standing>> standings) =>
        new(name, zh, en, (json, each) => json.Array(
            standings(each), (to, standing) => StandingJson.Write(to, standing)))
        {
            Type = JsonType.ListOf(StandingJson.Shape),
        };

    /// <summary>In which regime, and what of the standing.</summary>
    internal sealed record RegimeChange(string Regime, IReadOnlyList<string> Parts);

    internal sealed record Simulated(
        Subject Subject, RuleBook Book, IReadOnlyList<Standing> Before, IReadOnlyList<Standing> After)
    {
        public IEnumerable<RegimeChange> Changes =>
            Before.Concat(After).Select(each => each.Regime).Distinct()
            .Select(regime => new RegimeChange(regime, Parts(Of(Before, regime), Of(After, regime))))
            .Where(change => change.Parts.Count > 0);

        /// <summary>A regime in which it stands on one side alone changes as a whole.</summary>
        private static IReadOnlyList<string> Parts(Standing? before, Standing? after) =>
            before is null || after is null ? ["standing"] : before.Differences(after);

        private static Standing? Of(IReadOnlyList<Standing> all, string regime) =>
            all.FirstOrDefault(each => each.Regime == regime);
    }
}
