using CreditScoring.Service.Contract;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Logs;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Work;
using CreditScoring.Standings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /health/live: the process answers. /health/ready: it can keep events, and every standing is as
/// of today by the book in use. /version: what runs.
/// </summary>
public static class HealthResource
{
    private static readonly JsonShape<string> Live = new(
        "Live", new JsonMember<string>("status", "live：进程在应答", "live: the process answers", each => each));

    private static readonly JsonShape<(string Part, string Why)> Fault = new(
        "PartFault",
        new("part", "部分", "the part", each => each.Part), new("why", "原因", "why", each => each.Why));

    private static readonly JsonShape<Readiness> OfReadiness = new(
        "Readiness",
        [
            // Whatever part does not work, events are taken by HTTP, and questions are answered.
            new("status", "ready 或 degraded（某部分不工作）", "ready, or degraded: without some part",
                each => each.Faults.Count == 0 ? "ready" : "degraded")
            {
                Type = JsonType.Words("ready", "degraded"),
            },
            JsonMember.List("degraded", "不工作的部分", "the parts that do not work",
                (Readiness each) => each.Faults, Fault),
            new("day", "法律日", "the legal day", each => each.Day),
            .. JudgedBy.Members.Select(
                member => member.Within((Readiness each) => JudgedBy.Of(each.State.Book))),
            RulesResource.Law<Readiness>(each => each.State),
            new("rules", "规则更改是否已被采用", "whether a change of the rules was taken",
                each => each.State.Rejected.Count == 0 ? "current" : "change-rejected")
            {
                Type = JsonType.Words("current", "change-rejected"),
            },
            JsonMember.List("rejected", "未被采用的更改的错误", "the errors of a change that was not taken",
                (Readiness each) => each.State.Rejected, FlawJson.Shape),
            new("events", "事件数", "how many events there are", each => each.Counts.Events),
            new("files", "信用档案数", "how many credit files", each => each.Counts.Files),
            new("waiting", "等待所针对事件的更正", "how many mending events wait", each => each.Counts.Waiting),
            new("quarantined", "隔离区条数", "how many are in quarantine", each => each.Counts.Quarantined),
        ]);

    private static readonly JsonShape<(string Regime, RulePack Pack)> PackInUse = new(
        "PackInUse",
        [
            new("regime", "监管制度", "the regime", each => each.Regime),
            .. RulesResource.Pack.Own.Where(member => member.Name is "pack" or "status" or "hash")
                .Select(member => member.Within(((string Regime, RulePack Pack) each) => each.Pack)),
        ]);

    private static readonly JsonShape<ShelfState> OfVersion = new(
        "Version",
        [
            new("service", "服务", "the service", _ => "CreditScoring"),
            new("version", "程序版本", "the version of the program", _ => ProgramVersion.Text),
            .. JudgedBy.Members.Select(member => member.Within((ShelfState each) => JudgedBy.Of(each.Book))),
            RulesResource.Law<ShelfState>(each => each),
            JsonMember.List("packs", "使用中的规则包", "the packs in use",
                (ShelfState each) => each.Book.Regimes.SelectMany(
                    regime => regime.Versions, (regime, pack) => (regime.Name, pack)), PackInUse),
            JsonMember.Texts("idle", "未使用的规则文件夹", "folders that are not in use",
                (ShelfState each) => each.Idle),
        ]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Answer.Of("live")).ForEverybody()
            .Says("进程在应答", "The process answers").Answers(Live);
        routes.MapGet("/health/ready", Ready).ForEverybody()
            .Says("可收事件，且评定结果均为今日的", "Events are taken and standings are as of today").Answers(OfReadiness);
        routes.MapGet("/version", (Shelf shelf) => Answer.Of(shelf.State)).ForEverybody()
            .Says("运行的版本", "What runs").Answers(OfVersion);
    }

    private static async Task<Results<Answer<Readiness>, Problem>> Ready(
        IRecordQuestions record, Shelf shelf, Progress progress, LoopHealth loops, TimeProvider clock)
    {
        if (progress.Failure is { } why)
        {
            return RecordIsAway(why);
        }

        if (shelf.State.Law.Source == LawSource.Awaited)
        {
            return Problems.NoLaw;
        }

        if (!progress.CaughtUp)
        {
            return CatchingUp(loops.FaultOf(SupervisionWorker.Sweeping));
        }

        RecordCounts counts;
        try
        {
            counts = await record.CountsAsync();
        }
        catch (RecordUnavailable away)
        {
            return RecordIsAway(away.Message);
        }

        return Answer.Of(new Readiness(counts, shelf.State, loops.Faults, clock.Today()));
    }

    /// <summary>Ready, be it without some part.</summary>
    internal sealed record Readiness(
        RecordCounts Counts, ShelfState State, IReadOnlyList<(string Part, string Why)> Faults, DateOnly Day);

    private static Problem RecordIsAway(string why) => NotReady(
        "record-unavailable", $"档案库不可用：{PersonalData.Masked(why)}",
        $"the record is not available: {PersonalData.Masked(why)}");

    /// <param name="why">What keeps it from going on; null: nothing.</param>
    private static Problem CatchingUp(string? why) => NotReady(
        "catching-up", "正在按今日和现行规则重新评定" + (why is null ? "" : $"；受阻：{why}"),
        "files are being assessed as of today" + (why is null ? "" : $"; held up: {why}"));

    private static Problem NotReady(string code, string zh, string en) => new(
        StatusCodes.Status503ServiceUnavailable, code, new Wording(zh, en),
        new Wording("稍后再试", "ask again a little later"));
}
