using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/audit: what was done, by whom and on whom, in order of keeping.</summary>
public static class AuditResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/audit", Get)
        .For(Right.ReadAudit, Extent.List)
        .WithSummary("What was done, by whom, on whom and when")
        .WithDescription("Entries into the register, and looks into files. ?actor=person:zhang, ?what=, "
            + "?target=, ?region= the digits with which a region's code begins; the next page with ?after= "
            + "the 'next' of the last one.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        long? after, int? limit, string? actor, string? what, string? target, string? region,
        IRecordQuestions record, CurrentCaller who)
    {
        var digits = default(string?);
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Region(region, out digits)) is { } wrong)
        {
            return wrong;
        }

        var within = who.Caller.Region.Within(digits);
        IReadOnlyList<KeptAct> acts = within is null ? [] : await record.ActsAsync(
            new ActQuery(after ?? 0, most)
            {
                Actor = actor, What = what, Target = target, Region = within.Length == 0 ? null : within,
            });
        return JsonAnswer.Of(json =>
        {
            json.List("items", acts, Write);
            json.Property("next", (decimal)(acts.Count == 0 ? after ?? 0 : acts[^1].Position));
        });
    }

    private static void Write(JsonTextWriter json, KeptAct kept)
    {
        var act = kept.Act;
        json.WriteStartObject();
        json.Property("position", (decimal)kept.Position);
        json.Property("actor", act.Actor);
        json.Property("what", act.What);
        json.Property("target", act.Target);
        json.Property("region", act.Region);
        json.WritePropertyName("body");
        json.WriteRawValue(act.Body);
        json.Instant("recordedAt", kept.RecordedAt);
        json.WriteEndObject();
    }
}
