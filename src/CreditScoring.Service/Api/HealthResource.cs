using CreditScoring.Documents;
using CreditScoring.Records;
using CreditScoring.Redis;
using CreditScoring.RuleShelf;
using CreditScoring.Service;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Api;

/// <summary>
/// /health/live: the process answers. /health/ready: it can keep events, and every standing is as
/// of today by the book in use. /version: what runs.
/// </summary>
public static class HealthResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => JsonAnswer.Of(json => json.Property("status", "live")))
            .WithSummary("The process answers");
        routes.MapGet("/health/ready", Ready)
            .WithSummary("Events are taken and standings are as of today");
        routes.MapGet("/version", Version).WithSummary("What runs");
    }

    private static async Task<Results<JsonAnswer, Problem>> Ready(
        IRecord record, Shelf shelf, Progress progress, RedisHealth redis, TimeProvider clock)
    {
        if (progress.Failure is not null || !progress.CaughtUp)
        {
            return progress.Failure is not null
                ? NotReady("record-unavailable", "档案库不可用", "the record is not available")
                : NotReady("catching-up", "正在按今日和现行规则重新评定", "files are being assessed as of today");
        }

        var counts = await record.CountsAsync();
        var state = shelf.State;
        var faults = redis.Faults;
        return JsonAnswer.Of(json =>
        {
            // Without Redis events are still taken by HTTP, and every question is answered.
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
            json.Property("rules", state.Rejected.Count == 0 ? "current" : "change-rejected");
            json.List("rejected", state.Rejected, FlawJson.Write);
            json.Property("events", (decimal)counts.Events);
            json.Property("files", (decimal)counts.Files);
            json.Property("waiting", (decimal)counts.Waiting);
            json.Property("quarantined", (decimal)counts.Quarantined);
        });
    }

    private static JsonAnswer Version(Shelf shelf) => JsonAnswer.Of(json =>
    {
        json.Property("service", "CreditScoring");
        json.Property("version", typeof(HealthResource).Assembly.GetName().Version!.ToString(3));
        json.Property("book", shelf.Book.Hash);
    });

    private static Problem NotReady(string code, string zh, string en) => new(
        StatusCodes.Status503ServiceUnavailable, code, new Wording(zh, en),
        new Wording("稍后再试", "ask again a little later"));
}
