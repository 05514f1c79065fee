using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Logs;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Work;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /health/live: the process answers. /health/ready: it can keep events, and every standing is as
/// of today by the book in use. /version: what runs.
/// </summary>
public static class HealthResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => JsonAnswer.Of(json => json.Property("status", "live")))
            .ForEverybody()
            .WithSummary("The process answers");
        routes.MapGet("/health/ready", Ready).ForEverybody()
            .WithSummary("Events are taken and standings are as of today");
        routes.MapGet("/version", Version).ForEverybody().WithSummary("What runs");
    }

    private static async Task<Results<JsonAnswer, Problem>> Ready(
        IRecordQuestions record, Shelf shelf, Progress progress, LoopHealth loops, TimeProvider clock)
    {
        if (progress.Failure is { } why)
        {
            return RecordIsAway(why);
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

        return Working(counts, shelf.State, loops.Faults, clock);
    }

    /// <summary>Ready, be it without some part.</summary>
    private static JsonAnswer Working(
        RecordCounts counts, ShelfState state, IReadOnlyList<(string Part, string Why)> faults,
        TimeProvider clock) => JsonAnswer.Of(json =>
    {
        // Whatever part does not work, events are taken by HTTP, and questions are answered.
        json.Property("status", faults.Count == 0 ? "ready" : "degraded");
        json.List("degraded", faults, (to, fault) =>
        {
            to.WriteStartObject();
            to.Property("part", fault.Part);
            to.Property("why", fault.Why);
            to.WriteEndObject();
        });
        json.Property("day", clock.Today());
        json.Property("book", state.Book.Hash);
        json.Property("secondOpinion", $"{state.Book.Mode}");
        json.Property("rules", state.Rejected.Count == 0 ? "current" : "change-rejected");
        json.List("rejected", state.Rejected, FlawJson.Write);
        json.Property("events", (decimal)counts.Events);
        json.Property("files", (decimal)counts.Files);
        json.Property("waiting", (decimal)counts.Waiting);
        json.Property("quarantined", (decimal)counts.Quarantined);
    });

    private static JsonAnswer Version(Shelf shelf) => JsonAnswer.Of(json =>
    {
        var state = shelf.State;
        json.Property("service", "CreditScoring");
        json.Property("version", ProgramVersion.Text);
        json.Property("book", state.Book.Hash);
        json.Property("secondOpinion", $"{state.Book.Mode}");
        var packs = state.Book.Regimes.SelectMany(
            regime => regime.Versions, (regime, pack) => (regime.Name, Pack: pack));
        json.List("packs", packs, (to, each) =>
        {
            to.WriteStartObject();
            to.Property("regime", each.Name);
            to.Property("pack", each.Pack.Version);
            to.Property("status", each.Pack.Manifest.Status.ToString().ToLowerInvariant());
            to.Property("hash", each.Pack.Hash);
            to.WriteEndObject();
        });
        json.List("idle", state.Idle, (to, folder) => to.WriteValue(folder));
    });

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
