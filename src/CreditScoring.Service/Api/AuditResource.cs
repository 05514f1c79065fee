using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/audit: what was done, by whom and on whom, in order of keeping.</summary>
public static class AuditResource
{
    private static readonly JsonShape<KeptAct> Shape = new(
        "Act",
        new("position", "位置", "its position", each => each.Position),
        new("actor", "何人", "who", each => each.Act.Actor),
        new("what", "何事", "what was done", each => each.Act.What),
        new("target", "对何人或何物", "on whom or what", each => each.Act.Target),
        new("region", "行政区划代码", "the code of the region", each => each.Act.Region) { MayBeNull = true },
        new("body", "其余内容", "the rest of it", (json, each) => json.WriteRawValue(each.Act.Body))
        {
            Type = JsonType.MapOf(JsonType.Anything),
        },
        LedgerJson.RecordedAt<KeptAct>(each => each.RecordedAt));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/audit", Get)
        .For(Right.ReadAudit, Extent.List)
        .Says("审计记录：何人何时对何人做了何事", "What was done, by whom, on whom and when",
            "登记的变更、事件的报送、档案的查阅。", "Entries into the register, events sent, and looks into files.")
        .AnswersList("Acts", Shape).Example("after", "0").Example("target", "person:admin");

    private static async Task<Results<Answer<Page<KeptAct>>, Problem>> Get(
        string? after, string? limit, string? actor, string? what, string? target, string? region,
        IRecordQuestions record, CurrentCaller who)
    {
        var (digits, behind) = (default(string?), 0L);
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Region(region, out digits)
            ?? Parameters.Position(after, out behind)) is { } wrong)
        {
            return wrong;
        }

        var within = who.Caller.Region.Within(digits);
        IReadOnlyList<KeptAct> acts = within is null ? [] : await record.ActsAsync(
            new ActQuery(behind, most + 1)
            {
                Actor = actor, What = what, Target = target, Region = within.Length == 0 ? null : within,
            });
        var shown = acts.Take(most).ToList();
        return Answer.Of(new Page<KeptAct>(
            shown, Parameters.Position(shown.Count == 0 ? behind : shown[^1].Position), acts.Count > most));
    }
}
