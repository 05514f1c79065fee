using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/enterprises: standings by tier, region and regime, a page at a time.</summary>
public static class EnterpriseList
{
    private static readonly JsonShape<ListedStanding> Shape = new(
        "ListedStanding",
        new("subject", "主体代码", "the subject's id", each => each.Standing.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Standing.Subject.Kind),
        new("region", "行政区划代码", "the code of its region", each => each.Standing.Region) { MayBeNull = true },
        new("regime", "监管制度", "the regime", each => each.Standing.Regime),
        new("pack", "规则包版本", "the version in force", each => each.Standing.Pack) { MayBeNull = true },
        new("status", "该版本的性质", "what the version is", each => each.Standing.Status) { MayBeNull = true },
        new("tier", "等级；null 表示无法评定", "the tier; null: not judged", each => each.Standing.Tier)
        {
            MayBeNull = true,
        },
        new("points", "记分合计", "the sum of points", each => each.Standing.Points),
        new("revision", "积分台账行数", "rows of the ledger so far", each => each.Standing.Revision),
        new("changesOn", "若无新事件，何日起变化", "the day on which it changes by itself",
            each => each.Standing.ChangesOn),
        new("stale", "是否正在重新评定", "whether it is being assessed again", each => each.Stale));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/enterprises", Get)
        .For(Right.ReadStandings, Extent.List)
        .Says("按等级、地区、制度和主体类型列出评定结果", "Standings by tier, region, regime and kind, a page at a time",
            "按制度、主体类型、主体代码排序。stale 表示正在重新评定。",
            "In order of regime, kind and subject. 'stale' marks what is being assessed again.")
        .AnswersList("ListedStandings", Shape);

    private static async Task<Results<Answer<Page<ListedStanding>>, Problem>> Get(
        string? tier, string? region, string? regime, string? kind, string? after, string? limit,
        StandingLists lists, Shelf shelf, CurrentCaller who)
    {
        var (behind, most) = (default(StandingKey?), 0);
        var wrong = Parameters.Region(region, out var digits)
            ?? Parameters.After(after, out behind) ?? Parameters.Limit(limit, out most)
            ?? Parameters.OneOf("tier", tier, shelf.Book.Regimes.SelectMany(each => each.Versions)
                .SelectMany(pack => pack.Manifest.Tiers.Tiers))
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name));
        if (wrong is not null)
        {
            return wrong;
        }

        var page = await lists.PageAsync(
            new StandingQuery(most)
            {
                Tier = tier, Region = digits, Regime = regime, Kind = kind, After = behind,
            },
            who.Caller.Region);
        return Answer.Of(new Page<ListedStanding>(
            page.Items, page.Next is { } next ? Parameters.After(next) : null, page.Next is not null));
    }
}
