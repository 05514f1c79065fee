using CreditScoring.Documents;
using CreditScoring.Effects;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>/v1/effect: what inspections found, for who writes rules, as the page has it.</summary>
public static class EffectResource
{
    private const string Path = "/v1/effect";

    private static readonly JsonShape<ReckonedEffect> Shape = new(
        "ReckonedEffect",
        new("profile", "口径", "the profile", each => each.Profile),
        new("region", "行政区划代码，空为全部", "the digits of its region; empty: all", each => each.Region),
        new("book", "所依规则的哈希", "the hash of the rules", each => each.Book),
        new("by", "何人", "who", each => each.By),
        LedgerJson.Instant<ReckonedEffect>("at", "何时", "when", each => each.At),
        JsonMember.Part("effect", "检查效果", "what was found", (ReckonedEffect each) => each.Effect,
            EffectJson.Shape));

    private static readonly TakenBody Wish = TakenBody.Object(
        """{"from":"2025-01-01","to":"2025-12-31","profile":"illustrative"}""", ["from", "to", "profile"],
        TakenBody.Member("from", "首日 · first day", format: "date"),
        TakenBody.Member("to", "末日，不晚于今日 · last day, today at the latest", format: "date"),
        TakenBody.Member("profile", "规则文件夹 plans/ 中的编制办法 · a profile of plans/ in the rules"),
        TakenBody.Member("region", "行政区划代码的前 2、4 或 6 位 · 2, 4 or 6 digits of a region's code"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.ReadEffect, Extent.List)
            .Says("最近计算的检查效果", "What inspections found, as reckoned last")
            .AnswersList("ReckonedEffects", Shape);
        routes.MapPost(Path, Post).For(Right.ReadEffect, Extent.List)
            .Says("按档案计算一段时间的检查效果", "Reckon what inspections of a period found",
                "命中率按来源、等级、规则，附 Wilson 区间；比全随机计划的提升；提前发现的天数。",
                "Hit rates by origin, tier and rule with Wilson's intervals, the lift against a plain random "
                    + "plan, and the days by which violations were found earlier.")
            .Takes(Wish).Answers(Shape)
            .AlsoAnswers(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Answer<Page<ReckonedEffect>>> List(EffectDesk desk, CurrentCaller who) =>
        Answer.Of(new Page<ReckonedEffect>(
            await desk.LatestAsync(who.Caller.Region), null, More: false));

    private static async Task<Results<Answer<ReckonedEffect>, Problem>> Post(
        HttpRequest request, EffectDesk desk, CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        if (ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (from, to) = (reader.RequireDate("from"), reader.RequireDate("to"));
        var (profile, region) = (reader.RequireText("profile") ?? "", reader.Text("region"));
        reader.Close();
        if (flaws.Count > 0)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        if (Parameters.Region(region, out var digits) is { } wrong)
        {
            return wrong;
        }

        if (who.Caller.Region.Within(digits) is not { } within)
        {
            return Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours");
        }

        var (reckoned, fault) = await desk.ReckonAsync(from!.Value, to!.Value, profile, within, who.Caller);
        return fault is null ? Answer.Of(reckoned!) : PlansResource.Of(fault);
    }
}
