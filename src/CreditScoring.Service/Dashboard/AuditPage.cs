using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>A page of acts, the last first.</summary>
/// <param name="Next">Before which the next page goes on; null: there is none.</param>
public sealed record AuditModel(
    IReadOnlyList<KeptAct> Acts, string? Actor, string? What, string? Target, string? Next);

/// <summary>GET /audit: who did what to whom.</summary>
public static class AuditPage
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", Get).For(Right.ReadAudit, Extent.List).AsPage();

    private static async Task<IResult> Get(
        string? actor, string? what, string? target, string? after, IRecordQuestions record,
        CurrentCaller who)
    {
        if ((Parameters.Position(after, out var end)
            ?? Parameters.OneOf("what", what, ActWords.All)) is { } wrong)
        {
            return wrong;
        }

        var region = who.Caller.Region.Digits;
        var acts = await record.ActsAsync(new ActQuery(0, Most + 1)
        {
            LastFirst = true, Before = after is null ? null : end,
            Actor = actor, What = what, Target = target,
            Region = region.Length == 0 ? null : region,
        });
        var shown = acts.Take(Most).ToList();
        return Page.Of<AuditView, AuditModel>(new Wording("审计", "Audit"), new AuditModel(
            shown, actor, what, target, acts.Count > Most ? Parameters.Position(shown[^1].Position) : null));
    }
}
